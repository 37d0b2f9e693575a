import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Store
import TUI
import Terminal

extension Trainer {
  /// Carries out what the screens of stories and interviews want.
  func outcome(of effect: NotebookEffect) throws -> NotebookOutcome {
    let store = workspace.store
    switch effect {
    case .open(let goal): return .opened(try workspace.openNotebook(), goal)
    case .keep(let items, let note):
      do throws(StoreError) {
        _ = try store.keep(upToDate(items))
      } catch {
        return try unkept(items, after: error, note)
      }
      return try changed(note)
    case .delete(let item):
      try store.delete([item])
      return try changed("Deleted.")
    case .read(let item): return try text(of: item)
    case .edit(let item): return try changed(try edit(item))
    case .add(let new): return try changed(try add(new))
    case .editLog(let interview): return try changed(try editLog(of: interview) ? "Changed." : nil)
    case .addRound(let employer, let text):
      let names = try workspace.names()
      guard let moment = names.moment(text) else {
        throw Failure(.badData, "“\(text)” is no time; write it as 2026-12-01 14:00")
      }
      if let refusal = names.refusal(of: text, at: moment.start) {
        throw Failure(.badData, refusal)
      }
      let interview = Interview(
        employer: employer, round: names.notebook.interviews.nextRound(with: employer),
        startsAt: moment.start.milliseconds, utcOffset: moment.offset)
      do throws(StoreError) {
        _ = try store.keep([.interview(interview)])
      } catch {
        return .unkept([.interview(interview)], error.description)
      }
      return try changed("The plan goes to \(text) now.")
    case .brief(let interview):
      return .sheet(
        title: "\(interview.employer), the day", try workspace.brief(for: interview))
    case .hold(let interview):
      let kept = try workspace.store.add(interview)
      return .held(kept, try workspace.openNotebook())
    case .panel(let interview):
      let open = try workspace.openNotebook()
      let seed = UInt64(bitPattern: SystemClock.now.time.milliseconds)
      let panel = try workspace.panel(
        for: interview, open.notebook, minutes: Self.panelMinutes, seed: seed)
      return .panel(panel, open, interview)
    }
  }

  /// How long a rehearsed panel lasts.
  private static let panelMinutes = 25.0

  /// The same, with rounds as they are now and what was written into their logs here: another program
  /// may have changed them since they were shown.
  private func upToDate(_ items: [Item]) throws(StoreError) -> [Item] {
    let isRound = { (item: Item) in if case .interview = item { true } else { false } }
    guard items.contains(where: isRound) else { return items }
    let notebook = try workspace.store.notebook()
    return items.map { item in
      guard case .interview(let round) = item, let now = notebook.interview(round.id) else {
        return item
      }
      return .interview(now.taking(logOf: round))
    }
  }

  /// Keeps one by one what could not be kept together: what can never be kept is not to hold up the
  /// others.
  private func unkept(_ items: [Item], after error: StoreError, _ note: String?) throws
    -> NotebookOutcome
  {
    var gone: (items: [Item], error: StoreError)?
    var waiting: [Item] = []
    var reason = error
    for item in items {
      do throws(StoreError) {
        // Each attempt waits for another program for a while; one is enough.
        if case .busy = reason { throw reason }
        if items.count == 1 { throw error }
        _ = try workspace.store.keep(upToDate([item]))
      } catch {
        if case .gone = error {
          gone = ((gone?.items ?? []) + [item], error)
        } else {
          waiting.append(item)
          reason = error
        }
      }
    }
    let lost = gone.map { workspace.kept($0.items, after: $0.error) }
    guard waiting.isEmpty else {
      let reasons = [reason.description, lost?.message].compactMap(\.self)
      return .unkept(waiting, reasons.joined(separator: "; "))
    }
    if let lost { throw lost }
    return try changed(note)
  }

