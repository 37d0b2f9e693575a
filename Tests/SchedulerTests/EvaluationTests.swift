import Testing

@testable import Scheduler

@Suite struct EvaluationTests {
  static func prediction(_ recall: Double, _ passed: Bool, bin: Int = 0) -> Prediction {
    Prediction(
      index: 0, recall: recall, passed: passed,
      bin: Prediction.Bin(elapsed: bin, length: 0, lapses: 0))
  }

  @Test func meansByHand() {
    let evaluation = Evaluation([
      Self.prediction(0.8, true), Self.prediction(0.6, false), Self.prediction(0.9, true, bin: 1),
    ])
    #expect(evaluation.count == 3)
    let loss = -(Maths.log(0.8) + Maths.log(0.4) + Maths.log(0.9)) / 3
    #expect(abs(evaluation.logLoss - loss) < 1e-12)
    // Bins: (0.5 - 0.7) of two and (1 - 0.9) of one.
    let error: Double = (0.09 / 3).squareRoot()
    #expect(abs(evaluation.rmseBins - error) < 1e-12)
    #expect(evaluation.auc == 1)
  }

  @Test func tiesCountHalf() {
    let evaluation = Evaluation([
      Self.prediction(0.7, true), Self.prediction(0.7, false), Self.prediction(0.9, false),
      Self.prediction(0.95, true),
    ])
    let pairsInOrder = 0.5 + 0 + 1 + 1
    #expect(evaluation.auc == pairsInOrder / 4)
  }

  @Test func certaintyGoneWrongIsFinite() {
    let certain = Evaluation([Self.prediction(1, false)])
    #expect(certain.logLoss < 37)
    #expect(Evaluation([]).logLoss == 0)
  }

  /// Three reviews of a card: a day, then minutes, then ten days later.
  @Test func predictsLaterDaysOrAll() {
    let times: [Int64] = [0, 86_400_000, 86_700_000, 950_400_000]
    let grades: [Grade] = [.good, .again, .good, .good]
    let log = ReviewLog(cards: [
      zip(times, grades).map {
        Review(time: Timestamp(milliseconds: $0), utcOffset: 0, grade: $1)
      }
    ])
    let model = FSRS6()
    let later = Prediction.all(model, log, targets: .laterDays)
    #expect(later.map(\.index) == [1, 3])
    #expect(later.map(\.passed) == [false, true])
    // log(1)/log(3.62) and log(10)/log(3.62); 1 + reviews on later days; lapses so far.
    #expect(later.map(\.bin.elapsed) == [0, 1])
    #expect(later.map(\.bin.length) == [1, 1])
    #expect(later.map(\.bin.lapses) == [0, 1])
    let first = model.state(afterFirst: .good)
    #expect(later[0].recall == model.retrievability(of: first, afterDays: 1))
    #expect(Prediction.all(model, log, targets: .all).map(\.index) == [1, 2, 3])
  }
}
