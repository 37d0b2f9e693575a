import Campaign
import Exchange
import Files
import Scheduler
import Store

// Forms that are filled in field by field, on the screen or line by line.

/// What came of a form that was to be kept.
enum FormResult {
  /// It is kept as this, under this number if it is new.
  case kept(any NotebookThing, number: Int64? = nil)
  /// It was several lines, each of which is kept; how many are new.
  case keptLines(Int)
  /// It says what was there already.
  case unchanged
  /// It cannot be kept as it is.
  case faults([FormFault])
}

extension NotebookForms {
  /// A thing as a form, as it is now; nil for what has no form of its own.
  ///
  /// - Throws: ``StoreError``.
  func open(_ item: Item) throws -> OpenForm? {
    func open<Thing: NumberedThing>(_ thing: Thing, _ number: Int64?) -> OpenForm {
      // An interview is known by its round.
      let heading = number != nil && thing is Interview ? thing.heading : nil
      var form = Form.open(thing, number: number, heading: heading, names)
      let editing = editing(thing, number)
      let unfinished = UnfinishedText(
        workspace.manuscripts, key: editing.key(of: thing), name: "\(Thing.formName).yaml")
      if unfinished.isThere {
        form.remark = "Ctrl-X goes on with what you left unfinished in your editor."
      }
      return form
    }
    let item = names.notebook.latest(item)
    if let note = item.thing as? CardNote {
      let now = CardNote(on: note.card, try workspace.store.note(on: note.card) ?? "")
      return Form.open(now, heading: now.heading, names)
    }
    if let verdict = item.thing as? Verdict {
      let now = names.notebook.verdicts(on: verdict.employer)
        .first { $0.criterion.id == verdict.criterion }
      return now.map {
        Form.open($0.verdict, heading: "\($0.criterion.text) · \(verdict.employer)", names)
      }
    }
    if let employer = item.thing as? Employer { return Form.open(employer, names) }
    return (item.thing as? any NumberedThing).map { open($0, item.number) }
  }

  /// The form as text of a thing, by which what an editor left of it is found.
  func editing<Thing: NumberedThing>(
    _ thing: Thing, _ number: Int64?
  ) -> FormEditing<Thing> {
    if let number { return Kept(Number(number), thing).form(names, in: workspace) }
    var editing = thing.form(names, in: workspace)
    // An answer has a form of its own, so that one left unfinished does not take its place.
    if let story = thing as? Story, story != Story() { editing.which = story.situation }
    return editing
  }

  /// Keeps what is written in a form in the place of what it was made from.
  ///
  /// - Throws: ``StoreError/changed(what:)`` where another program has changed that meanwhile, and
  ///   others.
  func keep(_ form: OpenForm) throws -> FormResult {
    func keep<Thing: NumberedThing>(_ thing: Thing, _ number: Int64?) throws -> FormResult {
      let (read, faults) = Form.read(
        form, original: thing, blank: thing.blank(today: names.today.number), names,
        employer: names.notebook.employer(of: thing))
      guard let read else { return .faults(faults) }
      do throws(Failure) {
        try read.checkTitle(names, as: number)
      } catch {
        return .faults([Self.fault(error, in: form, of: Thing.self)])
      }
      guard let number else {
        if let lines = try keepLines(of: read) { return lines }
        let kept = try self.keep(read)
        return .kept(kept.thing, number: kept.id.value)
      }
      return try Kept(Number(number), thing).keep(read, in: workspace, names)
        ? .kept(read) : .unchanged
    }
    if let employer = form.item.thing as? Employer { return try self.keep(form, of: employer) }
    if let verdict = form.item.thing as? Verdict { return try self.keep(form, of: verdict) }
    guard let thing = form.item.thing as? any NumberedThing else { return .unchanged }
    return try keep(thing, form.item.number)
  }

  /// Keeps each line of a pasted advert as what it asks for; nil for what is one line.
  private func keepLines(of thing: some NumberedThing) throws -> FormResult? {
    guard let requirement = thing as? Requirement else { return nil }
    let lines = Requirement.lines(of: requirement.text)
    guard lines.count > 1 else { return nil }
    let known = Set(names.notebook.requirements(of: requirement.employer).map(\.text))
    let new = lines.filter { !known.contains($0) }
    try workspace.store.keep(new.map { line in Item(requirement.with { $0.text = line }) })
    return .keptLines(new.count)
  }

