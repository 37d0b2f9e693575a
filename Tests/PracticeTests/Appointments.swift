import Practice
import Scheduler

/// Interviews so many days from a moment, which are not logged.
func appointments(_ days: [Double], from now: Moment) -> [Appointment] {
  days.enumerated().map { place, days in
    Appointment(
      number: Int64(place + 1), employer: "Employer \(place + 1)", round: 2,
      time: InterviewTime(now.time.adding(days: days)))
  }
}
