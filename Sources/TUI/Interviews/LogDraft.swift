import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// The line that is being typed into the log of a round: until it is kept as what it is, it is a draft
/// like that of an answer, whose box is the part of the log.
extension LogScreen {
  /// What stands for the log of a round where drafts are kept by card; no card is called so.
  static func draftID(of interview: Number<Interview>) -> CardID {
    CardID(deck: Notebook.deckID, card: "log-\(interview)")
  }

  var draftID: CardID { Self.draftID(of: interview.id) }

  /// The place of a part among the boxes; nil where nothing is typed.
  static func place(of step: Step) -> Int? {
    switch step {
    case .recall: 0
    case .doubts: 1
    case .promises: 2
    case .thanks: 3
    case .notAsked: 4
    case .next: 5
    case .pressedOn: 6
    case .story, .family, .pressed, .landed: nil
    }
  }

  /// The part that has a place, for going on with its line.
  static func step(at place: Int, _ notebook: Notebook, _ interview: Kept<Interview>) -> Step {
    switch place {
    case 1: .doubts
    case 2: .promises
    case 3: .thanks
    case 4: .notAsked
    case 5: .next
    case 6:
      notebook.entries(of: interview.id).last { $0.isPressed && $0.pressedOn.isEmpty }
        .map { .pressedOn($0) } ?? .recall
    default: .recall
    }
  }

  /// What was typed and is to go to the disk; nil if nothing has changed since it did.
  var unsavedText: UnsavedText? {
    clock.unsavedSince == nil ? nil : typedText
  }

  /// What stands in the field, on disk or not; nil where nothing is typed.
  var typedText: UnsavedText? {
    Self.place(of: step).map {
      UnsavedText(card: draftID, texts: Self.texts(field.text, at: $0))
    }
  }

  private static func texts(_ text: String, at place: Int) -> [String] {
    text.isEmpty ? [] : [String](repeating: "", count: place) + [text]
  }

  /// The line that was typed as a thing of a log; nil for what was not typed there.
  static func line(_ item: Item, known notebook: Notebook) -> UnsavedText? {
    func line(_ text: String, _ place: Int, _ round: Number<Interview>?) -> UnsavedText? {
      guard let round, !text.isEmpty else { return nil }
      return UnsavedText(card: draftID(of: round), texts: texts(text, at: place))
    }
    switch item.thing {
    case let entry as LogEntry:
      return item.number == nil
        ? line(entry.text, 0, entry.interview) : line(entry.pressedOn, 6, entry.interview)
    case let doubt as Doubt: return line(doubt.text, 1, doubt.raisedIn)
    case let promise as Promise: return line(promise.text, 2, promise.interview)
    case let thanks as ThankYou:
      let whom = notebook.person(thanks.person).map { "\($0.title): " } ?? ""
      return line(whom + thanks.text, 3, thanks.interview)
    case let interview as Interview:
      let round = item.number.map { Number<Interview>($0) }
      let known = notebook.interview(round)?.notAsked ?? []
      let new = interview.notAsked.filter { !known.contains($0) }
      return line(new.joined(separator: "\n"), 4, round)
    default: return nil
    }
  }
}

extension App {
  /// The line that was typed as a thing of a log; nil for what was not typed there.
  func line(of item: Item) -> UnsavedText? { LogScreen.line(item, known: notebook) }

  /// Changes the log shown; nothing elsewhere.
  mutating func changeLog(_ change: (inout LogScreen) -> Void) {
    guard case .notebook(.log(var log)) = path.last else { return }
    change(&log)
    show(.notebook(.log(log)))
  }

  /// Opens the log of a round with what was typed there and not kept.
  mutating func open(_ log: LogScreen) -> [Effect] {
    path.append(.notebook(.log(log)))
    // Its lines wait here to be kept, and would be kept twice.
    if unsaved.endedDrafts.contains(log.draftID) { return [] }
    if let texts = unsaved.draft(of: log.draftID) { return takeDraft(texts, of: log.draftID) }
    return [.loadDraft(of: log.draftID)]
  }

  /// Goes on with what was typed into a log and not kept: the last line stands in the field again, and
  /// what stood before it was meant to be kept.
  mutating func takeDraft(_ texts: [String], of id: CardID) -> [Effect] {
    guard case .notebook(.log(var log)) = path.last, log.draftID == id, log.field.text.isEmpty,
      let last = texts.lastIndex(where: { !$0.isEmpty })
    else { return [] }
    var items: [Item] = []
    for (place, text) in texts.enumerated() where !text.isEmpty {
      log.go(to: LogScreen.step(at: place, notebook, log.interview))
      let lines = text.split(separator: "\n").map { String($0).trimmed }
      let whole = place == last ? lines.dropLast() : lines[...]
      for line in whole where !line.isEmpty {
        if let item = item(line, in: log, after: items) { items.append(item) }
      }
      if place == last { log.field.paste(lines.last ?? "") }
    }
    log.isDraftStored = true
    if !items.isEmpty { log.clock.changed(at: now.time) }
    show(.notebook(.log(log)))
    return items.isEmpty ? [] : [.notebook(.keep(items, note: nil))]
  }

  /// Things are not on disk: what was typed into a log waits to be tried again.
  mutating func unkept(_ items: [Item], _ reason: String) {
    let typed = items.filter(isOfLog)
    guard !typed.isEmpty else {
      notice = Notice(text: reason, isProblem: true)
      return
    }
    unsaved.add(typed, at: now.time)
    sayUnsaved(reason)
  }

  /// Whether a log has made it, and not a key that marks something in a list.
  private func isOfLog(_ item: Item) -> Bool {
    switch item.thing {
    case is LogEntry, is Interview: true
    case is Doubt, is Promise, is ThankYou: item.number == nil
    default: false
    }
  }
}
