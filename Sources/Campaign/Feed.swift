public import Decks

extension Feed {
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
