import Campaign
import Decks
import Screen

/// The log of a round, right after it: first everything that comes back, then how it went.
///
/// Each line and each answer is on its way to the disk before the next is asked for, so the log can
/// be left at any time and gone on with later.
struct LogScreen: Equatable {
  let interview: Interview
  private(set) var step = Step.recall
  var field: TextEditor
  /// Where one is in a list to choose from.
  var position = ListPosition()

  enum Step: Equatable {
    /// Free recall of the questions, one a line.
    case recall
    case landed(LogEntry)
    case story(LogEntry)
    case family(LogEntry)
    case pressed(LogEntry)
    case pressedOn(LogEntry)
    case doubts, promises, thanks, notAsked, next
  }

  init(_ interview: Interview, width: Int) {
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

  enum LandedAction: Sendable { case landed(LogEntry.Landing), later }

  static let landedKeys: [Binding<LandedAction>] = [
    Binding(.character("1"), action: .landed(.strong), footer: "strong", help: "It landed well"),
    Binding(.character("2"), action: .landed(.fine), footer: "fine", help: "It was all right"),
    Binding(
      .character("3"), action: .landed(.thin), footer: "thin",
      help: "It was thin: its cards come up more"),
    Binding(
      .character("n"), action: .later, footer: "go on", help: "Leave the rest for later"),
  ]

  enum ChoiceAction: Sendable { case take }

  static let choiceKeys: [Binding<ChoiceAction>] = [
    Binding(.enter, action: .take, footer: "take it", help: "Take the row")
  ]

  enum YesNo: Sendable { case yes, no }

  static let pressedKeys: [Binding<YesNo>] = [
    Binding(.character("y"), action: .yes, footer: "yes", help: "Yes"),
    Binding(.character("n"), .enter, action: .no, footer: "no", help: "No"),
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
  }

  /// The next question of which nobody has said how it landed, or the part after them.
  mutating func goToNextEntry(_ notebook: Notebook) {
    let waiting = notebook.entries(of: interview.id).first { $0.landed == nil }
    go(to: waiting.map { .landed($0) } ?? .doubts)
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
  func likelyFamily(_ entry: LogEntry, _ notebook: Notebook, _ families: [Family]) -> Int {
    guard entry.family == nil else {
      return families.firstIndex { $0.code == entry.family }.map { $0 + 1 } ?? 0
    }
    let fits = notebook.story(entry.story)?.fits ?? [:]
    let best = families.indices.filter { fits[families[$0].code] != nil }
      .min { (fits[families[$0].code] ?? .stretch) < (fits[families[$1].code] ?? .stretch) }
    return best.map { $0 + 1 } ?? 0
  }
}
