@testable import Scheduler

/// Reviews of a made-up learner whose memory has parameters of its own.
struct SyntheticLearner {
  var truth: FSRS6
  var rows: [(card: Int, review: Review)] = []

  init(seed: UInt64, cards: Int, days: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var parameters = FSRS6.defaults.map { $0 * Maths.exp(0.25 * generator.normal()) }
    for index in 0..<4 { parameters[index] = FSRS6.defaults[index] * 3 }
    truth = try FSRS6(parameters: parameters)
    for card in 0..<cards {
      var day = card * days / (2 * cards)
      var memory: Memory?
      while day < days {
        let time = Timestamp(milliseconds: Int64(1_700_000_000 + day * 86_400 + card) * 1000)
        var grade = Grade.good
        if let memory {
          let since = Double(Day(containing: time, utcOffset: 0) - memory.lastDay)
          let recall = truth.retrievability(of: memory.state, afterDays: since)
          grade = generator.unit() < recall ? .good : .again
        } else if generator.unit() < 0.3 {
          grade = .again
        }
        let review = Review(time: time, utcOffset: 0, grade: grade)
        rows.append((card, review))
        let next = truth.memory(after: review, from: memory)
        memory = next
        let interval = truth.interval(of: next.state, retention: 0.8)
        day += max(1, Int(interval * (0.6 + 0.8 * generator.unit())))
      }
    }
  }

  var log: ReviewLog { ReviewLog(rows) }
}
