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
    for problem in workspace.bringBackUnsaved() { Output.warn(problem) }
    if let warning = try workspace.clockProblem(at: SystemClock.now) { Output.warn(warning) }
    let start = try workspace.session(for: try request(workspace))
    var loop = PlainLoop(workspace: workspace, start: start)
    try loop.run()
  }
}

struct PlainLoop {
  let workspace: Workspace
  let start: SessionStart
  private let sound: Sound
  private let drafts: PlainDrafts
  private var session: Session
  private var cards: [CardID: SessionCard]
  /// What the step taken back last had done, to be judged anew; nil after any other step.
  private var reopened: Attempt?
  /// Cards that did not come though the person had been sure of them, once for each time.
  private var sureMisses: [CardID] = []
  /// Why the last grade could not be recorded yet; nil if it was.
  private var unrecorded: Failure?

  init(workspace: Workspace, start: SessionStart) {
    self.workspace = workspace
    self.start = start
    sound = workspace.sound
    drafts = PlainDrafts(workspace)
    session = start.session
    cards = start.cardsByID
  }

  mutating func run() throws {
    // However it ends.
    defer { drafts.finish() }
    if !session.steps.isEmpty {
      try Output.line("Going on with today's session, \(session.left(cards).words) left.")
    }
    if session.current == nil { try Output.line("There is nothing to practise here.") }
    while let item = session.current, let card = cards[item.card] {
      guard try practise(item, card) else { break }
    }
    try summarise()
    // It was said when it happened.
    if let unrecorded { throw Failure(unrecorded.code) }
  }

  /// Asks one thing; false when the person ends the session.
  private mutating func practise(_ item: SessionItem, _ current: SessionCard) throws -> Bool {
    let card = current.card
    try Output.line(
      "\n\(session.finishedCount + 1) of \(session.totalCount): \(card.id.card), \(card.competency), \(card.kind.title), \(DateText.minutes(session.minutesLeft(cards))) left"
    )
    var turn = PlainTurn(
      item: item, card: current, start: start, seed: start.seed &+ UInt64(session.steps.count),
      workspace: workspace, sound: sound, drafts: drafts, earlier: reopened)
    reopened = nil
    let end = try turn.run()
    sound.stopPlaying()
    cards[item.card] = turn.card
    switch end {
    case .quit: return false
    case .skip:
      let skipped = session.after { .skipped($0) }
      try workspace.store.keep(skipped, at: SystemClock.now)
      session = skipped
    case .undo: try undo()
    case .bury:
      try workspace.store.setBuried(
        item.card, until: turn.today + 1, in: session, at: SystemClock.now)
      session.take(.buried(item))
      try Output.line("Put away until tomorrow; u brings it back.")
    case .suspend:
      try workspace.store.setSuspended(item.card, to: true, in: session, at: SystemClock.now)
      session.take(.suspended(item))
      try Output.line("Kept out of practice; u brings it back.")
    case .grade(let grade):
      do {
        try record(grade, turn.attempt, item)
        unrecorded = nil
      } catch let error as StoreError where error.isOfOtherFile {
        guard let failure = Failure(error) else { throw error }
        Output.warn("\(failure.message ?? "")\nThe grade is not recorded yet: give it again, or q.")
        (unrecorded, reopened) = (failure, turn.attempt)
      }
    case .keep:
      let kept = try workspace.store.keep(turn.attempt, in: session)
      if kept.endsDraft { drafts.forget(item.card) }
      cards[item.card]?.add(kept, memory: nil)
      session.take(.kept(item, attempt: kept.id ?? 0))
      try Output.line("Kept.")
    }
    return true
  }

