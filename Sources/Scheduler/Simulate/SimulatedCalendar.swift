/// The practice days before a simulated interview, the same for every policy.
///
/// Sessions are in the evening; the eve has half the minutes; on the day itself there are up to 15
/// minutes five hours before the start.
struct SimulatedCalendar {
  struct Session {
    /// Days from the first session.
    var time: Double
    var day: Int
    var minutes: Double
  }

  let sessions: [Session]
  /// Days from the first session to the start of the interview, at two in the afternoon.
  let interview: Double
  let minutesPerDay: Double
  let cost: PracticeCost
  private let days: Int

  init(days: Int, minutes: Double, cost: PracticeCost) {
    self.days = days
    minutesPerDay = minutes
    self.cost = cost
    interview = Double(days) - 5.0 / 24
    var sessions = (0..<days).map { day in
      Session(time: Double(day), day: day, minutes: day == days - 1 ? minutes / 2 : minutes)
    }
    sessions.append(
      Session(time: interview - 5.0 / 24, day: days, minutes: min(15, minutes)))
    self.sessions = sessions
  }

  /// The longest gap allowed with so many days left: 25 % up to 14 days, 20 % to 60, then 10 %.
  func gapCeiling(from day: Int) -> Int {
    let left = Double(days - day)
    let share = left <= 14 ? 0.25 : (left <= 60 ? 0.2 : 0.1)
    return max(1, Int(left * share))
  }

  /// Minutes of a session and all after it.
  func minutes(from session: Session) -> Double {
    sessions.reduce(0) { $0 + ($1.day >= session.day ? $1.minutes : 0) }
  }
}
