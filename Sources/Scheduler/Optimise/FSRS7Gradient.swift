/// FSRS-7 with its exact gradient.
struct FSRS7Gradient: GradientKernel {
  static var name: ModelName { .fsrs7 }

  /// What the way back needs of a review on the way forth; the state is that before it.
  private struct Step {
    var s = 0.0, f = 0.0, d = 0.0, logS = 0.0, logF = 0.0
    var decay = 0.0, decayIsFree = true, exponent = 0.0, factor = 0.0
    var x1 = 1.0, logX1 = 0.0, r1 = 1.0
    var x2 = 1.0, logX2 = 0.0, r2 = 1.0
    var share1 = 0.0, share2 = 0.0, r = 1.0
    var slow = Block()
    var fast = Block()
    var fastIsTied = false
    var move = 0.0
    var difficultyIsFree = true
  }

  /// A stability block on the way forth.
  private struct Block {
    /// Pass: growth per unit of (e - 1), without the grade's bonus; lapse: scale · e^….
    var a = 0.0
    /// Pass: e^(w·(1 - r)); lapse: (s + 1)^w.
    var e = 0.0
    var next = 0.0
    var isFree = true
    var isLapseCapped = false
  }

  private let p: [Double]
  private let model: FSRS7.Curve
  private let slow: FSRS7.StabilityBlock
  private let fast: FSRS7.StabilityBlock
  private let easyDifficulty: Double
  private let easySlope: Double
  private var g = [Double](repeating: 0, count: 34)
  private var gSlowFactor = 0.0
  private var gSlowDecay = 0.0
  private var steps = [Step](repeating: Step(), count: 64)

  init(_ parameters: [Double]) {
    p = parameters
    model = FSRS7.Curve(parameters)
    slow = FSRS7.StabilityBlock(parameters, at: 7)
    fast = FSRS7.StabilityBlock(parameters, at: 15)
    let growth = Maths.exp(3 * parameters[5])
    easyDifficulty = parameters[4] - growth + 1
    easySlope = -3 * growth
  }

  func gradient() -> [Double] {
    var g = g
    // The slow curve's decay and factor depend on parameters alone, so their sums come in here.
    let base = (model.slowFactor + 1) / model.slowDecay
    g[26] += gSlowFactor * base / p[26]
    let decay = gSlowDecay - gSlowFactor * base * Maths.log(p[26]) / model.slowDecay
    g[24] -= decay
    return g
  }

  mutating func add(_ columns: CardColumns, _ range: Range<Int>) {
    let count = range.count
    guard count > 1 else { return }
    if steps.count < count {
      steps = [Step](repeating: Step(), count: max(count, 2 * steps.count))
    }
    let first = range.lowerBound
    let grade0 = Int(columns.grades[first])
    let growth0 = Maths.exp(p[5] * Double(grade0 - 1))
    let d0 = p[4] - growth0 + 1
    let logFirst = Maths.log(p[grade0 - 1])
    var s = p[grade0 - 1]
    var f = (0.8 * s).clamped(0.0001, 36500)
    let firstIsFree = 0.8 * s >= 0.0001
    var d = d0.clamped(1, 10)
    var logS = logFirst
    var logF = Maths.log(f)
    for k in 1..<count {
      let index = first + k
      let grade = columns.grades[index]
      steps[k] = forth(s, f, d, logS, logF, grade, days: columns.days[index])
      s = steps[k].slow.next.clamped(0.0001, 36500)
      f = steps[k].fast.next.clamped(0.0001, 36500)
      if steps[k].fastIsTied { f = max(0.8 * s, 0.0001) }
      logS = Maths.log(s)
      logF = Maths.log(f)
      let damped = d + (10 - d) * steps[k].move / 9
      let raw = 0.01 * easyDifficulty + 0.99 * damped
      steps[k].difficultyIsFree = raw >= 1 && raw <= 10
      d = raw.clamped(1, 10)
    }
    back(
      columns, range, grade0: grade0, growth0: growth0, firstIsFree: firstIsFree,
      difficultyIsFree: d0 >= 1 && d0 <= 10)
  }

