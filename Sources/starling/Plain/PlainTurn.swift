import Practice
import Scheduler
import Screen
import Store

/// One thing of a session, line by line: asked, answered, revealed, ticked.
struct PlainTurn {
  let item: SessionItem
  /// The card, with the note and the draft that the person has written meanwhile.
  var card: SessionCard
  let start: SessionStart
  let seed: UInt64
  let workspace: Workspace
  let sound: Sound
  let drafts: PlainDrafts
  var attempt: Attempt

  /// How a turn ends.
  enum End {
    case quit, skip, undo, bury, suspend, keep
    case grade(Grade)

    /// What the keys mean that work wherever something is asked.
    init?(key: String) {
      switch key {
      case "q": self = .quit
      case "s": self = .skip
      case "u": self = .undo
      case "b": self = .bury
      case "x": self = .suspend
      default: return nil
      }
    }
  }

  /// Begins afresh, or with what was done `earlier` and taken back, to be judged anew.
  init(
    item: SessionItem, card: SessionCard, start: SessionStart, seed: UInt64, workspace: Workspace,
    sound: Sound, drafts: PlainDrafts, earlier: Attempt? = nil
  ) {
    self.item = item
    self.card = card
    self.start = start
    self.seed = seed
    self.workspace = workspace
    self.sound = sound
    self.drafts = drafts
    attempt = card.attempt(at: item.task, moment: SystemClock.now, seed: seed)
    guard var earlier, earlier.card == item.card, earlier.purpose != .probe else { return }
    earlier.id = nil
    attempt = earlier
  }

  mutating func run() throws -> End {
    while true {
      let end: End?
      switch item.task {
      case .probe: end = try meetProbes()
      case .regrade:
        try showWritten()
        end = nil
      case .answer, .headline, .rebuild: end = try answer()
      }
      if let result = try end ?? judge() {
        attempt.moment = SystemClock.now
        return result
      }
    }
  }

  var store: Store { workspace.store }
  var lines: [TickLine] { card.lines(for: attempt) }
  var question: String { card.question(in: attempt) }

  /// Whether there is a recording to play.
  var canListen: Bool { card.hasRecording }

  /// The day as the person has it.
  var today: Day { SystemClock.now.day(startHour: store.schedule.startHour) }

  /// Says of a key that it means nothing here; of Enter alone there is nothing to say.
  func sayUnknown(_ key: String) throws {
    guard !key.isEmpty else { return }
    try Output.line("“\(key.sanitised().truncated(to: 20))” does nothing here.")
  }

  /// Does something that practice can go on without, unless a signal asked for the end meanwhile.
  ///
  /// - Returns: whether it was done; what went wrong is said.
  func sayingUnlessAskedToEnd(_ action: () throws -> Void) throws -> Bool {
    do {
      try action()
      return true
    } catch let failure as Failure where failure.signal == nil {
      if let message = failure.message { Output.warn(message) }
      return false
    }
  }

  /// Does something that practice can go on without; what goes wrong there is said.
  func saying(_ action: () throws -> Bool) -> Bool {
    do {
      return try action()
    } catch {
      Output.warn((error as? Failure ?? Failure(error))?.message ?? "\(error)")
      return false
    }
  }
}

extension String {
  /// The line without white space at both ends.
  var trimmedLine: String { String(drop(while: \.isWhitespace)).trimmedEnd }

  /// The same in lower case: what the person meant by it.
  var sanitisedKey: String { trimmedLine.lowercased() }
}
