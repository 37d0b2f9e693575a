import Application
import ArgumentParser

/// Shows the way to the interview, day by day.
struct PlanCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show the plan, day by day to the interview.",
    discussion: """
      The first day is today's session, item by item. Later days are made anew each time from what was \
      practised so far, so a missed day costs nothing but itself. Each interview has its own line: ready \
      now is recall at its start if you stopped now, on course for the same if the plan is followed, with \
      a range in which nine of ten outcomes lie. READY AFTER IT is the recall to expect at the start of \
      the next interview after that day.
      """)

  @Argument(help: "Only these decks.", completion: .decks)
  var decks: [String] = []

  @Flag(help: "Only cards of the core set.")
  var core = false

  @Option(parsing: .unconditional, help: "The minutes of a day (default: those of the settings).")
  var minutes: Double?

  @OptionGroup var form: ListForm

  func validate() throws {
    if let minutes, !(minutes > 0 && minutes <= 1440) {
      throw ValidationError("--minutes takes a number above 0, at most 1440.")
    }
  }

  func run(in machine: Machine) throws {
    try PlanListing(of: decks, coreOnly: core, minutes: minutes, in: machine).write(
      asJSON: form.json)
  }
}
