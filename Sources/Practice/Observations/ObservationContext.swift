/// What is known around an answer when it is observed.
public struct ObservationContext: Equatable, Sendable {
  /// Whether the card asks for a failure, a mistake, a setback or feedback: a lesson belongs there.
  public var isAboutFailure = false
  /// Whether the card is about working together, where `we` is the word.
  public var isAboutTeamwork = false
  /// Whether the card is about how people get on: what came of that is seldom a figure.
  public var isAboutRelations = false
  /// The person's own pace, for the length.
  public var wordsPerMinute = SpeakingPace.usual
  /// Milliseconds that the answer took aloud, where an engine has heard its words; nil where the person
  /// has written them.
  public var spoken: Int?
  /// Whether all of it stands in the first part, since nobody knows where the others begin.
  public var isInOnePiece = false
  /// Whether the text is speech written down, where fillers can be seen.
  public var isTranscript = false
  /// The texts of earlier attempts at the same card with the same story, oldest first.
  public var attempts: [String] = []
  /// The stories that this employer has been told.
  public var told: [ToldStory] = []
  /// The id of the story that the answer tells; nil if the person has named none.
  public var story: String?
  /// The title of a story that would do as well and has not been told there.
  public var otherStory: String?

  /// A story that somebody at the employer has heard.
  public struct ToldStory: Equatable, Sendable {
    public var id: String
    /// Whom it was told to, as it follows “Told to”: `the manager in round 1`.
    public var listener: String
    /// Its words, as they were written or typed.
    public var text: String

    public init(id: String, listener: String, text: String) {
      self.id = id
      self.listener = listener
      self.text = text
    }
  }

  /// What a card's competency says of an answer to it.
  public init(competency: String) {
    isAboutFailure = ["failure", "mistake", "feedback-taking", "resilience"].contains(competency)
    isAboutRelations = [
      "conflict", "disagree-up", "speaking-up", "trust", "inclusion", "morale", "feedback-giving",
      "feedback-taking", "bad-news",
    ].contains(competency)
    isAboutTeamwork = ["teamwork", "inclusion", "trust", "morale", "culture-add"].contains(
      competency)
  }
}
