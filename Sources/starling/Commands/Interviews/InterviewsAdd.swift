import Application
import ArgumentParser

struct InterviewsAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an interview; the plan goes to its start.")

  @Argument(help: "The employer.")
  var name: String

  @Option(help: "When it starts, in ISO 8601, within 20 years; without a zone it is local.")
  var at: String

  @Option(
    parsing: .unconditional,
    help:
      "Which round it is (default: the first that is missing if it is over, else the one after the last, or the second)."
  )
  var round: Int?

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) { throw ValidationError("NAME must not be empty.") }
    if let round, !(1...99).contains(round) {
      throw ValidationError("--round takes a whole number from 1 to 99.")
    }
  }

  func run(in machine: Machine) throws {
    try Interviews(in: machine).add(with: name, at: at, round: round)
  }
}
