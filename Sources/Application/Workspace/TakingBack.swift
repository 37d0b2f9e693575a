import Files
import Practice
import Scheduler
import Store

/// Takes grades back.
package struct TakingBack {
  /// Whether all with an impossible time are meant, and not the last one.
  private let wrongTimes: Bool

  package init(wrongTimes: Bool) { self.wrongTimes = wrongTimes }

  /// Takes them back, and says which.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  package func run(in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    let now = workspace.clock.now
    if wrongTimes, let doubt = try workspace.clockDoubt(at: now) {
      throw Failure(
        .badData,
        "\(doubt): set the clock if it is wrong; “starling undo” takes them back one by one")
    }
    if wrongTimes, let problem = WallClock.problem(at: now) {
      throw Failure(.badData, "\(problem); set it first")
    }
    let things = wrongTimes ? try workspace.store.thingsOfWrongTimes() : []
    let undone =
      try wrongTimes
      ? workspace.store.undoWrongTimes(at: now)
      : workspace.store.undoLast(at: now).map { [$0] } ?? []
    guard !undone.isEmpty || !things.isEmpty else {
      Output.warn(
        wrongTimes
          ? "there is no grade with an impossible time" : "there is no grade to take back")
      return
    }
    for review in undone {
      let day =
        wrongTimes ? ", of \(workspace.clock.moment(at: review.time).day(startHour: 0))" : ""
      Output.warn("took back “\(review.grade.name)” on \(review.card)\(day)")
    }
    for thing in things {
      Output.warn(
        thing.time == nil
          ? "\(thing.title): no longer" : "\(thing.dated(by: workspace.clock)): it is of now")
    }
  }
}
