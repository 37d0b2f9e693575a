import Scheduler
import Testing

/// A card's reviews at random: minutes to months apart, now and then a clock set back.
func randomReviews(_ generator: inout SeededGenerator, upTo count: Int) -> [Review] {
  var time = Int64(1_700_000_000_000) + Int64.random(in: 0..<100_000_000_000, using: &generator)
  return (0..<Int.random(in: 1...count, using: &generator)).map { _ in
    let scale = Int64.random(in: 0...3, using: &generator)
    let unit: [Int64] = [60_000, 3_600_000, 86_400_000, 2_000_000_000]
    time += Int64.random(in: -1...20, using: &generator) * unit[Int(scale)] / 2
    return Review(
      time: Timestamp(milliseconds: time),
      utcOffset: 3600 * Int.random(in: -11...13, using: &generator),
      grade: Grade.allCases.randomElement(using: &generator) ?? .good)
  }
}

@Suite struct ModelPropertyTests {
  static let seeds = Array(UInt64(1)...40)

  static func model(_ name: ModelName) -> any MemoryModel { name.model }

  /// Parameters anywhere within the model's bounds.
  static func wild(
    _ name: ModelName, _ generator: inout SeededGenerator
  ) throws -> any MemoryModel {
    let extremes = name.defaults.map { _ in generator.unit() < 0.5 ? -1e9 : 1e9 }
    let edge = try name.model(parameters: extremes).parameters
    let mixed = zip(edge, name.defaults).map { $0 + ($1 - $0) * generator.unit() }
    return try name.model(parameters: mixed)
  }

  @Test(arguments: ModelName.allCases, seeds)
  func staysWithinBounds(name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let floor = name == .fsrs6 ? 0.001 : 0.0001
    for round in 0..<25 {
      let model = round % 2 == 0 ? name.model : try Self.wild(name, &generator)
      do {
        var memory: Memory?
        for review in randomReviews(&generator, upTo: 30) {
          memory = model.memory(after: review, from: memory)
          let state = try #require(memory).state
          #expect((floor...36500).contains(state.stability))
          #expect((floor...36500).contains(state.fastStability))
          #expect((1...10).contains(state.difficulty))
          var last = model.retrievability(of: state, afterDays: 0)
          #expect(last <= 1, "seed \(seed)")
          for days in [1e-5, 0.01, 0.5, 1, 2, 10, 100, 3000, 40000] {
            let recall = model.retrievability(of: state, afterDays: days)
            #expect(recall > 0 && recall < last, "seed \(seed), \(days) days")
            last = recall
          }
        }
      }
    }
  }

  @Test(arguments: ModelName.allCases, seeds)
  func intervalEndsWhereRecallIsTheRetention(name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let model = name.model
    let memory = try #require(model.replay(randomReviews(&generator, upTo: 20)))
    for retention in [0.7, 0.8, 0.9, 0.95] {
      let days = model.interval(of: memory.state, retention: retention)
      if name == .fsrs7 && !(1.2e-5...36499).contains(days) { continue }
      let recall = model.retrievability(of: memory.state, afterDays: days)
      #expect(abs(recall - retention) < 1e-9)
    }
    let weak = model.belowThreshold(from: memory)
    let before = weak.adding(minutes: -1)
    #expect(before < memory.lastReview || model.retrievability(of: memory, at: before) >= 0.7)
  }

  @Test(arguments: ModelName.allCases, seeds)
  func againNeverRaisesStability(name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let model = name.model
    for _ in 0..<50 {
      let memory = try #require(model.replay(randomReviews(&generator, upTo: 20)))
      let gaps: [Double] = [0, 0.01, 1, 5, 50, 500]
      let days = gaps.randomElement(using: &generator) ?? 0
      let elapsed = Elapsed(wholeDays: Int(days), days: days)
      let after = model.state(after: .again, from: memory.state, elapsed: elapsed)
      #expect(after.stability <= memory.state.stability, "seed \(seed)")
      #expect(after.fastStability <= memory.state.fastStability, "seed \(seed)")
    }
  }

  @Test(arguments: ModelName.allCases, seeds)
  func replayEqualsIncrementalAndBulk(name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let model = name.model
    let cards = (0..<20).map { _ in randomReviews(&generator, upTo: 20) }
    let replayed = try cards.map { try #require(model.replay($0)) }
    for (reviews, whole) in zip(cards, replayed) {
      var memory: Memory?
      for review in reviews { memory = model.memory(after: review, from: memory) }
      #expect(memory == whole, "seed \(seed)")
      // An undo drops the last review: what is left replays to the memory before it.
      if let last = reviews.last, reviews.count > 1 {
        let before = model.replay(reviews.dropLast())
        #expect(model.memory(after: last, from: before) == whole)
        #expect(model.replay((reviews + [last]).dropLast()) == whole)
      }
    }
  }

  @Test func shuffledRowsGiveTheSameLog() {
    var generator = SeededGenerator(seed: 7)
    var rows: [(card: Int, review: Review)] = []
    for card in 0..<30 {
      for review in randomReviews(&generator, upTo: 12) { rows.append((card, review)) }
    }
    let log = ReviewLog(rows)
    rows.shuffle(using: &generator)
    let other = ReviewLog(rows)
    #expect(log.starts == other.starts && log.grades == other.grades)
    #expect(log.days == other.days && log.wholeDays == other.wholeDays)
    #expect(log.reviewCount == rows.count && log.cardCount == 30)
  }
}
