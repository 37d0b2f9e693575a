import Application
import ArgumentParser

/// Writes the interviews for a calendar.
struct CalendarCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Write the interviews as a calendar file.",
    discussion: """
      It is iCalendar, which calendar programs and phones take. An interview is the same event each time, so \
      that one that has moved moves there, in calendars that go by its name; calcurse does not, and has it \
      twice. Times are right in every zone. One that came by an invitation is the event of that.
      """)

  @Flag(
    help:
      "Include the days of the plan, up to the last interview, as all-day events. They are wrong once you miss a day: write the file again then."
  )
  var practice = false

  @Argument(help: "The file to make; - for standard output.", completion: .file())
  var path: String

  func run(in machine: Machine) throws {
    try CalendarExport(hasPractice: practice).write(to: path, in: machine)
  }
}
