public import Campaign
public import Practice
public import Scheduler

/// The notebook as it was last read, and when its interviews start by the clocks here.
public struct OpenNotebook: Equatable, Sendable {
  public var notebook: Notebook
  /// By the interviews' numbers, each with the offset from UTC that is in force here then.
  public var starts: [Number<Interview>: Moment]

  public init(_ notebook: Notebook = Notebook(), starts: [Number<Interview>: Moment] = [:]) {
    self.notebook = notebook
    self.starts = starts
  }

  /// When an interview starts, by the clocks here.
  func start(of interview: Kept<Interview>) -> Moment {
    starts[interview.id] ?? Moment(time: Timestamp(milliseconds: interview.startsAt), utcOffset: 0)
  }

  /// The next round with an employer, or the last one when none is ahead.
  func nextOrLast(with employer: String, at now: Moment) -> Kept<Interview>? {
    notebook.nextInterview(with: employer, after: now.time.milliseconds)
      ?? notebook.interviews(with: employer).last
  }

  /// `Thu 26 Nov 14:00`, with the year when it is most of a year away from `today`, and the time there
  /// where the clocks are others than here.
  public func when(_ interview: Kept<Interview>, near today: Day) -> String {
    let here = start(of: interview)
    guard interview.isTimeKnown else {
      return "\(DateText.day(here.day(startHour: 0), near: today)), time not known"
    }
    guard let offset = interview.utcOffset, offset != here.utcOffset else {
      return DateText.dayAndTime(here, near: today)
    }
    let there = Moment(time: here.time, utcOffset: offset)
    let place = interview.zone.isEmpty ? "there" : "in \(interview.zone)"
    return "\(DateText.dayAndTime(here, near: today)) (\(DateText.time(there)) \(place))"
  }
}
