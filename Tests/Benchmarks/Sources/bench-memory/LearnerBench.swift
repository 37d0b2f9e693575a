import ArgumentParser
import Exchange
import Scheduler

/// Reviews of a made-up learner, to fit to: whose memory it is, is known.
struct LearnerBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learner", abstract: "Print the reviews of a simulated learner, as CSV.")

  @Option(help: "What the learner's memory is like; parameters lie around the model's defaults.")
  var model = "fsrs-6"

  @Option(help: "Who it is.")
  var seed: UInt64 = 1

  func run() throws {
    guard let name = ModelName(rawValue: model) else {
      throw ValidationError("there is no model \(model)")
    }
    let learner = try Learner(name, seed: seed)
    print("card_id,review_time,review_rating")
    for card in 0..<learner.cards { learner.reviews(of: card).forEach { print($0) } }
  }
}

private struct Learner {
  let truth: any MemoryModel
  let cards: Int
  private let days: Int
  /// Chance that an answer that is right is called Good; the others are Hard and Easy alike.
  private let plainness: Double
  private let forgets: Double
  private let seed: UInt64

  init(_ name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func factor(_ spread: Double) -> Double {
      let steps = (0..<12).reduce(-6.0) { sum, _ in sum + generator.unit() }
      return 1 + spread * max(-2.5, min(2.5, steps))
    }
    truth = try name.model(
      parameters: name.defaults.enumerated().map { $1 * ($0 < 4 ? factor(0.35) : factor(0.15)) })
    cards = Int.random(in: 100...600, using: &generator)
    days = Int.random(in: 60...200, using: &generator)
    plainness = generator.unit() < 0.5 ? 1 : 0.7
    forgets = 0.15 + 0.35 * generator.unit()
    self.seed = generator.next()
  }

  /// Lines of CSV: a card comes back near the day that the default model names; after Again it is
  /// practised until it was right once.
  func reviews(of card: Int) -> [String] {
    var generator = SeededGenerator(seed: seed &+ UInt64(card) &* 0x9E37_79B9_7F4A_7C15)
    let planner = truth.name.model
    var lines: [String] = []
    var memory: Memory?
    var planned: Memory?
    var day = card * days / (2 * cards)
    while day < days {
      var time = 1_700_000_000_000 + Int64(day) * 86_400_000
      time += Int64.random(in: 0..<36_000_000, using: &generator)
      var grade = Grade.again
      for _ in 0..<6 where grade == .again {
        let now = Timestamp(milliseconds: time)
        grade = answer(memory, at: now, &generator)
        let review = Review(time: now, utcOffset: 0, grade: grade)
        memory = truth.memory(after: review, from: memory)
        planned = planner.memory(after: review, from: planned)
        lines.append("\(card),\(time),\(grade.rawValue)")
        time += Int64.random(in: 120_000...900_000, using: &generator)
      }
      let interval = planned.map { planner.interval(of: $0.state, retention: 0.9) } ?? 1
      day += max(1, Int(interval * (0.7 + 0.8 * generator.unit())))
    }
    return lines
  }

  private func answer(
    _ memory: Memory?, at time: Timestamp, _ generator: inout SeededGenerator
  ) -> Grade {
    let luck = generator.unit()
    let kind = generator.unit()
    let isRight: Bool
    if let memory {
      // Whole days under FSRS-6, as its own updates have it.
      let review = Review(time: time, utcOffset: 0, grade: .good)
      let whole = Double(review.day() - memory.lastDay)
      let since = truth.name == .fsrs6 && whole > 0 ? whole : time.days(since: memory.lastReview)
      isRight = luck < truth.retrievability(of: memory.state, afterDays: since)
    } else {
      isRight = luck >= forgets
    }
    guard isRight else { return .again }
    return kind < plainness ? .good : (kind < (1 + plainness) / 2 ? .hard : .easy)
  }
}