  @inline(__always)
  private func forth(
    _ s: Double, _ f: Double, _ d: Double, _ logS: Double, _ logF: Double, _ grade: UInt8,
    days: Double
  ) -> Step {
    var step = Step()
    step.s = s
    step.f = f
    step.d = d
    step.logS = logS
    step.logF = logF
    let tilt = d - 5
    let decay = model.fastDecay * Maths.exp(logF * model.fastDecayPower)
    step.decayIsFree = decay >= 0.01 && decay <= 0.95
    step.decay = -decay.clamped(0.01, 0.95)
    step.exponent = model.logFastBase / step.decay
    step.factor = Maths.exp(min(step.exponent, 60)) - 1
    step.x1 = 1 + step.factor * days / f
    step.logX1 = Maths.log(step.x1)
    step.r1 = Maths.exp(step.decay * step.logX1)
    step.x2 = 1 + model.slowFactor * Maths.exp(tilt * model.slowTilt) * days / s
    step.logX2 = Maths.log(step.x2)
    step.r2 = Maths.exp(model.slowDecay * step.logX2)
    let a =
      model.fastWeightPower == 0
      ? model.fastWeight : model.fastWeight * Maths.exp(-model.fastWeightPower * logF)
    let b = model.slowWeight * Maths.exp(model.slowWeightPower * logS + tilt * model.weightTilt)
    step.share1 = a / (a + b)
    step.share2 = b / (a + b)
    step.r = 1e-5 + (1 - 2e-5) * (step.share1 * step.r1 + step.share2 * step.r2)
    step.slow = block(slow, s, d, logS, step.r, grade)
    step.fast = block(fast, f, d, logF, step.r1, grade)
    if grade == 1 {
      let kept = step.slow.next.clamped(0.0001, 36500)
      step.fastIsTied =
        step.fast.next.clamped(0.0001, 36500) > max(0.8 * kept, 0.0001)
      step.move = 2 * p[6] * (step.r + 0.1)
    } else {
      step.move = -p[6] * (Double(grade) - 3)
    }
    return step
  }

  @inline(__always)
  private func block(
    _ w: FSRS7.StabilityBlock, _ s: Double, _ d: Double, _ logS: Double, _ r: Double,
    _ grade: UInt8
  ) -> Block {
    var block = Block()
    if grade == 1 {
      block.e = Maths.exp(w.lapsePower * Maths.log(s + 1))
      block.a = w.lapseScale * Maths.exp(w.lapseRecall * (1 - r))
      let forgotten = block.a * (block.e - 1)
      block.isLapseCapped = forgotten > s
      block.next = min(s, forgotten)
    } else {
      let bonus = grade == 2 ? w.hardPenalty : (grade == 4 ? w.easyBonus : 1)
      let damping = w.power == 0 ? 1 : Maths.exp(-w.power * logS)
      block.a = w.gain * (11 - d) * damping
      block.e = Maths.exp(w.recall * (1 - r))
      block.next = s * (1 + block.a * (block.e - 1) * bonus)
    }
    block.isFree = block.next >= 0.0001 && block.next <= 36500
    return block
  }

  /// Carries `gNext` back over a block; adds to the parameters from `k` on.
  @inline(__always)
  private static func blockBack(
    _ w: FSRS7.StabilityBlock, _ block: Block, s: Double, d: Double, logS: Double, r: Double,
    grade: UInt8, gNext: Double, at k: Int, _ g: UnsafeMutableBufferPointer<Double>
  ) -> (s: Double, d: Double, r: Double) {
    guard block.isFree && gNext != 0 else { return (0, 0, 0) }
    if grade == 1 {
      if block.isLapseCapped { return (gNext, 0, 0) }
      let value = gNext * block.next
      g[k + 3] += gNext * (block.e - 1) * (block.a / max(w.lapseScale, 1e-300))
      g[k + 4] += gNext * block.a * block.e * Maths.log(s + 1)
      g[k + 5] += value * (1 - r)
      return (
        gNext * block.a * w.lapsePower * block.e / (s + 1), 0, -value * w.lapseRecall
      )
    }
    let bonus = grade == 2 ? w.hardPenalty : (grade == 4 ? w.easyBonus : 1)
    let plain = block.a * (block.e - 1)
    let growth = gNext * s * plain * bonus
    let slope = gNext * s * block.a * block.e * bonus
    g[k] += growth
    g[k + 1] -= growth * logS
    g[k + 2] += slope * (1 - r)
    if grade == 2 { g[k + 6] += gNext * s * plain }
    if grade == 4 { g[k + 7] += gNext * s * plain }
    return (
      gNext * (1 + plain * bonus * (1 - w.power)), -growth / (11 - d), -slope * w.recall
    )
  }

