public import Decks
import Scheduler

/// A card at which something went wrong in the last seven days.
public struct TroubledCard: Equatable, Sendable {
  public var id: CardID
  /// The card's own question; empty if it is in no deck now.
  public var ask = ""
  /// Answers in these days, and those of them that were Again or Hard.
  public internal(set) var answers = 0
  public internal(set) var again = 0
  public internal(set) var hard = 0
  /// Parts that the latest story of these days left below what is sound.
  public internal(set) var thin: [RubricPart] = []

  /// The days that are looked at, today included.
  public static let length = 7

  init(id: CardID) { self.id = id }

  /// Whether there is anything to tell.
  var isTroubled: Bool { again > 0 || hard > 0 || !thin.isEmpty }

  /// Takes in a later answer.
  mutating func count(_ review: PastReview) {
    answers += 1
    switch review.grade {
    case .again: again += 1
    case .hard: hard += 1
    case .good, .easy: break
    }
    if let marks = review.marks {
      thin = zip(RubricPart.allCases, marks.all).filter { $0.1 < Profile.sound }.map(\.0)
    }
  }
}
