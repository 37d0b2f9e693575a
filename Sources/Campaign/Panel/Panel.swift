/// A panel that is being rehearsed: who asks now, how the answer goes, and what comes of it.
///
/// It has no clock and no chance of its own: times come in, and all turns are drawn at the start.
public struct Panel: Equatable, Sendable {
  public let personas: [Persona]
  public let turns: [PanelTurn]
  public let temper: Temper
  /// Milliseconds that it may last.
  public let limit: Int64
  /// Stories that the employer has heard in earlier rounds.
  public let told: Set<Number<Story>>
  public private(set) var phase = Phase.asked
  /// The turn that it is at.
  public private(set) var index = 0
  public private(set) var answers: [Answer] = []
  /// Whether the one who said nothing was brought in; nil until the person has said.
  public private(set) var broughtInSilent: Bool?
  /// Whether it was ended before its end.
  public private(set) var wasEnded = false
  private var startedAt: Int64?
  private var checks: [Check] = []
  private var current = Answer()

  /// How the people at the table are.
  public enum Temper: Int, CaseIterable, Sendable {
    /// Nobody breaks in, and each asks by themselves.
    case calm = 1
    /// About every third answer is interrupted, and once two ask at once.
    case usual
    /// Every other answer is interrupted, and sooner; twice two ask at once.
    case hard

    /// The temper of a panel after so many whole ones: it rises.
    public static func after(_ count: Int) -> Temper {
      switch count {
      case ..<3: .calm
      case ..<6: .usual
      default: .hard
      }
    }

    /// In a few words.
    public var words: String {
      switch self {
      case .calm: "calm"
      case .usual: "they break in"
      case .hard: "they press you"
      }
    }
  }

  /// What the panel waits for.
  public enum Phase: Equatable, Sendable {
    /// The question was put; the answer has not begun.
    case asked
    /// The answer runs, since a time in milliseconds.
    case answering(since: Int64)
    /// Someone broke in; the answer goes on, since a time in milliseconds.
    case interrupted(since: Int64)
    /// Which story was it? `warned` is the one that was named and has been heard before.
    case naming(warned: Number<Story>?)
    /// A yes or no.
    case checking(Check)
    case over
  }

  /// What the person says honestly after an answer, yes or no.
  public enum Check: Equatable, Sendable {
    /// Were both questions answered?
    case bothAnswered
    /// Was the interruption taken, and the way back found?
    case foundBack
    /// Was the one who said nothing brought in?
    case broughtInSilent
  }

  /// How one turn went.
  public struct Answer: Equatable, Sendable {
    public var turn = 0
    public var milliseconds: Int64 = 0
    public var story: Number<Story>?
    /// Whether the story was told in this panel before.
    public var isRepeat = false
    /// Whether the employer had heard it in an earlier round.
    public var wasHeard = false
    /// Nil when there was only one question.
    public var answeredBoth: Bool?
    /// Nil when nobody broke in.
    public var foundBack: Bool?
  }

  /// - Parameters:
  ///   - personas: three to five.
  ///   - opening: what it begins with.
  ///   - questions: what may be asked then, the most important first.
  ///   - minutes: how long it may last.
  ///   - temper: how those who ask are.
  ///   - told: the stories that the employer has heard.
  ///   - generator: where chance comes from; the same gives the same panel.
  public init(
    personas: [Persona], opening: PanelQuestion = .opening, questions: [PanelQuestion],
    minutes: Double, temper: Temper = .usual, told: Set<Number<Story>>,
    using generator: inout some RandomNumberGenerator
  ) {
    self.personas = personas
    self.temper = temper
    turns = PanelTurn.turns(
      of: personas, from: opening, asking: questions, minutes: minutes, temper: temper,
      using: &generator)
    limit = Int64(minutes * 60_000)
    self.told = told
    if turns.isEmpty { phase = .over }
  }

  /// The turn it is at; nil when it is over.
  public var turn: PanelTurn? {
    if phase == .over || phase == .checking(.broughtInSilent) { return nil }
    return turns.indices.contains(index) ? turns[index] : nil
  }

