/// Days until recall has fallen to about 90 %.
public typealias Stability = Double
/// 1 (easiest) to 10 (hardest).
public typealias Difficulty = Double
/// Probability of recall, in (0, 1].
public typealias Retrievability = Double

/// What a model knows of one card after a review.
///
/// Plain numbers rather than wrappers: the inner loops of replay, plan and fit run over millions.
public struct MemoryState: Equatable, Sendable {
  /// Days; FSRS-6 keeps it in 0.001…36500, FSRS-7 in 0.0001…36500.
  public var stability: Stability
  /// The second, fast stability of FSRS-7, days; equals ``stability`` under FSRS-6.
  public var fastStability: Stability
  public var difficulty: Difficulty

  public init(stability: Stability, fastStability: Stability, difficulty: Difficulty) {
    self.stability = stability
    self.fastStability = fastStability
    self.difficulty = difficulty
  }
}
