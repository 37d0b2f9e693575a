/// Which reviews are predicted when a model is scored.
public enum Targets: Sendable {
  /// Reviews at least one local day after the card's one before.
  case laterDays
  /// Those and the ones on the same day, which are predicted by exact time.
  case all
}

/// How well predictions of recall agree with what was recalled.
public struct Evaluation: Equatable, Sendable {
  /// Reviews predicted.
  public var count: Int
  /// Mean cross-entropy in nats.
  public var logLoss: Double
  /// Root mean square error between predicted and observed recall over bins of alike reviews, as
  /// srs-benchmark forms them.
  public var rmseBins: Double
  /// Area under the receiver operating characteristic; 0.5 if all answers are alike.
  public var auc: Double

  /// Scores a model on a log.
  public init(_ model: any MemoryModel, _ log: ReviewLog, targets: Targets = .laterDays) {
    self.init(Prediction.all(model, log, targets: targets))
  }

  init(_ predictions: [Prediction]) {
    count = predictions.count
    logLoss = Evaluation.logLoss(predictions)
    rmseBins = Evaluation.rmseBins(predictions)
    auc = Evaluation.auc(predictions)
  }

  private static func logLoss(_ predictions: [Prediction]) -> Double {
    let sum = predictions.reduce(0) { $0 + $1.loss }
    return predictions.isEmpty ? 0 : sum / Double(predictions.count)
  }

  private static func rmseBins(_ predictions: [Prediction]) -> Double {
    struct Bin { var count = 0.0, predicted = 0.0, passed = 0.0 }
    var bins: [Prediction.Bin: Bin] = [:]
    var order: [Prediction.Bin] = []
    for prediction in predictions {
      if bins[prediction.bin] == nil { order.append(prediction.bin) }
      bins[prediction.bin, default: Bin()].count += 1
      bins[prediction.bin, default: Bin()].predicted += prediction.recall
      bins[prediction.bin, default: Bin()].passed += prediction.passed ? 1 : 0
    }
    var sum = 0.0
    // In order of appearance: sums of a dictionary's own order would differ from run to run.
    for key in order {
      guard let bin = bins[key] else { continue }
      let miss = (bin.passed - bin.predicted) / bin.count
      sum += bin.count * miss * miss
    }
    return predictions.isEmpty ? 0 : (sum / Double(predictions.count)).squareRoot()
  }

  /// By the ranks of the passed among all, ties at their mean rank (Mann and Whitney).
  private static func auc(_ predictions: [Prediction]) -> Double {
    let sorted = predictions.sorted { $0.recall < $1.recall }
    var rankSum = 0.0
    var passed = 0.0
    var begin = 0
    while begin < sorted.count {
      var end = begin
      var here = 0.0
      while end < sorted.count && sorted[end].recall == sorted[begin].recall {
        if sorted[end].passed { here += 1 }
        end += 1
      }
      rankSum += here * Double(begin + 1 + end) / 2
      passed += here
      begin = end
    }
    let failed = Double(sorted.count) - passed
    guard passed > 0 && failed > 0 else { return 0.5 }
    return (rankSum - passed * (passed + 1) / 2) / (passed * failed)
  }
}

/// One review as a model saw it coming.
struct Prediction {
  struct Bin: Hashable {
    var elapsed: Int
    var length: Int
    var lapses: Int
  }

  /// The review's place in its log.
  var index: Int
  var recall: Double
  var passed: Bool
  var bin: Bin

  /// Cross-entropy in nats; certainty gone wrong costs about 36.
  var loss: Double {
    let smallest = 2.220446049250313e-16
    let probability = (passed ? recall : 1 - recall).clamped(smallest, 1 - smallest)
    return -Maths.log(probability)
  }

  /// The predictions of all targets for which `isWanted` holds, card by card.
  static func all(
    _ model: any MemoryModel, _ log: ReviewLog, targets: Targets,
    isWanted: (Int) -> Bool = { _ in true }
  ) -> [Prediction] {
    switch model {
    case let model as FSRS6: made(model, log, targets, isWanted)
    case let model as FSRS7: made(model, log, targets, isWanted)
    default: made(model, log, targets, isWanted)
    }
  }

  private static func made(
    _ model: some MemoryModel, _ log: ReviewLog, _ targets: Targets, _ isWanted: (Int) -> Bool
  ) -> [Prediction] {
    var predictions: [Prediction] = []
    predictions.reserveCapacity(log.reviewCount)
    for card in 0..<log.cardCount {
      let range = log.starts[card]..<log.starts[card + 1]
      guard let first = range.first else { continue }
      var state = model.state(afterFirst: Grade(byte: log.grades[first]))
      var later = 0
      var lapses = 0
      for index in range.dropFirst() {
        let grade = Grade(byte: log.grades[index])
        let whole = Int(log.wholeDays[index])
        let elapsed = Elapsed(wholeDays: whole, days: log.days[index])
        if whole > 0 { later += 1 }
        if log.isTarget(index, targets) && isWanted(index) {
          let byDay = model.name == .fsrs6 && whole > 0
          let days = byDay ? Double(whole) : elapsed.days
          predictions.append(
            Prediction(
              index: index, recall: model.retrievability(of: state, afterDays: days),
              passed: grade != .again,
              bin: Bin(
                elapsed: step(byDay || whole > 0 ? Double(whole) : elapsed.days, 3.62),
                length: step(Double(1 + later), 1.89),
                lapses: lapses > 0 ? 1 + step(Double(lapses), 1.73) : 0)))
        }
        if grade == .again && whole > 0 { lapses += 1 }
        state = model.state(after: grade, from: state, elapsed: elapsed)
      }
    }
    return predictions
  }

  /// Which of the ranges, each `base` times as wide as the last, a value falls in.
  private static func step(_ value: Double, _ base: Double) -> Int {
    Int((Maths.log(max(value, 1e-6)) / Maths.log(base)).rounded(.down))
  }
}

extension ReviewLog {
  /// Whether a review (not a card's first) is one to predict.
  func isTarget(_ index: Int, _ targets: Targets) -> Bool {
    switch targets {
    case .laterDays: wholeDays[index] > 0
    case .all: wholeDays[index] > 0 || days[index] > 0
    }
  }

  /// The targets by time; those at the same moment in the order of the log.
  func targets(_ targets: Targets) -> [Int] {
    var indices: [Int] = []
    for card in 0..<cardCount {
      for index in (starts[card]..<starts[card + 1]).dropFirst() where isTarget(index, targets) {
        indices.append(index)
      }
    }
    return indices.sorted { (times[$0], $0) < (times[$1], $1) }
  }
}
