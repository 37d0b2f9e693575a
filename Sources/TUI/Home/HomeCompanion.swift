import Campaign
import Practice
public import Scheduler

/// What home says beside today's figures: what is to be asked of the person, and what they have promised.
public struct HomeCompanion: Equatable, Sendable {
  /// The round that waits for its log; nil if none does.
  public var toLog: InterviewOutlook.Appointment?
  /// Whether no interview was ever written down.
  public var isWithoutInterviews = false
  /// Whether no story was written down either.
  public var isWithoutStories = false
  /// Thank-yous and promises that are open, the nearest day first.
  public var errands: [Errand] = []

  /// Something that was promised to an employer.
  public struct Errand: Equatable, Sendable {
    public var employer: String
    public var text: String
    /// The day by which it was promised; nil if none was.
    public var due: Day?

    public init(employer: String, text: String, due: Day?) {
      self.employer = employer
      self.text = text
      self.due = due
    }
  }

  public init() {}
}
