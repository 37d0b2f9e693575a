import Application
import ArgumentParser

/// Writes everything out, in a form that other programs read.
struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything out for other programs or for reading.",
    discussion: """
      json is everything, for “starling import”; csv the reviews, in the layout of the FSRS tools; \
      anki the cards, as text that Anki imports; markdown the decks, stories and answers to read.
      """)

  @Option(help: "What to write.")
  var format = Export.Format.json

  @Argument(help: "The file to make; - for standard output.", completion: .file())
  var path: String

  func run(in machine: Machine) throws { try Export(format).write(to: path, in: machine) }
}
