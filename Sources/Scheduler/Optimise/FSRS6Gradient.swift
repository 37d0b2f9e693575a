/// FSRS-6 with its exact gradient.
struct FSRS6Gradient: GradientKernel {
  static var name: ModelName { .fsrs6 }

  /// What the way back needs of a review on the way forth; the state is that before it.
  private struct Step {
    var s = 0.0, d = 0.0, logS = 0.0
    var r = 1.0, logX = 0.0, x = 1.0
    // Recall: growth per unit of (E - 1), and E.
    // Lapse: scale · D^-w12 · e^…, and (S + 1)^w13.
    // Same day: the factor, and nothing.
    var a = 0.0, e = 0.0
    var kind = Kind.sameDayFixed
    var next = 0.0
    var nextIsFree = true
    var damped = 0.0
    var difficultyIsFree = true
  }

  private enum Kind { case recall, lapse, lapseCapped, sameDay, sameDayFixed }

  private let p: [Double]
  private let w: FSRS6.Weights
  private var g = [Double](repeating: 0, count: 21)
  private var steps = [Step](repeating: Step(), count: 64)
  private let sameDayScale: [Double]
  private let easySlope: Double

  init(_ parameters: [Double]) {
    p = parameters
    w = FSRS6.Weights(parameters)
    sameDayScale = (0...4).map { Maths.exp(parameters[17] * (Double($0) - 3 + parameters[18])) }
    easySlope = -3 * Maths.exp(3 * parameters[5])
  }

  func gradient() -> [Double] {
    g
  }

  mutating func add(_ columns: CardColumns, _ cards: [Range<Int>]) {
    for card in cards { add(columns, card) }
  }

  private mutating func add(_ columns: CardColumns, _ range: Range<Int>) {
    let count = range.count
    guard count > 1 else { return }
    if steps.count < count {
      steps = [Step](repeating: Step(), count: max(count, 2 * steps.count))
    }
    let first = range.lowerBound
    let grade0 = Int(columns.grades[first])
    let growth0 = Maths.exp(w.d0Growth * Double(grade0 - 1))
    let d0 = w.d0 - growth0 + 1
    let w = w
    let p9 = w.recallPower
    let p12 = w.lapseDifficulty
    let sameDayScale = sameDayScale
    steps.withUnsafeMutableBufferPointer { steps in
      var s = p[grade0 - 1]
      var d = d0.clamped(1, 10)
      for k in 1..<count {
        let index = first + k
        let grade = columns.grades[index]
        let t = Double(columns.wholeDays[index])
        let logS = Maths.log(s)
        var step = Step()
        step.s = s
        step.d = d
        step.logS = logS
        let raw: Double
        if t < 1 {
          let factor = sameDayScale[Int(grade)] * Maths.exp(-w.sameDayPower * logS)
          if grade > 1 && factor < 1 {
            step.kind = .sameDayFixed
            raw = s
          } else {
            step.kind = .sameDay
            raw = s * factor
          }
          step.a = factor
        } else {
          let x = 1 + w.factor * t / s
          let logX = Maths.log(x)
          let r = Maths.exp(w.decay * logX)
          step.x = x
          step.logX = logX
          step.r = r
          if grade == 1 {
            let power = Maths.exp(w.lapsePower * Maths.log(s + 1))
            let scale = w.lapseScale * Maths.exp(w.lapseGain * (1 - r) - p12 * Maths.log(d))
            let forgotten = scale * (power - 1)
            let cap = s * w.lapseCap
            step.a = scale
            step.e = power
            step.kind = forgotten <= cap ? .lapse : .lapseCapped
            raw = min(forgotten, cap)
          } else {
            let bonus = grade == 2 ? w.hardPenalty : (grade == 4 ? w.easyBonus : 1)
            let a = w.recallScale * (11 - d) * Maths.exp(-p9 * logS)
            let e = Maths.exp(w.recallGain * (1 - r))
            step.a = a
            step.e = e
            step.kind = .recall
            raw = s * (1 + a * (e - 1) * bonus)
          }
        }
        step.next = raw
        step.nextIsFree = raw >= 0.001 && raw <= 36500
        s = raw.clamped(0.001, 36500)
        let move = -w.difficultyStep * (Double(grade) - 3)
        let damped = d + (10 - d) * move / 9
        let rawD = w.reversion * w.easyDifficulty + (1 - w.reversion) * damped
        step.damped = damped
        step.difficultyIsFree = rawD >= 1 && rawD <= 10
        d = rawD.clamped(1, 10)
        steps[k] = step
      }
    }
    back(columns, range, grade0: grade0, growth0: growth0, firstIsFree: d0 >= 1 && d0 <= 10)
  }

