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
      "Take back all grades whose time cannot be, in the future or before 1990; they count for nothing."
  )
  var wrongTimes = false

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let now = SystemClock.now
    let undone =
      try wrongTimes
      ? workspace.store.undoWrongTimes(at: now)
      : workspace.store.undoLast(at: now).map { [$0] } ?? []
    guard !undone.isEmpty else {
      Output.warn(
        wrongTimes
          ? "there is no grade of a time that cannot be" : "there is no grade to take back")
      return
    }
    for review in undone {
      let day = wrongTimes ? ", of \(Day(containing: review.time, utcOffset: 0, startHour: 0))" : ""
      Output.warn("took back “\(review.grade.name)” on \(review.card)\(day)")
    }
  }
}
