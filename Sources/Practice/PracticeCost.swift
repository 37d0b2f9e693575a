public import Decks
public import Scheduler

extension PracticeCost {
  /// What a card costs that is answered in so many minutes: a return after an answer Again takes a good
  /// third of them.
  public init(answering minutes: Double) {
    self.init(answer: minutes, retry: 0.4 * minutes)
  }
}

extension CardKind {
  /// The minutes that one practice of such a card usually takes, answer, probes and ticks together.
  ///
  /// Source: the session of `20 minutes` in the product's notes: a full answer with probes takes
  /// four to five minutes, a red flag or a question to ask about one.
  public var minutes: Double {
    switch self {
    case .star: 4
    case .fit, .goal, .concern, .insight: 2
    case .task: 3
    case .panel, .reflect, .research: 2.5
    case .probe: 0.75
    case .ask, .redflag: 1
    }
  }

  /// The same for the planner.
  public var practiceCost: PracticeCost { PracticeCost(answering: minutes) }

  /// Whether such cards come up by themselves in a daily session, and count towards readiness.
  ///
  /// Probes belong to a story, panels to a simulation, and reflect and research cards to a round
  /// or an employer; they are practised when their deck or kind is asked for.
  public var isDaily: Bool {
    switch self {
    case .star, .fit, .goal, .concern, .insight, .task, .ask, .redflag: true
    case .probe, .panel, .reflect, .research: false
    }
  }
}
