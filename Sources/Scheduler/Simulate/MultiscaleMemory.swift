/// One card in a memory of traces on many time scales (Mozer and others, 2009).
///
/// Each go strengthens a trace by what it and all faster ones lack, so a go soon after another reaches
/// the slow ones little.
struct MultiscaleMemory {
  /// A person's time scales, the same for all cards.
  struct Scales {
    static let count = 24
    private static let shortest = 0.03
    private static let longest = 3000.0
    /// Days in which each trace falls to a third or so.
    let days: [Double]
    let weights: [Double]
    /// Each weight and all before it.
    let sums: [Double]

    /// - Parameter steepness: how fast the weights fall with the time scale.
    init(steepness: Double) {
      let step = Maths.log(Self.longest / Self.shortest) / Double(Self.count - 1)
      days = (0..<Self.count).map { Self.shortest * Maths.exp(step * Double($0)) }
      let raw = days.map { Maths.exp(-steepness * Maths.log($0)) }
      let total = raw.reduce(0, +)
      weights = raw.map { $0 / total }
      var sum = 0.0
      sums = weights.map { weight in
        sum += weight
        return sum
      }
    }
  }

  private static let threshold = 0.3
  private static let slope = 3.0
  private static let firstGain = 1.7
  private static let firstGainAfterFailure = 1.3

  let scales: Scales
  /// What the whole strength is multiplied by for this person and card.
  let factor: Double
  /// What a later go that is right adds to what a trace lacks.
  let gain: Double
  private var traces = [Double](repeating: 0, count: Scales.count)
  private var last: Double?

  init(scales: Scales, factor: Double, gain: Double) {
    self.scales = scales
    self.factor = factor
    self.gain = gain
  }

  mutating func practise(passed: Bool, at time: SimulatedTime) {
    let first = last == nil
    traces = faded(at: time.days)
    last = time.days
    let gain =
      first ? (passed ? Self.firstGain : Self.firstGainAfterFailure) : (passed ? gain : 1)
    var sum = 0.0
    var after = traces
    for index in traces.indices {
      sum += scales.weights[index] * traces[index]
      after[index] += gain * (1 - min(1, sum / scales.sums[index]))
    }
    traces = after
  }

  func recall(at time: SimulatedTime) -> Double {
    if last == nil { return 0 }
    let traces = faded(at: time.days)
    let strength = traces.indices.reduce(0) { $0 + scales.weights[$1] * traces[$1] }
    let odds = Self.slope * (Maths.log(max(min(1, strength) * factor, 1e-9) / Self.threshold))
    return 1 / (1 + Maths.exp(-odds))
  }

  private func faded(at time: Double) -> [Double] {
    guard let last else { return traces }
    let gap = max(0, time - last)
    return traces.indices.map { traces[$0] * Maths.exp(-gap / scales.days[$0]) }
  }
}
