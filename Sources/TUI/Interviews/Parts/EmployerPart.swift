import Campaign
import Practice
import Scheduler
import Screen

/// A part of what is known of an employer: a list of things, and what can be done with them.
struct EmployerPart: Equatable, Sendable {
  let title: String
  /// What stands above the marks, and above the things.
  let heads: (mark: String, thing: String)
  /// What is done with it at once, by its name, and the key of its list that does it.
  var deeds: [(title: String, key: Key)] = []
  /// What an empty list says.
  let emptyText: String
  /// What those are about which something is to be done.
  var openWords = ""
  /// Whether the log of a round is opened from here.
  var leadsToLog = false
  /// A thing of it when one is added; nil where it is of a round.
  var new: (@Sendable (PartView) -> any NotebookThing)?
  /// What can be added to a round.
  var ofRound: @Sendable (Kept<Interview>) -> [ThingChoice] = { _ in [] }
  /// What can be changed of a row, where that is more than one thing.
  var changes: @Sendable (ThingRow, PartView) -> [ThingChoice] = { row, _ in
    [ThingChoice(row.title, row.item)]
  }
  /// What the space bar does here.
  var mark: Mark?
  /// What matters most of it, if that is not how many are open.
  var summary: (@Sendable ([ThingRow]) -> String)?
  /// The things, in the order in which they matter.
  let rows: @Sendable (PartView) -> [ThingRow]

  /// What the space bar does.
  struct Mark: Sendable {
    /// For the footer.
    let title: String
    /// What it makes of a thing, and what is said then; nil if it makes nothing of it.
    let change: @Sendable (Item, PartView) -> (item: Item, note: String)?

    /// A change to things of one sort; `change` gives what is said then.
    static func changing<Thing: NumberedThing>(
      _ title: String, _ change: @escaping @Sendable (inout Thing, PartView) -> String
    ) -> Mark {
      Mark(title: title) { item, view in
        guard var kept: Kept<Thing> = item.kept() else { return nil }
        let note = change(&kept.thing, view)
        return (Item(kept), note)
      }
    }
  }

  /// In the order in which they are listed.
  static let all: [EmployerPart] = [
    rounds, log, after, people, doubts, facts, questions, panels, advert, decision,
  ]

  static func == (left: Self, right: Self) -> Bool { left.title == right.title }

  /// What matters most of it, in a few words.
  func words(_ rows: [ThingRow]) -> String {
    if let summary { return summary(rows) }
    let open = rows.count(where: \.isOpen)
    return open > 0 ? "\(open) \(openWords)" : ""
  }
}

/// An employer, as its parts look at it.
struct PartView {
  let stage: Stage
  let employer: String

  var notebook: Notebook { stage.notebook }
  var today: Day { stage.today }
  /// The rounds, the latest first.
  var latest: [Kept<Interview>] { notebook.interviews(with: employer).reversed() }
}

/// A row of a list of things.
struct ThingRow: Equatable {
  var item: Item
  /// One or two columns that say how it stands.
  var mark: String
  var title: String
  var detail: String
  /// Whether something is still to be done about it.
  var isOpen = false
}

extension [String] {
  /// Those that say something, in a line.
  var inOneLine: String { filter { !$0.isEmpty }.joined(separator: " · ") }
}