  private mutating func back(
    _ columns: CardColumns, _ range: Range<Int>, grade0: Int, growth0: Double, firstIsFree: Bool
  ) {
    let w = w
    let easySlope = easySlope
    // dF/dw20, with F = 0.9^(-1/w20) - 1.
    let factorSlope = (w.factor + 1) * Maths.log(0.9) / (w.decay * w.decay)
    var gs = 0.0
    var gd = 0.0
    g.withUnsafeMutableBufferPointer { g in
      steps.withUnsafeBufferPointer { steps in
        for k in stride(from: range.count - 1, through: 1, by: -1) {
          let index = range.lowerBound + k
          let step = steps[k]
          let grade = columns.grades[index]
          let shift = Double(grade) - 3
          // Difficulty after the review.
          var gdBefore = 0.0
          if step.difficultyIsFree {
            g[7] += gd * (w.easyDifficulty - step.damped)
            g[4] += gd * w.reversion
            g[5] += gd * w.reversion * easySlope
            let damped = gd * (1 - w.reversion)
            gdBefore = damped * (1 + w.difficultyStep * shift / 9)
            g[6] -= damped * (10 - step.d) * shift / 9
          }
          // Stability after the review.
          let gNext = step.nextIsFree ? gs : 0
          var gsBefore = 0.0
          var gr = 0.0
          let s = step.s
          let forgetting = 1 - step.r
          switch step.kind {
          case .recall:
            let bonus = grade == 2 ? w.hardPenalty : (grade == 4 ? w.easyBonus : 1)
            let plain = step.a * (step.e - 1)
            let growth = plain * bonus
            let sGrowth = gNext * s * growth
            let sSlope = gNext * s * step.a * step.e * bonus
            gsBefore = gNext * (1 + growth * (1 - w.recallPower))
            gr = -sSlope * w.recallGain
            gdBefore -= sGrowth / (11 - step.d)
            g[8] += sGrowth
            g[9] -= sGrowth * step.logS
            g[10] += sSlope * forgetting
            if grade == 2 { g[15] += gNext * s * plain }
            if grade == 4 { g[16] += gNext * s * plain }
          case .lapse:
            let value = gNext * step.next
            gsBefore = gNext * step.a * w.lapsePower * step.e / (s + 1)
            gr = -value * w.lapseGain
            gdBefore -= value * w.lapseDifficulty / step.d
            g[11] += value / w.lapseScale
            g[12] -= value * Maths.log(step.d)
            g[13] += gNext * step.a * step.e * Maths.log(s + 1)
            g[14] += value * forgetting
          case .lapseCapped:
            let value = gNext * step.next
            gsBefore = gNext * w.lapseCap
            g[17] -= value * w.sameDayShift
            g[18] -= value * w.sameDayGain
          case .sameDay:
            let value = gNext * step.next
            gsBefore = gNext * step.a * (1 - w.sameDayPower)
            g[17] += value * (shift + w.sameDayShift)
            g[18] += value * w.sameDayGain
            g[19] -= value * step.logS
          case .sameDayFixed:
            gsBefore = gNext
          }
          let weight = columns.weights[index]
          if weight > 0 {
            gr += lossSlope(recall: step.r, passed: grade > 1, weight: weight)
          }
          if gr != 0 {
            let t = Double(columns.wholeDays[index])
            let slope = gr * step.r * w.decay / step.x
            gsBefore -= slope * w.factor * t / (s * s)
            g[20] += slope * factorSlope * t / s - gr * step.r * step.logX
          }
          gs = gsBefore
          gd = gdBefore
        }
        g[grade0 - 1] += gs
        if firstIsFree {
          g[4] += gd
          g[5] -= gd * Double(grade0 - 1) * growth0
        }
      }
    }
  }
}
