import Application
import ArgumentParser

/// Lists, plays and deletes recorded answers.
struct RecordingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recordings", abstract: "List, play, write down and delete recorded answers.",
    discussion: """
      With the setting programs.recorder spoken answers are recorded, into files that nobody but \
      you can read; without it there are none. With programs.transcriber they are written down, too.
      """,
    subcommands: [
      RecordingsList.self, RecordingsPlay.self, RecordingsTranscribe.self, RecordingsDelete.self,
    ],
    defaultSubcommand: RecordingsList.self)
}
