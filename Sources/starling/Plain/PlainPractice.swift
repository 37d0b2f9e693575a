import Decks
import Practice
import Scheduler
import Store
import TUI

/// The same session line by line, without a screen: for screen readers, pipes and simple terminals.
///
/// The keys are for ever: `Enter` reveals, `1`–`4` grade, `u` undoes, `s` skips, `q` or the end of
/// input ends it. What else there is has been added to them.
enum PlainPractice {
  /// - Parameter request: what is asked for; nil goes on with what was left.
  /// - Throws: what keeps it from being practised or kept.
  static func run(_ request: (Workspace) throws -> SessionRequest?) throws {
    let workspace = try Workspace.forCommand()
    let start = try workspace.session(for: try request(workspace))
    var loop = PlainLoop(workspace: workspace, start: start)
    try loop.run()
  }
}

struct PlainLoop {
  let workspace: Workspace
  let start: SessionStart
  private let sound: Sound
  private var session: Session
  private var cards: [CardID: SessionCard]

  init(workspace: Workspace, start: SessionStart) {
    self.workspace = workspace
    self.start = start
    sound = workspace.sound
    session = start.session
    cards = start.cardsByID
  }

  mutating func run() throws {
    if !session.steps.isEmpty {
      try Output.line("Going on with today's session, \(session.left(cards).words) left.")
    }
    if session.current == nil { try Output.line("There is nothing to practise here.") }
    while let item = session.current, let card = cards[item.card] {
      guard try practise(item, card) else { break }
      try workspace.store.keep(
        session, on: SystemClock.now.day(startHour: workspace.store.schedule.startHour))
    }
    try summarise()
  }

  /// Asks one thing; false when the person ends the session.
  private mutating func practise(_ item: SessionItem, _ current: SessionCard) throws -> Bool {
    let card = current.card
    try Output.line(
      "\n\(session.finishedCount + 1) of \(session.totalCount): \(card.id.card), \(card.competency), \(card.kind.title), \(DateText.minutes(session.minutesLeft(cards))) left"
    )
    var turn = PlainTurn(
      item: item, card: current, start: start, seed: start.seed &+ UInt64(session.steps.count),
      store: workspace.store, sound: sound)
    switch try turn.run() {
    case .quit: return false
    case .skip: session.take(.skipped(item))
    case .undo: try undo()
    case .grade(let grade): try record(grade, turn.attempt, item)
    case .keep:
      let kept = try workspace.store.keep(turn.attempt)
      cards[item.card]?.add(kept, memory: nil)
      session.take(.kept(item, attempt: kept.id ?? 0))
      try Output.line("Kept.")
    }
    return true
  }

  private mutating func record(_ grade: Grade, _ attempt: Attempt, _ item: SessionItem) throws {
    guard let card = cards[item.card] else { return }
    let (memory, kept) = try workspace.store.record(
      card.grading(of: attempt, as: grade), for: attempt)
    cards[item.card]?.add(kept, memory: memory)
    session.take(.graded(item, grade))
    let due = workspace.store.schedule.due(of: memory, card: item.card).words
    try Output.line(
      grade == .again
        ? "Recorded: again. It comes back in this session." : "Recorded: \(grade.name). Due \(due)."
    )
  }

  private mutating func undo() throws {
    switch session.lastStep {
    case .skipped: session.undo()
    case .kept(let item, let attempt):
      try workspace.store.undoAttempt(attempt, at: SystemClock.now)
      session.undo()
      try renew(item.card)
      try Output.line("Took the last step back, on \(item.card).")
    case .graded, .buried, .suspended, nil: try undoGrade()
    }
  }

  private mutating func undoGrade() throws {
    guard let undone = try workspace.store.undoLast(at: SystemClock.now) else {
      try Output.line("There is no grade to take back.")
      return
    }
    try Output.line("Took back \(undone.grade.name) on \(undone.card).")
    let isKnown = try renew(undone.card)
    if case .graded(let item, undone.grade) = session.lastStep, item.card == undone.card {
      session.undo()
    } else if isKnown {
      session.bringForward(undone.card)
    }
  }

  /// Reads a card as it is now; false if no deck has it.
  @discardableResult
  private mutating func renew(_ id: CardID) throws -> Bool {
    guard let card = try workspace.sessionCards([id]).first else { return false }
    cards[id] = card
    return true
  }

  /// Says what the session came to, and what comes tomorrow.
  private func summarise() throws {
    let summary = SessionSummary(session)
    try Output.line(
      "\n\(summary.lines.count) practised, \(summary.held.count) right at the first go.")
    let kept = session.steps.count {
      if case .kept = $0 { true } else { false }
    }
    if kept > 0 { try Output.line(kept == 1 ? "1 part worked on." : "\(kept) parts worked on.") }
    guard kept > 0 || !summary.lines.isEmpty else { return }
    if session.current != nil {
      try Output.line("Left: \(session.left(cards).words). “starling practice --plain” goes on.")
    }
    let outlook = try workspace.sessionOutlook()
    for (title, lines) in [
      ("Tomorrow", outlook.lines), ("Your own judgement", outlook.calibration.lines),
    ] where !lines.isEmpty {
      try Output.line("\(title):")
      for line in lines { try Output.line("- \(line)") }
    }
  }
}

extension SessionLeft {
  /// `3 things, 8 min`.
  fileprivate var words: String {
    "\(count.of("thing")), \(DateText.minutes(minutes))"
  }
}