  private mutating func back(
    _ columns: CardColumns, _ range: Range<Int>, grade0: Int, growth0: Double, firstIsFree: Bool,
    difficultyIsFree: Bool
  ) {
    var gs = 0.0
    var gf = 0.0
    var gd = 0.0
    var gSlowFactor = 0.0
    var gSlowDecay = 0.0
    let mixed = 1 - 2e-5
    let model = model
    let slow = slow
    let fast = fast
    let p = p
    let easySlope = easySlope
    g.withUnsafeMutableBufferPointer { g in
      steps.withUnsafeBufferPointer { steps in
        for k in stride(from: range.count - 1, through: 1, by: -1) {
          let index = range.lowerBound + k
          let grade = columns.grades[index]
          let days = columns.days[index]
          let step = steps[k]
          if step.fastIsTied {
            if 0.8 * step.slow.next >= 0.0001 { gs += 0.8 * gf }
            gf = 0
          }
          let slowBack = Self.blockBack(
            slow, step.slow, s: step.s, d: step.d, logS: step.logS, r: step.r, grade: grade,
            gNext: gs, at: 7, g)
          let fastBack = Self.blockBack(
            fast, step.fast, s: step.f, d: step.d, logS: step.logF, r: step.r1, grade: grade,
            gNext: gf, at: 15, g)
          var gr = slowBack.r
          var gdBefore = slowBack.d + fastBack.d
          if step.difficultyIsFree {
            g[4] += 0.01 * gd
            g[5] += 0.01 * gd * easySlope
            let damped = 0.99 * gd
            gdBefore += damped * (1 - step.move / 9)
            let move = damped * (10 - step.d) / 9
            if grade == 1 {
              g[6] += move * 2 * (step.r + 0.1)
              gr += move * 2 * p[6]
            } else {
              g[6] -= move * (Double(grade) - 3)
            }
          }
          let weight = columns.weights[index]
          if weight > 0 { gr += lossSlope(recall: step.r, passed: grade > 1, weight: weight) }
          // The curve: shares first, then both parts.
          let both = step.share1 * step.r1 + step.share2 * step.r2
          let gLogA = gr * mixed * (step.r1 - both) * step.share1
          let gLogB = gr * mixed * (step.r2 - both) * step.share2
          let tilt = step.d - 5
          var gLogF = -model.fastWeightPower * gLogA
          var gLogS = model.slowWeightPower * gLogB
          g[27] += gLogA / model.fastWeight
          g[29] -= gLogA * step.logF
          g[28] += gLogB / model.slowWeight
          g[30] += gLogB * step.logS
          g[31] += gLogB * tilt
          gdBefore += gLogB * model.weightTilt
          let h1 = (gr * mixed * step.share1 + fastBack.r) * step.r1
          var gDecay = h1 * step.logX1
          let gX1 = h1 * step.decay / step.x1
          gLogF -= gX1 * (step.x1 - 1)
          if step.exponent <= 60 {
            let gExponent = gX1 * days / step.f * (step.factor + 1)
            g[25] += gExponent / (p[25] * step.decay)
            gDecay -= gExponent * step.exponent / step.decay
          }
          if step.decayIsFree {
            let gLog = gDecay * step.decay
            g[23] += gLog / model.fastDecay
            g[33] += gLog * step.logF
            gLogF += gLog * model.fastDecayPower
          }
          let h2 = gr * mixed * step.share2 * step.r2
          gSlowDecay += h2 * step.logX2
          let gLogX2 = h2 * model.slowDecay / step.x2 * (step.x2 - 1)
          gLogS -= gLogX2
          g[32] += gLogX2 * tilt
          gdBefore += gLogX2 * model.slowTilt
          gSlowFactor += gLogX2 / model.slowFactor
          gs = slowBack.s + gLogS / step.s
          gf = fastBack.s + gLogF / step.f
          gd = gdBefore
        }
      }
      g[grade0 - 1] += gs + (firstIsFree ? 0.8 * gf : 0)
      if difficultyIsFree {
        g[4] += gd
        g[5] -= gd * Double(grade0 - 1) * growth0
      }
    }
    self.gSlowFactor += gSlowFactor
    self.gSlowDecay += gSlowDecay
  }
}
