import Campaign
import Decks
import Scheduler
import Screen

/// The log of a round, right after it: first everything that comes back, then how it went.
///
/// Each line and each answer is on its way to the disk before the next is asked for, so the log can
/// be left at any time and gone on with later.
struct LogScreen: Equatable {
  let interview: Kept<Interview>
  private(set) var step = Step.recall
  var field: TextEditor
  /// When what stands in the field goes to the disk.
  var clock = SaveClock()
  /// Whether something of the field is on disk.
  var isDraftStored = false
  /// Where one is in a list to choose from.
  var position = ListPosition()

  enum Step: Equatable {
    /// Free recall of the questions, one a line.
    case recall
    case story(Kept<LogEntry>)
    case family(Kept<LogEntry>)
    case pressed(Kept<LogEntry>)
    case pressedOn(Kept<LogEntry>)
    /// The last thing said of a question: until then it is one to go on with.
    case landed(Kept<LogEntry>)
    case doubts, promises, thanks, notAsked, next
  }

  init(_ interview: Kept<Interview>, width: Int) {
    self.interview = interview
    field = TextEditor(size: Size(width: max(1, width), height: 1))
  }

  // MARK: - Keys

  enum TypingAction: Sendable { case line, goOn, leave }

  /// While lines are typed every character is text.
  static let typingKeys: [Binding<TypingAction>] = [
    Binding(
      .enter, action: .line, footer: "keep",
      help: "Keep the line; on an empty one, go on to the next part"),
    Binding(
      .escape, action: .leave, footer: "leave",
      help: "Leave the log; what is typed is kept, and l goes on with it"),
    Binding(.control("d"), action: .goOn, footer: "go on", help: "Go on to the next part"),
  ]

  /// How it landed; nil leaves it unsaid.
  static let landedKeys: [Binding<LogEntry.Landing?>] = [
    Binding(.character("1"), action: .strong, footer: "strong", help: "It landed well"),
    Binding(.character("2"), action: .fine, footer: "fine", help: "It was all right"),
    Binding(
      .character("3"), action: .thin, footer: "thin", help: "It was thin: its cards come up more"),
    Binding(.enter, action: nil, footer: "skip", help: "Leave it for later"),
  ]

  enum ChoiceAction: Sendable { case take, later }

  static let choiceKeys: [Binding<ChoiceAction>] = [
    Binding(.enter, action: .take, footer: "take it", help: "Take the row"),
    Binding(
      .character("n"), action: .later, footer: "go on",
      help: "Leave the rest of the questions for later"),
  ]

  /// Whether they pressed on; nil leaves it as it is.
  static let pressedKeys: [Binding<Bool?>] = [
    Binding(.character("y"), action: true, footer: "yes", help: "They pressed on"),
    Binding(.character("n"), action: false, footer: "no", help: "They did not press on"),
    Binding(.enter, action: nil, footer: "skip", help: "Leave it for later"),
  ]

  var hints: [KeyHint] {
    switch step {
    case .recall, .pressedOn, .doubts, .promises, .thanks, .notAsked, .next:
      Self.typingKeys.hints()
    case .landed: Self.landedKeys.hints()
    case .story, .family: Self.choiceKeys.hints() + ListMove.keys.hints()
    case .pressed: Self.pressedKeys.hints()
    }
  }

  var takesText: Bool {
    switch step {
    case .recall, .pressedOn, .doubts, .promises, .thanks, .notAsked, .next: true
    case .landed, .story, .family, .pressed: false
    }
  }

  // MARK: - Going on

  mutating func go(to step: Step) {
    self.step = step
    position = ListPosition()
    field = TextEditor(size: field.size)
    clock.saved()
  }

  /// Does what a key means in the field.
  mutating func type(_ key: Key, at time: Timestamp) {
    let before = field.text
    _ = field.handle(key)
    if field.text != before { clock.changed(at: time) }
  }

  /// What stood in the field is on disk as a draft.
  mutating func saved(_ texts: [String], as id: CardID) {
    guard id == draftID else { return }
    clock.saved()
    isDraftStored = !texts.joined().isEmpty
  }

  /// Milliseconds until what stands in the field has to go to the disk; nil if it is there.
  func nextSave(after time: Timestamp) -> Int? { clock.nextSave(after: time) }

  /// The next question of which nobody has said how it landed, or the part after them.
  ///
  /// - Parameters:
  ///   - notebook: what was said so far.
  ///   - done: one that was gone through just now; nil to begin with the first.
  mutating func goToNextEntry(_ notebook: Notebook, after done: Kept<LogEntry>? = nil) {
    let entries = notebook.entries(of: interview.id)
    let next = done.flatMap { done in entries.firstIndex { $0.id == done.id } }.map { $0 + 1 } ?? 0
    let waiting = entries.dropFirst(next).first { $0.landed == nil }
    go(to: waiting.map { .story($0) } ?? .doubts)
    guard let waiting, let index = notebook.stories.firstIndex(where: { $0.id == waiting.story })
    else { return }
    position.move(by: index + 1, count: index + 2)
  }

  /// What comes after a part of typed lines.
  mutating func goOn(_ notebook: Notebook) {
    switch step {
    case .recall: goToNextEntry(notebook)
    case .doubts: go(to: .promises)
    case .promises: go(to: .thanks)
    case .thanks: go(to: .notAsked)
    case .notAsked: go(to: .next)
    case .landed, .story, .family, .pressed, .pressedOn, .next: break
    }
  }

  /// The family that is most likely meant: the one that the story shows best.
  func likelyFamily(_ entry: Kept<LogEntry>, _ notebook: Notebook, _ families: [Family]) -> Int {
    guard entry.family == nil else {
      return families.firstIndex { $0.code == entry.family }.map { $0 + 1 } ?? 0
    }
    let fits = notebook.story(entry.story)?.fits ?? [:]
    let best = families.indices.filter { fits[families[$0].code] != nil }
      .min { (fits[families[$0].code] ?? .stretch) < (fits[families[$1].code] ?? .stretch) }
    return best.map { $0 + 1 } ?? 0
  }
}
