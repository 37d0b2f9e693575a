import Decks
import Practice
import Scheduler
import Screen

/// One question after the other: asked, answered, revealed, graded.
struct PracticeScreen {
  /// How far the person is with the current card.
  ///
  /// The answer itself has its own cases here: speaking now, other forms beside it.
  enum Phase: Equatable {
    case question
    case speaking(SpokenClock)
    /// The answer side shows; `spoken` is how long the answer took, in milliseconds.
    case reveal(spoken: Int?)
  }

  private(set) var session: Session
  private(set) var cards: [CardID: SessionCard]
  /// Which wording of the current card is asked.
  private(set) var wording = 0
  private(set) var phase = Phase.question
  /// The grade that is on its way to the disk.
  private(set) var pendingGrade: Grade?
  /// First line shown of a page that is longer than the window.
  private(set) var scroll = 0
  private let seed: UInt64
  let schedule: Schedule

  init(_ cards: [SessionCard], seed: UInt64, schedule: Schedule) {
    session = Session(cards: cards.map(\.card.id))
    self.cards = Dictionary(cards.map { ($0.card.id, $0) }) { first, _ in first }
    self.seed = seed
    self.schedule = schedule
    ask()
  }

  /// The card asked now; nil when the session is over.
  var current: SessionCard? { session.current.flatMap { cards[$0] } }

  /// Minutes that the cards still to come will take.
  var minutesLeft: Double {
    session.queue.reduce(0) { $0 + (cards[$1]?.card.kind.minutes ?? 0) }
  }

  /// Milliseconds until something on the screen changes by itself.
  func nextChange(after time: Timestamp) -> Int? {
    if case .speaking(let clock) = phase { clock.nextChange(after: time) } else { nil }
  }

  // MARK: - Moving on

  /// Asks the current card, with a wording that is not the last one.
  private mutating func ask() {
    phase = .question
    pendingGrade = nil
    scroll = 0
    guard let current else { return }
    wording = current.card.nextWording(
      after: current.lastWording, seed: seed &+ UInt64(session.steps.count))
  }

  /// The person chose a grade: it has to be recorded before the next card comes.
  mutating func choose(_ grade: Grade, at now: Moment) -> Grading? {
    guard case .reveal(let spoken) = phase, let card = current?.card else { return nil }
    pendingGrade = grade
    return Grading(
      card: card.id, moment: now, grade: grade, wording: wording, mode: .spoken, duration: spoken,
      textHash: card.textHash)
  }

  /// The grade was recorded: keeps the new memory and moves on.
  mutating func graded(_ grade: Grade, memory: Memory) {
    guard let id = session.current else { return }
    cards[id]?.memory = memory
    cards[id]?.lastWording = wording
    session.take(.graded(id, grade))
    ask()
  }

  /// The card was put away: moves on.
  mutating func took(_ step: Session.Step) {
    session.take(step)
    ask()
  }

  /// A step was taken back: its card is asked again, with the answer side open to grade it anew.
  mutating func tookBack(_ step: Session.Step) {
    session.undo()
    ask()
    if case .graded = step { phase = .reveal(spoken: nil) }
  }

  /// A review of before this session was taken back: its card comes first now.
  mutating func bring(_ card: SessionCard) {
    cards[card.card.id] = card
    session.bringForward(card.card.id)
    ask()
    phase = .reveal(spoken: nil)
  }

  mutating func setMemory(_ memory: Memory?, of id: CardID) { cards[id]?.memory = memory }
  mutating func setNote(_ note: String?, of id: CardID) { cards[id]?.note = note }

  // MARK: - Within a card

  mutating func speak(at time: Timestamp) { phase = .speaking(SpokenClock(at: time)) }

  mutating func togglePause(at time: Timestamp) {
    guard case .speaking(var clock) = phase else { return }
    clock.togglePause(at: time)
    phase = .speaking(clock)
  }

  mutating func stopSpeaking() { phase = .question }

  mutating func reveal(at time: Timestamp) {
    if case .speaking(let clock) = phase {
      phase = .reveal(spoken: clock.milliseconds(at: time))
    } else {
      phase = .reveal(spoken: nil)
    }
    scroll = 0
  }

  /// Asks the same card in its next wording.
  mutating func changeWording() {
    guard let count = current?.card.wordings.count, count > 1 else { return }
    wording = (wording + 1) % count
  }

  mutating func scroll(by lines: Int, last: Int) {
    // A larger window may have left less to scroll.
    scroll = min(max(0, min(scroll, last) + lines), last)
  }
}