  private func changed(_ note: String?) throws -> NotebookOutcome {
    // Cards are made of what is known and what is doubted.
    try workspace.updateDecks()
    return .changed(try workspace.openNotebook(), note: note)
  }

  private func text(of item: Item) throws -> NotebookOutcome {
    let names = try workspace.names()
    func listing<Thing: Described>(_ title: String, _ thing: Thing) -> NotebookOutcome {
      .text(title: title, Form.listing(of: thing, names))
    }
    switch item {
    case .employer(let employer): return listing(employer.name, employer)
    case .interview(let interview):
      let log = Form.listing(of: RoundLog(of: interview, in: names.notebook), names)
      let text = Form.listing(of: interview, names) + (log.isEmpty ? "" : "\n\n\(log)")
      return .text(
        title: "\(interview.employer), round \(interview.round)", text)
    case .person(let person): return listing(person.title, person)
    case .story(let story):
      let told = names.notebook.employers.flatMap { employer in
        names.notebook.tellings(of: story.id, to: employer.name).map {
          "told to \(employer.name), \(names.notebook.words(for: $0))"
        }
      }
      let text = ([Form.listing(of: story, names)] + told).joined(separator: "\n")
      return .text(title: story.title, text)
    case .entry(let entry): return listing("Asked", entry)
    case .doubt(let doubt): return listing("Doubt", doubt)
    case .fact(let fact): return listing("Fact", fact)
    case .question(let question): return listing("Question to ask", question)
    case .requirement(let requirement): return listing("Requirement", requirement)
    case .criterion(let criterion): return listing("Criterion", criterion)
    case .promise(let promise): return listing("Promise", promise)
    case .thankYou(let thankYou): return listing("Thanks", thankYou)
    case .telling, .verdict: return .text(title: "", "")
    }
  }

  // MARK: - Forms

  /// Lets the person edit a thing, and says what was done; nil when nothing was changed.
  private func edit(_ item: Item) throws -> String? {
    let names = try workspace.names()
    // Another program may have changed it since it was shown.
    switch names.notebook.latest(item) {
    case .employer(let employer):
      return try employer.editing(names, in: workspace).edited(
        employer, with: editor("employer")
      ) {
        try workspace.keep($0, insteadOf: employer, names.notebook)
        return Self.changedNote
      }
    case .interview(let interview):
      return try interview.editing(names, in: workspace)
        .edited(interview, with: editor("interview")) { edited in
          try workspace.refuseIfChanged(interview)
          return try keep(edited, Self.changedNote)
        }
    case .entry(let entry):
      return try entry.editing(names, in: workspace).edited(entry, with: editor("asked")) {
        edited in
        try workspace.refuseIfChanged(entry, "the question “\(entry.text)”") { notebook in
          notebook.entries.first { $0.id == entry.id }
        }
        return try keep(.entry(edited))
      }
    case .promise(let promise):
      return try promise.editing(names, in: workspace).edited(promise, with: editor("promise")) {
        edited in
        try workspace.refuseIfChanged(promise, "the promise “\(promise.text)”") { notebook in
          notebook.promises.first { $0.id == promise.id }
        }
        return try keep(.promise(edited))
      }
    case .thankYou(let thanks):
      return try thanks.editing(names, in: workspace).edited(thanks, with: editor("thanks")) {
        edited in
        try workspace.refuseIfChanged(thanks, "the thanks “\(thanks.text)”") { notebook in
          notebook.thankYous.first { $0.id == thanks.id }
        }
        return try keep(.thankYou(edited))
      }
    case .person(let person): return try editListed(person, names)
    case .story(let story): return try editListed(story, names)
    case .doubt(let doubt): return try editListed(doubt, names)
    case .fact(let fact): return try editListed(fact, names)
    case .question(let question): return try editListed(question, names)
    case .requirement(let requirement): return try editListed(requirement, names)
    case .criterion(let criterion): return try editListed(criterion, names)
    case .telling, .verdict: return nil
    }
  }

