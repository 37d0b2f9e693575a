import BundledDecks
package import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Makes a deck of the person's own of questions in a file.
package struct QuestionImport {
  private let path: String
  private let id: String?
  private let title: String?
  private let kind: CardKind
  private let competency: String?

  /// - Parameters:
  ///   - path: the file.
  ///   - id: the deck's id; nil makes it of the file's name.
  ///   - title: its title; nil takes the id.
  ///   - kind: that of cards for which the file names none.
  ///   - competency: likewise.
  package init(path: String, id: String?, title: String?, kind: CardKind, competency: String?) {
    self.path = path
    self.id = id
    self.title = title
    self.kind = kind
    self.competency = competency
  }

  /// Makes the deck, whole or not at all.
  ///
  /// - Throws: ``Failure`` when the file is faulty, or there is such a deck.
  package func run(_ bytes: [UInt8], in surroundings: any Surroundings) throws {
    guard let format = DeckImport.Format(path: path) else {
      throw Failure(
        .usage,
        "cannot tell what is in \(path); name it .txt (a question a line), .csv, .tsv or .md")
    }
    let competency = try knownCompetency()
    let workspace = try Workspace.forCommand(in: surroundings)
    let id = id ?? Self.id(of: path)
    let deck = try OwnDeck(id: id, in: workspace.places.decks)
    try deck.refuseIfTaken(by: workspace.store.decks(at: workspace.clock.now))
    let importer = DeckImport(deck: id, title: title ?? id, kind: kind, competency: competency)
    let result = importer.deck(
      from: bytes, format: format, path: path,
      reader: DeckReader(competencies: BundledDecks.competencies))
    guard let yaml = result.yaml else {
      return try ImportRefusal.check(
        result.faults.filter { $0.severity == .error }.map(\.description), in: path)
    }
    for fault in result.faults { Output.warn(fault.description) }
    try workspace.keep(deck, yaml)
  }

  private func knownCompetency() throws(Failure) -> String {
    let tags = BundledDecks.competencies.tags
    guard let competency else {
      throw Failure(
        .usage, "a deck needs --competency TAG; the tags are \(tags.joined(separator: ", "))")
    }
    guard tags.contains(competency) else {
      throw Failure(
        .usage, "there is no competency “\(competency)”; there are \(tags.joined(separator: ", "))")
    }
    return competency
  }

  /// The file's name without its folder and extension, in the letters that an id takes.
  private static func id(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let letters = stem.lowercased().map { character in
      CardID.isWellFormed(String(character)) ? character : "-"
    }
    return String(letters.drop { $0 == "-" })
  }
}
