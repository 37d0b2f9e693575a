import Application
import ArgumentParser

/// Picks the questions to ask in an interview.
struct QuestionsPick: Command {
  static let configuration = CommandConfiguration(
    commandName: "pick", abstract: "Pick three to five questions for each person of the day.")

  @Argument(
    help: "The employer (default: that of the next interview).", completion: .employers)
  var employer: String?

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try Workspace.forCommand(in: machine).writeQuestionPicks(for: employer, asJSON: form.json)
  }
}
