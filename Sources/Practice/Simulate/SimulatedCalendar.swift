import Scheduler

/// The practice days before simulated interviews, the same for every policy.
///
/// Sessions are in the evening; the eve of an interview has half the minutes; on its day there are up to
/// 15 minutes five hours before the start. Neither brings a card never seen while there are others.
struct SimulatedCalendar {
  struct Session {
    var moment: Moment
    /// Days from the first session.
    var time: Double
    var day: Int
    var minutes: Double
    /// Whether it is on the eve or the day of an interview.
    var isClose: Bool
  }

  /// Monday, 21 September 2026, seven in the evening UTC.
  private static let begin = Timestamp(milliseconds: 1_790_017_200_000)

  let sessions: [Session]
  /// Days from the first session to each interview, at two in the afternoon.
  let interviewTimes: [Double]
  private let lastDay: Int

  var interviews: [Timestamp] { interviewTimes.map { Self.begin.adding(days: $0) } }
  /// The same as appointments.
  var appointments: [Appointment] {
    interviews.enumerated().map {
      Appointment(
        number: Int64($0), employer: "", round: 1, time: InterviewTime($1), isWavedOff: true)
    }
  }

  /// - Parameters:
  ///   - days: the days on which interviews are, counted from the first session's, ascending.
  ///   - minutes: those of a whole day.
  init(interviewDays days: [Int], minutes: Double) {
    let last = days.last ?? 1
    lastDay = last
    interviewTimes = days.map { Double($0) - 5.0 / 24 }
    sessions = (0...last).map { day in
      let isDay = days.contains(day)
      let time = Double(day) - (isDay ? 10.0 / 24 : 0)
      var available = days.contains(day + 1) ? minutes / 2 : minutes
      if isDay { available = min(15, minutes) }
      return Session(
        moment: Self.moment(time), time: time, day: day, minutes: available,
        isClose: isDay || days.contains(day + 1))
    }
  }

  /// The moment so many days after the first session.
  static func moment(_ days: Double) -> Moment {
    Moment(time: begin.adding(days: days), utcOffset: 0)
  }

  /// The longest gap allowed with so many days left: 25 % up to 14 days, 20 % to 60, then 10 %.
  func gapCeiling(from day: Int) -> Int {
    let left = Double(lastDay - day)
    let share = left <= 14 ? 0.25 : (left <= 60 ? 0.2 : 0.1)
    return max(1, Int(left * share))
  }
}
