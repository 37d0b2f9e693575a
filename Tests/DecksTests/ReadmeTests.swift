import BundledDecks
import Decks
import Foundation
import Testing

/// The page for authors shows nothing that the reader would refuse.
@Suite struct ReadmeTests {
  static func text() throws -> String {
    try String(contentsOf: Repository.decks.appending(path: "README.md"), encoding: .utf8)
  }

  static func blocks() throws -> [String] {
    try text().components(separatedBy: "```yaml\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  @Test func examplesAreSoundAndShowEveryKindAndKey() throws {
    let reader = DeckReader(competencies: BundledDecks.competencies)
    var kinds: [CardKind] = []
    var keys: Set<String> = []
    for block in try Self.blocks() {
      let text = block.hasPrefix("id:") ? block : "id: d\ntitle: T\ncards:\n" + block
      let reading = reader.read(Array(text.utf8), path: "README.md")
      #expect(reading.faults.filter { $0.severity == .error } == [])
      let cards = try #require(reading.deck?.cards)
      if !block.hasPrefix("id:") { kinds += cards.map(\.kind) }
      for line in block.split(separator: "\n") {
        let key = line.drop { $0 == " " || $0 == "-" }.prefix { $0.isLetter || $0 == "-" }
        keys.insert(String(key))
      }
    }
    #expect(kinds.count == 12)
    #expect(Set(kinds) == Set(CardKind.allCases))
    #expect(keys.isSuperset(of: SchemaTests.keys.dropLast()))
  }

  @Test func tableOfCompetenciesIsWhole() throws {
    let text = try Self.text()
    for family in BundledDecks.competencies.families {
      #expect(text.contains("| \(family.code) | \(family.tags.joined(separator: " ")) |"))
    }
  }

  @Test func schemaNamesTheSameCompetencies() throws {
    let schema = try String(
      contentsOf: Repository.decks.appending(path: "deck.schema.json"), encoding: .utf8)
    let tags = BundledDecks.competencies.tags.map { "\"\($0)\"" }.joined(separator: ", ")
    #expect(schema.contains("[\(tags)]"))
  }

  @Test func templateIsSound() throws {
    let text = DeckTemplate.text(id: "my-deck")
    let reading = DeckReader(competencies: BundledDecks.competencies)
      .read(Array(text.utf8), path: "my-deck.yaml")
    #expect(reading.faults == [])
    #expect(reading.deck?.id == "my-deck")
  }
}
