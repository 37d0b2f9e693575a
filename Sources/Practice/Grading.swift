public import Decks
public import Scheduler

/// A grade as the person gave it, with everything that its review row keeps.
public struct Grading: Equatable, Sendable {
  public var card: CardID
  public var moment: Moment
  public var grade: Grade
  /// Which of the card's wordings was asked, from 0.
  public var wording: Int
  public var mode: AnswerMode
  /// How long the answer took, in milliseconds; nil when nobody measured it.
  public var duration: Int?
  /// The hash of the card's text as it was asked; nil when the card was in no deck.
  public var textHash: UInt64?

  public init(
    card: CardID, moment: Moment, grade: Grade, wording: Int = 0, mode: AnswerMode,
    duration: Int? = nil, textHash: UInt64? = nil
  ) {
    self.card = card
    self.moment = moment
    self.grade = grade
    self.wording = wording
    self.mode = mode
    self.duration = duration
    self.textHash = textHash
  }
}

extension Grade {
  /// The grade as the screens write it.
  public var title: String {
    switch self {
    case .again: "Again"
    case .hard: "Hard"
    case .good: "Good"
    case .easy: "Easy"
    }
  }
}
