import Application
import ArgumentParser
import Campaign
import Exchange
import Files

/// Adds a thing: at once if its text is given, else by a form.
struct AddThing<Thing: ListedThing>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: "Add one.",
      usage: Thing.isOfEmployer
        ? "starling \(Thing.command) add [EMPLOYER] [TEXT] [--editor] [--from PATH]"
        : "starling \(Thing.command) add [TEXT] [--editor] [--from PATH]\(areMany ? " [--yes]" : "")",
      discussion: """
        With \(Thing.isOfEmployer ? "EMPLOYER and TEXT" : "TEXT") it is kept at once; without TEXT \
        you are asked field by field. --editor opens a form in your editor. --from reads the form \
        from a file\(others).

        The fields of the form:
        \(Form.help(for: Thing.self))
        """)
  }

  /// Whether a file may hold many that are no forms.
  private static var areMany: Bool { Thing.self == Story.self }

  /// What else a file may be.
  private static var others: String {
    areMany ? ", or stories as “starling import” reads and shows them" : ""
  }

  @Argument(
    help: ArgumentHelp(
      Thing.isOfEmployer ? "The employer, and the text." : "The text.", valueName: "words"))
  var words: [String] = []

  @Option(help: "Read the form from this file; - is standard input.", completion: .file())
  var from: String?

  @Flag(help: "Open the form in your editor.")
  var editor = false

  @Flag(
    help: ArgumentHelp(
      "Take a file of stories as it is read, without a screen.",
      visibility: Self.areMany ? .default : .private))
  var yes = false

  func validate() throws {
    if yes, !Self.areMany || from == nil {
      throw ValidationError("--yes is for a file of stories, named with --from.")
    }
    let most = Thing.isOfEmployer ? 2 : 1
    if words.count > most {
      throw ValidationError("put the text in quotes, so that it is one argument.")
    }
    if words.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("neither employer nor text may be empty.")
    }
    if Thing.isOfEmployer, words.isEmpty, from == nil, editor || !StandardStreams.isInputTerminal {
      throw ValidationError("name the employer.")
    }
    if from != nil || editor, words.count == most {
      throw ValidationError("give the text, --editor or --from, one of them.")
    }
    if from != nil, editor { throw ValidationError("give --editor or --from, not both.") }
  }

  func run(in machine: Machine) throws {
    let screen: ImportAtHand.Screen? = yes ? nil : { try Trainer.look(at: $0, in: $1) }
    try NotebookDesk(in: machine).add(
      Thing.self, words, from: from, inEditor: editor, screen: screen)
  }
}
