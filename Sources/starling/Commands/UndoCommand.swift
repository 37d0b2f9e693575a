import ArgumentParser
import Practice
import Scheduler
import Store

/// Takes the last review back; again and again goes further back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last grade back.")

  @Flag(
    help:
      "Take back all grades with an impossible time, in the future or before 1990; they count for nothing."
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
    let undone =
      try wrongTimes
      ? workspace.store.undoWrongTimes(at: now)
      : workspace.store.undoLast(at: now).map { [$0] } ?? []
    guard !undone.isEmpty else {
      Output.warn(
        wrongTimes
          ? "there is no grade with an impossible time" : "there is no grade to take back")
      return
    }
    for review in undone {
      let day = wrongTimes ? ", of \(SystemClock.moment(at: review.time).day(startHour: 0))" : ""
      Output.warn("took back “\(review.grade.name)” on \(review.card)\(day)")
    }
  }
}
