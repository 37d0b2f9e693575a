/// The reviews of many cards in columns: what replay in bulk, the optimiser and the evaluation read.
///
/// Cards stand one after the other, in order of their first review; the reviews of a card are in
/// order of time. So the rows may come shuffled and give the same log.
public struct ReviewLog: Sendable {
  /// Where each card's reviews begin, and after the last card the number of reviews.
  public let starts: [Int]
  /// 1…4.
  public let grades: [UInt8]
  /// Local days since the card's review before; 0 for its first.
  public let wholeDays: [Int32]
  /// Exact days since the card's review before; 0 for its first.
  public let days: [Double]
  /// Milliseconds since 1970 UTC.
  public let times: [Int64]

  public var cardCount: Int { starts.count - 1 }
  public var reviewCount: Int { grades.count }

  /// Sorts rows of (card, review) into a log.
  public init<Card: Hashable & Comparable>(
    _ rows: some Sequence<(card: Card, review: Review)>, startHour: Int = 4
  ) {
    let sorted = rows.sorted { a, b in
      if a.card != b.card { return a.card < b.card }
      if a.review.time != b.review.time { return a.review.time < b.review.time }
      return a.review.grade.rawValue < b.review.grade.rawValue
    }
    var runs: [Range<Int>] = []
    var begin = 0
    for index in sorted.indices
    where index + 1 == sorted.count
      || sorted[index + 1].card != sorted[index].card
    {
      runs.append(begin..<(index + 1))
      begin = index + 1
    }
    runs.sort { a, b in
      let first = sorted[a.lowerBound].review.time
      let second = sorted[b.lowerBound].review.time
      return first != second ? first < second : a.lowerBound < b.lowerBound
    }
    self.init(cards: runs.map { run in sorted[run].map(\.review) }, startHour: startHour)
  }

  /// A log of cards in the order given, each with its reviews in the order given.
  public init(cards: [[Review]], startHour: Int = 4) {
    var starts = [0]
    var grades: [UInt8] = []
    var wholeDays: [Int32] = []
    var days: [Double] = []
    var times: [Int64] = []
    for reviews in cards {
      for (index, review) in reviews.enumerated() {
        grades.append(UInt8(review.grade.rawValue))
        times.append(review.time.milliseconds)
        let before = index > 0 ? reviews[index - 1] : review
        let elapsed = Elapsed(
          wholeDays: review.day(startHour: startHour) - before.day(startHour: startHour),
          days: review.time.days(since: before.time))
        wholeDays.append(Int32(clamping: elapsed.wholeDays))
        days.append(elapsed.days)
      }
      starts.append(grades.count)
    }
    self.starts = starts
    self.grades = grades
    self.wholeDays = wholeDays
    self.days = days
    self.times = times
  }
}

extension ReviewLog {
  /// Lends the columns, with a weight for each review's loss, to a gradient kernel.
  func withColumns<Result>(weights: [Double], _ body: (CardColumns) -> Result) -> Result {
    grades.withUnsafeBufferPointer { grades in
      wholeDays.withUnsafeBufferPointer { wholeDays in
        days.withUnsafeBufferPointer { days in
          weights.withUnsafeBufferPointer { weights in
            body(
              CardColumns(grades: grades, wholeDays: wholeDays, days: days, weights: weights))
          }
        }
      }
    }
  }
}

extension Grade {
  /// The grade of a byte of a log, which only ever holds 1…4.
  @inline(__always)
  init(byte: UInt8) {
    switch byte {
    case 1: self = .again
    case 2: self = .hard
    case 3: self = .good
    default: self = .easy
    }
  }
}
