import Application
import ArgumentParser

/// Writes everything out, in a form that other programs read.
struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything out for other programs or for reading.",
    discussion: """
      json is everything with its history, for “starling import”; csv the reviews, in the layout of the FSRS tools; \
      apkg the cards as a package that Anki imports, with your answers and their dates; anki the cards \
      alone, as text that Anki imports; markdown the decks, stories and answers to \
      read; booklet your stories and the last answer to each card that you kept in words, to print or to give to \
      a coach: HTML or Markdown by the ending of PATH.

      A package is a way out, once: tick “Import any learning progress” when you import the first one, since \
      Anki never takes new answers to cards that it has. Importing again takes the texts that you \
      changed, and new cards. If you imported the text before, delete those notes first. Dates are FSRS-6's, with the \
      parameters that you keep for it; tick “Import any deck presets” to take these. Your own tags on its \
      notes in Anki go whenever their text is taken anew.
      """)

  @Option(help: "What to write.")
  var format = Export.Format.json

  @Flag(
    name: .customLong("no-settings"),
    help: "Leave your settings out of json: two homes with the same then have the same bytes.")
  var noSettings = false

  @Option(help: "Of apkg, anki and booklet, only the cards of this deck; again for others.")
  var deck: [String] = []

  @Flag(name: .customLong("no-schedule"), help: "Leave answers and dates out of apkg.")
  var noSchedule = false

  @Flag(
    help:
      "Of booklet, what somebody else may read: no figures that are not to be claimed and no sentence with one, no notes, nothing on doubts, pay, people, the employer and the rounds."
  )
  var friend = false

  @Argument(help: "The file to make; - for standard output.", completion: .file())
  var path: String

  func validate() throws {
    if !deck.isEmpty, ![.apkg, .anki, .booklet].contains(format) {
      throw ValidationError("--deck belongs to --format apkg, anki and booklet.")
    }
    if friend, format != .booklet {
      throw ValidationError("--friend belongs to --format booklet.")
    }
    if noSchedule, format != .apkg {
      throw ValidationError("--no-schedule belongs to --format apkg.")
    }
  }

  func run(in machine: Machine) throws {
    try Export(
      format, hasSettings: !noSettings, decks: deck, hasSchedule: !noSchedule, isForFriend: friend
    ).write(
      to: path, in: machine)
  }
}
