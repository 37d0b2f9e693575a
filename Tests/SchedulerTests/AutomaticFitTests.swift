import Testing

@testable import Scheduler

@Suite struct AutomaticFitTests {
  @Test(arguments: ModelName.allCases) func learnsFromEnough(name: ModelName) throws {
    let learner = try SyntheticLearner(seed: 3, cards: 200, days: 100)
    let fit = AutomaticFit(learner.log, model: name)
    #expect(fit.verdict == .better)
    #expect(fit.answers == learner.log.targets(.laterDays).count)
    #expect(try name.model(parameters: fit.parameters).parameters == fit.parameters)
    #expect(AutomaticFit(ReviewLog(learner.rows.reversed()), model: name) == fit)
  }

  @Test(arguments: ModelName.allCases) func theDefaultsStandWithoutEnough(name: ModelName) throws {
    let learner = try SyntheticLearner(seed: 3, cards: 2, days: 5)
    let few = AutomaticFit(learner.log, model: name)
    #expect(few.verdict == .tooLittle && few.parameters == name.defaults)
    let nothing = AutomaticFit(ReviewLog(cards: []), model: name)
    #expect(nothing.verdict == .tooLittle && nothing.answers == 0)
  }

  /// On the next answers of people of whom little is known it loses nothing on average.
  @Test(arguments: ModelName.allCases, [30, 64, 100, 200])
  func littleDataDoesNoHarm(name: ModelName, count: Int) throws {
    var changes: [Double] = []
    for seed in 1...10 {
      let learner = try SyntheticLearner(seed: UInt64(seed), cards: 300, days: 120)
      let log = learner.log
      let later = log.targets(.laterDays)
      guard later.count > count + 200 else { continue }
      let cut = log.times[later[count]]
      let past = ReviewLog(learner.rows.filter { $0.review.time.milliseconds < cut })
      let fit = AutomaticFit(past, model: name)
      let test = Set(later[count..<min(later.count, count + 800)])
      func loss(_ model: any MemoryModel) -> Double {
        let predictions = Prediction.all(model, log, targets: .laterDays) { test.contains($0) }
        return Evaluation(predictions).logLoss
      }
      changes.append(loss(try name.model(parameters: fit.parameters)) - loss(name.model))
    }
    #expect(changes.count > 6)
    let mean = changes.reduce(0, +) / Double(changes.count)
    #expect(mean <= 0.005, "\(changes)")
  }
}
