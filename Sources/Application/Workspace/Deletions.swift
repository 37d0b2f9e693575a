import Exchange
import Files
import Practice
import Scheduler
import Store

/// What was deleted in the last ninety days, and its way back.
package struct Deletions {
  private let workspace: Workspace
  private let all: [Store.Deleted]

  /// What is said after a deletion.
  package static let hint = "“starling undo” brings it back"

  package init(in surroundings: any Surroundings) throws {
    workspace = try Workspace.forCommand(.truth, in: surroundings)
    workspace.noteDecksIfPossible()
    all = try workspace.store.deleted(at: workspace.clock.now.time)
  }

  /// Prints them, the latest first.
  package func list(json: Bool) throws {
    if all.isEmpty, !json {
      return Output.warn("nothing was deleted in the last \(Store.daysDeletedAreListed) days")
    }
    try Output.list(
      Array(zip(1..., all)), asJSON: json, titles: ["ID", "DELETED", "WHAT"],
      cells: { number, deleted in
        ["\(number)", workspace.clock.day(of: deleted.time), deleted.title]
      },
      fields: { number, deleted in
        .object([
          ("id", .int(number)), ("what", .string(deleted.title)),
          ("deleted", .string(ISO8601.text(deleted.time))),
        ])
      })
  }

  /// Brings one back, and says so.
  ///
  /// - Parameter name: its number in the list, or what it is called there, or a part of that.
  /// - Throws: ``Failure`` if it means none or more than one, ``StoreError``.
  package func bringBack(_ name: String) throws {
    let words = name.lowercased()
    let found =
      Int(name).map { number in all.indices.contains(number - 1) ? [all[number - 1]] : [] }
      ?? all.filter { $0.title.lowercased().contains(words) }
    guard let only = found.first, found.count == 1 else {
      throw Failure(
        .badData,
        "\(found.isEmpty ? "nothing" : "more than one thing") that was deleted is called “\(name)”; “starling deleted” has their numbers"
      )
    }
    let back = try workspace.bringBack(only)
    Output.warn("brought back \(back.title)\(back.with.hangingOnIt)")
  }
}

extension Workspace {
  /// Brings back what was deleted, a deck's file among it.
  ///
  /// - Throws: ``Failure`` and ``StoreError``; then it is as before.
  func bringBack(_ deleted: Store.Deleted) throws -> Store.BroughtBack {
    try placingDecks { (decks) throws(StoreError) in
      try store.bringBack(deleted, at: clock.now, decks: decks)
    }.value
  }
}
