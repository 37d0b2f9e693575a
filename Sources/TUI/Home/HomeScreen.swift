import Practice
import Screen

/// What waits today, and one key to start.
struct HomeScreen: Equatable {
  /// Nil until the counts are known.
  var summary: HomeSummary?
  /// The share of new deck files that is read; nil when there are none.
  var reading: Double?

  enum Action: Sendable {
    case start, new, decks, weak, stories, interviews, panel, progress, settings, undo
  }

  static let keys: [Binding<Action>] = [
    Binding(
      .enter, action: .start, footer: "start", help: "Start today's session, or go on with it"),
    Binding(.character("n"), action: .new, footer: "new session", help: "Start a new session"),
    Binding(
      .character("d"), action: .decks, footer: "decks", help: "Browse and search the decks"),
    Binding(.character("w"), action: .weak, footer: "weak", help: "See the weak cards"),
    Binding(
      .character("s"), action: .stories, footer: "stories",
      help: "Your stories, and what is missing"),
    Binding(
      .character("i"), action: .interviews, footer: "interviews",
      help: "Employers, rounds, people, doubts, questions"),
    Binding(
      .character("m"), action: .panel, footer: "panel", help: "Rehearse with a panel (mock)"),
    Binding(
      .character("g"), action: .progress, footer: "progress",
      help: "How practice has gone and where it leads"),
    Binding(.character(","), action: .settings, footer: "settings", help: "Change the settings"),
    Binding(.character("u"), action: .undo, help: "Take the last grade back"),
  ]
}

extension App {
  /// Whether a session of today was left with something to do.
  var hasSessionLeft: Bool {
    if case .home(let home) = path.first { home.summary?.left != nil } else { false }
  }

  /// The keys of the home screen: a new session is offered only beside one to go on with.
  var homeKeys: [Binding<HomeScreen.Action>] {
    HomeScreen.keys.filter { $0.action != .new || hasSessionLeft }
  }
}
