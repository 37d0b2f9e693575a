/// A simulated person: a memory that no policy is told, and luck that is the same for all policies.
struct Candidate {
  let truth: any MemoryModel
  /// Shares of Again, Hard, Good and Easy at first goes.
  let firstShares: [Double]
  /// Shares of Hard, Good and Easy among later answers that are right.
  let passShares: [Double]
  let seed: UInt64

  /// Draws a person whose parameters lie around the model's defaults.
  ///
  /// Each parameter is multiplied by exp(0.3·z), z standard normal cut at ±2.5; those that are 0 at
  /// the defaults stay. Shares of grades: those of fsrs-rs's simulator, moved in the same way.
  init(model: ModelName, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parameters = model.defaults.map { $0 * Candidate.spread(0.3, &generator) }
    // The defaults times finite numbers are finite and as many, so this cannot be refused.
    truth = (try? model.model(parameters: parameters)) ?? model.model
    firstShares = Candidate.shares(FirstGrades.shares, &generator)
    passShares = Candidate.shares([0.224, 0.631, 0.145], &generator)
    self.seed = generator.next()
  }

  /// A number in [0, 1) that depends on the person, the card and which go at it this is alone.
  func luck(card: Int, go: Int, purpose: UInt64) -> Double {
    var generator = SeededGenerator(
      seed: seed ^ (UInt64(card) &* 0xD6E8_FEB8_6659_FD93)
        ^ (UInt64(go) &* 0xA076_1D64_78BD_642F) ^ (purpose &* 0xE703_7ED1_A0B4_28DB))
    _ = generator.next()
    return generator.unit()
  }

  static func pick(_ shares: [Double], _ luck: Double) -> Int {
    var sum = 0.0
    for (index, share) in shares.enumerated() {
      sum += share
      if luck < sum { return index }
    }
    return shares.count - 1
  }

  private static func shares(
    _ typical: [Double], _ generator: inout SeededGenerator
  ) -> [Double] {
    let moved = typical.map { $0 * spread(0.3, &generator) }
    let total = moved.reduce(0, +)
    return moved.map { $0 / total }
  }

  private static func spread(_ sigma: Double, _ generator: inout SeededGenerator) -> Double {
    Maths.exp(sigma * generator.normal().clamped(-2.5, 2.5))
  }
}
