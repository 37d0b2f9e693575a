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

  func nextSave(after time: Timestamp) -> Int? { clock.nextSave(after: time) }

  /// What stands in the field, on disk or not; nil where nothing is typed.
  var typedText: UnsavedText? {
    Self.place(of: step).map {
      UnsavedText(card: draftID, texts: Self.texts(field.text, at: $0))
    }
  }

  private static func texts(_ text: String, at place: Int) -> [String] {
    text.isEmpty ? [] : [String](repeating: "", count: place) + [text]
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .draftKept(let texts, draftID): saved(texts)
    case .draft(let texts, draftID): return goOn(with: texts, on: stage)
    default: return nil
    }
    return []
  }

  /// Begins with what was typed here and not kept.
  mutating func begin(on stage: Stage) -> [Effect] {
    // Its lines wait here to be kept, and would be kept twice.
    if stage.unsaved.endedDrafts.contains(draftID) { return [] }
    if let texts = stage.unsaved.draft(of: draftID) { return goOn(with: texts, on: stage) }
    return [.loadDraft(of: draftID)]
  }

  /// Goes on with what was typed here and not kept: the last line stands in the field again, and what
  /// stood before it was meant to be kept.
  private mutating func goOn(with texts: [String], on stage: Stage) -> [Effect] {
    guard field.text.isEmpty, let last = texts.lastIndex(where: { !$0.isEmpty }) else { return [] }
    var kept: [Item] = []
    for (place, text) in texts.enumerated() where !text.isEmpty {
      go(to: Self.step(at: place, stage.notebook, interview))
      let lines = text.split(separator: "\n").map(\.trimmed)
      let whole = place == last ? lines.dropLast() : lines[...]
      kept = items(whole.filter { !$0.isEmpty }, on: stage, after: kept)
      if place == last { resume(lines.last ?? "", isChanged: !kept.isEmpty, at: stage.now.time) }
    }
    return kept.isEmpty ? [] : [.notebook(.keep(kept, note: nil))]
  }

  // MARK: - What a line is

  /// What lines are that were typed, after what is kept together with them: in one, since each of what
  /// nobody asked is added to those before.
  func items(_ lines: [String], on stage: Stage, after others: [Item] = []) -> [Item] {
    lines.reduce(into: others) { items, line in
      if let item = item(line, on: stage, after: items) { items.append(item) }
    }
  }

  /// What a line is that was typed, as the part asks for it, after others that are kept together with
  /// it; nil where it is no thing of its own.
  func item(_ line: String, on stage: Stage, after others: [Item] = []) -> Item? {
    let (round, employer) = (interview.id, interview.employer)
    switch step {
    case .recall: return Item(LogEntry(interview: round, text: line))
    case .doubts: return Item(Doubt(employer: employer, text: line, raisedIn: round))
    case .promises: return Item(Promise(interview: round, text: line))
    case .thanks: return Item(thanks(line, in: stage.notebook))
    case .notAsked:
      var interview = latestRound(on: stage, after: others)
      interview.notAsked.append(line)
      return Item(interview)
    case .pressedOn(var entry):
      entry.pressedOn = line
      return Item(entry)
    case .next, .landed, .story, .family, .pressed: return nil
    }
  }

  /// The round as it is known last, on disk or on its way there.
  func latestRound(on stage: Stage, after others: [Item] = []) -> Kept<Interview> {
    let waiting = (stage.unsaved.items + others).compactMap { $0.kept(Interview.self) }
    return waiting.last { $0.id == interview.id } ?? stage.notebook.interview(interview.id)
      ?? interview
  }

  /// A point to thank for: of one of them, if it begins with a name or role there and a colon.
  private func thanks(_ line: String, in notebook: Notebook) -> ThankYou {
    let parts = line.split(separator: ":", maxSplits: 1).map(\.trimmed)
    let people = notebook.people(at: interview.employer)
    guard parts.count == 2, let person = people.first(where: { $0.title.isSameName(as: parts[0]) })
    else { return ThankYou(interview: interview.id, text: line) }
    return ThankYou(interview: interview.id, person: person.id, text: parts[1])
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
      return line(thanks.line(notebook), 3, thanks.interview)
    case let interview as Interview:
      let round = item.number.map { Number<Interview>($0) }
      let known = notebook.interview(round)?.notAsked ?? []
      let new = interview.notAsked.filter { !known.contains($0) }
      return line(new.joined(separator: "\n"), 4, round)
    default: return nil
    }
  }
}

extension ThankYou {
  /// As it is typed: `Noor: the tour`.
  func line(_ notebook: Notebook) -> String {
    (notebook.person(person).map { "\($0.title): " } ?? "") + text
  }
}

extension Stage {
  /// The line that was typed as a thing of a log; nil for what was not typed there.
  func line(of item: Item) -> UnsavedText? { LogScreen.line(item, known: notebook) }

  /// Things are not on disk: what was typed into a log waits to be tried again.
  mutating func unkept(_ items: [Item], _ reason: String) {
    let typed = items.filter(isOfLog)
    guard !typed.isEmpty else { return sayProblem(reason) }
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
