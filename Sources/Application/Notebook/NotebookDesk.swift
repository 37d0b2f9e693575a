package import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Screen
import Store

/// The notebook, open for a command: each method does what one asks for, and says what was done.
package struct NotebookDesk {
  let workspace: Workspace
  let names: FormNames
  var notebook: Notebook { names.notebook }
  var store: Store { workspace.store }

  /// Opens it.
  ///
  /// - Parameter surroundings: the machine.
  /// - Throws: ``Failure`` and ``StoreError``, as do all others.
  package init(in surroundings: any Surroundings) throws {
    workspace = try Workspace.forCommand(.truth, in: surroundings)
    names = try workspace.names()
  }

  func forms(from path: String?) -> NotebookForms {
    NotebookForms(workspace: workspace, names: names, path: path)
  }

  // MARK: - Things of a sort

  /// Lists all of a sort, or those of an employer.
  package func list<Thing: ListedThing>(
    _: Thing.Type, of employer: String?, asJSON json: Bool
  ) throws {
    try Output.list(
      Thing.all(names, of: employer), asJSON: json, titles: ["ID"] + Thing.columns.map(\.title),
      cells: { [$0.id.description] + Thing.cells(of: $0, names) }, fields: names.json)
  }

  /// Shows one, whole.
  package func show<Thing: ListedThing>(_: Thing.Type, named name: String, asJSON json: Bool) throws
  {
    let thing = try Thing.one(named: name, names)
    try json ? Output.json(names.json(thing)) : Output.line(names.reading(of: Item(thing)))
  }

  /// Adds one: at once if its text is given, else by a form.
  ///
  /// The words are the employer, for a sort that belongs to one, and the text. A form is read from the
  /// file, opened in the person's editor, or, where they can be asked, asked for field by field.
  /// `screen` shows stories of a file that is no form before they are kept.
  package func add<Thing: ListedThing>(
    _: Thing.Type, _ words: [String], from path: String?, inEditor: Bool = false,
    screen: ImportAtHand.Screen? = nil
  ) throws {
    var forms = forms(from: path)
    if Thing.self == Story.self, let path {
      let bytes = try FileBytes.named(path, limit: Manuscript.longest)
      if try addStories(bytes, from: path, screen: screen) { return }
      forms.bytes = bytes
    }
    let isAsked = path == nil && !inEditor && workspace.surroundings.isAtTerminal
    let employer: String
    if Thing.isOfEmployer, isAsked, words.isEmpty {
      guard let name = askForEmployer() else { return Output.warn("nothing was kept") }
      employer = name
    } else {
      employer = try Thing.isOfEmployer ? names.employerName(words.first ?? "") : ""
    }
    let text = words.count == (Thing.isOfEmployer ? 2 : 1) ? words.last ?? "" : ""
    let new = Thing(employer, text, today: names.today.number)
    if isAsked, text.isEmpty { return say(try forms.ask(for: new)) }
    guard let kept = try text.isEmpty ? forms.add(new) : forms.keep(new) else {
      return Output.warn("nothing was kept")
    }
    Output.warn("kept “\(kept.title)” under number \(kept.id)")
  }

  /// Asks with whom it is; nil if nobody is named.
  private func askForEmployer() -> String? {
    let known = notebook.employers.map(\.name)
    let prompt = "Employer\(known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"): "
    while let line = workspace.surroundings.ask(prompt) {
      let name = line.sanitised().trimmed
      guard !name.isEmpty else { return nil }
      do throws(Failure) {
        return try names.employerName(name)
      } catch {
        workspace.surroundings.tell("! \(error.message ?? "")")
      }
    }
    return nil
  }

  /// Says what came of a form.
  func say(_ result: FormResult) {
    switch result {
    case .kept(let thing, let number?):
      Output.warn("kept “\(thing.title)” under number \(number)")
    case .kept(let thing, nil): Output.warn("kept “\(thing.title)”")
    case .keptLines(let count): Output.warn("\(count.of("line")) kept")
    case .unchanged, .faults: Output.warn("nothing was kept")
    }
  }

  /// Adds the stories of a file that is no form of one.
  ///
  /// - Returns: whether it is such a file.
  private func addStories(
    _ bytes: [UInt8], from path: String, screen: ImportAtHand.Screen?
  ) throws -> Bool {
    guard Form.isBegin(of: bytes, as: Story.self) else {
      guard let stories = StoryImport(bytes, path: path) else { return false }
      let isLookedAt = workspace.surroundings.isAtTerminal && path != "-"
      try stories.run(
        isDryRun: false, in: workspace.surroundings, screen: isLookedAt ? screen : nil)
      return true
    }
    let documents = Form.documents(bytes)
    guard documents.count > 1 else { return false }
    let form = Story().form(names, in: workspace)
    var titles = notebook.stories.map(\.title)
    let stories = try documents.map { document in
      let story = try form.read(document, from: path)
      guard !titles.contains(where: { $0.isSameName(as: story.title) }) else {
        throw Failure(.badData, "there is a story “\(story.title)” already; nothing was kept")
      }
      titles.append(story.title)
      return story
    }
    for item in try store.keep(stories.map { Item($0) }) {
      Output.warn("kept “\(item.thing.title)” under number \(item.number ?? 0)")
    }
    return true
  }

  /// Edits one by a form.
  package func edit<Thing: ListedThing>(_: Thing.Type, named name: String, from path: String?)
    throws
  {
    let kept = try forms(from: path).edit(Thing.one(named: name, names))
    Output.warn(kept.map { "changed “\($0.title)”" } ?? "nothing has changed")
  }

  package func delete<Thing: ListedThing>(_: Thing.Type, named name: String) throws {
    let thing = try Thing.one(named: name, names)
    try store.delete([Item(thing)])
    Output.warn("deleted “\(thing.title)”; \(Deletions.hint)")
  }
}

extension FormNames {
  /// What is known of a thing, for listings.
  ///
  /// - Parameters:
  ///   - thing: the thing.
  ///   - first: what else is known, which stands before it.
  /// - Returns: an object.
  func json(_ thing: some Described, after first: [(key: String, value: JSONValue)] = [])
    -> JSONValue
  {
    .object(first + FormValue.fields(Form.pairs(of: thing, self)))
  }

  /// What is known of a thing, with the number that it is kept under.
  func json<Thing>(_ kept: Kept<Thing>) -> JSONValue {
    json(kept.thing, after: [("id", .int(Int(kept.id.value)))])
  }
}
