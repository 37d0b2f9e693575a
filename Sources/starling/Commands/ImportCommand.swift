import Application
import ArgumentParser
import Decks

/// Brings in what was written elsewhere.
struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in an export, reviews or questions from a file.",
    discussion: """
      JSON that “starling export” has written is brought together with what is here, or nothing of it if \
      anything in it cannot be: what is new comes, changes of one side count, of what was changed on \
      both the later wording is shown and the other kept, and what was deleted stays so. “starling undo” \
      takes it back as one; settings are left. A CSV with the \
      columns card_id, review_time and review_rating is reviews; those that are there already are \
      left out. Anything else becomes a deck of your own: a question a line (.txt), a \
      table with a header (.csv, .tsv), or “Q:” and “A:” paragraphs (.md).
      """)

  @Argument(help: "The file; - for standard input.", completion: .file())
  var path: String

  @Option(help: "The new deck's id (default: from the file's name).")
  var id: String?

  @Option(help: "The new deck's title (default: its id).")
  var title: String?

  @Option(help: "The kind of the cards for which the file names none.")
  var kind = CardKind.star

  @Option(help: "The competency of the cards for which the file names none; decks need it.")
  var competency: String?

  func run(in machine: Machine) throws {
    try FileImport(path, id: id, title: title, kind: kind, competency: competency)
      .run(in: machine)
  }
}
