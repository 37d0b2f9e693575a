public import Decks
public import Scheduler

/// Adds up everything that was practised, card by card.
public struct ProgressTally: Sendable {
  private let today: Day
  public private(set) var days: PractisedDays
  public private(set) var recall = RecallRecord()
  public private(set) var profiles: StoryProfiles
  public var calibration = Calibration()
  private var readiness: ReadinessHistory
  private var allTroubled: [TroubledCard] = []

  /// - Parameters:
  ///   - prospects: the cards that are not suspended, for what readiness was.
  ///   - now: the time and zone of here.
  ///   - schedule: that by which the reviews' memories were computed.
  ///   - families: the codes of all families, in their order.
  public init(of prospects: [Prospect], at now: Moment, schedule: Schedule, families: [String]) {
    today = now.day(startHour: schedule.startHour)
    days = PractisedDays(today: today)
    profiles = StoryProfiles(today: today)
    let times = (1...ReadinessRecord.weeks).reversed().map {
      now.time.adding(days: -7 * Double($0))
    }
    readiness = ReadinessHistory(
      of: prospects, at: times, model: schedule.model, families: families)
  }

  /// Takes in all reviews of a card that count, in time order.
  public mutating func add(_ reviews: [PastReview], of card: CardID) {
    readiness.add(reviews, of: card)
    var troubled: TroubledCard?
    var last: Day?
    for review in reviews {
      days.count(on: review.day, milliseconds: review.duration)
      calibration.count(confidence: review.confidence, grade: review.grade)
      if let expected = review.expected, let last, review.day > last, review.day >= days.first {
        recall.count(
          expected: expected, grade: review.grade, isFirstSight: review.isFirstSight)
      }
      last = review.day
      if let marks = review.marks { profiles.count(marks, on: review.day) }
      if today - review.day < TroubledCard.length {
        troubled = troubled ?? TroubledCard(id: card)
        troubled?.count(review)
      }
    }
    if let troubled, troubled.isTroubled { allTroubled.append(troubled) }
  }

  /// Takes in a go at a card that had no grade.
  public mutating func addUngraded(on day: Day, milliseconds: Int?) {
    days.count(on: day, milliseconds: milliseconds)
  }

  /// What readiness was, the earliest first.
  public var earlierReadiness: [Readiness] { readiness.readiness }

  /// The cards at which something went wrong in the last days: most often Again first, then most often
  /// Hard, then by id.
  public var troubled: [TroubledCard] {
    allTroubled.sorted { a, b in
      if a.again != b.again { return a.again > b.again }
      return a.hard != b.hard ? a.hard > b.hard : a.id < b.id
    }
  }
}
