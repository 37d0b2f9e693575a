import Application
import ArgumentParser

/// What can be said of an interview's time beside when it is.
struct InterviewTime: ParsableArguments {
  @Option(help: "The zone of that time, such as Europe/Lisbon; without it, that of this machine.")
  var zone: String?

  @Flag(help: "It is another interview than one with the same employer within a day of it.")
  var another = false
}

struct InterviewsAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an interview; the plan goes to its start.")

  @Argument(help: "The employer.")
  var name: String

  @OptionGroup var time: InterviewTime

  @Option(
    help:
      "When it starts, as you would say it: “3 dec 14:00”, “thu 2pm”, “in 6 days”, 2026-12-03T14:00; a day alone will do."
  )
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
    try Interviews(in: machine).add(
      with: name, at: at, zone: time.zone, round: round, isAnother: time.another)
  }
}
