import Campaign
import Screen

extension LogScreen {
  enum Action: Equatable, Sendable {
    /// Keep the line.
    case line
    case goOn, leave
    /// Take the row.
    case take
    /// Leave the rest of the questions.
    case later
    case move(ListMove)
    /// Whether they pressed on; nil leaves it as it is.
    case pressed(Bool?)
    /// How it landed; nil leaves it unsaid.
    case landed(LogEntry.Landing?)
    /// Ask whether all of it is to go.
    case discard
    case answer(DeletingAnswer)
  }

  private static let discarding = Binding(
    .control("r"), action: Action.discard, help: "Throw the log away, after asking")

  private static let answerKeys = DeletingAnswer.keys(deleting: "throw it away")
    .mapped(Action.answer)

  /// While lines are typed every character is text.
  private static let typingKeys: [Binding<Action>] = [
    Binding(
      .enter, action: .line, footer: "keep",
      help: "Keep the line; on an empty one, go on to the next part"),
    Binding(
      .escape, action: .leave, footer: "leave",
      help: "Leave the log; what is typed is kept, and l goes on with it"),
    Binding(.control("d"), action: .goOn, footer: "go on", help: "Go on to the next part"),
  ]

  private static let choiceKeys: [Binding<Action>] =
    [
      Binding(.enter, action: .take, footer: "take it", help: "Take the row"),
      Binding(
        "n", action: .later, footer: "go on", help: "Leave the rest of the questions for later"),
    ] + ListMove.keys.mapped(Action.move)

  private static let pressedKeys: [Binding<Action>] = [
    Binding("y", action: .pressed(true), footer: "yes", help: "They pressed on"),
    Binding("n", action: .pressed(false), footer: "no", help: "They did not press on"),
    Binding(.enter, action: .pressed(nil), footer: "skip", help: "Leave it for later"),
  ]

  private static let landedKeys: [Binding<Action>] = [
    Binding("1", action: .landed(.strong), footer: "strong", help: "It landed well"),
    Binding("2", action: .landed(.fine), footer: "fine", help: "It was all right"),
    Binding(
      "3", action: .landed(.thin), footer: "thin", help: "It was thin: its cards come up more"),
    Binding(.enter, action: .landed(nil), footer: "skip", help: "Leave it for later"),
  ]

  static let help = [
    HelpSection(
      "Logging a round",
      (typingKeys + pressedKeys.dropLast() + landedKeys + [discarding]).hints())
  ]

  func keys(on stage: Stage) -> [Binding<Action>] {
    guard asked == nil else { return Self.answerKeys }
    let keys =
      switch step {
      case .recall, .pressedOn, .doubts, .promises, .thanks, .notAsked, .next: Self.typingKeys
      case .landed: Self.landedKeys
      case .story, .family: Self.choiceKeys
      case .pressed: Self.pressedKeys
      }
    return keys + [Self.discarding]
  }

  var takesText: Bool { asked == nil && Self.place(of: step) != nil }

  var question: Notice? { asked.map { Notice(text: $0, isProblem: true) } }
}
