import BundledDecks
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Takes in reviews of a table; those that are there already are left out.
package struct ReviewImport {
  private let path: String

  /// - Parameter path: what the person named.
  package init(path: String) { self.path = path }

  /// Takes all of a file in, or nothing; Ctrl-C stops it, and then nothing of it is there.
  ///
  /// - Throws: ``Failure`` when a line of it is faulty.
  package func run(_ bytes: [UInt8], in surroundings: any Surroundings) throws {
    try ProgressLine.during("taking in the reviews", ifStopped: "stopped; nothing was imported") {
      progress in
      try take(bytes, in: surroundings, progress)
    }
  }

  /// Does it; nil if it was stopped.
  private func take(
    _ bytes: [UInt8], in surroundings: any Surroundings, _ progress: (Double) -> Bool
  ) throws -> Void? {
    let clock = surroundings.clock
    let table = ReviewTable(
      bytes, latest: Timestamp.happened(by: clock.now.time).upperBound,
      progress: { progress(0.3 * $0) }, localOffset: clock.utcOffset(atLocal:))
    guard !table.isStopped else { return nil }
    let gradings = try gradings(of: table, clock)
    let store = try Workspace.forCommand(in: surroundings).store
    let copy = try store.makeCopy(.import, at: clock.now)
    guard let adding = try store.add(gradings, progress: { progress(0.3 + 0.7 * $0) }) else {
      if let copy { Disk.removeIfPossible(copy) }
      return nil
    }
    table.tellHowItWasRead(path)
    Output.warn(try Self.words(for: adding, in: store))
    return ()
  }

  private func gradings(of table: ReviewTable, _ clock: WallClock) throws(Failure) -> [Grading] {
    var faults = table.faults
    var gradings: [Grading] = []
    var strangers = 0
    var cards: [String: CardID?] = [:]
    for row in table.rows {
      let card = cards[row.card] ?? CardID(row.card)
      cards[row.card] = card
      guard let card else {
        strangers += 1
        guard faults.count < ReviewTable.namedFaults else { continue }
        faults.append(
          ReviewTable.Fault(line: row.line, message: "“\(row.card)” is no card; write DECK/CARD"))
        continue
      }
      gradings.append(
        Grading(
          card: card, moment: clock.moment(at: row.time), grade: row.grade, mode: .away,
          duration: row.duration))
    }
    if table.isRevlog, gradings.isEmpty, strangers > 0 {
      throw Failure(
        .badData,
        "\(path) names \(strangers.of("review")) of cards by Anki's numbers, which are those of no card here; “starling optimise --from \(path)” learns from them, and nothing was imported"
      )
    }
    try ImportRefusal.check(
      faults.sorted { $0.line < $1.line }.map { "\(path):\($0.line): \($0.message)" },
      unnamed: table.moreFaults + max(0, table.faults.count + strangers - faults.count), in: path)
    return gradings
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
}

extension ReviewTable {
  /// Says what the person may have to know of how a table was read.
  func tellHowItWasRead(_ path: String) {
    if isInSeconds {
      Output.warn("the times in \(path) are seconds since 1970, and were read as such")
    }
    if manual > 0 {
      let rows = manual.of("row of \(path) has", "rows of \(path) have")
      Output.warn(
        "\(rows) the rating 0, which is no review but a date set by hand, and \(manual == 1 ? "was" : "were") passed over"
      )
    }
  }
}
