import Practice
import Scheduler
import Store

/// One thing of a session, line by line: asked, answered, revealed, ticked.
struct PlainTurn {
  let item: SessionItem
  let card: SessionCard
  let start: SessionStart
  let seed: UInt64
  let store: Store
  let sound: Sound
  var attempt: Attempt
  /// Whether there is a recording to play.
  var canListen: Bool

  /// How a turn ends.
  enum End {
    case quit, skip, undo, keep
    case grade(Grade)
  }

  init(
    item: SessionItem, card: SessionCard, start: SessionStart, seed: UInt64, store: Store,
    sound: Sound
  ) {
    self.item = item
    self.card = card
    self.start = start
    self.seed = seed
    self.store = store
    self.sound = sound
    canListen = card.hasRecording
    attempt = card.attempt(at: item.task, moment: SystemClock.now, seed: seed)
  }

  mutating func run() throws -> End {
    let end: End?
    switch item.task {
    case .probe: end = try meetProbes()
    case .regrade:
      try showWritten()
      end = nil
    case .answer, .headline, .rebuild: end = try answer()
    }
    let result = try end ?? judge()
    attempt.moment = SystemClock.now
    return result
  }

  var lines: [TickLine] { card.lines(for: attempt) }

  /// Does something about sound; what goes wrong there is said and keeps nobody from practising.
  func saying(_ action: () throws -> Bool) -> Bool {
    do {
      return try action()
    } catch {
      Output.warn((error as? Failure)?.message ?? "\(error)")
      return false
    }
  }
}

extension String {
  /// The line without white space, in lower case: what the person meant by it.
  var sanitisedKey: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      .lowercased()
  }
}
