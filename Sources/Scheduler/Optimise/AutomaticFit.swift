/// The fit that is made by itself, after practice, from what was answered on earlier days.
///
/// It is a pure function of the reviews: whoever has the same ones gets the same parameters.
public struct AutomaticFit: Equatable, Sendable {
  public enum Verdict: String, Sendable {
    /// There is too little to learn from.
    case tooLittle
    /// There is more than can be learnt from in passing; `optimise` does that.
    case tooMuch
    /// The defaults predict what a fit has not seen no worse than the fit.
    case notBetter
    case better
  }

  public var verdict: Verdict
  /// Answers on a later day than the card's answer before.
  public var answers: Int
  /// Those to go by: the model's defaults unless the verdict is ``Verdict/better``.
  public var parameters: [Double]

  public init(verdict: Verdict, answers: Int, parameters: [Double]) {
    self.verdict = verdict
    self.answers = answers
    self.parameters = parameters
  }

  /// More answers than this are left to `optimise`.
  static let mostAnswers = 10_000
  /// Passes times answers, so that it takes a glance with many of them, too.
  private static let work = 40_000
  private static let fewestPasses = 5
  /// Parts by which it is judged.
  private static let folds = 3

  /// - Parameters:
  ///   - log: the reviews.
  ///   - model: what is fitted.
  public init(_ log: ReviewLog, model: ModelName) {
    answers = log.targets(.laterDays).count
    parameters = model.defaults
    guard answers >= Optimiser.leastReviews else {
      verdict = .tooLittle
      return
    }
    guard answers <= Self.mostAnswers else {
      verdict = .tooMuch
      return
    }
    var optimiser = Optimiser(model: model)
    optimiser.recipe.epochs = min(
      optimiser.recipe.epochs, max(Self.fewestPasses, Self.work / answers))
    guard let fit = optimiser.fit(log), fit.basis != .defaults else {
      verdict = .tooLittle
      return
    }
    let gain = optimiser.gain(log, folds: Self.folds) ?? 0
    verdict = gain > 0 ? .better : .notBetter
    if verdict == .better { parameters = fit.parameters }
  }
}
