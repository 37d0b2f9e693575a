import Application
import ArgumentParser

/// Writes everything out, in a form that other programs read.
struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything out for other programs or for reading.",
    discussion: """
      json is everything with its history, for “starling import”; csv the reviews, in the layout of the FSRS tools; \
      anki the cards, as text that Anki imports; markdown the decks, stories and answers to read.
      """)

  @Option(help: "What to write.")
  var format = Export.Format.json

  @Flag(
    name: .customLong("no-settings"),
    help: "Leave your settings out of json: two homes with the same then have the same bytes.")
  var noSettings = false

  @Argument(help: "The file to make; - for standard output.", completion: .file())
  var path: String

  func run(in machine: Machine) throws {
    try Export(format, hasSettings: !noSettings).write(to: path, in: machine)
  }
}
