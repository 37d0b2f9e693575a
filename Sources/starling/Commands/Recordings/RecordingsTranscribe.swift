import Application
import ArgumentParser

struct RecordingsTranscribe: Command {
  static let configuration = CommandConfiguration(
    commandName: "transcribe", abstract: "Have recorded answers written down by your transcriber.",
    discussion: """
      Words go to the answer that a recording is of, once; those of an answer that was never graded \
      become a draft at its card. Without a name it is all recordings that have no words yet.
      """)

  @Argument(help: "Their names or the starts of them, or cards as DECK/CARD.")
  var names: [String] = []

  func run(in machine: Machine) throws { try WritingDown(in: machine).run(names) }
}
