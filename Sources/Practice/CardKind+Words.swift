public import Decks

extension CardKind {
  /// Whether such a card is remembered, so that it gets a grade; looking back and finding out are done or
  /// not yet.
  public var isRemembered: Bool {
    switch self {
    case .reflect, .research: false
    default: true
    }
  }

  /// Whether such a question is after a competency that it does not name, so that reading it is part of
  /// answering it.
  var isAfterFamily: Bool {
    switch self {
    case .star, .fit, .goal, .concern, .insight, .task, .panel: true
    case .probe, .reflect, .research, .ask, .redflag: false
    }
  }

  /// How to answer such a card, in a line.
  public var instruction: String {
    switch self {
    case .star:
      "Answer aloud: Situation, Task, Action, Result. About two minutes."
    case .fit, .goal, .concern, .insight:
      "Answer aloud: your point, the reason, a real moment that proves it, what it means for this job. About a minute."
    case .probe:
      "Take one of your own stories and answer aloud, in forty seconds."
    case .task:
      "Think aloud, two to three minutes."
    case .panel:
      "Answer aloud, one to two minutes, with each of them in mind."
    case .reflect:
      "Write it down, then say you are done."
    case .research:
      "Find it out and note it with its date, then say it from memory."
    case .ask:
      "Say this question of yours aloud, and why you ask it."
    case .redflag:
      "Say what you would do, then the line you would say."
    }
  }

  /// The kind as a person would call it.
  public var title: String {
    switch self {
    case .star: "behavioural"
    case .fit: "fit"
    case .goal: "goals"
    case .concern: "doubt"
    case .insight: "insight"
    case .probe: "follow-up"
    case .task: "task"
    case .panel: "panel"
    case .reflect: "look back"
    case .research: "research"
    case .ask: "your question"
    case .redflag: "red flag"
    }
  }
}