  private func editListed<Thing: ListedThing>(_ thing: Thing, _ names: FormNames) throws -> String?
  {
    try thing.editing(names, in: workspace).edited(thing, with: editor(Thing.noun)) { edited in
      guard edited != thing else { return nil }
      try thing.refuseIfChanged(in: workspace)
      try edited.checkTitle(names)
      return try keep(edited.item)
    }
  }

  /// Lets the person fill in an empty form, and says what was done; nil when it was left empty.
  private func add(_ new: NewThing) throws -> String? {
    let names = try workspace.names()
    let today = names.today
    switch new {
    case .story(let story):
      // An answer has a form of its own, so that one left unfinished does not take its place.
      return try addListed(
        story ?? Story.blank("", "", today: today), names, which: story?.situation)
    case .criterion: return try addListed(Criterion.blank("", "", today: today), names)
    case .person(let employer):
      return try addListed(Person.blank(employer, "", today: today), names)
    case .doubt(let employer): return try addListed(Doubt.blank(employer, "", today: today), names)
    case .fact(let employer): return try addListed(Fact.blank(employer, "", today: today), names)
    case .question(let employer):
      return try addListed(Question.blank(employer, "", today: today), names)
    case .requirement(let employer):
      return try addListed(Requirement.blank(employer, "", today: today), names)
    case .interview(let employer):
      let missing = names.notebook.missingRound(
        with: employer, at: SystemClock.now.time.milliseconds)
      let round = missing ?? names.notebook.interviews.nextRound(with: employer)
      let interview = Interview(employer: employer, round: round, startsAt: 0)
      let remark =
        missing.map { "Round \($0) is not written down yet: when was it? Or add another round." }
        ?? "A new interview: with whom, and when."
      let form = interview.editing(names, in: workspace)
      return try form.edited(interview, remarks: [remark], with: editor("interview")) {
        try keep($0, Self.keptNote)
      }
    }
  }

  private func addListed<Thing: ListedThing>(
    _ blank: Thing, _ names: FormNames, which: String? = nil
  ) throws -> String? {
    var form = blank.editing(names, in: workspace)
    form.which = which
    return try form.edited(
      blank, remarks: [Form.newRemark(Thing.noun)],
      with: editor(Thing.noun)
    ) { thing in
      try thing.checkTitle(names)
      return try keep(thing.item, Self.keptNote)
    }
  }

  private func editLog(of interview: Interview) throws -> Bool {
    let names = try workspace.names()
    let old = RoundLog(of: interview, in: names.notebook)
    let kept: Void? = try old.editing(names, in: workspace)
      .edited(old, remarks: [old.remark], with: editor("round-log")) { log in
        try workspace.keep(log, insteadOf: old)
      }
    return kept != nil
  }

  private static let changedNote = "Changed."
  private static let keptNote = "Kept."

  private func keep(_ item: Item, _ note: String = changedNote) throws -> String {
    _ = try workspace.store.keep([item])
    return note
  }

  /// Keeps an interview with whoever is new in it, and says so.
  private func keep(_ interview: Interview, _ note: String) throws -> String {
    let newcomers = interview.newcomersNote.map { " \($0)" } ?? ""
    return try keep(.interview(interview), note + newcomers)
  }

  /// The person's editor for a form, with the terminal theirs meanwhile.
  private func editor(_ name: String) -> FormEditor {
    FormEditor(workspace.editor, name: name) { try terminal.suspend($0) }
  }
}

extension Workspace {
  /// The notebook with when its interviews start by the clocks here.
  func openNotebook() throws -> OpenNotebook {
    let notebook = try store.notebook()
    let starts = notebook.interviews.compactMap { interview in
      interview.id.map { ($0, SystemClock.moment(at: interview.start)) }
    }
    return OpenNotebook(notebook, starts: Dictionary(starts) { first, _ in first })
  }
}
