import Application
import ArgumentParser

/// Marks a story as told in a round, beside what the round's log says.
struct StoriesTold: Command {
  static let configuration = CommandConfiguration(
    commandName: "told", abstract: "Mark a story as told to an employer.")

  @Argument(help: "The story's title, or its number.", completion: .stories)
  var story: String

  @Argument(help: "Who heard it.")
  var employer: String

  @Option(parsing: .unconditional, help: "In which round (default: the latest that has begun).")
  var round: Int?

  @Option(help: "To whom, by name or role (default: all who were there).")
  var to: String?

  @Flag(help: "It was only touched on.")
  var briefly = false

  @Flag(help: "Take the mark back.")
  var undo = false

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).mark(
      story, asToldTo: employer, round: round, to: to, isWhole: !briefly, isTakenBack: undo)
  }
}
