import Testing

@testable import Scheduler

@Suite struct OptimiserTests {
  @Test(arguments: ModelName.allCases) func learnsWhatALearnerIsLike(name: ModelName) throws {
    let learner = try SyntheticLearner(seed: 3, cards: 400, days: 120)
    let report = try #require(try Optimiser(model: name).report(learner.log))
    #expect(report.verdict == .better)
    #expect(report.fit.basis == .everything)
    #expect(report.parameters == report.fit.parameters)
    #expect(report.whole.after.logLoss < report.whole.before.logLoss - 0.005)
    let heldOut = try #require(report.heldOut)
    #expect(heldOut.after.logLoss <= heldOut.before.logLoss)
    #expect(heldOut.after.count == heldOut.before.count && heldOut.after.count > 100)
    // No fit predicts what it has not seen much better than the truth does.
    let truth = Evaluation(learner.truth, learner.log)
    #expect(report.whole.after.logLoss > truth.logLoss - 0.02)
    #expect(report.whole.after.logLoss < truth.logLoss + 0.02)
  }

  @Test(arguments: ModelName.allCases) func repeatsAndDoesNotMindOrder(name: ModelName) throws {
    var learner = try SyntheticLearner(seed: 4, cards: 60, days: 60)
    let optimiser = Optimiser(model: name, seed: 5)
    let fit = try #require(optimiser.fit(learner.log))
    #expect(optimiser.fit(learner.log) == fit)
    var generator = SeededGenerator(seed: 1)
    learner.rows.shuffle(using: &generator)
    #expect(optimiser.fit(learner.log) == fit)
    let bounded = try name.model(parameters: fit.parameters).parameters
    #expect(bounded == fit.parameters)
  }

  @Test(arguments: ModelName.allCases) func tenReviewsAreTooFew(name: ModelName) throws {
    let rows = (0..<10).map { index in
      (
        card: index / 2,
        review: Review(
          time: Timestamp(milliseconds: Int64(index) * 200_000_000), utcOffset: 0, grade: .good)
      )
    }
    let report = try #require(try Optimiser(model: name).report(ReviewLog(rows)))
    #expect(report.verdict == .tooLittle(reviews: 5))
    #expect(report.parameters == name.defaults)
    #expect(report.whole.before == report.whole.after)
    let nothing = ReviewLog([(card: Int, review: Review)]())
    let empty = try #require(try Optimiser(model: name).report(nothing))
    #expect(empty.verdict == .tooLittle(reviews: 0))
    #expect(empty.heldOut == nil)
    #expect(Optimiser(model: name).folds(nothing)?.count == 0)
  }

  /// Fewer than 200 reviews on later days move the first stabilities alone.
  @Test(arguments: ModelName.allCases) func aFewReviewsMoveFirstStabilities(
    name: ModelName
  ) throws {
    let rows = (0..<40).flatMap { card in
      [(0, Grade.good), (3, card % 2 == 0 ? .again : .good)].map { day, grade in
        (
          card: card,
          review: Review(
            time: Timestamp(milliseconds: Int64(day * 86_400 + card) * 1000), utcOffset: 0,
            grade: grade)
        )
      }
    }
    let fit = try #require(Optimiser(model: name).fit(ReviewLog(rows)))
    #expect(fit.basis == .firstStabilities)
    #expect(fit.reviews == 40)
    #expect(fit.parameters[2] < name.defaults[2] / 2)
    #expect(Array(fit.parameters[4...]) == Array(name.defaults[4...]))
    #expect(Array(fit.parameters[0..<4]) == fit.parameters[0..<4].sorted())
  }

  @Test(arguments: ModelName.allCases) func oneCardAndOnlyGoodGrades(name: ModelName) throws {
    let one = (0..<250).map { index in
      (
        card: "only",
        review: Review(
          time: Timestamp(milliseconds: Int64(index * index) * 40_000_000), utcOffset: 0,
          grade: index % 7 == 3 ? .again : .good)
      )
    }
    let good = (0..<400).map { index in
      (
        card: "card \(index % 40)",
        review: Review(
          time: Timestamp(milliseconds: Int64(index) * 30_000_000), utcOffset: 0, grade: .good)
      )
    }
    for log in [ReviewLog(one), ReviewLog(good)] {
      let report = try #require(try Optimiser(model: name).report(log))
      #expect(report.fit.basis == .everything)
      #expect(report.whole.after.logLoss.isFinite)
      #expect(report.whole.after.logLoss <= report.whole.before.logLoss)
      let bounded = try name.model(parameters: report.fit.parameters).parameters
      #expect(bounded == report.fit.parameters)
    }
    #expect(Evaluation(name.model, ReviewLog(good)).auc == 0.5)
  }

  @Test(arguments: ModelName.allCases) func canBeStopped(name: ModelName) throws {
    let log = try SyntheticLearner(seed: 6, cards: 120, days: 60).log
    var told: [Double] = []
    let report = try Optimiser(model: name).report(
      log,
      progress: { share in
        told.append(share)
        return told.count < 3
      })
    #expect(report == nil)
    #expect(told.count == 3 && told == told.sorted())
  }

  @Test func worseOnTheLastFifthIsNotTaken() throws {
    // The learner changes altogether in the last fifth, so what went before misleads.
    var rows: [(card: Int, review: Review)] = []
    for card in 0..<100 {
      for go in 0..<5 {
        let time = Timestamp(milliseconds: Int64(go * 400_000 + card) * 1000)
        let grade = go > 0 && go < 4 ? Grade.again : .good
        rows.append((card, Review(time: time, utcOffset: 0, grade: grade)))
      }
    }
    let report = try #require(try Optimiser(model: .fsrs6).report(ReviewLog(rows)))
    #expect(report.verdict == .notBetter)
    #expect(report.parameters == FSRS6.defaults)
  }

  @Test func scoresByTheTimeSplit() throws {
    let log = try SyntheticLearner(seed: 8, cards: 60, days: 90).log
    let later = log.targets(.laterDays).count
    let score = try #require(Optimiser(model: .fsrs6).folds(log))
    #expect(score.count == later / 6 * 5)
    #expect(score.logLoss > 0 && score.logLoss < 1)
    #expect(score.auc > 0.5)
  }

  /// Answers by chance at all distances: nothing to learn, and nothing that may run away.
  @Test(arguments: ModelName.allCases, Array(UInt64(1)...6))
  func standsNonsense(name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = ReviewLog(cards: (0..<60).map { _ in randomReviews(&generator, upTo: 25) })
    let fit = try #require(Optimiser(model: name, seed: seed).fit(log))
    #expect(fit.basis == .everything)
    let before = Evaluation(name.model, log)
    let after = Evaluation(try name.model(parameters: fit.parameters), log)
    #expect(after.logLoss < before.logLoss)
  }
}
