import Files
import Practice
import Scheduler
package import Store

/// Takes back what was done last, or all grades with an impossible time.
package struct TakingBack {
  /// Whether all with an impossible time are meant, and not the last action.
  private let wrongTimes: Bool

  package init(wrongTimes: Bool) { self.wrongTimes = wrongTimes }

  /// Takes it back, and says what.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  package func run(in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    try wrongTimes ? takeBackWrongTimes(workspace) : takeBackLast(workspace)
  }

  private func takeBackLast(_ workspace: Workspace) throws {
    guard let taken = try workspace.takeLastActionBack() else {
      return Output.warn("there is nothing to take back")
    }
    for line in taken.lines { Output.warn(line) }
  }

  private func takeBackWrongTimes(_ workspace: Workspace) throws {
    let now = workspace.clock.now
    if let doubt = try workspace.clockDoubt(at: now) {
      throw Failure(
        .badData,
        "\(doubt): set the clock if it is wrong; “starling undo” takes them back one by one")
    }
    if let problem = WallClock.problem(at: now) {
      throw Failure(.badData, "\(problem); set it first")
    }
    let things = try workspace.store.thingsOfWrongTimes()
    let undone = try workspace.store.undoWrongTimes(at: now)
    guard !undone.isEmpty || !things.isEmpty else {
      return Output.warn("there is no grade with an impossible time")
    }
    for review in undone {
      let day = workspace.clock.moment(at: review.time).day(startHour: 0)
      Output.warn("took back “\(review.grade.name)” on \(review.card), of \(day)")
    }
    for thing in things {
      Output.warn(
        thing.time == nil
          ? "\(thing.title): no longer" : "\(thing.dated(by: workspace.clock)): it is of now")
    }
  }
}

extension Workspace {
  /// Takes back what this home did last, decks' files among it.
  ///
  /// - Parameter isMeant: whether that is what the person was asked about.
  /// - Returns: what was taken back; nil if there is nothing left.
  /// - Throws: ``Failure`` and ``StoreError``; then nothing was taken back.
  package func takeLastActionBack(
    if isMeant: (Store.TakenBack) -> Bool = { _ in true }
  ) throws -> Store.TakenBack? {
    // What was changed since in an editor is another, and stays.
    noteDecksIfPossible()
    return try placingDecks { (decks) throws(StoreError) in
      try store.undoLastAction(at: clock.now, if: isMeant, decks: decks)
    }.value
  }
}
