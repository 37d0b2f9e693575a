import Application
import ArgumentParser

/// Keeps the interviews that the plan goes to.
struct InterviewsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interviews", abstract: "Add, list, show and delete interviews.",
    subcommands: [
      InterviewsList.self, InterviewsAdd.self, InterviewsShow.self, InterviewsEdit.self,
      InterviewsDelete.self,
    ],
    defaultSubcommand: InterviewsList.self)
}
