/// The sessions ahead, on the planner's clock of days from now.
struct PlanCalendar {
  struct Session {
    var time: Double
    /// Local day, counted from today.
    var day: Int
    var minutes: Double
  }

  /// Hour of later days' practice.
  static let practiceHour = 19.0
  /// The longest practice on the day of an interview, minutes.
  static let morningMinutes = 15.0
  static let morningLead = 2.0 / 24
  /// Minutes before the start in which nothing is practised.
  static let lastMinutes = 30.0
  static let longestPlan = 366
  static let daysWithoutInterview = 14

  let sessions: [Session]
  /// Interviews still to come, ascending, and where each stands in the request.
  let interviews: [(time: Double, index: Int)]
  /// Their local days, counted from today.
  let interviewDays: [Int]

  init(_ request: PlanRequest) {
    let today = request.today
    let ahead = request.interviews.enumerated()
      .map { (time: $0.element.days(since: request.now), index: $0.offset) }
      .filter { $0.time > 0 }
      .sorted { ($0.time, $0.index) < ($1.time, $1.index) }
    interviews = ahead
    let interviewDays = ahead.map { interview in
      request.interviews[interview.index].day(request) - today
    }
    self.interviewDays = interviewDays
    let last = min(
      interviewDays.last ?? PlanCalendar.daysWithoutInterview - 1, PlanCalendar.longestPlan)
    let dayStart = today.start(utcOffset: request.utcOffset, startHour: request.startHour)
      .days(since: request.now)
    let evening = (PlanCalendar.practiceHour - Double(request.startHour)) / 24
    let perDay = request.minutesPerDay.isFinite ? max(0, request.minutesPerDay) : 0
    sessions = (0...max(0, last)).map { day in
      var time = day == 0 ? 0 : dayStart + Double(day) + evening
      var minutes = perDay
      if interviewDays.contains(day + 1) { minutes = perDay / 2 }
      if let first = interviewDays.firstIndex(of: day) {
        minutes = min(perDay, PlanCalendar.morningMinutes)
        if day > 0 {
          time = max(0, ahead[first].time - PlanCalendar.morningLead)
        } else {
          let left = ahead[first].time * 1440 - PlanCalendar.lastMinutes
          minutes = min(minutes, max(0, left))
        }
      }
      if day == 0, let today = request.minutesToday { minutes = today > 0 ? today : 0 }
      return Session(time: time, day: day, minutes: minutes)
    }
  }
}

extension Timestamp {
  fileprivate func day(_ request: PlanRequest) -> Day {
    Day(containing: self, utcOffset: request.utcOffset, startHour: request.startHour)
  }
}
