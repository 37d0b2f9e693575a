import Campaign
import Exchange
import Store

/// The forms of what is in the notebook: the person fills them in, and they are kept.
struct NotebookForms {
  let workspace: Workspace
  let names: FormNames
  /// The file that a form is read from, `-` for standard input; nil opens it in the person's editor.
  var path: String?
  /// What is in it, if it was read already.
  var bytes: [UInt8]?
  /// Runs something that needs the terminal for itself.
  var lend: (() throws -> Void) throws -> Void = { try $0() }

  /// Edits a thing.
  ///
  /// - Returns: what it is now; nil when nothing has changed.
  /// - Throws: ``Failure``, as do the others.
  func edit<Thing: NumberedThing>(_ old: Kept<Thing>) throws -> Thing? {
    try fill(old.form(names, in: workspace), with: old.thing, Thing.formName) { edited in
      try old.keep(edited, in: workspace, names) ? edited : nil
    }
  }

  /// Edits an employer.
  func edit(_ old: Employer) throws -> Employer? {
    try fill(old.editing(names, in: workspace), with: old, Employer.formName) { employer in
      guard employer != old else { return nil }
      try workspace.keep(employer, insteadOf: old, names.notebook)
      return employer
    }
  }

  /// Edits the log of a round.
  func edit(_ old: RoundLog) throws -> RoundLog? {
    try fill(
      old.editing(names, in: workspace), with: old, "round-log", remarks: [old.remark]
    ) { log in
      try workspace.store.keep(log, insteadOf: old)
      return log
    }
  }

  /// Adds a thing.
  ///
  /// - Parameters:
  ///   - new: what is in its form at first.
  ///   - remark: what stands above the form; nil says what it is.
  /// - Returns: it with its number; nil when the form was left as it was.
  /// - Throws: ``Failure``.
  func add<Thing: NumberedThing>(_ new: Thing, _ remark: String? = nil) throws -> Kept<Thing>? {
    try fill(
      editing(new, nil), with: new, Thing.formName, remarks: [remark ?? Form.newRemark(Thing.noun)],
      keep)
  }

  /// Keeps a new thing.
  ///
  /// - Returns: it as it was written, so with the people who are new in it, and its number.
  /// - Throws: ``Failure`` where its title is taken.
  func keep<Thing: NumberedThing>(_ new: Thing) throws -> Kept<Thing> {
    try new.checkTitle(names)
    return Kept(try workspace.store.add(new).id, new)
  }

  func fill<Thing: Described, Kept>(
    _ form: FormEditing<Thing>, with thing: Thing, _ name: String, from written: String? = nil,
    remarks: [String] = [], _ keep: (Thing) throws -> Kept?
  ) throws -> Kept? {
    if let path {
      return try keep(bytes.map { try form.read($0, from: path) } ?? form.read(from: path))
    }
    let editor = FormEditor(workspace.editor, name: name, lend: lend)
    return try form.edited(thing, from: written, remarks: remarks, with: editor, keeping: keep)
  }
}
