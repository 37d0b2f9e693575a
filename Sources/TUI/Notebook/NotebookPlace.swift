import Campaign
import Screen

/// The screens of stories, interviews and the panel.
enum NotebookPlace: Equatable {
  case stories(StoriesScreen)
  case employers(EmployersScreen)
  case employer(EmployerScreen)
  case things(ThingsScreen)
  case text(TextScreen)
  case held(HeldScreen)
  case log(LogScreen)
  case panel(PanelScreen)

  /// Whether what is typed is text now.
  var takesText: Bool {
    switch self {
    case .stories(let screen): screen.search.isTyping
    case .employers(let screen): screen.search.isTyping
    case .things(let screen): screen.search.isTyping
    case .log(let screen): screen.takesText
    case .employer, .text, .held, .panel: false
    }
  }

  /// What is about to be deleted, as it is asked about; nil if nothing is.
  var doomedTitle: String? {
    switch self {
    case .stories(let screen): screen.doomed?.title
    case .employers(let screen): screen.doomed?.name
    case .things(let screen): screen.doomed?.title
    case .employer, .text, .held, .log, .panel: nil
    }
  }

  /// The sections of the help: where, and what works there.
  static var help: [(title: String, hints: [KeyHint])] {
    [
      ("A card that asks for something to be written", App.feedKeys.hints()),
      ("Stories", StoriesScreen.keys.hints()), ("Interviews", EmployersScreen.keys.hints()),
      ("An employer", EmployerScreen.keys.hints()),
      ("What is known of an employer", ThingsScreen.allKeys.hints()),
      (
        "Logging a round",
        LogScreen.typingKeys.hints() + LogScreen.pressedKeys.dropLast().hints()
          + LogScreen.landedKeys.hints()
      ),
      (
        "Panel",
        (PanelScreen.askedKeys + PanelScreen.answeringKeys + PanelScreen.reportKeys).hints()
      ), ("In any of these lists", ListMove.keys.hints()),
    ]
  }
}

/// The answer to whether something is to be deleted.
enum DeletingAnswer: Sendable {
  case yes, no

  static let keys: [Binding<DeletingAnswer>] = [
    Binding(.character("y"), action: .yes, footer: "delete it", help: "Delete it"),
    Binding(.character("n"), .escape, .enter, action: .no, footer: "keep it", help: "Keep it"),
  ]
}
