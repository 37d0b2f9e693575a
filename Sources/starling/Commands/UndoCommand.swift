import ArgumentParser
import Files
import Practice
import Scheduler
import Store

/// Takes the last review back; again and again goes further back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last grade back.")

  @Flag(
    help:
      "Take back all grades with an impossible time, in the future or before 1990; what else has one becomes of now."
  )
  var wrongTimes = false

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let now = SystemClock.now
    if wrongTimes, let doubt = try workspace.clockDoubt(at: now) {
      throw Failure(
        .badData,
        "\(doubt): set the clock if it is wrong; “starling undo” takes them back one by one")
    }
    if wrongTimes, let problem = SystemClock.problem(at: now) {
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
      let day = wrongTimes ? ", of \(SystemClock.moment(at: review.time).day(startHour: 0))" : ""
      Output.warn("took back “\(review.grade.name)” on \(review.card)\(day)")
    }
    for thing in things {
      Output.warn(
        thing.time == nil ? "\(thing.title): no longer" : "\(thing.dated): it is of now")
    }
  }
}

extension Store.Mistimed {
  /// `the note on star-people/PE-01, of 2062-11-26`.
  var dated: String {
    time.map { "\(title), of \(SystemClock.moment(at: $0).day(startHour: 0))" } ?? title
  }
}
