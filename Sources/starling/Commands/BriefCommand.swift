import Application
import ArgumentParser
import Campaign
import Exchange
import Store

/// Prints the one page for the day.
struct BriefCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, html }

  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "The one page for the day of an interview.",
    discussion: """
      It goes to standard output: “starling brief --format html > brief.html” makes a page that \
      prints on one sheet. --friend is a page for someone who plays the interviewers.
      """)

  @Argument(help: "The employer (default: that of the next interview).")
  var employer: String?

  @Option(help: "text, markdown or html.")
  var format = Format.text

  @Flag(help: "The page for a friend who plays the interviewers.")
  var friend = false

  @Option(parsing: .unconditional, help: "With --friend: the same number gives the same questions.")
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: "With --friend: the minutes to play.")
  var minutes = 30.0

  func validate() throws {
    if !(5...120).contains(minutes) { throw ValidationError("--minutes takes 5 to 120.") }
  }

  func run() throws {
    let workspace = try Workspace.forCommand()
    let interview = try workspace.nextInterview(with: employer)
    let sheet =
      try friend
      ? workspace.friendSheet(for: interview, minutes: minutes, seed: seed)
      : workspace.brief(for: interview)
    let text =
      switch format {
      case .text: sheet.text
      case .markdown: sheet.markdown
      case .html: sheet.html
      }
    try Output.line(String(text.dropLast()))
  }
}
