public import Decks
public import Scheduler

/// A session under way: one thing after the other is asked, answered, revealed, probed, ticked and
/// graded.
///
/// A value that knows nothing of keys and windows: the screen and the lines turn what the person does
/// into its ``Action``s. What is to be done outside comes back as ``PracticeEffect``s, and the outcome
/// of each decides how it goes on: the next card comes only when the grade is on disk.
public struct PracticeRun: Sendable {
  /// How far the person is with what is asked now.
  public enum Phase: Equatable, Sendable {
    case question
    case speaking(SpokenClock)
    /// The answer is written; the words are the front's until they are done.
    case writing
    case drilling(DrillClock)
    /// The person says what the question is after.
    case reading(DrillClock)
    /// The answer side shows, with the ticks.
    case reveal
    /// The person says which story they told.
    case naming
    case probing(question: String, DrillClock)
  }

  public let start: SessionStart
  public let schedule: Schedule
  public internal(set) var session: Session
  public internal(set) var cards: [CardID: SessionCard]
  /// What was done at each of the session's steps; nil where nothing was answered, and for steps of
  /// before the program was started.
  var attempts: [Attempt?]
  /// What the person does at what is asked now; nil when the session is over.
  public internal(set) var attempt: Attempt?
  public internal(set) var phase = Phase.question
  /// As what the attempt is on its way to the disk; nil if it is not.
  var pending: Pending?
  /// Whether what is said is being recorded.
  public internal(set) var isRecorded = false
  /// How far the writing down of what was said is; nil where nobody writes it down.
  public internal(set) var hearing: Hearing?
  /// How the answer was spoken; nil where no times of its words are known.
  public internal(set) var delivery: Delivery?
  /// What was seen in the answer that was written.
  public internal(set) var observations: [Observation] = []
  /// Whether a written story was looked at and there is nothing to ask about it.
  public internal(set) var nothingStoodOut = false
  /// Whether the person has ticked or judged since the answer side opened.
  var isTickedHere = false
  /// Whether an answer was given since the question was asked, and not only laid open again.
  var isAnsweredHere = false
  /// Whether the person was told that taking back would drop the answer in hand, just before.
  var isUndoAsked = false
  /// How often something was asked; it changes with all that is asked anew.
  public private(set) var turn = 0
  /// Whether what was taken back begins with its question again, and not with its answer side.
  let isAskedAgain: Bool

  enum Pending: Equatable {
    case graded(Grade), ungraded
  }

  /// - Parameters:
  ///   - start: what the session goes by.
  ///   - now: the time and zone of here.
  ///   - schedule: how grades become dates.
  ///   - isAskedAgain: whether what was taken back begins with its question, for who hears it read
  ///     out; otherwise with its answer side.
  public init(
    _ start: SessionStart, at now: Moment, schedule: Schedule, isAskedAgain: Bool = false
  ) {
    session = start.session
    attempts = start.session.steps.map { _ in nil }
    cards = Dictionary(start.cards.map { ($0.card.id, $0) }) { first, _ in first }
    self.start = start
    self.schedule = schedule
    self.isAskedAgain = isAskedAgain
    ask(at: now)
  }

  /// Asks what comes now, with a wording that is not the last one.
  mutating func ask(at now: Moment) {
    turn += 1
    phase = .question
    pending = nil
    attempt = nil
    observations = []
    nothingStoodOut = false
    (isTickedHere, isAnsweredHere, isUndoAsked) = (false, false, false)
    (hearing, delivery) = (nil, nil)
    guard let item, let current else { return }
    attempt = current.attempt(at: item.task, moment: now, seed: seed)
    if item.task == .regrade { phase = .reveal }
  }

  // MARK: - What is asked

  public var item: SessionItem? { session.current }

  /// The card asked now; nil when the session is over.
  public var current: SessionCard? { item.flatMap { cards[$0.card] } }

  /// What wordings and follow-ups are drawn from at this step.
  private var seed: UInt64 { start.seed &+ UInt64(session.steps.count) }

  /// The question in the wording that is asked.
  public var question: String? {
    guard let attempt else { return nil }
    return current?.question(in: attempt)
  }

  /// Whether there is an answer to go back to from the question.
  public var isOpen: Bool {
    attempt.map { $0.isGiven || $0.isTicked || !$0.probes.isEmpty } ?? false
  }

  /// Whether the boxes are open to mend what was heard.
  public var isMending: Bool { phase == .writing && attempt?.mode == .spoken }

  /// Whether the answer has parts that a clock can mark.
  public var hasParts: Bool { attempt.map { $0.isStory && $0.purpose == .answer } ?? false }

