public import Decks
public import Scheduler

/// A card together with what practising it needs.
public struct SessionCard: Equatable, Sendable {
  public var card: Card
  /// Nil for a card never practised.
  public var memory: Memory?
  /// The last grade, nil for a card never practised.
  public var lastGrade: Grade?
  /// The wording asked last, nil for a card never practised.
  public var lastWording: Int?
  /// The person's own note.
  public var note: String?
  /// What was done at it before.
  public var history: CardHistory
  /// What was written at it and not finished, box by box.
  public var draft: [String]
  /// The attempt in which the person named what the question is after, until it is kept; nil if they did not.
  ///
  /// Whoever leaves the question and comes back is not asked again.
  public var named: Attempt?
  /// Whether there is a recording of an answer to it that can be played.
  public var hasRecording = false
  /// What was heard with its times in recordings of its last answers, by the name of each.
  public var heard: [String: HeardFile] = [:]
  /// The title of the story that fits best and that the employer ahead has not heard; nil if there is
  /// none, or no employer is.
  public var freshStory: String?
  /// Why it counts more than others for the next interview, each in a few words.
  public var reasons: [String] = []
  /// The minutes that an answer takes this person; nil means what is usual.
  public var ownMinutes: Double?

  /// Whether the last answer was the fourth lapse: trying the same once more will hardly help, and that is
  /// said this once.
  public var hasLapsedOften: Bool { lastGrade == .again && memory?.lapses == 4 }

  /// What is said when a story is about to be told to those who have heard it; nil if they have not.
  public func warning(before story: SessionStory) -> String? {
    guard let listener = story.listener else { return nil }
    let other = freshStory.map { "“\($0)” fits too, and is new to them." }
    return ["Told to \(listener).", other ?? "Is there another one that shows it?"]
      .joined(separator: " ")
  }

  public init(
    card: Card, memory: Memory? = nil, lastWording: Int? = nil, note: String? = nil,
    history: CardHistory = CardHistory(), draft: [String] = []
  ) {
    self.card = card
    self.memory = memory
    self.lastWording = lastWording
    self.note = note
    self.history = history
    self.draft = draft
  }
}
