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

  /// Takes all of a file in, or nothing.
  ///
  /// - Throws: ``Failure`` when a line of it is faulty.
  package func run(_ bytes: [UInt8], in surroundings: any Surroundings) throws {
    let clock = surroundings.clock
    let table = ReviewTable(
      bytes, latest: Timestamp.happened(by: clock.now.time).upperBound,
      localOffset: clock.utcOffset(atLocal:))
    var faults = table.faults
    var gradings: [Grading] = []
    for row in table.rows {
      if let card = CardID(row.card) {
        gradings.append(
          Grading(
            card: card, moment: clock.moment(at: row.time), grade: row.grade, mode: .away,
            duration: row.duration))
      } else {
        faults.append(
          ReviewTable.Fault(line: row.line, message: "“\(row.card)” is no card; write DECK/CARD"))
      }
    }
    try ImportRefusal.check(
      faults.sorted { $0.line < $1.line }.map { "\(path):\($0.line): \($0.message)" },
      unnamed: table.moreFaults, in: path)
    let store = try Workspace.forCommand(in: surroundings).store
    try store.makeCopy(.import, at: clock.now)
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
}
