/// Fits a model's parameters to a person's own reviews.
public struct Optimiser: Sendable {
  /// How much was fitted, which depends on how much there is to learn from.
  public enum Basis: String, Sendable {
    /// Fewer than ``Optimiser/leastReviews`` to predict: the defaults stand.
    case defaults
    /// Fewer than ``Optimiser/leastForEverything``, or none beyond cards' second reviews: first
    /// stabilities only.
    case firstStabilities
    case everything
  }

  public struct Fit: Equatable, Sendable {
    public var parameters: [Double]
    public var basis: Basis
    /// Reviews that the fit predicted.
    public var reviews: Int
  }

  /// Reviews on a later day than the one before that there must be to learn anything.
  public static let leastReviews = 8
  /// Such reviews that there must be to learn more than first stabilities.
  ///
  /// With fewer, on parts of real and simulated people's reviews, a fit of everything more often
  /// predicted what came next worse than the defaults than better.
  static let leastForEverything = 200

  public var model: ModelName
  /// Orders the cards of each pass; the same seed gives the same bits.
  public var seed: UInt64
  var recipe: Recipe

  public init(model: ModelName, seed: UInt64 = 1) {
    self.model = model
    self.seed = seed
    recipe = model == .fsrs6 ? .fsrs6 : .fsrs7
  }

  /// Fits to a whole log.
  ///
  /// `progress` is told the share done after each pass; when it answers false the fit is given up and
  /// nil comes back, so that the old parameters stay.
  public func fit(_ log: ReviewLog, progress: (Double) -> Bool = { _ in true }) -> Fit? {
    fit(TrainingSet(log, targets: trainingTargets), progress: progress)
  }

  var trainingTargets: Targets { model == .fsrs6 ? .laterDays : .all }

  func fit(_ whole: TrainingSet, progress: (Double) -> Bool = { _ in true }) -> Fit? {
    var set = whole
    let defaults = model.defaults
    guard set.predictionCount >= Optimiser.leastReviews else {
      return Fit(parameters: defaults, basis: .defaults, reviews: set.predictionCount)
    }
    if model == .fsrs6 { set.dropOutliers() }
    let reviews = set.predictionCount
    let later = set.targets.count { set.weights[$0] > 0 && set.log.wholeDays[$0] > 0 }
    let recipe = recipe.careful(answers: later)
    set.weigh(oldest: recipe.oldest, rise: recipe.rise)
    let firsts = FirstStabilities(set)
    var start = defaults
    let fitted = firsts.fitted(FSRS6.defaults)
    for grade in 0..<4 { start[grade] *= fitted[grade] / FSRS6.defaults[grade] }
    if model == .fsrs7 { start = FSRS7.clipped(start) }
    let onlySeconds = set.cards.allSatisfy { range in
      range.dropFirst(2).allSatisfy { set.weights[$0] == 0 }
    }
    if later < Self.leastForEverything || onlySeconds {
      return Fit(parameters: start, basis: .firstStabilities, reviews: reviews)
    }
    let observed = (0..<4).filter { set.firstGrades[$0] > 0 }
    let found: [Double]?
    switch model {
    case .fsrs6:
      found = Training<FSRS6Gradient>(set: set, recipe: recipe) {
        FSRS6.clipped($0)
      }.run(from: start, seed: seed, progress: progress)
    case .fsrs7:
      found = Training<FSRS7Gradient>(set: set, recipe: recipe) {
        FSRS7.clipped($0, inOrder: observed)
      }.run(from: start, seed: seed, progress: progress)
    }
    guard var found else { return nil }
    var stabilities = (0..<4).map { observed.contains($0) ? found[$0] : nil }
    firsts.inOrder(&stabilities)
    found.replaceSubrange(0..<4, with: firsts.filled(stabilities, defaults))
    // A number that is none would mean that training ran away; then the defaults stand.
    guard let fitted = try? model.model(parameters: found) else {
      return Fit(parameters: defaults, basis: .defaults, reviews: reviews)
    }
    return Fit(parameters: fitted.parameters, basis: .everything, reviews: reviews)
  }
}

extension Recipe {
  // Spreads are those published with fsrs-rs and srs-benchmark, found on many learners; so is the
  // weight of the newest reviews of FSRS-6. Passes and rates were chosen on simulated learners, and so
  // was the caution, with parts of one real learner's reviews.

  static let fsrs6 = Recipe(
    epochs: 10, rate: 0.1, momentum: 0.9, scaling: 0.999, pull: 1,
    spread: [
      1, 1, 1, 1, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03,
      0.31, 0.32, 0.14, 0.27,
    ], oldest: 0.25, rise: 3, caution: 600)

  static let fsrs7 = Recipe(
    epochs: 13, rate: 0.12, momentum: 0.7, scaling: 0.98, pull: 0.3333,
    spread: [
      1, 1, 1, 1, 0.523, 0.2528, 0.4329, 0.2966, 0.2139, 0.2889, 0.1862, 0.175, 0.3812, 0.3013,
      0.9104, 0.3234, 0.2448, 0.3273, 0.1842, 0.1735, 0.4608, 0.311, 0.864, 0.0418, 0.2596,
      0.0798, 0.0682, 0.1282, 0.1397, 0.1407, 0.1489, 0.2, 0.15, 0.15,
    ], oldest: 0.25, rise: 3, caution: 2000)
}
