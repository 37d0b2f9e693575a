import Application
import ArgumentParser
import Decks

/// Brings in what was written elsewhere.
struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in an export, reviews, stories or questions from a file.",
    discussion: """
      JSON that “starling export” has written is brought together with what is here, or nothing of it if \
      anything in it cannot be: what is new comes, changes of one side count, of what was changed on \
      both the later wording is shown and the other kept (“starling sync --conflicts”), and what was deleted \
      stays so. “starling undo” takes it back as one; settings are left. Another database, such as one of \
      another machine or a copy that a program which syncs has put beside yours, comes in the same way.

      A table with the columns card_id, review_time and review_rating, or those of Anki's revlog, is \
      reviews; those that are there already are left out, and so are rows with the rating 0. Times are \
      milliseconds, seconds or ISO 8601, ratings 1 to 4 or words.

      A table with the columns Situation, Task, Action and Result, or a text with these four above its \
      parts, is stories, and they come to yours. Titles, families and figures that it does not name are \
      proposed.

      A package of Anki's, .apkg or .colpkg of any version, becomes a deck for each of its decks, with the \
      answers that Anki itself counts; “unzip” and, for packages of today, “zstd” unpack it. The dates are \
      reckoned anew from these answers, so that cards whose log was cut off come back sooner than in Anki. \
      Cards of Starling's own that come back are not doubled. Importing it again adds what is new.

      Anything else is questions, and becomes a deck of your own, or with --into is added to one: a list, \
      Markdown or org with headings, numbers, questions and answers, a table with commas, semicolons or \
      tabs, or notes of Anki's in plain text. What is in the file says what it is, not its name. \
      At a terminal a screen shows what would come in and what is passed over, of stories, too, before \
      anything is kept: each row can be sorted otherwise, reworded or left out. --yes takes the file \
      without it, --dry-run prints it. Each card gets the competency that the \
      file names in a column or a heading, or that its words suggest; --competency is for those of which \
      the file says nothing. A file that reads like prose stops with code 65 where nobody can look.
      """)

  @Argument(help: "The file; - for standard input.", completion: .file())
  var path: String

  @Option(help: "The new deck's id (default: from the file's name).")
  var id: String?

  @Option(help: "The new deck's title (default: that of the file, or its id).")
  var title: String?

  @Option(help: "The kind of the cards for which the file names none.")
  var kind = CardKind.star

  @Option(
    help:
      "The competency of the cards for which the file names none (default: as their words suggest)."
  )
  var competency: String?

  @Option(help: "Add what is new to this deck of yours; what is there stays.")
  var into: String?

  @Option(
    help: ArgumentHelp(
      "What a column of a table is, as in “ask=Interview item”; again for others.",
      valueName: "key=head"))
  var column: [String] = []

  @Option(help: "Of a package, only this deck and those below it; again for others.")
  var deck: [String] = []

  @Flag(name: .customLong("no-reviews"), help: "Of a package, leave the answers.")
  var noReviews = false

  @Flag(help: "Of a package, keep Anki's own parameters for fsrs-6.")
  var parameters = false

  @Flag(help: "Show what would come in and what is passed over; keep nothing.")
  var dryRun = false

  @Flag(help: "Take the file as it is read, without a screen or a question.")
  var yes = false

  func validate() throws {
    if into != nil, id != nil || title != nil {
      throw ValidationError(
        "--into adds to a deck that has its id and title; leave out --id and --title.")
    }
    for text in column where columns[text.head] == nil {
      throw ValidationError(
        "--column takes a key of a card and a column, as in “ask=Interview item”, not “\(text)”.")
    }
  }

  private var columns: [String: String] {
    var columns: [String: String] = [:]
    for text in column where QuestionFile.columnKeys.contains(text.key) {
      columns[text.head] = text.key
    }
    return columns
  }

  func run(in machine: Machine) throws {
    try FileImport(
      path,
      ImportChoices(
        id: id, title: title, kind: kind, competency: competency, into: into, columns: columns,
        decks: deck, hasReviews: !noReviews, keepsParameters: parameters, isDryRun: dryRun,
        isSure: yes)
    ).run(in: machine, screen: Trainer.look)
  }
}

extension String {
  /// Before the `=`, which must be a key.
  fileprivate var key: String { prefix { $0 != "=" }.lowercased() }

  /// Behind it.
  fileprivate var head: String { String(drop { $0 != "=" }.dropFirst()) }
}
