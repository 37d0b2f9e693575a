import Decks

extension InterviewFigures {
  /// `about 85% (70–93)`.
  public var onCourse: String { "about \(readyByPlan.percent)% (\(low.percent)–\(high.percent))" }
  /// `70–93%`.
  public var range: String { "\(low.percent)–\(high.percent)%" }
  /// `all 40 fit`, `36 of 40 fit`.
  public var fitsWords: String {
    fits >= counted ? "all \(counted) fit" : "\(fits) of \(counted) fit"
  }
  /// `Acme, round 2`.
  public var title: String { "\(appointment.employer), round \(appointment.round)" }
}

extension Today {
  /// The line for a prompt: `6 cards, 18 min`, `done today`.
  public var shortLine: String {
    isDone ? "done today" : "\(left.count.of("card")), \(DateText.minutes(leftMinutes))"
  }

  /// `Today: 3 answers (1 new), 2 red flags, 18 min left`, `Today's 20 minutes are done`.
  public var sessionWords: String {
    if !isDone {
      return "Today: \(Self.contents(of: left)), \(DateText.minutes(leftMinutes)) left"
    }
    return done.isEmpty
      ? "Today has no session" : "Today's \(DateText.wholeMinutes(doneMinutes)) are done"
  }

  /// What is left of a session that was begun; nil if it was not, or is done.
  public var sessionLeft: SessionLeft? {
    done.isEmpty || isDone ? nil : SessionLeft(count: left.count, minutes: leftMinutes)
  }

  /// What some things are, in a few words: `3 answers (1 new), 2 new red flags, 1 rebuild`.
  public static func contents(of items: [Item]) -> String {
    Sort.allCases.compactMap { sort in
      let those = items.filter { Sort($0) == sort }
      guard !those.isEmpty else { return nil }
      let new = those.count(where: \.isNew)
      // What is picked for is new each time, and a warm-up only.
      if sort == .pick { return "a warm-up of \(those.count.of(sort.one, sort.many))" }
      if new == those.count { return new.of("new \(sort.one)", "new \(sort.many)") }
      let words = those.count.of(sort.one, sort.many)
      return new == 0 ? words : "\(words) (\(new) new)"
    }
    .joined(separator: ", ")
  }

  fileprivate enum Sort: CaseIterable {
    case lookBack, answer, task, redflag, question, headline, rebuild, regrade, probe, reading, pick

    init(_ item: Item) {
      self =
        switch item.task {
        case .headline: .headline
        case .rebuild: .rebuild
        case .regrade: .regrade
        case .probe: .probe
        case .pick: .pick
        case .reading: .reading
        case .answer:
          switch item.kind {
          case .reflect, .research: .lookBack
          case .redflag: .redflag
          case .ask: .question
          case .task: .task
          case .star, .fit, .goal, .concern, .insight, .panel, .probe: .answer
          }
        }
    }

    var one: String {
      switch self {
      case .lookBack: "look back"
      case .regrade: "second look"
      case .probe: "follow-up"
      case .answer: "answer"
      case .task: "task"
      case .redflag: "red flag"
      case .question: "question to ask"
      case .headline: "headline"
      case .rebuild: "rebuild"
      case .reading: "question to read"
      case .pick: "pick"
      }
    }

    var many: String {
      switch self {
      case .lookBack: "looks back"
      case .question: "questions to ask"
      case .reading: "questions to read"
      default: "\(one)s"
      }
    }
  }
}

extension Today.Item {
  /// What it is, in a word or two: `answer, new`, `red flag`, `second look`.
  public var words: String { Today.Sort(self).one + (isNew ? ", new" : "") }
  /// Whether one looks back on a round with it.
  public var looksBack: Bool { task == .answer && kind == .reflect }
  /// Whether it is a question that is answered at length.
  public var isAnswer: Bool { [.answer, .task].contains(Today.Sort(self)) }
}
