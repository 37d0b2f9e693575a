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
  static let morningLead = 2.0 / 24
  static let longestPlan = 366
  static let daysWithoutInterview = 14

  var sessions: [Session]
  /// Interviews still to come, ascending by the moment that recall is judged at, and where each stands in
  /// the request.
  let interviews: [(time: Double, index: Int)]
  /// Their local days, counted from today.
  let interviewDays: [Int]

  init(_ request: PlanRequest) {
    let today = request.today
    let (offset, startHour) = (request.utcOffset, request.startHour)
    let ahead = request.interviews.enumerated()
      .filter { $1.isAhead(of: request.now, utcOffset: offset, startHour: startHour) }
      .map { (time: $1.judged(from: request.now).days(since: request.now), index: $0) }
      .sorted { ($0.time, $0.index) < ($1.time, $1.index) }
    interviews = ahead
    let interviewDays = ahead.map { interview in
      request.interviews[interview.index].day(utcOffset: offset, startHour: startHour) - today
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
        let interview = request.interviews[ahead[first].index]
        if day > 0 { time = max(0, ahead[first].time - PlanCalendar.morningLead) }
        minutes = interview.minutes(
          of: perDay, from: day > 0 ? interview.start.adding(days: -1) : request.now,
          utcOffset: offset, startHour: startHour)
      }
      if day == 0, let today = request.minutesToday { minutes = today > 0 ? today : 0 }
      return Session(time: time, day: day, minutes: minutes)
    }
  }
}
