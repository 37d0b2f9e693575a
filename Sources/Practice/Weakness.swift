public import Scheduler

/// When a card is weak.
public enum Weakness {
  /// A card whose recall on the day is below this is weak.
  public static let recallThreshold = 0.7

  /// The moment from which a card with this memory is weak.
  ///
  /// A card whose last answer was Again had nothing to tell, so it is weak at once, whatever its
  /// recall is thought to be right after seeing it.
  public static func start(of memory: Memory, lastGrade: Grade, model: some MemoryModel)
    -> Timestamp
  {
    lastGrade == .again
      ? memory.lastReview : model.belowThreshold(from: memory, retention: recallThreshold)
  }
}
