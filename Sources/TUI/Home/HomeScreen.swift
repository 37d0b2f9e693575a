import Practice
import Screen

/// What waits today, and one key to start.
struct HomeScreen: ScreenModel {
  /// The share of new deck files that is read; nil when there are none.
  private(set) var reading: Double?

  enum Action: Sendable {
    case start, new, decks, weak, stories, interviews, panel, progress, settings, undo
  }

  private static let keys: [Binding<Action>] = [
    Binding(
      .enter, action: .start, footer: "start", help: "Start today's session, or go on with it"),
    Binding("n", action: .new, footer: "new session", help: "Start a new session"),
    Binding("d", action: .decks, footer: "decks", help: "Browse and search the decks"),
    Binding("w", action: .weak, footer: "weak", help: "See the weak cards"),
    Binding(
      "s", action: .stories, footer: "stories", help: "Your stories, and what is missing"),
    Binding(
      "i", action: .interviews, footer: "interviews",
      help: "Employers, rounds, people, doubts, questions"),
    Binding("m", action: .panel, footer: "panel", help: "Rehearse with a panel (mock)"),
    Binding(
      "g", action: .progress, footer: "progress", help: "How practice has gone and where it leads"),
    Binding(",", action: .settings, footer: "settings", help: "Change the settings"),
    Binding("u", action: .undo, help: "Take back what was done last"),
  ]

  static let help = [HelpSection("Home", keys.hints())]

  /// A new session is offered only beside one to go on with.
  func keys(on stage: Stage) -> [Binding<Action>] {
    stage.home?.left == nil ? Self.keys.filter { $0.action != .new } : Self.keys
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .start: return [stage.home?.left == nil ? .startSession(stage.daily) : .resumeSession]
    case .new: return [.startSession(stage.daily)]
    case .weak: return [.loadWeak]
    case .decks: return [.loadDecks]
    case .stories: return [.notebook(.open(.stories))]
    case .interviews: return [.notebook(.open(.employers))]
    case .panel: return [.notebook(.panel(stage.home?.interview?.next.interview))]
    case .progress: return [.loadProgress]
    case .settings: return [.loadSettings]
    case .undo: return [.nameLastAction]
    }
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .home: reading = nil
    case .readingDecks(let share): reading = share
    default: return nil
    }
    return []
  }
}
