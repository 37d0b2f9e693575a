import Campaign
public import Practice
public import Scheduler

/// What home says beside today's figures: what is to be asked of the person, and what they have promised.
public struct HomeCompanion: Equatable, Sendable {
  /// The round that waits for its log; nil if none does.
  public var toLog: InterviewOutlook.Appointment?
  /// The round that has been and is logged, in its first days.
  public var behind: RoundBehind?
  /// Whether no interview was ever written down.
  public var isWithoutInterviews = false
  /// Whether no story was ever written down.
  public var isWithoutStories = false
  /// Whether the person may be asked for their line of work: no role pack was ever chosen or left.
  public var isWithoutField = false
  /// The days with practice; no more are counted than are asked about.
  public var practisedDays = 0
  /// Thank-yous and promises that are open, the nearest day first.
  public var errands: [Errand] = []
  /// What is to be had ready for the interview of tomorrow or today: what it is, and the words.
  public var ready: [(label: String, text: String)] = []
  /// The first sentences of its stories, under their families.
  public var firstLines: [String] = []
  /// The one thing that its employer is to remember.
  public var oneThing = ""

  /// How it stands with the person's other machines; nil where there are none.
  public var sync: SyncStand?

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

  /// A round of the last days, as it was logged.
  public struct RoundBehind: Equatable, Sendable {
    /// `Acme, round 2`.
    public var title: String
    public var day: Day
    /// How many questions were asked, and how many of the answers landed thin.
    public var asked: Int
    public var thin: Int

    public init(title: String, day: Day, asked: Int, thin: Int) {
      self.title = title
      self.day = day
      self.asked = asked
      self.thin = thin
    }

    /// So many days home begins with it.
    public static let days = 3
  }

  public init() {}

  public static func == (left: Self, right: Self) -> Bool {
    left.toLog == right.toLog && left.behind == right.behind
      && left.isWithoutInterviews == right.isWithoutInterviews
      && left.isWithoutStories == right.isWithoutStories
      && left.isWithoutField == right.isWithoutField
      && left.practisedDays == right.practisedDays && left.errands == right.errands
      && left.ready.elementsEqual(right.ready, by: ==) && left.firstLines == right.firstLines
      && left.oneThing == right.oneThing && left.sync == right.sync
  }

  /// So many days with practice, and the questions of the first start are not asked any more.
  public static let firstDays = 3
}