  private func keep(_ form: OpenForm, of old: Verdict) throws -> FormResult {
    let (read, faults) = Form.read(
      form, original: old, blank: old.blank(today: names.today.number), names,
      employer: old.employer)
    guard let read else { return .faults(faults) }
    guard read != old else { return .unchanged }
    try workspace.store.keep([Item(read)])
    return .kept(read)
  }

  private func keep(_ form: OpenForm, of old: Employer) throws -> FormResult {
    let (read, faults) = Form.read(
      form, original: old, blank: Employer(), names, employer: old.name)
    guard let read else { return .faults(faults) }
    guard read != old else { return .unchanged }
    do {
      try workspace.keep(read, insteadOf: old, names.notebook)
    } catch let error as Failure where error.code == .badData {
      return .faults([Self.fault(error, in: form, of: Employer.self)])
    }
    return .kept(read)
  }

  /// A title or a name that is taken, at its field.
  private static func fault<Thing: NotebookThing>(
    _ failure: Failure, in form: OpenForm, of _: Thing.Type
  ) -> FormFault {
    let key = Thing.fields.first { $0.isIdentity }?.key
    let message = failure.message ?? "this is taken"
    return FormFault(
      field: form.fields.firstIndex { $0.key == key } ?? 0,
      message: "\(message.prefix(1).uppercased())\(message.dropFirst()).")
  }

  /// Asks for a new thing field by field, and keeps it.
  ///
  /// - Returns: what came of it; what is never finished is kept as an editor's form is, and named.
  /// - Throws: ``Failure``, and ``StoreError``.
  func ask<Thing: NumberedThing>(for new: Thing) throws -> FormResult {
    var form = Form.open(new, names)
    var asking = FormAsking(workspace.surroundings) { form in
      Form.read(
        form, original: new, blank: new.blank(today: names.today.number), names,
        employer: names.notebook.employer(of: new)
      ).faults
    }
    asking.fill(&form)
    guard form.isChanged else { return .unchanged }
    while true {
      let result: FormResult
      do {
        result = try keep(form)
      } catch {
        guard let failure = Failure(error) else { throw error }
        throw left(form, of: new, failure.code, failure.message ?? "it could not be kept")
      }
      guard case .faults(let faults) = result else { return result }
      guard !asking.isOver else {
        let message = faults.map(\.message).joined(separator: " ")
        throw left(form, of: new, .badData, "the \(Thing.formNoun) is not kept yet: \(message)")
      }
      asking.mend(faults, in: &form)
    }
  }

  /// Keeps what was said for the person's editor, and says where it is.
  private func left<Thing: NumberedThing>(
    _ form: OpenForm, of new: Thing, _ code: Failure.Code, _ problem: String
  ) -> Failure {
    let text = Form.yaml(form, original: new, names)
    let place = UnfinishedText(
      workspace.manuscripts, key: editing(new, nil).key(of: new), name: "\(Thing.formName).yaml"
    ).keep(text)
    let words = place?.words(next: "--editor goes on with it") ?? "what you wrote: \(text)"
    return Failure(code, "\(problem)\n\(words)")
  }

  /// Goes on with a form in the person's editor: with what is written in it, else with what an editor left
  /// of it.
  ///
  /// - Returns: what it is once it is kept; nil when it was left as it was.
  func edit(_ form: OpenForm) throws -> (any NotebookThing)? {
    func edit<Thing: NumberedThing>(_ thing: Thing, _ number: Int64?) throws -> Thing? {
      let remarks = number == nil ? [Form.newRemark(Thing.noun)] : []
      let written =
        form.isChanged ? Form.yaml(form, original: thing, names, remarks: remarks) : nil
      guard let number else {
        return try fill(
          editing(thing, nil), with: thing, Thing.formName, from: written, remarks: remarks, keep)?
          .thing
      }
      let old = Kept(Number(number), thing)
      return try fill(
        editing(thing, number), with: thing, Thing.formName, from: written
      ) { edited in
        // What the editor was left with may be what the form said, which is another than what is kept.
        _ = try old.keep(edited, in: workspace, names)
        return edited
      }
    }
    if let old = form.item.thing as? Employer {
      return try fill(
        old.editing(names, in: workspace), with: old, Employer.formName,
        from: form.isChanged ? Form.yaml(form, original: old, names) : nil
      ) { employer in
        try workspace.keep(employer, insteadOf: old, names.notebook)
        return employer
      }
    }
    return try (form.item.thing as? any NumberedThing).flatMap { try edit($0, form.item.number) }
  }
}
