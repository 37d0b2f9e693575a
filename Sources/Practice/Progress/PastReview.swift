public import Scheduler

/// A review that counts, with what the memory model in force expected of it and made of it.
public struct PastReview: Equatable, Sendable {
  public var time: Timestamp
  /// The local day that it fell on, by its own offset from UTC.
  public var day: Day
  public var grade: Grade
  /// The recall expected just before; nil for the card's first review.
  public var expected: Retrievability?
  /// The card's memory just after.
  public var state: MemoryState
  /// How long the answer took, in milliseconds; nil when nobody measured it.
  public var duration: Int?
  /// How sure the person was before answering, 1…4; nil if they didn't say.
  public var confidence: Int?
  /// The marks of the story told; nil unless one was told and ticked.
  public var marks: StoryMarks?
  /// Whether it was asked in words that the person had not met, at a card that they had.
  public var isFirstSight: Bool

  public init(
    time: Timestamp, day: Day, grade: Grade, expected: Retrievability?, state: MemoryState,
    duration: Int? = nil, confidence: Int? = nil, marks: StoryMarks? = nil,
    isFirstSight: Bool = false
  ) {
    self.time = time
    self.day = day
    self.grade = grade
    self.expected = expected
    self.state = state
    self.duration = duration
    self.confidence = confidence
    self.marks = marks
    self.isFirstSight = isFirstSight
  }
}

/// The marks of a story's five parts in a number small enough for hundreds of thousands of them.
public struct StoryMarks: Hashable, Sendable {
  /// Three bits for each part, in the order of ``RubricPart/allCases``; never 0.
  public let packed: UInt16

  public init(_ profile: Profile) {
    packed = RubricPart.allCases.enumerated().reduce(0) { packed, part in
      packed | UInt16(profile[part.element]) << UInt16(3 * part.offset)
    }
  }

  /// Nil for 0, which is no mark at all.
  public init?(packed: UInt16) {
    guard packed != 0 else { return nil }
    self.packed = packed
  }

  /// The marks, 1…5, in the order of ``RubricPart/allCases``.
  public var all: [Int] {
    RubricPart.allCases.indices.map { Int(packed >> UInt16(3 * $0)) & 7 }
  }
}
