import Campaign
public import Decks
public import Practice
import Scheduler

/// Text that is in no place but the program's memory.
public struct UnsavedText: Equatable, Sendable {
  /// The card that it was written at, or what stands for the log of a round.
  public var card: CardID
  /// Box by box.
  public var texts: [String]

  public init(card: CardID, texts: [String]) {
    self.card = card
    self.texts = texts
  }
}

/// What was to be written to the disk and could not be: it waits here and is tried again.
struct Unsaved: Equatable {
  /// In the order in which they could not be saved, one for each card.
  private(set) var drafts: [UnsavedText] = []
  /// What was typed into the log of a round, in the order in which it was.
  private(set) var items: [Item] = []
  /// Answers before a panel.
  private(set) var attempts: [Attempt] = []
  /// Drafts on disk of lines that are on their way to their own place: they go when all of these lines
  /// are there.
  private(set) var endedDrafts: [CardID] = []
  /// When it was tried last; nil if nothing has failed since the last success.
  private var lastFailure: Timestamp?

  /// Milliseconds between two attempts; one may keep the keys waiting for two seconds.
  private static let interval = 5000

  var isEmpty: Bool { drafts.isEmpty && items.isEmpty && attempts.isEmpty }

  /// Milliseconds until it is to be tried again; nil if all is saved.
  func nextTry(after time: Timestamp) -> Int? {
    guard !isEmpty else { return nil }
    guard let lastFailure else { return 0 }
    // A clock set back must not put it off.
    return min(Self.interval, Self.interval - Int(time.milliseconds - lastFailure.milliseconds))
  }

  func draft(of card: CardID) -> [String]? { drafts.first { $0.card == card }?.texts }

  // MARK: - What came of it

  mutating func add(_ draft: UnsavedText, at time: Timestamp) {
    lastFailure = time
    if let index = drafts.firstIndex(where: { $0.card == draft.card }) {
      drafts[index] = draft
    } else {
      drafts.append(draft)
    }
  }

  mutating func add(_ items: [Item], at time: Timestamp) {
    lastFailure = time
    self.items += items
  }

  mutating func add(_ attempt: Attempt, at time: Timestamp) {
    lastFailure = time
    attempts.append(attempt)
  }

  /// A draft is on disk, or its words are in an answer that is.
  ///
  /// - Returns: whether it had been waiting here.
  @discardableResult mutating func removeDraft(of card: CardID) -> Bool {
    lastFailure = nil
    guard let index = drafts.firstIndex(where: { $0.card == card }) else { return false }
    drafts.remove(at: index)
    return true
  }

  /// The line of a draft is on its way to its own place; `isStored` says whether something of it is on
  /// disk.
  mutating func end(_ draft: CardID, isStored: Bool) {
    drafts.removeAll { $0.card == draft }
    if isStored { note(ended: draft) }
  }

  /// There are lines in a draft on disk that are on their way to their own place.
  mutating func note(ended draft: CardID) {
    if !endedDrafts.contains(draft) { endedDrafts.append(draft) }
  }

  /// Gives the drafts away that go now, since nothing waits to be kept any more.
  mutating func takeEndedDrafts() -> [CardID] {
    guard items.isEmpty else { return [] }
    defer { endedDrafts = [] }
    return endedDrafts
  }

  /// Gives items and attempts away to be tried again; what fails comes back.
  mutating func takeItems() -> [Item] {
    defer { items = [] }
    return items
  }

  mutating func takeAttempts() -> [Attempt] {
    defer { attempts = [] }
    return attempts
  }
}

extension App {
  /// All text that is not on disk: what could not be saved, and what was typed since.
  public var unsavedTexts: [UnsavedText] {
    var unsaved = stage.unsaved
    if let open = openText ?? lineBesideWaiting { unsaved.add(open, at: stage.now.time) }
    var texts: [UnsavedText] = []
    for text in unsaved.items.compactMap(stage.line(of:)) + unsaved.drafts {
      if let index = texts.firstIndex(where: { $0.card == text.card }) {
        texts[index].add(text)
      } else {
        texts.append(text)
      }
    }
    return texts
  }

  /// Answers before a panel that are not on disk.
  public var unsavedAnswers: [Attempt] { stage.unsaved.attempts }

  /// The screen in which something was typed that is not on disk: the one shown, or one below it, as
  /// where the help is open.
  private var writing: (any ScreenModel)? {
    path.last { $0.nextSave(after: stage.now.time) != nil }
  }

