import Application
import ArgumentParser
import Campaign
import Decks
import Exchange
import Store

/// Picks the questions to ask in an interview.
struct QuestionsPick: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pick", abstract: "Pick three to five questions for each person of the day.")

  @Argument(help: "The employer (default: that of the next interview).")
  var employer: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let workspace = try Workspace.forCommand()
    let interview = try workspace.nextInterview(with: employer)
    let picks = try workspace.store.notebook()
      .questionPicks(for: interview, cards: workspace.askCards())
    guard json else {
      for pick in picks {
        try Output.line(pick.person?.title ?? interview.employer)
        for choice in pick.choices {
          try Output.line("  \(choice.text)\(choice.code.map { " (\($0))" } ?? "")")
        }
      }
      return
    }
    try Output.json(
      .array(
        picks.map { pick in
          .object([
            "person": JSONValue(pick.person?.title),
            "questions": .array(
              pick.choices.map {
                .object(["question": .string($0.text), "card": JSONValue($0.code)])
              }),
          ])
        }))
  }
}
