import Application
import ArgumentParser

/// Takes the last review back; again and again goes further back.
struct UndoCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last grade back.")

  @Flag(
    help:
      "Take back all grades with an impossible time, in the future or before 1990; what else has one becomes of now."
  )
  var wrongTimes = false

  func run(in machine: Machine) throws { try TakingBack(wrongTimes: wrongTimes).run(in: machine) }
}
