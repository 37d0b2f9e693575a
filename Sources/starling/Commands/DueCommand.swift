import Application
import ArgumentParser

/// Says what is waiting; made to be called from a shell prompt.
struct DueCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say what is left of today's session.",
    discussion: """
      One short line, such as “6 cards, 18 min” or “done today”, for a prompt or a status line; --long \
      says what is in it and how you stand for each interview.
      """)

  @Flag(help: "A sentence in place of a few words.")
  var long = false

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try DueListing.write(as: form.json ? .json : long ? .long : .short, in: machine)
  }
}
