import Campaign
import Screen

/// A panel being rehearsed.
struct PanelScreen: Equatable {
  var panel: Panel
  /// What it rehearses; nil for a stock panel.
  var interview: Kept<Interview>?
  var position = ListPosition()
  var scroll = 0

  enum Action: Sendable { case answer, done, yes, no, take, end, again, up, down }

  static let askedKeys: [Binding<Action>] = [
    Binding(.character(" "), action: .answer, footer: "answer", help: "Begin to answer, aloud"),
    endKey,
  ]
  static let answeringKeys: [Binding<Action>] = [
    Binding(.enter, action: .done, footer: "done", help: "The answer is finished"), endKey,
  ]
  static let namingKeys: [Binding<Action>] = [
    Binding(.enter, action: .take, footer: "take it", help: "That was the story"), endKey,
  ]
  static let checkKeys: [Binding<Action>] = [
    Binding(.character("y"), action: .yes, footer: "yes", help: "Yes"),
    Binding(.character("n"), action: .no, footer: "no", help: "No"), endKey,
  ]
  /// What was answered is not lost: the report shows it.
  private static let endKey = Binding<Action>(
    .escape, .character("q"), action: .end, footer: "end", help: "End it here, with the report")
  static let reportKeys: [Binding<Action>] = [
    Binding(
      .character("m"), action: .again, footer: "another panel", help: "Sit before another panel"),
    Binding(.down, .character("j"), action: .down, help: "Scroll down"),
    Binding(.up, .character("k"), action: .up, help: "Scroll up"),
  ]

  var keys: [Binding<Action>] {
    switch panel.phase {
    case .asked: Self.askedKeys
    case .answering, .interrupted: Self.answeringKeys
    case .naming: Self.namingKeys
    case .checking: Self.checkKeys
    case .over: Self.reportKeys
    }
  }

  var hints: [KeyHint] {
    if case .naming = panel.phase { return keys.hints() + ListMove.keys.hints() }
    return keys.hints()
  }
}
