/// What came of a panel, person by person.
public struct PanelReport: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    public var persona: Persona
    /// Questions that they put and that were answered.
    public var questions: Int
    /// Milliseconds of the answers to them.
    public var milliseconds: Int64
    /// Stories told to them.
    public var stories: [Number<Story>]
    /// What to do better with them, each in a few words.
    public var remarks: [String]
  }

  public var lines: [Line]
  /// Stories told more than once.
  public var repeated: [Number<Story>]
  /// Stories that the employer had heard in earlier rounds.
  public var heard: [Number<Story>]
  /// Milliseconds of all answers.
  public var milliseconds: Int64
  /// What stands beside who has put no question that was answered: in a panel that was ended early they may
  /// have asked, or would have.
  public var noQuestion: String
  /// What stands behind the time of all answers: whether it was ended before its end.
  public var ending: String

  /// An answer longer than this loses its listeners, in milliseconds.
  static let longAnswer: Int64 = 180_000

  public init(_ panel: Panel) {
    noQuestion = panel.wasEnded ? "no answer to them" : "asked nothing"
    ending = panel.wasEnded ? ", ended early" : ""
    lines = panel.personas.map {
      Line(persona: $0, questions: 0, milliseconds: 0, stories: [], remarks: [])
    }
    for answer in panel.answers where panel.turns.indices.contains(answer.turn) {
      let turn = panel.turns[answer.turn]
      Self.add(answer, to: &lines[turn.first.persona])
      if answer.milliseconds > Self.longAnswer {
        lines[turn.first.persona].remarks.append("an answer over three minutes")
      }
      if let second = turn.second {
        lines[second.persona].questions += 1
        if answer.answeredBoth == false {
          lines[second.persona].remarks.append("one question left unanswered")
        }
      }
      if let interruption = turn.interruption, answer.foundBack == false {
        lines[interruption.persona].remarks.append("lost the thread when they broke in")
      }
    }
    if panel.broughtInSilent == false,
      let silent = panel.personas.firstIndex(where: { $0.manner == .silent })
    {
      lines[silent].remarks.append("not brought in")
    }
    repeated = Self.unique(panel.answers.filter(\.isRepeat).compactMap(\.story))
    heard = Self.unique(panel.answers.filter(\.wasHeard).compactMap(\.story))
    milliseconds = panel.answers.reduce(0) { $0 + $1.milliseconds }
  }

  private static func add(_ answer: Panel.Answer, to line: inout Line) {
    line.questions += 1
    line.milliseconds += answer.milliseconds
    if let story = answer.story { line.stories.append(story) }
  }

  private static func unique(_ keys: [Number<Story>]) -> [Number<Story>] {
    var seen: Set<Number<Story>> = []
    return keys.filter { seen.insert($0).inserted }
  }
}
