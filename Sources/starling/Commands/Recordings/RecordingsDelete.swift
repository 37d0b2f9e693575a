import Application
import ArgumentParser

struct RecordingsDelete: Command {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete recorded answers for good.")

  @Argument(help: "Their names or the starts of them, or cards as DECK/CARD.")
  var names: [String] = []

  @Flag(help: "All of them.")
  var all = false

  func validate() throws {
    if names.isEmpty != all { throw ValidationError("name recordings, or give --all.") }
  }

  func run(in machine: Machine) throws { try Recordings(in: machine).delete(names) }
}
