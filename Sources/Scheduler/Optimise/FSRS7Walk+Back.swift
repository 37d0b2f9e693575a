extension FSRS7Walk {
  /// The loss's change with what a stability's move adds up to, by parameter.
  struct BlockSums {
    var gain = Pair.zero, power = Pair.zero, recall = Pair.zero
    var lapseScale = Pair.zero, lapsePower = Pair.zero, lapseRecall = Pair.zero
    var hardPenalty = Pair.zero, easyBonus = Pair.zero

    func gradient(_ block: Block) -> [Double] {
      [
        gain, power, recall, lapseScale / block.lapseScale, lapsePower, lapseRecall, hardPenalty,
        easyBonus,
      ].map { $0.sum() }
    }
  }

  /// What is added up over all reviews, by parameter.
  struct Sums {
    var firstDifficulty = Pair.zero, firstGrowth = Pair.zero, difficultyStep = Pair.zero
    var slow = BlockSums()
    var fast = BlockSums()
    var logSlowWeight = Pair.zero, slowWeightPower = Pair.zero, weightTilt = Pair.zero
    var logFastWeight = Pair.zero, fastWeightPower = Pair.zero
    var slowDecay = Pair.zero, logSlowFactor = Pair.zero, slowTilt = Pair.zero
    var logFastDecay = Pair.zero, fastDecayPower = Pair.zero, logFastBase = Pair.zero
  }

  /// The gradient by the parameters from the fifth on; what depends on them alone comes in here.
  func gradient(_ sums: Sums, _ p: [Double]) -> [Double] {
    let base = (curve.slowFactor + 1) / curve.slowDecay
    let slowFactor = sums.logSlowFactor.sum() / curve.slowFactor
    let decay =
      sums.slowDecay.sum() - slowFactor * base * Maths.log(p[26]) / curve.slowDecay
    let difficulty = [sums.firstDifficulty, sums.firstGrowth, sums.difficultyStep]
    return difficulty.map { $0.sum() } + sums.slow.gradient(slow) + sums.fast.gradient(fast) + [
      sums.logFastDecay.sum() / curve.fastDecay, -decay, sums.logFastBase.sum() / p[25],
      slowFactor * base / p[26], sums.logFastWeight.sum() / curve.fastWeight,
      sums.logSlowWeight.sum() / curve.slowWeight, -sums.fastWeightPower.sum(),
      sums.slowWeightPower.sum(), sums.weightTilt.sum(), sums.slowTilt.sum(),
      sums.fastDecayPower.sum(),
    ]
  }

  /// The loss's change with a state.
  struct Slope {
    var s = Pair.zero, f = Pair.zero, d = Pair.zero
  }

  /// A review on the way back: from the loss's change with the state after it to that with the state
  /// before it.
  @inline(__always)
  func back(_ step: Step, _ reviews: Reviews, _ slope: Slope, _ sums: inout Sums) -> Slope {
    let isLapse = reviews.isLapse
    let hasLapse = any(isLapse)
    var toSlow = slope.s
    var toFast = slope.f
    if hasLapse {
      let tied = (0.8 * toFast).replacing(
        with: 0, where: .!step.isTied .| (0.8 * step.slow.next .< 0.0001))
      toSlow += tied
      toFast.replace(with: 0, where: step.isTied)
    }
    let slowBack = Self.back(
      step.slow, slow, step.d, step.recall, toSlow, reviews, isLapse, hasLapse, &sums.slow)
    let fastBack = Self.back(
      step.fast, fast, step.d, step.fast.r, toFast, reviews, isLapse, hasLapse, &sums.fast)
    var toRecall = slowBack.r
    var d = slowBack.d + fastBack.d
    let toD = slope.d.replacing(with: 0, where: (step.rawD .< 1) .| (step.rawD .> 10))
    sums.firstDifficulty += 0.01 * toD
    sums.firstGrowth += (0.01 * easySlope) * toD
    let damped = 0.99 * toD
    d += damped * (1 - step.move / 9)
    let toMove = damped * (10 - step.d) / 9
    var byStep = 3 - reviews.grade
    // The loss itself.
    var toLoss = -reviews.weight / step.recall
    if hasLapse {
      byStep.replace(with: 2 * (step.recall + 0.1), where: isLapse)
      toRecall += (2 * difficultyStep * toMove).replacing(with: 0, where: .!isLapse)
      toLoss.replace(with: reviews.weight / (1 - step.recall), where: isLapse)
    }
    sums.difficultyStep += toMove * byStep
    toRecall += toLoss
    // The curve: shares first, then both parts.
    let mixed = toRecall * (1 - 2e-5)
    let toShare = mixed * step.slow.share * step.fast.share * (step.fast.r - step.slow.r)
    let tilt = step.d - 5
    sums.logFastWeight += toShare
    sums.fastWeightPower += toShare * step.fast.logS
    sums.logSlowWeight -= toShare
    sums.slowWeightPower -= toShare * step.slow.logS
    sums.weightTilt -= toShare * tilt
    d -= toShare * curve.weightTilt
    var toLogS = -curve.slowWeightPower * toShare
    var toLogF = -curve.fastWeightPower * toShare
    let toSlowPower = mixed * step.slow.share * step.slow.r
    sums.slowDecay += toSlowPower * step.slow.logX
    let toSlowX = toSlowPower * curve.slowDecay * (step.slow.x - 1) / step.slow.x
    toLogS -= toSlowX
    sums.slowTilt += toSlowX * tilt
    sums.logSlowFactor += toSlowX
    d += toSlowX * curve.slowTilt
    let toFastPower = (mixed * step.fast.share + fastBack.r) * step.fast.r
    let toFactor = toFastPower * step.decay * reviews.days / (step.fast.s * step.fast.x)
    toLogF -= toFactor * step.factor
    let toExponent = (toFactor * (step.factor + 1)).replacing(with: 0, where: step.exponent .> 60)
    let toBase = toExponent / step.decay
    sums.logFastBase += toBase
    let toDecay = toFastPower * step.fast.logX - toBase * step.exponent
    let toLog = (toDecay * step.decay).replacing(
      with: 0, where: (step.freeDecay .< 0.01) .| (step.freeDecay .> 0.95))
    sums.logFastDecay += toLog
    sums.fastDecayPower += toLog * step.fast.logS
    toLogF += toLog * curve.fastDecayPower
    return Slope(
      s: slowBack.s + toLogS / step.slow.s, f: fastBack.s + toLogF / step.fast.s, d: d)
  }

  /// Carries the loss's change with a stability back over its move.
  @inline(__always)
  private static func back(
    _ move: Move, _ block: Block, _ d: Pair, _ recall: Pair, _ toNext: Pair, _ reviews: Reviews,
    _ isLapse: Mask, _ hasLapse: Bool, _ sums: inout BlockSums
  ) -> (s: Pair, d: Pair, r: Pair) {
    let toNext = toNext.replacing(with: 0, where: (move.next .< 0.0001) .| (move.next .> 36500))
    let forgetting = 1 - recall
    let bonus = block.bonus(reviews.grade)
    let plain = move.a * (move.e - 1)
    let passed = hasLapse ? toNext.replacing(with: 0, where: isLapse) : toNext
    let bare = passed * move.s * plain
    let growth = bare * bonus
    let slope = passed * move.s * move.a * move.e * bonus
    sums.gain += growth
    sums.power -= growth * move.logS
    sums.recall += slope * forgetting
    sums.hardPenalty += bare.replacing(with: 0, where: reviews.grade .!= 2)
    sums.easyBonus += bare.replacing(with: 0, where: reviews.grade .!= 4)
    var s = passed * (1 + plain * bonus * (1 - block.power))
    var r = -slope * block.recall
    if hasLapse {
      let lapsed = toNext.replacing(with: 0, where: .!isLapse)
      // Where what is kept is all there was, the move does not depend on anything else.
      let isCapped = plain .> move.s
      let live = lapsed.replacing(with: 0, where: isCapped)
      let value = live * plain
      let rise = live * move.a * move.e
      sums.lapseScale += value
      sums.lapsePower += rise * move.logBeyond
      sums.lapseRecall += value * forgetting
      s += (rise * block.lapsePower / (move.s + 1)).replacing(with: lapsed, where: isCapped)
      r -= value * block.lapseRecall
    }
    return (s, -growth / (11 - d), r)
  }
}
