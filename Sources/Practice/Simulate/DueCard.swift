import Scheduler

/// When the policies that go by due dates want a card back.
struct DueCard {
  /// Local day, counted from the first session's.
  var day = 0
  // SM-2
  private var easiness = 2.5
  private var repetition = 0
  private var interval = 0

  /// Takes in an answer; `prospect` is as it stands after it.
  mutating func answered(
    _ grade: Grade, on today: Int, _ prospect: Prospect, by policy: Policy, _ schedule: Schedule,
    _ calendar: SimulatedCalendar
  ) {
    switch policy {
    case .fsrsDue, .fsrsCap, .newFirst:
      guard let memory = prospect.memory else { return }
      var days = schedule.rule.wholeDays(of: memory.state, model: schedule.model)
      if policy == .fsrsCap { days = min(days, calendar.gapCeiling(from: today)) }
      day = today + days
    case .sm2: day = today + superMemo(grade)
    case .plan, .weakest, .longestAgo, .random: break
    }
  }

  /// Again, Hard, Good and Easy stand for SM-2's qualities 2, 3, 4 and 5; below 3 the easiness stays
  /// as it is.
  private mutating func superMemo(_ grade: Grade) -> Int {
    if grade == .again {
      repetition = 0
      interval = 1
      return interval
    }
    repetition += 1
    switch repetition {
    case 1: interval = 1
    case 2: interval = 6
    default: interval = Int(min((Double(interval) * easiness).rounded(.up), 36_500))
    }
    let miss = Double(4 - grade.rawValue)
    easiness = max(1.3, easiness + 0.1 - miss * (0.08 + miss * 0.02))
    return interval
  }
}
