/// FSRS-7 over two cards side by side, for its gradient: a pair holds the one and the other card's.
///
/// Each review waits for what the one before it left. A second card takes the time in which a processor
/// would only wait.
struct FSRS7Walk {
  typealias Pair = SIMD2<Double>
  typealias Mask = SIMDMask<SIMD2<Int64>>

  struct State {
    var s: Pair, f: Pair, d: Pair
  }

  /// A review of each card.
  struct Reviews {
    var grade: Pair
    var days: Pair
    var weight: Pair
    var isLapse: Mask { grade .== 1 }
  }

  /// How a stability moves with a grade; see ``FSRS7/StabilityBlock``.
  struct Block {
    let gain, power, recall, lapseScale, lapsePower, lapseRecall, hardPenalty, easyBonus: Pair

    init(_ block: FSRS7.StabilityBlock) {
      gain = Pair(repeating: block.gain)
      power = Pair(repeating: block.power)
      recall = Pair(repeating: block.recall)
      lapseScale = Pair(repeating: block.lapseScale)
      lapsePower = Pair(repeating: block.lapsePower)
      lapseRecall = Pair(repeating: block.lapseRecall)
      hardPenalty = Pair(repeating: block.hardPenalty)
      easyBonus = Pair(repeating: block.easyBonus)
    }

    @inline(__always)
    func bonus(_ grade: Pair) -> Pair {
      Pair.one.replacing(with: hardPenalty, where: grade .== 2)
        .replacing(with: easyBonus, where: grade .== 4)
    }
  }

  /// One of the two stabilities on the way forth.
  struct Move {
    var s = Pair.one, logS = Pair.zero
    /// What the curve comes to over the days, and the share that it has in recall.
    var x = Pair.one, logX = Pair.zero, r = Pair.one, share = Pair.zero
    /// Pass: growth per unit of (e - 1), without the grade's bonus; lapse: scale · e^….
    var a = Pair.zero
    /// Pass: e^(w·(1 - r)); lapse: (s + 1)^w.
    var e = Pair.one
    /// The logarithm of s + 1, where there is a lapse.
    var logBeyond = Pair.zero
    var next = Pair.one
  }

  /// What the way back needs of a review on the way forth; the state is that before it.
  struct Step {
    var slow = Move()
    var fast = Move()
    var d = Pair.one
    var decay = Pair.one, freeDecay = Pair.one, exponent = Pair.zero, factor = Pair.zero
    var recall = Pair.one
    /// Whether a lapse left the fast stability no more than the slow one allows; read after lapses only.
    var isTied = Mask(repeating: false)
    var move = Pair.zero
    /// Difficulty after it, not yet cut to its bounds.
    var rawD = Pair.one
  }

  let slow: Block
  let fast: Block
  let curve: FSRS7.Curve
  let difficultyStep: Double
  let easyDifficulty: Double
  let easySlope: Double

  init(_ p: [Double]) {
    slow = Block(FSRS7.StabilityBlock(p, at: 7))
    fast = Block(FSRS7.StabilityBlock(p, at: 15))
    curve = FSRS7.Curve(p)
    difficultyStep = p[6]
    let growth = Maths.exp(3 * p[5])
    easyDifficulty = p[4] - growth + 1
    easySlope = -3 * growth
  }

  /// A review on the way forth, from the state that the one before left, which it brings on.
  @inline(__always)
  func forth(_ step: inout Step, _ state: inout State, _ reviews: Reviews) {
    let isLapse = reviews.isLapse
    let s = state.s
    let f = state.f
    let d = state.d
    step.d = d
    let logS = Maths.log(s)
    let logF = Maths.log(f)
    let tilt = d - 5
    step.freeDecay = curve.fastDecay * Maths.exp(logF * curve.fastDecayPower)
    step.decay = -step.freeDecay.clamped(0.01, 0.95)
    step.exponent = curve.logFastBase / step.decay
    step.factor = Maths.exp(step.exponent.clamped(0, 60)) - 1
    let rate = curve.slowFactor * Maths.exp(tilt * curve.slowTilt)
    step.slow.x = 1 + rate * reviews.days / s
    step.fast.x = 1 + step.factor * reviews.days / f
    step.slow.logX = Maths.log(step.slow.x)
    step.fast.logX = Maths.log(step.fast.x)
    step.slow.r = Maths.exp(curve.slowDecay * step.slow.logX)
    step.fast.r = Maths.exp(step.decay * step.fast.logX)
    let a = curve.fastWeight * Maths.exp(-curve.fastWeightPower * logF)
    let b =
      curve.slowWeight * Maths.exp(curve.slowWeightPower * logS + tilt * curve.weightTilt)
    step.fast.share = a / (a + b)
    step.slow.share = 1 - step.fast.share
    let both = step.slow.share * step.slow.r + step.fast.share * step.fast.r
    step.recall = 1e-5 + (1 - 2e-5) * both
    step.slow.s = s
    step.slow.logS = logS
    step.fast.s = f
    step.fast.logS = logF
    step.move = -difficultyStep * (reviews.grade - 3)
    let hasLapse = any(isLapse)
    Self.forth(&step.slow, slow, d, step.recall, reviews, isLapse, hasLapse)
    Self.forth(&step.fast, fast, d, step.fast.r, reviews, isLapse, hasLapse)
    if hasLapse {
      step.move.replace(with: 2 * difficultyStep * (step.recall + 0.1), where: isLapse)
    }
    state.s = step.slow.next.clamped(0.0001, 36500)
    state.f = step.fast.next.clamped(0.0001, 36500)
    if hasLapse {
      let kept = (0.8 * state.s).clamped(0.0001, 36500)
      step.isTied = isLapse .& (state.f .> kept)
      state.f.replace(with: kept, where: step.isTied)
    }
    step.rawD = 0.01 * easyDifficulty + 0.99 * (d + (10 - d) * step.move / 9)
    state.d = step.rawD.clamped(1, 10)
  }

  /// How a stability moves.
  @inline(__always)
  private static func forth(
    _ move: inout Move, _ block: Block, _ d: Pair, _ recall: Pair, _ reviews: Reviews,
    _ isLapse: Mask, _ hasLapse: Bool
  ) {
    let forgetting = 1 - recall
    var toA = -block.power * move.logS
    var toE = block.recall * forgetting
    var scale = block.gain * (11 - d)
    if hasLapse {
      move.logBeyond = Maths.log(move.s + 1)
      toA.replace(with: block.lapseRecall * forgetting, where: isLapse)
      toE.replace(with: block.lapsePower * move.logBeyond, where: isLapse)
      scale.replace(with: block.lapseScale, where: isLapse)
    }
    move.a = scale * Maths.exp(toA)
    move.e = Maths.exp(toE)
    let plain = move.a * (move.e - 1)
    move.next = move.s * (1 + plain * block.bonus(reviews.grade))
    if hasLapse { move.next.replace(with: min(plain, move.s), where: isLapse) }
  }

  @inline(__always)
  private static func min(_ a: Pair, _ b: Pair) -> Pair { a.replacing(with: b, where: b .< a) }
}

extension SIMD2<Double> {
  @inline(__always) func clamped(_ low: Double, _ high: Double) -> Self {
    replacing(with: low, where: self .< low).replacing(with: high, where: self .> high)
  }
}
