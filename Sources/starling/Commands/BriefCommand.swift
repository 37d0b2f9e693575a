import Application
import ArgumentParser
import Campaign

/// Prints the one page for the day.
struct BriefCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "The one page for the day of an interview.",
    discussion: """
      It goes to standard output: “starling brief --format html > brief.html” makes a page that \
      prints on one sheet. --friend is a page for someone who plays the interviewers.
      """)

  @Argument(
    help: "The employer (default: that of the next interview).", completion: .employers)
  var employer: String?

  @Option(help: "text, markdown or html.")
  var format = Sheet.Format.text

  @Flag(help: "The page for a friend who plays the interviewers.")
  var friend = false

  @Option(parsing: .unconditional, help: "With --friend: the same number gives the same questions.")
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: "With --friend: the minutes to play.")
  var minutes = 30.0

  func validate() throws {
    if !(5...120).contains(minutes) { throw ValidationError("--minutes takes 5 to 120.") }
  }

  func run(in machine: Machine) throws {
    try Sheet.write(
      for: employer, friend: friend ? (minutes, seed) : nil, as: format, in: machine)
  }
}
