import Decks
import Practice
import Scheduler
import Store

/// The same session line by line, without a screen: for screen readers, pipes and simple terminals.
///
/// The keys are for ever: `Enter` reveals, `1`–`4` grade, `u` undoes, `s` skips, `q` or the end of
/// input ends it.
enum PlainPractice {
  static func run(_ request: (Workspace) throws -> SessionRequest) throws {
    let workspace = try Workspace.forCommand()
    let request = try request(workspace)
    var loop = PlainLoop(
      workspace: workspace, cards: try workspace.sessionCards(for: request), seed: request.seed)
    try loop.run()
  }
}

private struct PlainLoop {
  let workspace: Workspace
  var session: Session
  var cards: [CardID: SessionCard]
  let seed: UInt64

  init(workspace: Workspace, cards: [SessionCard], seed: UInt64) {
    self.workspace = workspace
    self.seed = seed
    session = Session(cards: cards.map(\.card.id))
    self.cards = Dictionary(cards.map { ($0.card.id, $0) }) { first, _ in first }
  }

  mutating func run() throws {
    if session.current == nil { try Output.line("There is nothing to practise here.") }
    while let id = session.current, let card = cards[id] {
      guard try practise(card) else { break }
    }
    try Output.line(summary)
  }

  /// Asks one card; false when the person ends the session.
  private mutating func practise(_ current: SessionCard) throws -> Bool {
    let card = current.card
    let wording = card.nextWording(
      after: current.lastWording, seed: seed &+ UInt64(session.steps.count))
    try Output.line(
      "\n\(session.finishedCount + 1) of \(session.totalCount): \(card.id.card), \(card.competency), \(card.kind.title)"
    )
    try Output.line(card.wordings[wording])
    try Output.line(card.kind.instruction)
    var isRevealed = false
    while true {
      try Output.line(
        isRevealed
          ? "[1 again, 2 hard, 3 good, 4 easy, u undo, s skip, q quit]"
          : "[Enter reveal, u undo, s skip, q quit]")
      guard let line = readLine() else { return false }
      switch (line.sanitisedKey, isRevealed) {
      case ("q", _): return false
      case ("s", _):
        session.take(.skipped(card.id))
        return true
      case ("u", _):
        try undo()
        return true
      case ("", false):
        isRevealed = true
        try reveal(current)
      case ("1", true), ("2", true), ("3", true), ("4", true):
        guard let grade = Int(line.sanitisedKey).flatMap(Grade.init(rawValue:)) else { continue }
        try record(grade, on: card, wording: wording)
        return true
      default: break
      }
    }
  }

  private func reveal(_ current: SessionCard) throws {
    for section in CardSection.all(of: current.card) {
      try Output.line("\(section.title):")
      for item in section.items { try Output.line("- \(item)") }
    }
    if let note = current.note { try Output.line("Your note:\n\(note)") }
  }

  private mutating func record(_ grade: Grade, on card: Card, wording: Int) throws {
    let memory = try workspace.store.record(
      Grading(
        card: card.id, moment: SystemClock.now, grade: grade, wording: wording, mode: .spoken,
        textHash: card.textHash))
    cards[card.id]?.memory = memory
    cards[card.id]?.lastWording = wording
    session.take(.graded(card.id, grade))
    let due = workspace.store.schedule.due(of: memory, card: card.id).words
    try Output.line(
      grade == .again
        ? "Recorded: again. It comes back in this session." : "Recorded: \(grade.name). Due \(due)."
    )
  }

  private mutating func undo() throws {
    if case .skipped = session.lastStep {
      session.undo()
      return
    }
    guard let undone = try workspace.store.undoLast(at: SystemClock.now) else {
      try Output.line("There is no grade to take back.")
      return
    }
    try Output.line("Took back \(undone.grade.name) on \(undone.card).")
    if session.lastStep == .graded(undone.card, undone.grade) {
      session.undo()
      cards[undone.card]?.memory = undone.memory
    } else if let card = try workspace.store.sessionCards([undone.card]).first {
      cards[undone.card] = card
      session.bringForward(undone.card)
    }
  }

  private var summary: String {
    let lines = SessionSummary(session).lines
    let held = lines.count { $0.first != .again }
    return "\n\(lines.count) practised, \(held) right at the first go."
  }
}

extension String {
  /// The line without white space, in lower case: what the person meant by it.
  fileprivate var sanitisedKey: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      .lowercased()
  }
}
