public import Decks

/// Everything that a session goes by.
public struct SessionStart: Equatable, Sendable {
  public var session: Session
  /// The cards of the session, those that are done already too.
  public var cards: [SessionCard]
  /// What wordings and follow-ups are drawn from.
  public var seed: UInt64
  /// Follow-ups that fit any story.
  public var generalProbes: [String]
  /// The person's stories, for naming the one that fits.
  public var stories: [SessionStory]
  /// What is observed in written answers.
  public var observing: Set<ObservationKind>
  /// What each thing takes, where that was learned when the session was drawn.
  public var minutes: [SessionItem: Double] = [:]
  /// What of the way in which an answer was spoken is told.
  public var measuring = Set(DeliveryKind.allCases)
  /// Whether the person is asked how sure they are of an answer before it.
  public var asksSureness = false
  /// How fast the person speaks.
  public var pace = OwnPace()
  /// The interview that practice is for; nil if none is ahead.
  public var aim: SessionAim?
  /// The families of competencies, for saying which one a question is after.
  public var families: [Family] = []

  public init(
    session: Session, cards: [SessionCard], seed: UInt64 = 0, generalProbes: [String] = [],
    stories: [SessionStory] = [], observing: Set<ObservationKind> = ObservationKind.onAtFirst
  ) {
    self.session = session
    self.cards = cards
    self.seed = seed
    self.generalProbes = generalProbes
    self.stories = stories
    self.observing = observing
  }
}
