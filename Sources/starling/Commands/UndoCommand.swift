import Application
import ArgumentParser

/// Takes back what was done last; again and again goes further back.
struct UndoCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back what was done last.",
    discussion: """
      A grade, a change, a deletion, a deck that was made or a whole import; once more takes back what was done before that. \
      What was changed since stays as it is, and is named. Not taken back are restore, erase, \
      config, install and “optimise --apply”.
      """)

  @Flag(
    help:
      "Take back all grades with an impossible time, in the future or before 1990; what else has one becomes of now."
  )
  var wrongTimes = false

  func run(in machine: Machine) throws { try TakingBack(wrongTimes: wrongTimes).run(in: machine) }
}