  /// What was written at this card and is not an answer of an earlier session.
  public var written: [String] {
    guard let attempt else { return [] }
    return current?.written(in: attempt) ?? []
  }

  /// What stands in the boxes that are written in, by place.
  public var boxTexts: [String] {
    guard let draft = current?.draft, let places = attempt?.boxPlaces else { return [] }
    return draft.indices.prefix((places.max() ?? -1) + 1)
      .map { places.contains($0) ? draft[$0] : "" }
  }

  /// The story that the person named for this answer, or else at this card before.
  public var story: SessionStory? {
    guard let attempt else { return nil }
    return current?.story(in: attempt, among: start.stories)
  }

  /// Whether what is done gets a grade.
  public var isGraded: Bool { attempt?.purpose == .answer && !isMarkedDone }

  /// Whether it is done or not yet, and gets neither ticks nor a grade.
  public var isMarkedDone: Bool {
    attempt?.purpose == .answer && current?.card.kind.isRemembered == false
  }

  /// The lines to tick.
  public var lines: [TickLine] {
    guard let attempt, !isMarkedDone else { return [] }
    return current?.lines(for: attempt) ?? []
  }

  /// What the ticks speak for; nil where no grade is given.
  public var suggestion: SuggestedGrade? {
    guard let attempt, isGraded else { return nil }
    return SuggestedGrade(for: attempt, lines: lines)
  }

  /// The grade that going on takes: the suggested one, once the person has ticked something since the
  /// answer side opened; nil otherwise.
  public var acceptedGrade: Grade? { isTickedHere ? suggestion?.grade : nil }

  /// The follow-up that comes next; nil when there is none left.
  public var nextProbe: String? {
    guard let attempt else { return nil }
    return current?.nextProbe(in: attempt, general: start.generalProbes, seed: seed)
  }

  // MARK: - The whole session

  /// Minutes that what is still to come will take, counted as at home: what only comes back is done, as
  /// far as the day goes, and counts once nothing else is left.
  public var minutesLeft: Double { left?.minutes ?? minutes(of: session.queue) }

  /// What is left of it for another time; nil if nothing is but what came already.
  public var left: SessionLeft? {
    let items = session.unfinished
    guard !items.isEmpty else { return nil }
    return SessionLeft(count: items.count, minutes: minutes(of: items))
  }

  /// Milliseconds until something that shows changes by itself; nil if nothing does.
  public func nextChange(after time: Timestamp) -> Int? {
    switch phase {
    case .speaking(let clock): clock.nextChange(after: time)
    case .drilling(let clock), .reading(let clock), .probing(_, let clock):
      clock.nextChange(after: time)
    case .question, .writing, .reveal, .naming: nil
    }
  }

  /// How the person's own judgement has held in this session, as far as it was seen.
  public var calibration: Calibration {
    var calibration = Calibration()
    let first = Dictionary(start.cards.map { ($0.card.id, $0.history) }) { first, _ in first }
    for (step, attempt) in zip(session.steps, attempts) {
      guard let attempt else { continue }
      if case .graded(_, let grade) = step {
        calibration.count(confidence: attempt.confidence, grade: grade)
      } else if attempt.purpose == .regrade,
        let answer = first[attempt.card]?.uncheckedAnswer, answer.id == attempt.regards
      {
        calibration.count(first: answer.ticks, cold: attempt.ticks)
      }
    }
    return calibration
  }

  /// Minutes of all that was done, by what each thing takes the person.
  public var doneMinutes: Double {
    minutes(of: summary.lines.map { SessionItem($0.card) } + kept.map(\.item))
  }

  private func minutes(of items: [SessionItem]) -> Double {
    session.minutes(of: items, cards, drawn: start.minutes)
  }

  /// What was done without a grade.
  public var kept: [Today.Item] {
    session.steps.compactMap { step in
      guard case .kept(let item, _) = step else { return nil }
      return Today.Item(
        item, kind: cards[item.card]?.card.kind ?? .star, minutes: minutes(of: [item]),
        isNew: false, state: .done)
    }
  }

  /// What the session came to so far.
  public var summary: SessionSummary {
    let misses = zip(session.steps, attempts).compactMap { step, attempt -> CardID? in
      guard case .graded(let item, .again) = step, (attempt?.confidence ?? 0) > 2 else {
        return nil
      }
      return item.card
    }
    return SessionSummary(session, sureOf: Set(misses))
  }

  /// Keeps in mind what is written at a card, so that the boxes open with it.
  public mutating func setDraft(_ texts: [String], of id: CardID) { cards[id]?.draft = texts }
}