  private mutating func record(_ grade: Grade, _ attempt: Attempt, _ item: SessionItem) throws {
    guard let card = cards[item.card] else { return }
    let (memory, kept) = try workspace.store.record(
      card.grading(of: attempt, as: grade), for: attempt, in: session)
    if kept.endsDraft { drafts.forget(item.card) }
    cards[item.card]?.add(kept, memory: memory)
    session.take(.graded(item, grade))
    if grade == .again, (attempt.confidence ?? 0) > 2 { sureMisses.append(item.card) }
    let due = workspace.store.schedule.due(of: memory, card: item.card).words
    try Output.line(
      grade == .again
        ? "Recorded: again. It comes back in this session." : "Recorded: \(grade.name). Due \(due)."
    )
  }

  private mutating func undo() throws {
    let store = workspace.store
    switch session.lastStep {
    case .skipped(let item):
      let earlier = session.after(nil)
      try store.keep(earlier, at: SystemClock.now)
      session = earlier
      try Output.line("Took the skip back, on \(item.card).")
    case .buried(let item):
      try store.setBuried(item.card, until: nil, in: session, at: SystemClock.now)
      session.undo()
      try Output.line("Brought back: \(item.card).")
    case .suspended(let item):
      try store.setSuspended(item.card, to: false, in: session, at: SystemClock.now)
      session.undo()
      try Output.line("Brought back: \(item.card).")
    case .kept(let item, let attempt):
      let kept = try store.attempts(at: item.card).first { $0.id == attempt }
      try store.undoAttempt(attempt, at: SystemClock.now, in: session)
      session.undo()
      try renew(item.card)
      try reopen(kept)
      try Output.line("Took the last step back, on \(item.card).")
    case .graded, nil: try undoGrade()
    }
  }

  private mutating func undoGrade() throws {
    let (undone, card) = try workspace.undoLast(in: session)
    guard let undone else {
      try Output.line("There is no grade to take back.")
      return
    }
    try Output.line("Took back \(undone.grade.name) on \(undone.card).")
    if let card { cards[undone.card] = card }
    if undone.grade == .again, let miss = sureMisses.lastIndex(of: undone.card) {
      sureMisses.remove(at: miss)
    }
    session = session.without(undone, isKnown: card != nil)
    try reopen(undone.attempt)
  }

  /// Lays what was taken back open again; what was written is a draft until it is judged anew.
  private mutating func reopen(_ attempt: Attempt?) throws {
    reopened = attempt
    guard let attempt, attempt.mode == .typed, attempt.isGiven else { return }
    let draft = cards[attempt.card]?.draft(with: attempt.texts, in: attempt) ?? attempt.texts
    cards[attempt.card]?.draft = draft
    try drafts.keep(draft, of: attempt.card)
  }

  /// Reads a card as it is now.
  private mutating func renew(_ id: CardID) throws {
    if let card = try workspace.sessionCards([id]).first { cards[id] = card }
  }

  /// Says what the session came to, and what comes tomorrow.
  private func summarise() throws {
    let summary = SessionSummary(session)
    try Output.line(
      "\n\(summary.lines.count) practised, \(summary.held.count) right at the first go.")
    let kept = session.steps.count {
      if case .kept = $0 { true } else { false }
    }
    if kept > 0 { try Output.line("\(kept.of("part")) worked on.") }
    guard kept > 0 || !summary.lines.isEmpty else { return }
    // Of what one was sure of, what did not come is best remembered once it is said.
    let slipped =
      summary.slipped.filter { sureMisses.contains($0.card) }
      + summary.slipped.filter { !sureMisses.contains($0.card) }
    if !slipped.isEmpty { try Output.line("Had slipped, and comes back sooner:") }
    for line in slipped {
      let sure = sureMisses.contains(line.card) ? "; you were sure" : ""
      try Output.line(
        "- \(cards[line.card]?.card.ask ?? "\(line.card)") (last grade \(line.last.name)\(sure))")
    }
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

extension StoreError {
  /// Whether what is wrong can be mended while this goes on: another file is in the database's place.
  fileprivate var isOfOtherFile: Bool {
    switch self {
    case .displaced, .overwritten: true
    default: false
    }
  }
}

extension SessionLeft {
  /// `3 things, 8 min`.
  fileprivate var words: String {
    "\(count.of("thing")), \(DateText.minutes(minutes))"
  }
}