  /// What stands in a field and has changed since it was saved.
  private var openText: UnsavedText? { writing?.typedText }

  /// The line of a log of which earlier lines wait to be kept: a draft has all of them or none.
  private var lineBesideWaiting: UnsavedText? {
    guard let line = path[top].typedText, !line.texts.isEmpty, hasWaiting(for: line.card) else {
      return nil
    }
    return line
  }

  /// Whether lines of the same log wait to be kept.
  private func hasWaiting(for draft: CardID) -> Bool {
    stage.unsaved.items.contains { stage.line(of: $0)?.card == draft }
  }

  /// Saves a draft; lines of the same log that wait to be kept stand above it, or else it would take
  /// the place of their only copy on disk.
  private mutating func save(_ draft: UnsavedText) -> Effect {
    guard hasWaiting(for: draft.card),
      let whole = unsavedTexts.first(where: { $0.card == draft.card })
    else { return .keepDraft(draft.texts, of: draft.card) }
    stage.unsaved.note(ended: draft.card)
    return .keepDraft(whole.texts, of: draft.card)
  }

  /// What of a draft that could not be saved is to be saved again as one: of a log the line that is
  /// typed, since those above it wait as what they are.
  func unsavedLine(_ texts: [String], of id: CardID) -> UnsavedText {
    if let line = path[top].typedText, line.card == id { return line }
    let earlier = stage.unsaved.endedDrafts.contains(id) ? stage.unsaved.draft(of: id) : nil
    return UnsavedText(card: id, texts: earlier ?? texts)
  }

  /// Saves what was typed, when it is time to.
  mutating func saveIfDue(atKey: Bool = false) -> [Effect] {
    // Between keys sooner than at a key, whose frame would wait for it.
    let patience = atKey ? -SaveClock.keyGrace : 0
    guard let wait = nextSave, wait <= patience else { return [] }
    if let open = openText { return [save(open)] }
    if let draft = stage.unsaved.drafts.first { return [save(draft)] }
    let items = stage.unsaved.takeItems()
    return items.isEmpty
      ? stage.unsaved.takeAttempts().map { .keepAnswer($0) } : [.notebook(.keep(items, note: nil))]
  }

  /// Saves what is typed at once, if it is not on disk.
  mutating func saveNow() -> [Effect] { openText.map { [save($0)] } ?? [] }

  /// Milliseconds until something has to be saved; nil if all is.
  var nextSave: Int? {
    stage.unsaved.nextTry(after: stage.now.time) ?? writing?.nextSave(after: stage.now.time)
  }

  /// Saves all that is not saved, and leaves the trainer.
  mutating func quit() -> [Effect] {
    if let open = openText { stage.unsaved.add(open, at: stage.now.time) }
    let drafts = stage.unsaved.drafts.map { save($0) }
    let items = stage.unsaved.takeItems()
    return drafts + (items.isEmpty ? [] : [.notebook(.keep(items, note: nil))])
      + stage.unsaved.takeAttempts().map { .keepAnswer($0) } + [.quit]
  }
}

extension Stage {
  /// Brings the drafts of lines that are in their own place now into line with that; what is typed
  /// now stays.
  mutating func dropEndedDrafts(beside typed: UnsavedText?) -> [Effect] {
    unsaved.takeEndedDrafts().map { id in
      .keepDraft(typed?.card == id ? typed?.texts ?? [] : [], of: id)
    }
  }

  /// What is to be done, with what could not be saved before that: else an older state of a thing
  /// would be written over a newer one.
  mutating func withUnsaved(_ effects: [Effect]) -> [Effect] {
    guard !unsaved.items.isEmpty else { return effects }
    return effects.map { effect in
      guard case .notebook(.keep(let items, let note)) = effect else { return effect }
      return .notebook(.keep(unsaved.takeItems() + items, note: note))
    }
  }

  /// Says that something could not be saved.
  mutating func sayUnsaved(_ reason: String) {
    sayProblem("Not saved yet: \(reason). What you typed stays here and is tried again.")
  }
}

extension UnsavedText {
  /// Adds lines to those that are there, box by box.
  fileprivate mutating func add(_ other: UnsavedText) {
    for (position, text) in other.texts.enumerated() where !text.isEmpty {
      while texts.count <= position { texts.append("") }
      texts[position] += texts[position].isEmpty ? text : "\n" + text
    }
  }
}
