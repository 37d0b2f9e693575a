import Campaign
import Screen

/// The screens of stories, interviews and the panel.
enum NotebookPlace: Equatable {
  case stories(StoriesScreen)
  case employers(EmployersScreen)
  case employer(EmployerScreen)
  case things(ThingsScreen)
  case text(TextScreen)
  case log(LogScreen)
  case panel(PanelScreen)

  /// Whether what is typed is text now.
  var takesText: Bool {
    switch self {
    case .stories(let screen): screen.search.isTyping
    case .employers(let screen): screen.search.isTyping
    case .things(let screen): screen.search.isTyping
    case .log(let screen): screen.takesText
    case .employer, .text, .panel: false
    }
  }

  /// What is about to be deleted, as it is asked about; nil if nothing is.
  var doomedTitle: String? {
    switch self {
    case .stories(let screen): screen.doomed?.title
    case .employers(let screen): screen.doomed?.name
    case .things(let screen): screen.doomed?.title
    case .employer, .text, .log, .panel: nil
    }
  }

  /// The keys that work now.
  var hints: [KeyHint] {
    if doomedTitle != nil { return DeletingAnswer.keys.hints() }
    switch self {
    case .stories(let screen):
      return screen.search.isTyping
        ? Search.keys.hints() : StoriesScreen.keys.hints() + ListMove.keys.hints()
    case .employers(let screen):
      return screen.search.isTyping
        ? Search.keys.hints() : EmployersScreen.keys.hints() + ListMove.keys.hints()
    case .employer: return EmployerScreen.keys.hints() + ListMove.keys.hints()
    case .things(let screen):
      return screen.search.isTyping
        ? Search.keys.hints() : screen.keys.hints() + ListMove.keys.hints()
    case .text: return TextScreen.keys.hints()
    case .log(let screen): return screen.hints
    case .panel(let screen): return screen.hints
    }
  }

  /// The sections of the help: where, and what works there.
  static var help: [(title: String, hints: [KeyHint])] {
    [
      ("A card that asks for something to be written", App.feedKeys.hints()),
      ("Stories", StoriesScreen.keys.hints()), ("Interviews", EmployersScreen.keys.hints()),
      ("An employer", EmployerScreen.keys.hints()),
      ("What is known of an employer", ThingsScreen.allKeys.hints()),
      ("Logging a round", LogScreen.typingKeys.hints() + LogScreen.landedKeys.hints()),
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
