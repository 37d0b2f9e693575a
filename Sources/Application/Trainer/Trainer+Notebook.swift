import Campaign
import Decks
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
    case .reload: return .changed(try workspace.openNotebook(), note: nil)
    case .keep(let items, let note):
      do throws(StoreError) {
        try store.keepLogs(items)
      } catch {
        return try unkept(items, after: error, note)
      }
      return try changed(note)
    case .delete(let item):
      try store.delete([item])
      return try changed("Deleted.")
    case .bringBack(let thing):
      let deleted = try store.deleted(at: clock.now.time).first {
        ($0.table, $0.thing) == (thing.table, thing.name)
      }
      guard let deleted else { return try changed("\(thing.title) is there again already.") }
      return try changed("Brought back \(try workspace.bringBack(deleted).title).")
    case .read(let item):
      return .text(
        title: item.thing.heading, try workspace.names().reading(of: item), of: item)
    case .fillIn(let item):
      return try form(of: item) ?? changed(nil)
    case .keepForm(let form):
      let result: FormResult
      do {
        result = try forms().keep(form)
      } catch StoreError.changed(let what) {
        throw Failure(
          .tryAgain,
          "\(what) was changed meanwhile: Esc, then e opens it as it is now, with what you typed")
      }
      switch result {
      case .faults(let faults): return .faults(faults)
      case .unchanged: return try changed(nil)
      case .keptLines(let count):
        return try changed("\(count.of("line")) of the advert kept. u takes them back.")
      case .kept(let thing, _):
        return try changed(
          "\(Self.note(form.isNew ? "Kept." : "Changed.", on: thing)) u takes it back.")
      }
    case .editForm(let form):
      return try changed(
        try forms().edit(form).map { Self.note(form.isNew ? "Kept." : "Changed.", on: $0) })
    case .edit(let item): return try changed(try edit(item))
    case .addRound(let round, let text):
      let names = try workspace.names()
      let employer = round.employer
      let read: WrittenTime
      do throws(WrittenTimeFault) {
        read = try names.time(text)
      } catch {
        return try note(text, on: round, names, "\(error.words(text)).")
      }
      if let refusal = names.refusal(of: text, on: read.day) {
        return try note(text, on: round, names, refusal)
      }
      let interview = Interview(
        employer: employer, round: names.notebook.interviews.nextRound(with: employer),
        InterviewStart(read))
      do throws(StoreError) {
        try store.keep([Item(interview)])
      } catch {
        return .unkept([Item(interview)], error.description)
      }
      return try changed("\(interview.title): \(understood(read)).")
    case .brief(let interview):
      return .sheet(
        title: "\(interview.employer), the day", try workspace.brief(for: interview))
    case .addInterview(let interview, let note):
      _ = try store.add(interview)
      return try changed("\(note) u takes it back.")
    case .waveOff(let round):
      var waved = round
      waved.isWavedOff = true
      try store.keepLogs([Item(waved)])
      return try changed("No log for \(round.title). u takes it back.")
    case .emptyLog(let round):
      let notebook = try store.notebook()
      let log = RoundLog(of: notebook.interview(round.id) ?? round, in: notebook)
      try store.keep(log.emptied, insteadOf: log)
      return try changed("Thrown away: the log of \(round.title). u takes it back.")
    case .moveInterview(let old, let beginning, let note):
      var new = old.thing
      new.beginning = beginning
      _ = try old.keep(new, in: workspace, workspace.names())
      return try changed("\(note) u takes it back.")
    case .hold(let interview):
      let kept = try workspace.store.add(interview)
      return .held(kept, try workspace.openNotebook())
    case .panel(let interview):
      let open = try workspace.openNotebook()
      let seed = UInt64(bitPattern: clock.now.time.milliseconds)
      let panel = try workspace.panel(
        for: interview, open.notebook, minutes: Self.panelMinutes,
        temper: .after(open.notebook.wholePanels), seed: seed)
      return .panel(panel, open, interview)
    }
  }

  private func understood(_ time: WrittenTime) -> String {
    time.understood(
      at: clock.now, clocks: clock.clocks, startHour: workspace.store.schedule.startHour)
  }

  /// Keeps what was typed of the next round in the notes of this one, since it cannot be taken in.
  private func note(
    _ text: String, on round: Kept<Interview>, _ names: FormNames, _ reason: String
  ) throws -> NotebookOutcome {
    var now = names.notebook.interview(round.id) ?? round
    now.notes += (now.notes.isEmpty ? "" : "\n") + "next: \(text)"
    do throws(StoreError) {
      try workspace.store.keep([Item(now)])
    } catch {
      return .unkept([Item(now)], error.description)
    }
    return try changed("\(reason) It stands in the notes of this round.")
  }

  /// How long a rehearsed panel lasts.
  private static let panelMinutes = 25.0

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
        try workspace.store.keepLogs([item])
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

  /// The forms, in the person's editor, with the terminal theirs meanwhile.
  private func forms() throws -> NotebookForms {
    NotebookForms(workspace: workspace, names: try workspace.names()) { try terminal.suspend($0) }
  }

  /// A thing as a form on the screen, with what was written in it the last time; nil for what has none.
  private func form(of item: Item) throws -> NotebookOutcome? {
    try forms().open(item).map { .form($0, draft: try workspace.draft(of: $0.draftID)) }
  }

  /// The note on a card of a deck that came with Starling, as a form.
  func noteForm(on card: CardID) throws -> Outcome {
    guard case .form(var form, let draft)? = try form(of: Item(CardNote(on: card))) else {
      return .done
    }
    form.remark =
      "The card came with Starling, so this is a note on it; “starling decks copy \(card.deck)” makes a deck of your own."
    return .notebook(.form(form, draft: draft))
  }

  /// What comes of a form of a note, which is of a card and not of the notebook; nil for any other.
  func noteOutcome(of effect: NotebookEffect) throws -> Outcome? {
    switch effect {
    case .keepForm(let form):
      guard let note = form.item.thing as? CardNote else { return nil }
      let text = form.fields.first?.text.trimmedEnd ?? ""
      let kept = try workspace.store.setNote(
        text, on: note.card, insteadOf: note.text, at: clock.now.time)
      return .practice(.noteChanged(note.card, kept.isEmpty ? nil : kept))
    case .editForm(let form):
      guard let note = form.item.thing as? CardNote else { return nil }
      let written = form.isChanged ? form.fields.first?.text : nil
      let kept = try workspace.editNote(on: note.card, from: written) { path in
        try terminal.suspend { try workspace.editor.open(path) }
      }
      return .practice(.noteChanged(note.card, kept.isEmpty ? nil : kept))
    default: return nil
    }
  }

  /// Lets the person edit a thing, and says what was done; nil when nothing was changed.
  private func edit(_ item: Item) throws -> String? {
    let forms = try forms()
    func edit<Thing: NumberedThing>(_ thing: Thing, _ number: Int64) throws -> String? {
      try forms.edit(Kept(Number(number), thing)).map { Self.note("Changed.", on: $0) }
    }
    // Another program may have changed it since it was shown.
    let item = forms.names.notebook.latest(item)
    if let employer = item.thing as? Employer {
      return try forms.edit(employer).map { _ in "Changed." }
    }
    guard let thing = item.thing as? any NumberedThing, let number = item.number else { return nil }
    return try edit(thing, number)
  }

  /// What was done, and who is added to the people by it.
  private static func note(_ text: String, on thing: some NotebookThing) -> String {
    let newcomers = (thing as? Interview)?.newcomersNote
    return newcomers.map { "\(text) \($0)" } ?? text
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
