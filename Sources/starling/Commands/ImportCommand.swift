import ArgumentParser
import BundledDecks
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Brings in what was written elsewhere.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in an export, reviews or questions from a file.",
    discussion: """
      JSON that “starling export” has written adds everything that is not here yet, or nothing if \
      anything in it cannot be; settings are left. A CSV with the \
      columns card_id, review_time and review_rating is reviews; those that are there already are \
      left out. Anything else becomes a deck of your own: a question a line (.txt), a \
      table with a header (.csv, .tsv), or “Q:” and “A:” paragraphs (.md).
      """)

  @Argument(help: "The file; - for standard input.", completion: .file())
  var path: String

  @Option(help: "The new deck's id (default: from the file's name).")
  var id: String?

  @Option(help: "The new deck's title (default: its id).")
  var title: String?

  @Option(help: "The kind of the cards for which the file names none.")
  var kind = CardKind.star

  @Option(help: "The competency of the cards for which the file names none; decks need it.")
  var competency: String?

  func run() throws {
    let bytes = try FileBytes.named(path)
    if let foreign = ForeignFile(bytes) {
      throw Failure(.badData, "\(path) \(foreign.advice)")
    } else if Archive.isBegin(of: bytes, path: path) {
      try ArchiveImport(bytes, path: path).run()
    } else if ReviewTable.isHeader(of: bytes) {
      try importReviews(bytes)
    } else {
      try importDeck(bytes)
    }
  }

  // MARK: - Reviews

  private func importReviews(_ bytes: [UInt8]) throws {
    let table = ReviewTable(
      bytes, latest: Timestamp.happened(by: SystemClock.now.time).upperBound,
      localOffset: SystemClock.utcOffset(atLocal:))
    var faults = table.faults
    var gradings: [Grading] = []
    for row in table.rows {
      if let card = CardID(row.card) {
        gradings.append(
          Grading(
            card: card, moment: SystemClock.moment(at: row.time), grade: row.grade, mode: .away,
            duration: row.duration))
      } else {
        faults.append(
          ReviewTable.Fault(line: row.line, message: "“\(row.card)” is no card; write DECK/CARD"))
      }
    }
    try refuse(
      faults.sorted { $0.line < $1.line }.map { "\(path):\($0.line): \($0.message)" },
      unnamed: table.moreFaults)
    let store = try Workspace.forCommand().store
    try store.makeCopy(.import, at: SystemClock.now)
    let adding = try store.add(gradings)
    if table.isInSeconds {
      Output.warn("the times in \(path) are seconds since 1970, and were read as such")
    }
    Output.warn(try Self.words(for: adding, in: store))
  }

  /// `2 reviews were added, 1 of a card that is in no deck here: x/Y-1`.
  private static func words(for adding: Store.Adding, in store: Store) throws -> String {
    let count = adding.added.values.reduce(0, +)
    var parts = [count.of("review was", "reviews were") + " added"]
    if adding.known > 0 { parts.append("\(adding.known.of("was", "were")) there already") }
    if adding.takenBack > 0 {
      let stays = adding.takenBack == 1 ? "stays" : "stay"
      parts.append("\(adding.takenBack.of("was", "were")) taken back here before and \(stays) so")
    }
    let strangers = try store.inNoDeck(adding.added.keys)
    if !strangers.isEmpty {
      let reviews = strangers.reduce(0) { $0 + (adding.added[$1] ?? 0) }
      let cards = strangers.count == 1 ? "a card that is" : "cards that are"
      let names = strangers.map(\.description).firstFew
      parts.append("\(reviews) of \(cards) in no deck here: \(names)")
    }
    return parts.joined(separator: ", ")
  }

  // MARK: - Decks

  private func importDeck(_ bytes: [UInt8]) throws {
    guard let format = DeckImport.Format(path: path) else {
      throw Failure(
        .usage,
        "cannot tell what is in \(path); name it .txt (a question a line), .csv, .tsv or .md")
    }
    let competency = try knownCompetency()
    let workspace = try Workspace.forCommand()
    let id = id ?? Self.id(of: path)
    let deck = try OwnDeck(id: id, in: workspace.places.decks)
    try deck.refuseIfTaken(by: workspace.store.decks(at: SystemClock.now))
    let importer = DeckImport(deck: id, title: title ?? id, kind: kind, competency: competency)
    let result = importer.deck(
      from: bytes, format: format, path: path,
      reader: DeckReader(competencies: BundledDecks.competencies))
    guard let yaml = result.yaml else {
      return try refuse(result.faults.filter { $0.severity == .error }.map(\.description))
    }
    for fault in result.faults { Output.warn(fault.description) }
    try deck.write(yaml)
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

  /// Names what is wrong, line by line; nothing of the file is taken then.
  private func refuse(_ faults: [String], unnamed: Int = 0) throws(Failure) {
    guard !faults.isEmpty else { return }
    for fault in faults.prefix(Self.namedFaults) { Output.warn(fault) }
    let more = faults.count - Self.namedFaults + unnamed
    throw Failure(
      .badData,
      "\(more > 0 ? "and \(more) more; " : "")nothing was imported; mend \(path) and try again")
  }

  /// So many bad lines are named each.
  private static let namedFaults = 20
}
