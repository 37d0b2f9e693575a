import Application
import ArgumentParser

struct RecordingsDelete: Command {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete recorded answers for good.",
    discussion: """
      What was heard in them is erased, too: with their answers, in the safety copies, and wherever an \
      export of this home is taken in later. It asks before that.
      """)

  @Argument(help: "Their names or the starts of them, or cards as DECK/CARD.")
  var names: [String] = []

  @Flag(help: "All of them.")
  var all = false

  @Flag(help: "Do not ask.")
  var yes = false

  func validate() throws {
    if names.isEmpty != all { throw ValidationError("name recordings, or give --all.") }
  }

  func run(in machine: Machine) throws {
    try Recordings(in: machine).delete(names, isSure: yes, in: machine)
  }
}
