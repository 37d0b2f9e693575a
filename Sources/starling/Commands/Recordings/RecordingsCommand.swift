import Application
import ArgumentParser

/// Lists, plays and deletes recorded answers.
struct RecordingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recordings", abstract: "List, play and delete recorded answers.",
    discussion: """
      With the setting programs.recorder spoken answers are recorded, into files that nobody but \
      you can read; without it there are none.
      """,
    subcommands: [RecordingsList.self, RecordingsPlay.self, RecordingsDelete.self],
    defaultSubcommand: RecordingsList.self)
}
