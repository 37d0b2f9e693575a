import ArgumentParser
import Practice
import Scheduler
import Store

/// Takes the last review back; again and again goes further back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last grade back.")

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    guard let undone = try workspace.store.undoLast(at: SystemClock.now) else {
      Output.warn("there is no grade to take back")
      return
    }
    Output.warn("took back “\(undone.grade.name)” on \(undone.card)")
  }
}
