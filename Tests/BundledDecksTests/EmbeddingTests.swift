import BundledDecks
import Decks
import Foundation
import Testing

/// What is compiled in is what the files say.
@Suite struct EmbeddingTests {
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Decks")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  @Test func decksAreThoseOfTheFiles() throws {
    let reader = DeckReader(competencies: BundledDecks.competencies, origin: .bundled)
    let packs = Self.folder.appending(path: "packs")
    let names =
      try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".yaml") }
      + FileManager.default.contentsOfDirectory(atPath: packs.path).map { "packs/\($0)" }
    var read: [Deck] = []
    for name in names {
      let reading = reader.read(try Self.bytes(name), path: "Decks/\(name)")
      #expect(reading.faults.filter { $0.severity == .error } == [])
      if let deck = reading.deck { read.append(deck) }
    }
    #expect(read.count == names.count)
    #expect(read.sorted { $0.id < $1.id } == BundledDecks.decks.sorted { $0.id < $1.id })
  }

  @Test(arguments: BundledDecks.decks) func decksCanBeWrittenAsFilesAgain(deck: Deck) {
    let reader = DeckReader(competencies: BundledDecks.competencies, origin: .bundled)
    var reading = reader.read(Array(deck.yaml.utf8), path: deck.path)
    #expect(reading.faults.filter { $0.severity == .error } == [])
    // Only the comments are not in it, so that cards stand on other lines.
    for (index, card) in deck.cards.enumerated() { reading.deck?.cards[index].line = card.line }
    #expect(reading.deck == deck)
  }

  @Test func sharedDataIsThatOfTheFiles() throws {
    let families = try DataReader.families(Self.bytes("data/families.yaml"), path: "f")
    let probes = try DataReader.probes(Self.bytes("data/probes.yaml"), path: "p")
    #expect(families.competencies == BundledDecks.competencies)
    #expect(probes.probes == BundledDecks.generalProbes)
    #expect(BundledDecks.competencies.tags.count == 41)
    #expect(BundledDecks.competencies.family(of: "trust")?.code == "TEAM")
    #expect(BundledDecks.competencies.family(of: "cooking") == nil)
  }

  @Test func fingerprintIsSixteenDigits() {
    #expect(BundledDecks.fingerprint.count == 16)
    #expect(UInt64(BundledDecks.fingerprint, radix: 16) != nil)
  }

  @Test func dataFilesHaveFaultsToo() {
    let families = DataReader.families(
      Array("families:\n- code: A\n  title: B\n  tags: [x, x]\n- {code: C, tag: [y]}\n".utf8),
      path: "f")
    #expect(families.competencies == nil)
    #expect(
      families.faults.map(\.description) == [
        "f:2:3: error: the tag `x` is in two families, or twice in one",
        "f:5:3: error: a family has the keys `code`, `title` and `tags`",
        "f:5:13: error: unknown key `tag`; did you mean `tags`?",
      ])
    let probes = DataReader.probes(Array("probe:\n- a\n".utf8), path: "p")
    #expect(probes.probes == nil)
    #expect(
      probes.faults.map(\.description)
        == ["p:1:1: error: `probes` must be a list"])
  }
}

/// Programs that take cards go by when their texts were changed.
@Suite struct ChangedTests {
  @Test func aChangeIsDated() {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for deck in BundledDecks.decks {
      for byte in deck.encoded.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    #expect(
      String(hash, radix: 16) == "19d49e53e4caa5ec",
      "a bundled deck reads otherwise: put this number here, and now into BundledDecks.changed")
  }
}
