import Application
import ArgumentParser

/// Counts one more time that the reply to a doubt was said well.
struct DoubtsSaid: Command {
  static let configuration = CommandConfiguration(
    commandName: "said", abstract: "Say that you gave the reply to a doubt well.")

  @Argument(help: "Its number, or its text.")
  var name: String

  func run(in machine: Machine) throws { try NotebookDesk(in: machine).countReply(to: name) }
}
