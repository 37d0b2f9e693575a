public import Decks

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

  /// The places that what is written for a card goes to: those it names, else what its kind is for.
  public static func places(for card: Card) -> [Feed] {
    let named = card.feeds.compactMap { Feed($0) }
    guard named.isEmpty else { return named }
    return switch card.kind {
    case .research: [.facts]
    case .ask: [.questions]
    case .reflect: [.roundLog]
    case .star, .fit, .goal, .concern, .insight, .probe, .task, .panel, .redflag: []
    }
  }

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

  /// What the place is, for the screen.
  public var title: String {
    switch self {
    case .roundLog: "the round log"
    case .told: "what they have heard"
    case .priorities: "the advert"
    case .weakCards: "the weak cards"
    case .stories: "the stories"
    case .probes: "what they pressed on"
    case .headlines: "the first lines of the stories"
    case .figures: "the figures of the stories"
    case .facts: "the dossier"
    case .questions: "your questions for them"
    case .decision: "your own decision"
    case .panel: "the panel"
    case .brief: "the brief"
    }
  }
}
