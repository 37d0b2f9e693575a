import Practice
import Records

/// What was practised, as sets: what two homes have of it comes together without any order, and once together
/// it is the same in both.
struct Facts {
  typealias Value = PlainTable.Value

  /// What makes a review the same everywhere.
  struct ReviewKey: Hashable, Comparable {
    var at: Int64
    var card: String
    var grade: Int64

    // As ``values`` are ordered, of which a sort would make millions.
    static func < (one: Self, other: Self) -> Bool {
      if one.at != other.at { return one.at < other.at }
      if one.card != other.card { return one.card.utf8.lexicographicallyPrecedes(other.card.utf8) }
      return one.grade < other.grade
    }

    var values: [Value] { [.integer(at), .text(card), .integer(grade)] }
  }

  /// What makes an answer the same everywhere.
  struct AttemptKey: Hashable, Comparable {
    var at: Int64
    var card: String
    var purpose: String
    var mode: String

    static func < (one: Self, other: Self) -> Bool {
      one.values.precedes(other.values)
    }

    var values: [Value] { [.integer(at), .text(card), .text(purpose), .text(mode)] }

    /// The name by which an erasure names its texts: that of a record of it, if there were one.
    var textsID: String {
      Digest.hex(
        of: ["attempt_texts", card, "\(at)", purpose, mode].joined(separator: "\0"), digits: 32)
    }
  }

  /// Parameters that were kept for a model.
  struct FitKey: Hashable, Comparable {
    var at: Int64
    var model: String
    var parameters: String?

    static func < (one: Self, other: Self) -> Bool {
      one.values.precedes(other.values)
    }

    var values: [Value] {
      [.text(model), .integer(at), parameters.map { .text($0) } ?? .null]
    }
  }

  struct Review: Equatable {
    /// What stands in ``reviewColumns``.
    var values: [Value]
    /// When it was taken back, in milliseconds since 1970; nil if it counts.
    var undone: Int64?
  }

  /// One writing of an answer.
  struct Text: Hashable {
    var at: Int64
    var isMended: Int64
    /// The boxes with something in them.
    var boxes: [Int64: String]

    var values: [Value] {
      [.integer(at), .integer(isMended)]
        + boxes.sorted { $0.key < $1.key }.flatMap { [.integer($0.key), .text($0.value)] }
    }
  }

  struct Attempt: Equatable {
    /// What stands in ``attemptColumns``.
    var values: [Value]
    var review: ReviewKey?
    /// The name of the story told.
    var story: String?
    var regards: AttemptKey?
    /// What stands in ``probeColumns``, by position.
    var probes: [Int64: [Value]] = [:]
    var texts: Set<Text> = []
    var undone: Int64?

    /// All but what is a set of its own, for telling which of two that differ counts everywhere.
    fileprivate var order: [Value] {
      let questions = probes.sorted { $0.key < $1.key }
        .flatMap { [.integer($0.key)] + $0.value }
      return values + (review?.values ?? [.null]) + [story.map { .text($0) } ?? .null]
        + (regards?.values ?? [.null]) + questions
    }
  }

  var reviews: [ReviewKey: Review] = [:]
  var attempts: [AttemptKey: Attempt] = [:]
  /// The fits, each with when it was taken back; nil if it counts.
  var fits: [FitKey: Int64?] = [:]

  static let reviewColumns = ["utc_offset", "wording", "mode", "duration_ms", "text_hash"]
  static let attemptColumns = [
    "kind", "utc_offset", "wording", "confidence", "duration_ms", "situation_ms", "task_ms",
    "action_ms", "result_ms", "learning_ms", "ticks", "is_ticked", "parts", "marks",
    "guess", "guess_of", "guess_ms",
  ]
  static let probeColumns = ["question", "result", "duration_ms"]

  /// Takes in what another home has.
  ///
  /// - Parameters:
  ///   - other: that.
  ///   - erased: the names of texts that are to be nowhere.
  mutating func formUnion(_ other: Facts, without erased: Set<String>) {
    reviews.merge(other.reviews) { Self.joined($0, $1) }
    attempts.merge(other.attempts) { Self.joined($0, $1) }
    fits.merge(other.fits) { Self.earliest($0, $1) }
    for key in attempts.keys where !erased.isEmpty && erased.contains(key.textsID) {
      attempts[key]?.texts = []
    }
    settleClaims()
  }

  /// Takes one review in.
  mutating func add(_ review: Review, _ key: ReviewKey) {
    reviews[key] = reviews[key].map { Self.joined($0, review) } ?? review
  }

  /// Takes one answer in.
  mutating func add(_ attempt: Attempt, _ key: AttemptKey) {
    attempts[key] = attempts[key].map { Self.joined($0, attempt) } ?? attempt
  }

  private static func joined(_ one: Review, _ other: Review) -> Review {
    Review(
      values: one.values.precedes(other.values) ? other.values : one.values,
      undone: earliest(one.undone, other.undone))
  }

  private static func joined(_ one: Attempt, _ other: Attempt) -> Attempt {
    var joined = one.order.precedes(other.order) ? other : one
    joined.texts = one.texts.union(other.texts)
    joined.undone = earliest(one.undone, other.undone)
    return joined
  }

  private static func earliest(_ one: Int64?, _ other: Int64?) -> Int64? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  /// A review is of one answer: two homes may have given it to two in the same millisecond.
  private mutating func settleClaims() {
    var holders: [ReviewKey: AttemptKey] = [:]
    for (key, attempt) in attempts {
      guard let review = attempt.review else { continue }
      holders[review] = max(holders[review] ?? key, key)
    }
    for (key, attempt) in attempts {
      if let review = attempt.review, holders[review] != key { attempts[key]?.review = nil }
    }
  }
}

extension Facts.Attempt {
  /// The first writing, and those that came after it, the newest last.
  ///
  /// - Parameter key: that of the attempt.
  /// - Returns: the boxes of the first, and the others.
  func writings(of key: Facts.AttemptKey) -> (first: [Int64: String], later: [Facts.Text]) {
    func isFirst(_ text: Facts.Text) -> Bool { text.at == key.at && text.isMended == 0 }
    let sorted = texts.sorted { one, other in
      isFirst(one) != isFirst(other) ? isFirst(one) : one.values.precedes(other.values)
    }
    guard let first = sorted.first, isFirst(first) else { return ([:], sorted) }
    return (first.boxes, Array(sorted.dropFirst()))
  }
}
