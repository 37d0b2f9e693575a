import ArgumentParser
import Campaign
import Decks
import Exchange
import Files
import Scheduler
import Store

/// Adds a thing: at once if its text is given, else by a form.
struct AddThing<Thing: ListedThing>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: "Add one.",
      usage: Thing.isOfEmployer
        ? "starling \(Thing.command) add EMPLOYER [TEXT] [--from PATH]"
        : "starling \(Thing.command) add [TEXT] [--from PATH]",
      discussion: """
        With \(Thing.isOfEmployer ? "EMPLOYER and TEXT" : "TEXT") it is kept at once; without TEXT \
        a form opens in your editor. --from reads the form from a file.
        """)
  }

  @Argument(
    help: ArgumentHelp(
      Thing.isOfEmployer ? "The employer, and the text." : "The text.", valueName: "words"))
  var words: [String] = []

  @Option(help: "Read the form from this file; - is standard input.", completion: .file())
  var from: String?

  func validate() throws {
    let most = Thing.isOfEmployer ? 2 : 1
    if words.count > most {
      throw ValidationError("put the text in quotes, so that it is one argument.")
    }
    if words.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("neither employer nor text may be empty.")
    }
    if Thing.isOfEmployer, words.isEmpty, from == nil {
      throw ValidationError("name the employer.")
    }
    if from != nil, words.count == most {
      throw ValidationError("give the text or --from, not both.")
    }
  }

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let employer = try Thing.isOfEmployer ? names.employerName(words.first ?? "") : ""
    let text = words.count == (Thing.isOfEmployer ? 2 : 1) ? words.last ?? "" : ""
    let new = Thing.blank(employer, text, today: names.today)
    let editing = new.editing(names, in: workspace)
    if let from { return try editing.read(from: from).keep(in: workspace, names) }
    if !text.isEmpty { return try new.keep(in: workspace, names) }
    let kept: Void? = try editing.edited(
      new, remarks: [Form.newRemark(Thing.noun)],
      with: workspace.formEditor(Thing.noun)
    ) { try $0.keep(in: workspace, names) }
    if kept == nil { Output.warn("nothing was kept") }
  }
}

extension ListedThing {
  /// Makes sure that its title is its own, where titles are names.
  ///
  /// - Throws: ``Failure`` when it is taken.
  func checkTitle(_ names: FormNames) throws(Failure) {
    let others = Self.all(in: names.notebook).filter { $0.id != id && !Self.isOfEmployer }
    if let other = others.first(where: { $0.title.isSameName(as: title) }) {
      throw Failure(.badData, "there is a \(Self.noun) “\(other.title)” already")
    }
  }

  /// Keeps it and says so.
  ///
  /// - Throws: ``Failure`` when a title is taken.
  func keep(in workspace: Workspace, _ names: FormNames) throws {
    try checkTitle(names)
    _ = try workspace.store.keep([item])
    guard id == nil else { return Output.warn("changed “\(title)”") }
    let number = Self.all(in: try workspace.store.notebook()).last?.id
    Output.warn("kept “\(title)”\(number.map { " under number \($0)" } ?? "")")
  }
}
