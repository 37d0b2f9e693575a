/// What earlier attempts at a card come to.
public struct CardHistory: Equatable, Sendable {
  /// The last whole answer; nil if there was none.
  public private(set) var lastAnswer: Attempt?
  /// The ticks that stand for a story.
  ///
  /// They are those of the last whole answer, with what was rebuilt or ticked again since; nil if a story was never ticked.
  public private(set) var ticks: Set<Tick>?
  /// Follow-ups that the person was stuck on the last time, in the order in which they were.
  public private(set) var stuck: [String] = []
  /// The answer of which there are words and that was not ticked again since; nil if there is none.
  public private(set) var uncheckedAnswer: Attempt?

  /// The last three whole answers of which there are words, oldest first.
  public private(set) var written: [Attempt] = []
  /// The number of the story that was named here last; nil if none was.
  public private(set) var story: Int64?
  /// The wordings that were met here in any way.
  public private(set) var met: Set<Int> = []

  public init() {}

  /// - Parameter attempts: those that count, in time order.
  public init(_ attempts: [Attempt]) {
    for attempt in attempts { add(attempt) }
  }

  /// Takes in one more attempt, made after all others.
  public mutating func add(_ attempt: Attempt) {
    met.insert(attempt.wording)
    switch attempt.purpose {
    case .answer, .panel: addAnswer(attempt)
    case .rebuild:
      if attempt.isTicked {
        let rebuilt = Set(attempt.parts.flatMap(\.ticks))
        ticks = (ticks ?? []).subtracting(rebuilt).union(attempt.ticks.intersection(rebuilt))
      }
    case .regrade:
      if ticks != nil { ticks = attempt.ticks }
      if uncheckedAnswer?.id == attempt.regards { uncheckedAnswer = nil }
    case .probe, .drill: break
    }
    for probe in attempt.probes {
      stuck.removeAll { $0 == probe.question }
      if probe.result == .stuck { stuck.append(probe.question) }
    }
  }

  private mutating func addAnswer(_ attempt: Attempt) {
    story = attempt.story ?? story
    guard attempt.mode == .spoken || attempt.mode == .typed else { return }
    if attempt.isGiven { lastAnswer = attempt }
    // What was heard can be looked at as what was typed.
    let isInWords = attempt.isGiven && (attempt.mode == .typed || attempt.hasWords)
    if isInWords { written = written.suffix(2) + [attempt] }
    guard attempt.isStory, attempt.isTicked else { return }
    ticks = attempt.ticks
    uncheckedAnswer = isInWords ? attempt : nil
  }

  /// The parts of the story that need work; none if it was never ticked.
  public var needsWork: [RubricPart] { ticks.map { Profile(ticks: $0).needsWork } ?? [] }
}
