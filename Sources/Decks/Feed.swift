/// A place that what is written for a card goes to.
public enum Feed: CaseIterable, Sendable {
  case roundLog, told, priorities, weakCards, stories, probes, headlines, figures, facts,
    questions, decision, panel, brief

  /// The place that a card's `feeds` names; nil for words that name none.
  public init?(_ text: String) {
    let text = text.lowercased()
    let found = Self.allCases.first { feed in feed.names.contains { text.hasPrefix($0) } }
    guard let found else { return nil }
    self = found
  }

  /// What it is called in a deck file.
  public var name: String { names[0] }

  private var names: [String] {
    switch self {
    case .roundLog: ["round log", "asked-list"]
    case .told: ["stories told", "novelty warnings"]
    case .priorities: ["likely next", "likely-next"]
    case .weakCards: ["weak cards"]
    case .stories: ["stories", "story plan"]
    case .probes: ["probe drills"]
    case .headlines: ["headline drills"]
    case .figures: ["consistency check"]
    case .facts: ["dossier", "fresh material"]
    case .questions: ["questions for them", "your-questions"]
    case .decision: ["decision notes"]
    case .panel: ["panel simulation"]
    case .brief: ["interview-day brief"]
    }
  }
}