  /// The one who says nothing, and has not spoken so far.
  public var silent: Persona? {
    guard let silent = personas.firstIndex(where: { $0.manner == .silent }) else { return nil }
    let spoken = turns.prefix(index + 1).contains { $0.first.persona == silent }
    return spoken ? nil : personas[silent]
  }

  /// Milliseconds since the first answer began.
  public func elapsed(at time: Int64) -> Int64 { startedAt.map { max(0, time - $0) } ?? 0 }

  /// Milliseconds of the answer that runs.
  public func answerTime(at time: Int64) -> Int64 {
    switch phase {
    case .answering(let since), .interrupted(let since): max(0, time - since)
    case .asked, .naming, .checking, .over: current.milliseconds
    }
  }

  /// Milliseconds until something happens by itself; nil when nothing will.
  public func nextChange(after time: Int64) -> Int64? {
    switch phase {
    case .answering, .interrupted: 1000 - answerTime(at: time) % 1000
    case .asked, .naming, .checking, .over: nil
    }
  }

  // MARK: - What happens

  /// The answer begins.
  public mutating func begin(at time: Int64) {
    guard phase == .asked else { return }
    if startedAt == nil { startedAt = time }
    current = Answer(turn: index)
    phase = .answering(since: time)
  }

  /// Time goes on: someone may break in.
  public mutating func pass(to time: Int64) {
    guard case .answering(let since) = phase, let interruption = turn?.interruption,
      time - since >= interruption.after
    else { return }
    phase = .interrupted(since: since)
  }

  /// The answer ends.
  public mutating func finish(at time: Int64) {
    let wasInterrupted: Bool
    switch phase {
    case .answering: wasInterrupted = false
    case .interrupted: wasInterrupted = true
    case .asked, .naming, .checking, .over: return
    }
    current.milliseconds = answerTime(at: time)
    checks = []
    if turn?.second != nil { checks.append(.bothAnswered) }
    if wasInterrupted { checks.append(.foundBack) }
    phase = .naming(warned: nil)
  }

  /// The person names the story, or says that there was none.
  ///
  /// One that was heard before is asked about once more; naming it again keeps it.
  public mutating func name(_ story: Number<Story>?, at time: Int64) {
    guard case .naming(let warned) = phase else { return }
    if let story {
      current.isRepeat = answers.contains { $0.story == story }
      current.wasHeard = told.contains(story)
      if current.isRepeat || current.wasHeard, warned != story {
        phase = .naming(warned: story)
        return
      }
    } else {
      (current.isRepeat, current.wasHeard) = (false, false)
    }
    current.story = story
    goOn(at: time)
  }

  /// The person answers a check.
  public mutating func check(_ yes: Bool, at time: Int64) {
    guard case .checking(let check) = phase else { return }
    switch check {
    case .bothAnswered: current.answeredBoth = yes
    case .foundBack: current.foundBack = yes
    case .broughtInSilent:
      broughtInSilent = yes
      phase = .over
      return
    }
    goOn(at: time)
  }

  /// Ends it early: what was answered counts, an answer that runs or is still asked about as well.
  public mutating func end(at time: Int64) {
    wasEnded = phase != .over && phase != .checking(.broughtInSilent)
    finish(at: time)
    switch phase {
    case .naming, .checking(.bothAnswered), .checking(.foundBack): answers.append(current)
    case .asked, .answering, .interrupted, .checking(.broughtInSilent), .over: break
    }
    phase = .over
  }

  /// The next check, or the next question, or the end.
  private mutating func goOn(at time: Int64) {
    if !checks.isEmpty {
      phase = .checking(checks.removeFirst())
      return
    }
    answers.append(current)
    if index + 1 < turns.count, elapsed(at: time) < limit {
      index += 1
      current = Answer(turn: index)
      phase = .asked
    } else if silent != nil {
      phase = .checking(.broughtInSilent)
    } else {
      phase = .over
    }
  }
}
