import Testing

@testable import Scheduler

@Suite struct GradientTests {
  /// Loss by the plain model, which knows nothing of gradients.
  static func loss(_ model: any MemoryModel, _ log: ReviewLog, _ weights: [Double]) -> Double {
    var sum = 0.0
    for card in 0..<log.cardCount {
      var state: MemoryState?
      for index in log.starts[card]..<log.starts[card + 1] {
        let grade = Grade(byte: log.grades[index])
        let elapsed = Elapsed(wholeDays: Int(log.wholeDays[index]), days: log.days[index])
        guard let before = state else {
          state = model.state(afterFirst: grade)
          continue
        }
        if weights[index] > 0 {
          let days = model.name == .fsrs6 ? Double(elapsed.wholeDays) : elapsed.days
          let recall = model.retrievability(of: before, afterDays: days).clamped(1e-7, 1 - 1e-7)
          sum -= weights[index] * Maths.log(grade == .again ? 1 - recall : recall)
        }
        state = model.state(after: grade, from: before, elapsed: elapsed)
      }
    }
    return sum
  }

  static func gradient<K: GradientKernel>(
    _ kernel: K, _ log: ReviewLog, _ weights: [Double]
  ) -> [Double] {
    var kernel = kernel
    log.withColumns(weights: weights) { columns in
      kernel.add(columns, (0..<log.cardCount).map { log.starts[$0]..<log.starts[$0 + 1] })
    }
    return kernel.gradient()
  }

  @Test(arguments: ModelName.allCases, Array(UInt64(1)...12))
  func agreesWithFiniteDifferences(name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let cards = (0..<40).map { _ in randomReviews(&generator, upTo: 12) }
    let log = ReviewLog(cards: cards)
    let weights = log.grades.indices.map { log.wholeDays[$0] > 0 ? 0.2 + generator.unit() : 0 }
    // Off the bounds, so that a small step either way stays inside.
    let lower = name == .fsrs6 ? FSRS6.lowerBounds : FSRS7.lowerBounds
    let upper = name == .fsrs6 ? FSRS6.upperBounds : FSRS7.upperBounds
    let parameters = name.defaults.enumerated().map { index, value in
      let moved = value * (0.9 + 0.2 * generator.unit())
      if index < 4 { return moved }
      let margin = 0.02 * (upper[index] - lower[index])
      return moved.clamped(lower[index] + margin, upper[index] - margin)
    }
    let start = try name.model(parameters: parameters).parameters
    let exact =
      name == .fsrs6
      ? Self.gradient(FSRS6Gradient(start), log, weights)
      : Self.gradient(FSRS7Gradient(start), log, weights)
    let scale = exact.map(abs).max() ?? 1
    for index in start.indices {
      let step = 1e-5 * max(start[index], 0.01)
      var high = start
      var low = start
      high[index] += step
      low[index] -= step
      let up = try Self.loss(name.model(parameters: high), log, weights)
      let down = try Self.loss(name.model(parameters: low), log, weights)
      let slope = (up - down) / (2 * step)
      let tolerance = 1e-5 * max(abs(slope), abs(exact[index])) + 1e-7 * scale
      #expect(abs(slope - exact[index]) <= tolerance, "parameter \(index) of \(name)")
    }
  }

  /// Cards are worked out side by side; none may change another's gradient.
  @Test(arguments: ModelName.allCases, Array(UInt64(1)...6))
  func isTheSumOfTheCards(name: ModelName, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let cards = (0..<7).map { _ in randomReviews(&generator, upTo: 20) }
    func gradient(_ cards: [[Review]]) -> [Double] {
      let log = ReviewLog(cards: cards)
      let weights = log.grades.indices.map { log.wholeDays[$0] > 0 ? 1.0 : 0 }
      return name == .fsrs6
        ? Self.gradient(FSRS6Gradient(name.defaults), log, weights)
        : Self.gradient(FSRS7Gradient(name.defaults), log, weights)
    }
    let all = gradient(cards)
    let one = cards.map { gradient([$0]) }
    for index in all.indices {
      let sum = one.reduce(0) { $0 + $1[index] }
      #expect(abs(all[index] - sum) <= 1e-9 * (1 + abs(sum)), "parameter \(index) of \(name)")
    }
  }
}
