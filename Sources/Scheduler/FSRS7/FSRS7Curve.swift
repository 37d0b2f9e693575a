extension FSRS7 {
  /// The forgetting curve: a fast and a slow power curve, mixed by both stabilities.
  struct Curve: Sendable {
    let fastDecay, fastDecayPower, logFastBase: Double
    let slowDecay, slowFactor, slowTilt: Double
    let fastWeight, fastWeightPower, slowWeight, slowWeightPower, weightTilt: Double

    init(_ p: [Double]) {
      fastDecay = p[23]
      fastDecayPower = p[33] - 0.3
      logFastBase = Maths.log(p[25])
      slowDecay = -p[24].clamped(0.01, 0.95)
      slowFactor = Maths.exp(Maths.log(p[26]) / slowDecay) - 1
      slowTilt = p[32] - 0.3
      fastWeight = p[27]
      fastWeightPower = p[29]
      slowWeight = p[28]
      slowWeightPower = p[30]
      weightTilt = p[31] - 0.5
    }

    /// What of the curve does not depend on time.
    struct Shape {
      var logFast, logSlow: Double
      var decay1, rate1, rate2, share1, share2: Double
    }

    @inline(__always)
    func shape(_ state: MemoryState) -> Shape {
      let logFast = Maths.log(state.fastStability)
      let logSlow = Maths.log(state.stability)
      let tilt = state.difficulty - 5
      let decay = -(fastDecay * Maths.exp(logFast * fastDecayPower)).clamped(0.01, 0.95)
      let factor = Maths.exp(min(logFastBase / decay, 60)) - 1
      let a =
        fastWeightPower == 0 ? fastWeight : fastWeight * Maths.exp(-fastWeightPower * logFast)
      let b =
        slowWeight * Maths.exp(slowWeightPower * logSlow + tilt * weightTilt)
      return Shape(
        logFast: logFast, logSlow: logSlow, decay1: decay, rate1: factor / state.fastStability,
        rate2: slowFactor * Maths.exp(tilt * slowTilt) / state.stability,
        share1: a / (a + b), share2: b / (a + b))
    }

    /// Recall by the whole curve and by its fast part alone.
    @inline(__always)
    func recall(_ shape: Shape, days: Double) -> (both: Double, fast: Double) {
      let fast = Maths.exp(shape.decay1 * Maths.log(1 + shape.rate1 * days))
      let slow = Maths.exp(slowDecay * Maths.log(1 + shape.rate2 * days))
      return (1e-5 + (1 - 2e-5) * (shape.share1 * fast + shape.share2 * slow), fast)
    }
  }

  /// Days until recall falls to `retention`, between a second and a hundred years.
  ///
  /// There is no closed form: Newton's steps in the logarithm of time, kept within a shrinking
  /// bracket.
  public func interval(of state: MemoryState, retention: Double) -> Double {
    let target = retention.clamped(1e-4, 0.9999)
    let shape = curve.shape(state)
    var low = Maths.log(FSRS7.intervalBounds.lowerBound)
    var high = Maths.log(FSRS7.intervalBounds.upperBound)
    func miss(_ logDays: Double) -> (value: Double, slope: Double) {
      let days = Maths.exp(logDays)
      let x1 = shape.rate1 * days
      let x2 = shape.rate2 * days
      let r1 = shape.share1 * Maths.exp(shape.decay1 * Maths.log(1 + x1))
      let r2 = shape.share2 * Maths.exp(curve.slowDecay * Maths.log(1 + x2))
      let slope = r1 * shape.decay1 * x1 / (1 + x1) + r2 * curve.slowDecay * x2 / (1 + x2)
      return (1e-5 + (1 - 2e-5) * (r1 + r2) - target, (1 - 2e-5) * slope)
    }
    var point = Maths.log(max(state.stability, state.fastStability)).clamped(low, high)
    var (value, slope) = miss(point)
    var isWithin = false
    for _ in 0..<100 {
      let step = slope < 0 ? -value / slope : .infinity
      // Errors go by squares: after a step this small there is nothing left to gain. This comes before
      // the bracket, which a step of nothing would be taken to leave.
      if abs(step) < 1e-7 {
        point += step
        break
      }
      if value > 0 { low = point } else { high = point }
      let next = point + step
      if next > low && next < high {
        point = next
      } else {
        // Only then the end on that side may cut the interval off.
        if !isWithin {
          if value > 0, miss(high).value >= 0 { return FSRS7.intervalBounds.upperBound }
          if value < 0, miss(low).value <= 0 { return FSRS7.intervalBounds.lowerBound }
          isWithin = true
        }
        point = (low + high) / 2
      }
      (value, slope) = miss(point)
    }
    return Maths.exp(point).clamped(
      FSRS7.intervalBounds.lowerBound, FSRS7.intervalBounds.upperBound)
  }
}
