/// FSRS-6: 21 parameters, one stability, whole days between reviews.
///
/// Formulas: the FSRS-6 algorithm as deployed in fsrs-rs 6.6 (Hard, too, never lowers stability on
/// the day itself; stability at most 36,500 days).
public struct FSRS6: MemoryModel {
  public static let stabilityBounds = 0.001...36500.0

  public let parameters: [Double]
  public var name: ModelName { .fsrs6 }

  let w: Weights

  /// The model at its default parameters.
  public init() {
    parameters = FSRS6.defaults
    w = Weights(FSRS6.defaults)
  }

  /// The model at `parameters`, each clipped to its bounds.
  ///
  /// - Throws: ``ParameterError`` if there are not 21 of them or one is not finite.
  public init(parameters: [Double]) throws(ParameterError) {
    try ParameterError.check(parameters, count: 21)
    let clipped = FSRS6.clipped(parameters)
    self.parameters = clipped
    w = Weights(clipped)
  }

  public func state(afterFirst grade: Grade) -> MemoryState {
    let stability = parameters[grade.rawValue - 1]
    let difficulty = w.firstDifficulty(Double(grade.rawValue)).clamped(1, 10)
    return MemoryState(stability: stability, fastStability: stability, difficulty: difficulty)
  }

  public func state(
    after grade: Grade, from state: MemoryState, elapsed: Elapsed
  ) -> MemoryState {
    let s = state.stability
    let d = state.difficulty
    let stability: Double
    if elapsed.wholeDays < 1 {
      stability = w.sameDay(s, grade: grade)
    } else {
      let r = retrievability(of: state, afterDays: Double(elapsed.wholeDays))
      stability = grade == .again ? w.lapsed(s, d, r) : w.recalled(s, d, r, grade: grade)
    }
    let kept = stability.clamped(0.001, 36500)
    return MemoryState(
      stability: kept, fastStability: kept, difficulty: w.nextDifficulty(d, grade: grade))
  }

  public func retrievability(of state: MemoryState, afterDays days: Double) -> Retrievability {
    Maths.exp(w.decay * Maths.log(1 + w.factor * max(0, days) / state.stability))
  }

  public func interval(of state: MemoryState, retention: Double) -> Double {
    let target = retention.clamped(1e-4, 1)
    return state.stability / w.factor * (Maths.pow(target, 1 / w.decay) - 1)
  }
}

extension FSRS6 {
  /// The parameters with what only depends on them worked out once.
  struct Weights: Sendable {
    let decay, factor: Double
    let d0, d0Growth, easyDifficulty, difficultyStep, reversion: Double
    let recallScale, recallPower, recallGain, hardPenalty, easyBonus: Double
    let lapseScale, lapseDifficulty, lapsePower, lapseGain, lapseCap: Double
    let sameDayGain, sameDayShift, sameDayPower: Double

    init(_ p: [Double]) {
      decay = -p[20]
      factor = Maths.pow(0.9, -1 / p[20]) - 1
      d0 = p[4]
      d0Growth = p[5]
      easyDifficulty = p[4] - Maths.exp(p[5] * 3) + 1
      difficultyStep = p[6]
      reversion = p[7]
      recallScale = Maths.exp(p[8])
      recallPower = p[9]
      recallGain = p[10]
      lapseScale = p[11]
      lapseDifficulty = p[12]
      lapsePower = p[13]
      lapseGain = p[14]
      hardPenalty = p[15]
      easyBonus = p[16]
      lapseCap = Maths.exp(-p[17] * p[18])
      sameDayGain = p[17]
      sameDayShift = p[18]
      sameDayPower = p[19]
    }

    func firstDifficulty(_ grade: Double) -> Double {
      d0 - Maths.exp(d0Growth * (grade - 1)) + 1
    }

    @inline(__always)
    func recalled(_ s: Double, _ d: Double, _ r: Double, grade: Grade) -> Double {
      let bonus = grade == .hard ? hardPenalty : (grade == .easy ? easyBonus : 1)
      return s
        * (1
          + recallScale * (11 - d) * Maths.exp(-recallPower * Maths.log(s))
          * (Maths.exp(recallGain * (1 - r)) - 1) * bonus)
    }

    @inline(__always)
    func lapsed(_ s: Double, _ d: Double, _ r: Double) -> Double {
      let forgotten =
        lapseScale * (Maths.exp(lapsePower * Maths.log(s + 1)) - 1)
        * Maths.exp(lapseGain * (1 - r) - lapseDifficulty * Maths.log(d))
      return min(forgotten, s * lapseCap)
    }

    @inline(__always)
    func sameDay(_ s: Double, grade: Grade) -> Double {
      let growth = Maths.exp(
        sameDayGain * (Double(grade.rawValue) - 3 + sameDayShift) - sameDayPower * Maths.log(s))
      return s * (grade == .again ? growth : max(growth, 1))
    }

    @inline(__always)
    func nextDifficulty(_ d: Double, grade: Grade) -> Double {
      let step = -difficultyStep * (Double(grade.rawValue) - 3)
      let damped = d + (10 - d) * step / 9
      return (reversion * easyDifficulty + (1 - reversion) * damped).clamped(1, 10)
    }
  }
}
