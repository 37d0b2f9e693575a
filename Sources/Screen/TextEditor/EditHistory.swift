/// The changes made to a text, so that they can be taken back and made again.
struct EditHistory: Equatable, Sendable {
  /// A change that the next one of its sort may become part of.
  enum Run: Sendable {
    case typing, deletingBack, deletingForward
  }

  struct Step: Equatable, Sendable {
    /// Where the change was, in UTF-8.
    var start: Int
    var removed: String
    var inserted: String
    /// Where the cursor was before.
    var cursor: Int
    /// Nil for a change that stands alone, such as pasted text.
    var run: Run?

    var removedRange: Range<Int> { start..<start + removed.utf8.count }
    var insertedRange: Range<Int> { start..<start + inserted.utf8.count }
  }

  private var done: [Step] = []
  private var undone: [Step] = []
  /// Whether the last step may still grow.
  private var isOpen = false

  /// Typing this long (in UTF-8) is one step; the next word begins another.
  private static let longestRun = 32

  mutating func record(_ step: Step) {
    undone.removeAll()
    if isOpen, let last = done.last, let joined = Self.join(last, step) {
      done[done.count - 1] = joined
    } else {
      done.append(step)
    }
    isOpen = step.run != nil
  }

  /// Ends the run, because the cursor was moved.
  mutating func endRun() { isOpen = false }

  /// The step to take back.
  mutating func undo() -> Step? {
    guard let step = done.popLast() else { return nil }
    isOpen = false
    undone.append(step)
    return step
  }

  /// The step to make again.
  mutating func redo() -> Step? {
    guard let step = undone.popLast() else { return nil }
    isOpen = false
    done.append(step)
    return step
  }

  private static func join(_ last: Step, _ step: Step) -> Step? {
    guard last.run == step.run else { return nil }
    var joined = last
    switch step.run {
    case .typing:
      guard step.removed.isEmpty, step.start == last.insertedRange.upperBound,
        !beginsAnew(step.inserted, after: last.inserted)
      else { return nil }
      joined.inserted += step.inserted
    case .deletingBack:
      guard step.removedRange.upperBound == last.start else { return nil }
      joined.start = step.start
      joined.removed = step.removed + last.removed
    case .deletingForward:
      guard step.start == last.start else { return nil }
      joined.removed += step.removed
    case nil: return nil
    }
    return joined
  }

  private static func beginsAnew(_ typed: String, after run: String) -> Bool {
    guard let before = run.unicodeScalars.last, let first = typed.unicodeScalars.first else {
      return false
    }
    if before == "\n" { return true }
    return run.utf8.count >= longestRun && before.properties.isWhitespace
      && !first.properties.isWhitespace
  }
}
