public import Decks
public import Scheduler

/// One go at a card: how it was answered and what the person said of it.
public struct Attempt: Equatable, Sendable {
  /// What a go is for.
  public enum Purpose: String, CaseIterable, Sendable {
    /// To answer the question; it ends with a grade.
    case answer
    /// To practise the parts that need work, without a grade.
    case rebuild
    /// To tick a written answer of an earlier day once more, cold.
    case regrade
    /// To meet a follow-up that one was stuck on.
    case probe
    /// To answer it before a panel; it gets no grade.
    case panel
  }

  /// The number that it is kept under; nil while it isn't.
  public var id: Int64?
  public var card: CardID
  public var kind: CardKind
  /// When it was done.
  public var moment: Moment
  public var purpose: Purpose
  public var mode = AnswerMode.spoken
  /// Which of the card's wordings was asked, from 0.
  public var wording: Int
  /// How sure the person was before answering, 1…4; nil if they didn't say.
  public var confidence: Int?
  /// Milliseconds spoken; nil when nobody measured.
  public var duration: Int?
  /// The same by part; nil if none were marked.
  public var times: PartTimes?
  /// What was written, box by box; empty for what was not written.
  public var texts: [String] = []
  public private(set) var ticks: Set<Tick> = []
  /// Whether the person went through the ticks; if not, `ticks` has nothing but what a clock knows.
  public private(set) var isTicked = false
  public var probes: [ProbeAnswer] = []
  /// The number of the story told, in the notebook; nil if the person didn't say.
  public var story: Int64?
  /// The parts that a rebuild is for.
  public var parts: [RubricPart] = []
  /// The attempt that is ticked again.
  public var regards: Int64?

  public init(
    card: CardID, kind: CardKind, moment: Moment, purpose: Purpose = .answer, wording: Int = 0
  ) {
    self.card = card
    self.kind = kind
    self.moment = moment
    self.purpose = purpose
    self.wording = wording
  }

  /// Whether there was any answer.
  public var isGiven: Bool { duration != nil || texts.contains { !$0.isEmpty } }

  /// Whether it is a whole story, which has marks by part.
  public var isStory: Bool { kind == .star && mode.isWhole }

  /// Whether it is a whole story in writing, whose words can be looked at.
  var isWrittenStory: Bool { isStory && mode == .typed && purpose == .answer }

  /// The marks of a story, once it is ticked.
  public var profile: Profile? {
    isStory && isTicked ? Profile(ticks: ticks, probes: probes.map(\.result)) : nil
  }

  /// Begins anew in a mode; what was answered and ticked so far is gone.
  public mutating func beginAnew(_ mode: AnswerMode, at moment: Moment) {
    var new = Attempt(card: card, kind: kind, moment: moment, purpose: purpose, wording: wording)
    new.mode = mode
    new.confidence = confidence
    new.parts = parts
    new.story = story
    new.probes = purpose == .probe ? probes : []
    self = new
  }

  // MARK: Ticking

  /// Ticks a line, or takes the tick back.
  public mutating func toggle(_ tick: Tick) {
    isTicked = true
    if ticks.remove(tick) == nil { ticks.insert(tick) }
  }

  /// Ticks a whole list; what the clock has measured stays as it is.
  public mutating func tickAll(_ lines: [TickLine]) {
    isTicked = true
    for line in lines where !(isGiven && line.tick.isTimed) { ticks.insert(line.tick) }
  }

  /// Takes ticks over from somewhere else: as the person made them, or only the clock.
  public mutating func setTicks(_ ticks: Set<Tick>, byThePerson isTicked: Bool = true) {
    self.ticks = ticks
    self.isTicked = isTicked
  }

  /// Takes in an answer that was given aloud, until `time`.
  public mutating func spoke(_ clock: SpokenClock, until time: Timestamp, lines: [TickLine]) {
    spoke(milliseconds: clock.milliseconds(at: time), lines: lines)
    times = clock.isMarked ? clock.times(at: time) : nil
  }

  /// Takes in an answer that was given aloud and has no parts.
  public mutating func spoke(milliseconds: Int, lines: [TickLine]) {
    duration = milliseconds
    tick(lines, byMilliseconds: milliseconds)
  }

  /// Takes in an answer that was written, with its number of words.
  public mutating func wrote(_ texts: [String], words: Int, lines: [TickLine]) {
    self.texts = texts
    guard words > 0 else { return }
    tick(lines, byMilliseconds: AnswerLength.milliseconds(words: words))
  }

  /// Ticks what the clock knows: whether an answer that takes so long aloud is within its time.
  mutating func tick(_ lines: [TickLine], byMilliseconds milliseconds: Int) {
    let isInTime =
      switch mode {
      case .headline: milliseconds <= Drill.headline.seconds * 1000
      case .pick: milliseconds <= Drill.pick.seconds * 1000
      case .spoken, .typed, .probe, .away: AnswerLength(milliseconds: milliseconds).isInTime
      }
    for line in lines where line.tick.isTimed {
      if isInTime { ticks.insert(line.tick) } else { ticks.remove(line.tick) }
    }
  }
}
