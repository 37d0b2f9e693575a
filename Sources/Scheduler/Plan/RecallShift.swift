/// By how much a person recalls better or worse than the memory model says, in log odds, as far as it
/// is known.
///
/// Nobody's memory is the model's. Before there is anything to go by it is what simulated people of
/// several kinds of memory differ by; from then on what the person's own answers on later days say,
/// weighed against that.
public struct RecallShift: Equatable, Sendable {
  /// What to expect.
  public var mean: Double
  /// Standard deviation.
  public var deviation: Double

  /// Of people of whom nothing is known, drawn evenly from six kinds of memory (seed 601).
  public static let unknown = RecallShift(mean: -0.75, deviation: 1.6)
  /// What answers cannot tell of the day: it is further off than most of them were, and people grade
  /// themselves kindly.
  private static let beyondAnswers = 1.5
  /// What they tell too low: the cards asked on a later day are those that were left for longest, and
  /// on the day more are fresh.
  private static let higherOnTheDay = 0.4
  /// Where the normal distribution has nine tenths between.
  private static let ninetieth = 1.645

  public init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  /// - Parameter answers: the first of a card on a later day than the one before: what the model
  ///   expected, and whether it was recalled.
  public init(answers: [(expected: Retrievability, recalled: Bool)]) {
    let prior = Self.unknown
    guard !answers.isEmpty else {
      self = prior
      return
    }
    let odds = answers.map { Self.logOdds($0.expected) }
    let weight = 1 / (prior.deviation * prior.deviation)
    var shift = prior.mean
    var information = weight
    // Newton's method on a concave function; the steps are cut, so that it cannot leap.
    for _ in 0..<30 {
      var slope = -weight * (shift - prior.mean)
      information = weight
      for (index, answer) in answers.enumerated() {
        let expected = Self.share(odds[index] + shift)
        slope += (answer.recalled ? 1 : 0) - expected
        information += expected * (1 - expected)
      }
      let step = (slope / information).clamped(-1, 1)
      shift += step
      if abs(step) < 1e-6 { break }
    }
    let left = 1 / information
    // How much of what is known is known from answers, 0…1.
    let share = 1 - left * weight
    mean = shift + Self.higherOnTheDay * share
    let floor = Self.beyondAnswers * Self.beyondAnswers * share
    deviation = (left + floor).squareRoot()
  }

  /// Mean recall of cards, each by its weight, in which nine of ten outcomes lie.
  ///
  /// - Parameters:
  ///   - recalls: what the model expects of each card; one that is not recalled at all stays so.
  ///   - weights: how much each counts.
  /// - Returns: nine tenths of the outcomes, and their mean.
  public func range(of recalls: [Retrievability], weights: [Double]) -> ReadinessRange {
    let total = zip(recalls, weights).reduce(0) { $0 + $1.1 }
    guard total > 0 else { return ReadinessRange(low: 0, middle: 0, high: 0) }
    let odds = recalls.map { $0 > 0 ? Self.logOdds($0) : -.infinity }
    func readiness(_ steps: Double) -> Double {
      var sum = 0.0
      for index in odds.indices where odds[index] > -.infinity {
        sum += weights[index] * Self.share(odds[index] + mean + steps * deviation)
      }
      return sum / total
    }
    // Gauss and Hermite's three points give the mean over a normal distribution.
    let middle = (readiness(-1.732_050_8) + 4 * readiness(0) + readiness(1.732_050_8)) / 6
    return ReadinessRange(
      low: readiness(-Self.ninetieth), middle: middle, high: readiness(Self.ninetieth))
  }

  private static func logOdds(_ share: Double) -> Double {
    let share = share.clamped(0.001, 0.999)
    return Maths.log(share / (1 - share))
  }

  private static func share(_ logOdds: Double) -> Double { 1 / (1 + Maths.exp(-logOdds)) }
}

/// Readiness as far as it can be known: nine of ten outcomes lie between ``low`` and ``high``.
public struct ReadinessRange: Equatable, Sendable {
  public var low: Double
  /// The mean of the outcomes.
  public var middle: Double
  public var high: Double
}
