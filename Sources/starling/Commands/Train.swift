import ArgumentParser
import Practice

/// Opens the trainer at its home screen.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Open the trainer at its home screen (the default).",
    shouldDisplay: false)

  func run() throws {
    try Trainer.run(session: nil)
  }
}
