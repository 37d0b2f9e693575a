import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Store
package import TUI

extension Trainer {
  /// Carries out what the screens of stories and interviews want.
  package func outcome(of effect: NotebookEffect) throws -> NotebookOutcome {
    let store = workspace.store
    switch effect {
    case .open(let goal): return .opened(try workspace.openNotebook(), goal)
    case .keep(let items, let note):
      do throws(StoreError) {
        try store.keep(upToDate(items))
      } catch {
        return try unkept(items, after: error, note)
      }
      return try changed(note)
    case .delete(let item):
      try store.delete([item])
      return try changed("Deleted.")
    case .read(let item):
      return .text(title: item.thing.heading, try workspace.names().text(of: item))
    case .edit(let item): return try changed(try edit(item))
    case .add(let item): return try changed(try add(item))
    case .editLog(let interview): return try changed(try editLog(of: interview) ? "Changed." : nil)
    case .addRound(let employer, let text):
      let names = try workspace.names()
      guard let moment = names.moment(text) else {
        throw Failure(.badData, "“\(text)” is no time; write it as 2026-12-01 14:00")
      }
      var interview = Interview(
        employer: employer, round: names.notebook.interviews.nextRound(with: employer),
        startsAt: moment.start.milliseconds)
      interview.utcOffset = moment.offset
      do throws(StoreError) {
        try store.keep([Item(interview)])
      } catch {
        return .unkept([Item(interview)], error.description)
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
      let seed = UInt64(bitPattern: clock.now.time.milliseconds)
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
    guard items.contains(where: { $0.thing is Interview }) else { return items }
    let notebook = try workspace.store.notebook()
    return items.map { item in
      guard let round = item.kept(Interview.self), var now = notebook.interview(round.id) else {
        return item
      }
      now.thing = now.thing.taking(logOf: round.thing)
      return Item(now)
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
        try workspace.store.keep(upToDate([item]))
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

  // MARK: - Forms

  /// Lets the person edit a thing, and says what was done; nil when nothing was changed.
  private func edit(_ item: Item) throws -> String? {
    let names = try workspace.names()
    // Another program may have changed it since it was shown.
    let item = names.notebook.latest(item)
    func edit<Thing: NumberedThing>(_ thing: Thing, _ number: Int64) throws -> String? {
      let kept = Kept(Number(number), thing)
      let form = kept.form(names, in: workspace)
      return try form.edited(thing, with: editor(Thing.formName)) { edited in
        guard try kept.keep(edited, in: workspace, names) else { return nil }
        return Self.note("Changed.", on: edited)
      }
    }
    if let employer = item.thing as? Employer {
      let form = employer.editing(names, in: workspace)
      return try form.edited(employer, with: editor(Employer.formName)) {
        try workspace.keep($0, insteadOf: employer, names.notebook)
        return "Changed."
      }
    }
    guard let thing = item.thing as? any NumberedThing, let number = item.number else { return nil }
    return try edit(thing, number)
  }

  /// Lets the person fill in the form of something new, and says what was done; nil when it was left
  /// as it was.
  private func add(_ item: Item) throws -> String? {
    let names = try workspace.names()
    func add<Thing: NumberedThing>(_ new: Thing, _ remark: String? = nil) throws -> String? {
      var form = new.form(names, in: workspace)
      // An answer has a form of its own, so that one left unfinished does not take its place.
      if let story = new as? Story, story != Story() { form.which = story.situation }
      let remarks = [remark ?? Form.newRemark(Thing.noun)]
      return try form.edited(new, remarks: remarks, with: editor(Thing.formName)) { thing in
        try thing.checkTitle(names)
        try workspace.store.keep([Item(thing)])
        return Self.note("Kept.", on: thing)
      }
    }
    guard var interview = item.thing as? Interview else {
      return try (item.thing as? any NumberedThing).flatMap { try add($0) }
    }
    let missing = names.notebook.missingRound(
      with: interview.employer, at: clock.now.time.milliseconds)
    interview.round = missing ?? names.notebook.interviews.nextRound(with: interview.employer)
    return try add(
      interview,
      missing.map { "Round \($0) is not written down yet: when was it? Or add another round." }
        ?? "A new interview: with whom, and when.")
  }

  /// What was done, and who is added to the people by it.
  private static func note(_ text: String, on thing: some NotebookThing) -> String {
    let newcomers = (thing as? Interview)?.newcomersNote
    return newcomers.map { "\(text) \($0)" } ?? text
  }

  private func editLog(of interview: Kept<Interview>) throws -> Bool {
    let names = try workspace.names()
    let old = RoundLog(of: interview, in: names.notebook)
    let kept: Void? = try old.editing(names, in: workspace)
      .edited(old, remarks: [old.remark], with: editor("round-log")) { log in
        try workspace.keep(log, insteadOf: old)
      }
    return kept != nil
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
    let starts = notebook.interviews.map { ($0.id, clock.moment(at: $0.start)) }
    return OpenNotebook(notebook, starts: Dictionary(starts) { first, _ in first })
  }
}
