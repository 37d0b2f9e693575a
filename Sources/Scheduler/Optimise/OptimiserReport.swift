/// What fitting came to, with the evidence: scores before and after, on what was learnt from and on
/// the last fifth, which a second fit never saw.
public struct OptimiserReport: Equatable, Sendable {
  public enum Verdict: Equatable, Sendable {
    /// The new parameters are to be used: all reviews are predicted better by them than by the old,
    /// and those that a fit had not seen no worse by it than by the model's defaults: the last fifth
    /// or, where there are ``Optimiser/leastForFolds`` answers, five parts one after the other.
    case better
    /// Not so, so the old parameters stay.
    case notBetter
    /// There is too little to learn from: the old parameters stay.
    case tooLittle(reviews: Int)
  }

  public struct Scores: Equatable, Sendable {
    public var before: Evaluation
    public var after: Evaluation
  }

  public var model: ModelName
  public var verdict: Verdict
  /// The parameters to use from here on.
  public var parameters: [Double]
  /// What the fit to all reviews gave, used or not.
  public var fit: Optimiser.Fit
  /// By the parameters before, and by those of ``fit``, over reviews on later days.
  public var whole: Scores
  /// The last fifth by time, by the model's defaults and by a fit to the first four fifths.
  ///
  /// By the defaults even where older parameters were fitted before: those have learnt from reviews
  /// in that fifth. Nil if there are fewer than five reviews to score.
  public var heldOut: Scores?
  /// Seconds that the fit to all reviews took.
  public var seconds: Double
}

extension Optimiser {
  /// Fits, and scores before and after on reviews on later days.
  ///
  /// - Parameters:
  ///   - log: the reviews.
  ///   - current: the parameters in force; nil means the model's defaults.
  ///   - clock: gives seconds, by which the fit is timed.
  ///   - progress: is told the share done and stops everything by false.
  /// - Returns: nil when `progress` stopped it.
  /// - Throws: ``ParameterError`` if `current` is no parameter set of the model.
  public func report(
    _ log: ReviewLog, current: [Double]? = nil, clock: () -> Double = { 0 },
    progress: (Double) -> Bool = { _ in true }
  ) throws(ParameterError) -> OptimiserReport? {
    let old = try model.model(parameters: current ?? model.defaults)
    let begin = clock()
    guard let fit = fit(log, progress: { progress($0 / 2) }) else { return nil }
    let seconds = clock() - begin
    let later = log.targets(.laterDays)
    let kept = later.count - later.count / 5
    var heldOut: OptimiserReport.Scores?
    var holds = true
    if later.count >= 5 {
      let past = trainingSet(log, before: log.times[later[kept]])
      guard let first = self.fit(past, progress: { progress(0.5 + $0 / 4) }) else { return nil }
      let test = Set(later[kept...])
      let new = try model.model(parameters: first.parameters)
      let before = Prediction.all(model.model, log, targets: .laterDays) { test.contains($0) }
      let after = Prediction.all(new, log, targets: .laterDays) { test.contains($0) }
      let scores = OptimiserReport.Scores(before: Evaluation(before), after: Evaluation(after))
      holds = scores.after.logLoss <= scores.before.logLoss
      heldOut = scores
      // One fifth is a noisy judge.
      if later.count >= Self.leastForFolds {
        guard let gain = gain(log, folds: 5, progress: { progress(0.75 + $0 / 4) }) else {
          return nil
        }
        holds = gain >= 0
      }
    }
    let whole = OptimiserReport.Scores(
      before: Evaluation(old, log),
      after: Evaluation(try model.model(parameters: fit.parameters), log))
    let verdict: OptimiserReport.Verdict
    if fit.basis == .defaults {
      verdict = .tooLittle(reviews: fit.reviews)
    } else {
      verdict = holds && whole.after.logLoss < whole.before.logLoss ? .better : .notBetter
    }
    let parameters = verdict == .better ? fit.parameters : old.parameters
    return OptimiserReport(
      model: model, verdict: verdict, parameters: parameters, fit: fit, whole: whole,
      heldOut: heldOut, seconds: seconds)
  }

  /// Scores fits by srs-benchmark's time split: the reviews on later days, by time, in `folds` + 1
  /// parts; each but the first is predicted by a fit to all before it.
  ///
  /// Nil if `progress` says to stop. Too few reviews for the parts give a score of none.
  public func folds(
    _ log: ReviewLog, count folds: Int = 5, progress: (Double) -> Bool = { _ in true }
  ) -> Evaluation? {
    let folds = max(1, folds)
    let later = log.targets(.laterDays)
    let size = later.count / (folds + 1)
    guard size > 0 else { return Evaluation([]) }
    var predictions: [Prediction] = []
    for fold in 0..<folds {
      let begin = later.count - (folds - fold) * size
      let past = trainingSet(log, before: log.times[later[begin]])
      let share = { (done: Double) in progress((Double(fold) + done) / Double(folds)) }
      guard let fit = fit(past, progress: share),
        let fitted = try? model.model(parameters: fit.parameters)
      else { return nil }
      let test = Set(later[begin..<begin + size])
      predictions += Prediction.all(fitted, log, targets: .laterDays) { test.contains($0) }
    }
    return Evaluation(predictions)
  }

  /// From so many answers on the folds say whether a fit is worth it.
  static let leastForFolds = 1000

  /// By how many nats an answer fits predict better than the model's defaults what they have not seen:
  /// of ``folds(_:count:progress:)``, on the same answers.
  ///
  /// Nil if `progress` says to stop; 0 if there is too little for the parts.
  func gain(
    _ log: ReviewLog, folds: Int, progress: (Double) -> Bool = { _ in true }
  ) -> Double? {
    guard let fitted = self.folds(log, count: folds, progress: progress) else { return nil }
    guard fitted.count > 0 else { return 0 }
    let test = Set(log.targets(.laterDays).suffix(fitted.count))
    let standard = Prediction.all(model.model, log, targets: .laterDays) { test.contains($0) }
    return Evaluation(standard).logLoss - fitted.logLoss
  }

  /// What was known just before a moment.
  private func trainingSet(_ log: ReviewLog, before time: Int64) -> TrainingSet {
    let all = log.targets(trainingTargets)
    let count = all.firstIndex { log.times[$0] >= time } ?? all.count
    return TrainingSet(log, targets: trainingTargets, first: count)
  }
}
