/// A card's memory on the planner's own clock, which counts days from the moment of planning.
struct Trace {
  var state: MemoryState
  /// Days from the moment of planning to the last review; negative in the past.
  var last: Double
  /// The local day of the last review, counted from the day of planning.
  var lastDay: Int

  func elapsed(at time: Double, day: Int) -> Elapsed {
    Elapsed(wholeDays: day - lastDay, days: time - last)
  }
}

extension MemoryModel {
  @inline(__always)
  func recall(_ trace: Trace, at time: Double) -> Double {
    retrievability(of: trace.state, afterDays: max(0, time - trace.last))
  }

  /// The trace after one go; an answer Again comes back within the session until it is right.
  @inline(__always)
  func practised(_ trace: Trace?, _ grade: Grade, at time: Double, day: Int) -> Trace {
    var next: MemoryState
    if let trace {
      next = state(
        after: grade, from: trace.state, elapsed: trace.elapsed(at: time, day: day))
    } else {
      next = state(afterFirst: grade)
    }
    if grade == .again {
      next = state(
        after: .good, from: next,
        elapsed: Elapsed(wholeDays: 0, days: FirstGrades.minutesToRetry / 1440))
    }
    return Trace(state: next, last: time, lastDay: day)
  }
}

/// How first goes at a card end: shares of Again, Hard, Good and Easy.
///
/// Those that fsrs-rs's simulator starts from, measured on many learners' first answers.
enum FirstGrades {
  static let shares: [Double] = [0.24, 0.094, 0.495, 0.171]
  static let minutesToRetry = 10.0
}
