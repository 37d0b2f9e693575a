/// FSRS-7: 34 parameters, a slow and a fast stability, fractional days between reviews.
///
/// Formulas: the finished model of September 2026 (fsrs-rs `model_v7`, srs-benchmark), not the
/// 35-parameter draft before it. A practice minutes after another is a review like any other.
public struct FSRS7: MemoryModel {
  public static let stabilityBounds = 0.0001...36500.0
  /// Days between which intervals lie: a second and a hundred years.
  public static let intervalBounds = (1 / 86400.0)...36500.0

  public let parameters: [Double]
  public var name: ModelName { .fsrs7 }

  let curve: Curve
  let slow: StabilityBlock
  let fast: StabilityBlock
  let firstDifficulties: [Double]
  let difficultyStep: Double
  let easyDifficulty: Double

  /// The model at its default parameters.
  public init() {
    self.init(checked: FSRS7.defaults)
  }

  /// The model at `parameters`, each clipped to its bounds.
  ///
  /// - Throws: ``ParameterError`` if there are not 34 of them or one is not finite.
  public init(parameters: [Double]) throws(ParameterError) {
    try ParameterError.check(parameters, count: 34)
    self.init(checked: FSRS7.clipped(parameters))
  }

  private init(checked p: [Double]) {
    parameters = p
    curve = Curve(p)
    slow = StabilityBlock(p, at: 7)
    fast = StabilityBlock(p, at: 15)
    let raw = (0...3).map { p[4] - Maths.exp(p[5] * Double($0)) + 1 }
    firstDifficulties = raw.map { $0.clamped(1, 10) }
    difficultyStep = p[6]
    easyDifficulty = raw[3]
  }

  public func state(afterFirst grade: Grade) -> MemoryState {
    let stability = parameters[grade.rawValue - 1]
    return MemoryState(
      stability: stability, fastStability: (0.8 * stability).clamped(0.0001, 36500),
      difficulty: firstDifficulties[grade.rawValue - 1])
  }

  public func state(
    after grade: Grade, from state: MemoryState, elapsed: Elapsed
  ) -> MemoryState {
    let d = state.difficulty
    let shape = curve.shape(state)
    let recall = curve.recall(shape, days: elapsed.days)
    var stability = slow.next(state.stability, d, recall.both, grade, log: shape.logSlow)
    var quick = fast.next(state.fastStability, d, recall.fast, grade, log: shape.logFast)
    stability = stability.clamped(0.0001, 36500)
    quick = quick.clamped(0.0001, 36500)
    if grade == .again { quick = min(quick, max(0.8 * stability, 0.0001)) }
    return MemoryState(
      stability: stability, fastStability: quick,
      difficulty: nextDifficulty(d, grade, recall: recall.both))
  }

  public func retrievability(of state: MemoryState, afterDays days: Double) -> Retrievability {
    curve.recall(curve.shape(state), days: max(0, days)).both
  }

  private func nextDifficulty(_ d: Double, _ grade: Grade, recall: Double) -> Double {
    var step = -difficultyStep * (Double(grade.rawValue) - 3)
    if grade == .again { step *= recall + 0.1 }
    let damped = d + (10 - d) * step / 9
    return (0.01 * easyDifficulty + 0.99 * damped).clamped(1, 10)
  }
}

extension FSRS7 {
  /// How one of the two stabilities moves with a grade.
  struct StabilityBlock: Sendable {
    let gain, power, recall: Double
    let lapseScale, lapsePower, lapseRecall: Double
    let hardPenalty, easyBonus: Double

    init(_ p: [Double], at k: Int) {
      gain = Maths.exp(p[k] - 1.5)
      power = p[k + 1]
      recall = p[k + 2]
      lapseScale = p[k + 3]
      lapsePower = p[k + 4]
      lapseRecall = p[k + 5]
      hardPenalty = p[k + 6]
      easyBonus = p[k + 7]
    }

    @inline(__always)
    func next(
      _ s: Double, _ d: Double, _ r: Double, _ grade: Grade, log logS: Double
    ) -> Double {
      let forgetting = 1 - r
      if grade == .again {
        return min(
          s,
          lapseScale * (Maths.exp(lapsePower * Maths.log(s + 1)) - 1)
            * Maths.exp(lapseRecall * forgetting))
      }
      // The formula takes the larger of this and what a lapse would leave. Within the bounds growth
      // is never negative and a lapse never leaves more than there was, so this is the larger.
      let bonus = grade == .hard ? hardPenalty : (grade == .easy ? easyBonus : 1)
      // A power of 0 is the slow block's default.
      let damping = power == 0 ? 1 : Maths.exp(-power * logS)
      let growth = gain * (11 - d) * damping * (Maths.exp(recall * forgetting) - 1) * bonus
      return s * (1 + growth)
    }
  }
}
