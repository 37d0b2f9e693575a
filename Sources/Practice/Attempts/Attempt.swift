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
    /// To say within seconds which story fits, or what the question is after; it gets no grade.
    case drill
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
  /// What they took the question to be after; nil if they did not say.
  public var guess: FamilyGuess?
  /// Milliseconds spoken; nil when nobody measured.
  public var duration: Int?
  /// The same by part; nil if none were marked.
  public var times: PartTimes?
  /// What was written or heard, box by box; empty for what was not.
  public var texts: [String] = []
  /// What was heard in its recording, as the engine wrote it down; ``texts`` may be mended since.
  public private(set) var heard: [String] = []
  /// The name of the file that it was recorded into, on this machine; nil if it was not.
  public var recording: String?
  /// Where its parts begin in that, as the person said.
  public var marks: [PartMark] = []
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

  /// Whether it is a whole story whose words can be looked at: written, or spoken and heard.
  var isStoryInWords: Bool {
    isStory && purpose == .answer && (mode == .typed || mode == .spoken && hasWords)
  }

  /// Whether there are words of it.
  public var hasWords: Bool { texts.contains { !$0.isEmpty } }

  /// Whether it is a spoken story that could not be told apart into its parts.
  public var isInOnePiece: Bool {
    mode == .spoken && hasWords && texts.dropFirst().allSatisfy(\.isEmpty)
  }

  /// Where its parts begin, as far as that is known; of answers of before only how long they were.
  public var partMarks: [PartMark] {
    guard marks.isEmpty, let times else { return marks }
    var begin = 0
    return PartTimes.Step.allCases.filter { $0 == .situation || times[$0] > 0 }.map { step in
      defer { begin += times[step] }
      return PartMark(step, at: begin)
    }
  }

  /// The boxes in which the person has mended what was heard.
  public var mendedBoxes: Set<Int> {
    guard !heard.isEmpty else { return [] }
    return Set(
      (0..<max(heard.count, texts.count)).filter { place in
        func text(_ texts: [String]) -> String { texts.indices.contains(place) ? texts[place] : "" }
        return text(heard) != text(texts)
      })
  }

  /// The marks of a story, once it is ticked.
  public var profile: Profile? {
    isStory && isTicked ? Profile(ticks: ticks, probes: probes.map(\.result)) : nil
  }

  /// Begins anew in a mode; what was answered and ticked so far is gone.
  public mutating func beginAnew(_ mode: AnswerMode, at moment: Moment) {
    var new = Attempt(card: card, kind: kind, moment: moment, purpose: purpose, wording: wording)
    new.mode = mode
    new.confidence = confidence
    new.guess = guess
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
    ticks.formUnion(lines.map(\.tick))
  }

  /// What a clock ticks, and nobody else: that the answer kept to its time; nil where that is nothing.
  var timedTick: Tick? {
    switch mode {
    case .headline, .pick: .time
    case .probe, .reading: nil
    case .spoken, .typed, .away:
      kind == .star && (purpose != .rebuild || parts.contains(.delivery)) ? .d2 : nil
    }
  }

  /// Takes the time for kept where nobody measured it: it is held against no one.
  mutating func takeTimeForKept() {
    if let timedTick, !isGiven { ticks.insert(timedTick) }
  }

  /// Takes ticks over from somewhere else: as the person made them, or only the clock.
  public mutating func setTicks(_ ticks: Set<Tick>, byThePerson isTicked: Bool = true) {
    self.ticks = ticks
    self.isTicked = isTicked
  }

  /// Takes in an answer that was given aloud, until `time`.
  public mutating func spoke(_ clock: SpokenClock, until time: Timestamp) {
    spoke(milliseconds: clock.milliseconds(at: time))
    times = clock.isMarked ? clock.times(at: time) : nil
    marks = clock.isMarked ? clock.marks : []
  }

  /// Takes in what was heard of a spoken answer, box by box.
  ///
  /// - Parameters:
  ///   - heard: as the engine wrote it down.
  ///   - mended: as the person has mended it since; nil if they have not.
  public mutating func take(heard: [String], mended: [String]? = nil) {
    self.heard = heard
    texts = mended ?? heard
  }

  /// Takes in an answer that was given aloud and has no parts.
  public mutating func spoke(milliseconds: Int) {
    duration = milliseconds
    tick(byMilliseconds: milliseconds)
  }

  /// Takes in an answer that was written, with its number of words and how many the person says in a
  /// minute.
  public mutating func wrote(
    _ texts: [String], words: Int, wordsPerMinute: Double = SpeakingPace.usual
  ) {
    self.texts = texts
    guard words > 0 else { return }
    tick(byMilliseconds: AnswerLength.milliseconds(words: words, wordsPerMinute: wordsPerMinute))
  }

  /// Ticks what the clock knows: whether an answer that takes so long aloud is within its time.
  mutating func tick(byMilliseconds milliseconds: Int) {
    guard let timedTick else { return }
    let isInTime =
      switch mode {
      case .headline: milliseconds <= Drill.headline.seconds * 1000
      case .pick: milliseconds <= Drill.pick.seconds * 1000
      case .spoken, .typed, .probe, .reading, .away:
        AnswerLength(milliseconds: milliseconds).isInTime
      }
    if isInTime { ticks.insert(timedTick) } else { ticks.remove(timedTick) }
  }
}
