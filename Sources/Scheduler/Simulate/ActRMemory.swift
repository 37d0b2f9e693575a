/// One card in a memory of traces that fade as powers of time (Pavlik and Anderson, 2005).
///
/// A trace that is made while the card is well known fades faster, so spaced practice lasts longer.
/// Time outside practice counts for a fortieth, as interference is less there.
struct ActRMemory {
  private static let scale = 0.217
  private static let threshold = -0.704
  private static let noise = 0.255
  private static let outside = 0.025
  private static let fastest = 2.0
  /// What a failed go adds to how fast its trace fades.
  private static let failure = 0.03
  private static let unseen = -9.0

  /// The fading that every trace has at least.
  let fading: Double
  /// How well this person and card go together, beside what was practised.
  let bonus: Double
  private var traces: [(made: Double, fading: Double)] = []

  init(fading: Double, bonus: Double) {
    self.fading = fading
    self.bonus = bonus
  }

  mutating func practise(passed: Bool, at time: SimulatedTime) {
    let now = Self.seconds(time)
    let own = fading + (passed ? 0 : Self.failure)
    let known = Maths.exp(activation(now))
    traces.append((now, min(Self.fastest, Self.scale * known + own)))
  }

  func recall(at time: SimulatedTime) -> Double {
    let known = activation(Self.seconds(time)) + bonus
    return 1 / (1 + Maths.exp((Self.threshold - known) / Self.noise))
  }

  private func activation(_ now: Double) -> Double {
    if traces.isEmpty { return Self.unseen }
    return Maths.log(
      traces.reduce(0) { $0 + Maths.exp(-$1.fading * Maths.log(max(now - $1.made, 1))) })
  }

  private static func seconds(_ time: SimulatedTime) -> Double {
    outside * 86_400 * time.days + 60 * time.practised
  }
}
