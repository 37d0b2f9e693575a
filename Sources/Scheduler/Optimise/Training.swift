/// How a model is trained; the constants of each model stand where they are used.
struct Recipe: Sendable {
  var epochs: Int
  /// Predictions per step.
  var batch = 512
  var rate: Double
  var momentum: Double
  var scaling: Double
  /// Weight of the pull towards the start, in squares of ``spread``.
  var pull: Double
  /// How far each parameter varies between people: the unit in which it is moved.
  ///
  /// First stabilities vary by factors, so theirs is of the logarithm.
  var spread: [Double]
  /// Weight of the oldest target against the newest, and how steeply it rises.
  var oldest: Double
  var rise: Double
  /// How many answers there must be until the pull is no more than twice what it is with very many.
  var caution: Double

  /// The recipe where there is little to learn from: it moves less, and forgets nothing for being old.
  ///
  /// - Parameter answers: how many there are on later days.
  /// - Returns: the recipe, moved less the fewer they are.
  func careful(answers: Int) -> Recipe {
    let answers = Double(max(1, answers))
    var recipe = self
    recipe.pull *= 1 + caution / answers
    recipe.oldest += (1 - oldest) * 300 / (300 + answers)
    return recipe
  }
}

/// Reviews to learn from: those before a cut in time, with a weight for each target.
struct TrainingSet {
  let log: ReviewLog
  /// Each card's reviews before the cut.
  var cards: [Range<Int>]
  /// 0 for what is not predicted.
  var weights: [Double]
  /// Targets by time.
  let targets: [Int]

  /// The first `count` targets by time, and all reviews before the one after them.
  init(_ log: ReviewLog, targets kind: Targets, first count: Int? = nil) {
    let all = log.targets(kind)
    let kept = min(count ?? all.count, all.count)
    self.log = log
    targets = Array(all[..<kept])
    weights = [Double](repeating: 0, count: log.reviewCount)
    for index in targets { weights[index] = 1 }
    if kept == all.count {
      cards = (0..<log.cardCount).map { log.starts[$0]..<log.starts[$0 + 1] }
    } else {
      let cut = log.times[all[kept]]
      cards = (0..<log.cardCount).map { card in
        let begin = log.starts[card]
        var end = begin
        while end < log.starts[card + 1] && log.times[end] < cut { end += 1 }
        return begin..<end
      }
      // A target at the very moment of the cut would belong to no card's part.
      for index in targets where log.times[index] >= cut { weights[index] = 0 }
    }
  }

  var predictionCount: Int { weights.count { $0 > 0 } }

  /// Lets older targets count for less.
  mutating func weigh(oldest: Double, rise: Double) {
    let last = Double(max(1, targets.count - 1))
    for (place, index) in targets.enumerated() where weights[index] > 0 {
      let age = Double(place) / last
      let power = age > 0 ? Maths.exp(rise * Maths.log(age)) : 0
      weights[index] = oldest + (1 - oldest) * power
    }
  }

  /// Leaves out cards whose first gap is rare among those with the same first grade: the rarest gaps
  /// first, while no more than one card in twenty goes.
  ///
  /// fsrs-rs goes further and drops all of a small collection's; there rare gaps are the rule, so
  /// grades with fewer than a hundred cards are left whole.
  mutating func dropOutliers() {
    var byGap: [[Int32: [Int]]] = [[:], [:], [:], [:]]
    for (card, range) in cards.enumerated() {
      guard let index = range.dropFirst().first(where: { log.wholeDays[$0] > 0 }) else { continue }
      byGap[Int(log.grades[range.lowerBound]) - 1][log.wholeDays[index], default: []].append(card)
    }
    for groups in byGap {
      let total = groups.values.reduce(0) { $0 + $1.count }
      guard total >= 100 else { continue }
      var budget = total / 20
      for (_, rare) in groups.sorted(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) {
        budget -= rare.count
        if budget < 0 { break }
        for card in rare {
          for index in cards[card] { weights[index] = 0 }
        }
      }
    }
  }

  /// How many cards began with each grade, Again first, among those with something to predict.
  var firstGrades: [Int] {
    var counts = [0, 0, 0, 0]
    for range in cards where range.contains(where: { weights[$0] > 0 }) {
      counts[Int(log.grades[range.lowerBound]) - 1] += 1
    }
    return counts
  }
}

/// Adam (Kingma and Ba, 2015) over whole cards, with a rate that falls as a cosine.
struct Training<Kernel: GradientKernel> {
  let set: TrainingSet
  let recipe: Recipe
  /// Cuts parameters to their bounds and puts them in order.
  let bounded: ([Double]) -> [Double]

  /// The parameters reached from `start`; nil if `progress`, told the share done, says to stop.
  func run(from start: [Double], seed: UInt64, progress: (Double) -> Bool) -> [Double]? {
    var generator = SeededGenerator(seed: seed)
    var order = set.cards.indices.filter { card in
      set.cards[card].contains { set.weights[$0] > 0 }
    }
    let sizes = set.cards.map { range in
      range.reduce(0) { $0 + (set.weights[$1] > 0 ? 1 : 0) }
    }
    let total = Double(sizes.reduce(0, +))
    let expected = max(1, Int((total / Double(recipe.batch)).rounded(.up)))
    let allSteps = Double(expected * recipe.epochs)
    var parameters = start
    let origin = start.indices.map { place(start, $0) }
    var position = origin
    var mean = [Double](repeating: 0, count: start.count)
    var square = mean
    var step = 0.0
    var decayMean = 1.0
    var decaySquare = 1.0
    return set.log.withColumns(weights: set.weights) { columns -> [Double]? in
      for epoch in 0..<recipe.epochs {
        order.shuffle(using: &generator)
        var next = 0
        while next < order.count {
          var kernel = Kernel(parameters)
          var filled = 0
          let first = next
          while next < order.count && filled < recipe.batch {
            filled += sizes[order[next]]
            next += 1
          }
          kernel.add(columns, order[first..<next].map { set.cards[$0] })
          let slopes = kernel.gradient()
          let done = min(1, step / allSteps)
          let rate = recipe.rate * 0.5 * (1 + Maths.cos(Double.pi * done))
          step += 1
          decayMean *= recipe.momentum
          decaySquare *= recipe.scaling
          let pull = 2 * recipe.pull * Double(filled) / total
          for index in parameters.indices {
            let unit =
              index < 4 ? parameters[index] * recipe.spread[index] : recipe.spread[index]
            let slope = slopes[index] * unit + pull * (position[index] - origin[index])
            mean[index] = recipe.momentum * mean[index] + (1 - recipe.momentum) * slope
            square[index] = recipe.scaling * square[index] + (1 - recipe.scaling) * slope * slope
            let moved =
              mean[index] / (1 - decayMean)
              / ((square[index] / (1 - decaySquare)).squareRoot() + 1e-8)
            position[index] -= rate * moved
          }
          for index in parameters.indices {
            let scaled = position[index] * recipe.spread[index]
            parameters[index] = index < 4 ? Maths.exp(scaled) : scaled
          }
          parameters = bounded(parameters)
          for index in parameters.indices { position[index] = place(parameters, index) }
        }
        if !progress(Double(epoch + 1) / Double(recipe.epochs)) { return nil }
      }
      return parameters
    }
  }

  /// A parameter in units of its spread.
  private func place(_ parameters: [Double], _ index: Int) -> Double {
    let value = index < 4 ? Maths.log(parameters[index]) : parameters[index]
    return value / recipe.spread[index]
  }
}
