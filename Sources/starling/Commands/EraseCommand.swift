import Application
import ArgumentParser

/// Empties what was written, for good.
struct EraseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Empty what you wrote, for good.",
    discussion: """
      Deleting hides, erasing erases: the texts of a thing and all that hangs on it, or of all \
      answers and drafts before a day, are taken out of the database, its records and the safety \
      copies, and out of what was left unfinished; wherever an export of this home is taken in later \
      they go, too. It asks first, and cannot be taken back. What lies elsewhere it does not reach.
      """)

  @Argument(
    help: "What it is called: an employer, a story, a person, deleted or not; for a note its card.")
  var name: String?

  @Option(help: "Which of several that are called so, as it numbers them.")
  var number: Int?

  @Option(name: .customLong("answers-before"), help: "Erase the answers before this day.")
  var answersBefore: String?

  @Flag(help: "Do not ask.")
  var yes = false

  func run(in machine: Machine) throws {
    try Erasure(of: name, number: number, answersBefore: answersBefore, in: machine).run(
      isSure: yes)
  }
}
