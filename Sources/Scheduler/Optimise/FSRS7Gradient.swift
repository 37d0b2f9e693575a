/// FSRS-7 with its exact gradient.
struct FSRS7Gradient: GradientKernel {
  static var name: ModelName { .fsrs7 }

  private let p: [Double]
  private let walk: FSRS7Walk
  private var firsts: [Double] = [0, 0, 0, 0]
  private var sums = FSRS7Walk.Sums()
  private var steps = [FSRS7Walk.Step](repeating: FSRS7Walk.Step(), count: 64)

  init(_ parameters: [Double]) {
    p = parameters
    walk = FSRS7Walk(parameters)
  }

  func gradient() -> [Double] { firsts + walk.gradient(sums, p) }

  mutating func add(_ columns: CardColumns, _ cards: [Range<Int>]) {
    // Cards of much the same length go together: what is longer in one walks alone.
    let cards = cards.sorted { $0.count > $1.count }
    for place in stride(from: 0, to: cards.count, by: 2) {
      let other = place + 1 < cards.count ? cards[place + 1] : cards[place].prefix(0)
      add(columns, cards[place], other)
    }
  }

  /// Two cards, the second no longer than the first.
  private mutating func add(_ columns: CardColumns, _ card: Range<Int>, _ other: Range<Int>) {
    let count = card.count
    guard count > 1 else { return }
    if steps.count < count {
      steps = [FSRS7Walk.Step](repeating: FSRS7Walk.Step(), count: 2 * count)
    }
    let first = First(columns, card, p)
    let second = First(columns, other, p)
    let s = SIMD2(first.stability, second.stability)
    var state = FSRS7Walk.State(
      s: s, f: (0.8 * s).clamped(0.0001, 36500),
      d: SIMD2(first.difficulty, second.difficulty).clamped(1, 10))
    for k in 1..<count { walk.forth(&steps[k], &state, columns.reviews(k, card, other)) }
    let slope = back(columns, card, other)
    first.add(slope.s.x, slope.f.x, slope.d.x, to: &firsts, &sums)
    second.add(slope.s.y, slope.f.y, slope.d.y, to: &firsts, &sums)
  }

  /// The loss's change with what the first reviews of two cards left.
  private mutating func back(
    _ columns: CardColumns, _ card: Range<Int>, _ other: Range<Int>
  ) -> FSRS7Walk.Slope {
    var slope = FSRS7Walk.Slope()
    for k in stride(from: card.count - 1, through: 1, by: -1) {
      slope = walk.back(steps[k], columns.reviews(k, card, other), slope, &sums)
    }
    return slope
  }
}

/// What a card's first grade leaves.
private struct First {
  var grade = 3
  var growth = 0.0
  var stability = 1.0
  var difficulty = 5.0

  init(_ columns: CardColumns, _ card: Range<Int>, _ p: [Double]) {
    guard let index = card.first else { return }
    grade = Int(columns.grades[index])
    growth = Maths.exp(p[5] * Double(grade - 1))
    stability = p[grade - 1]
    difficulty = p[4] - growth + 1
  }

  /// Adds the loss's change with what it left.
  func add(
    _ s: Double, _ f: Double, _ d: Double, to firsts: inout [Double],
    _ sums: inout FSRS7Walk.Sums
  ) {
    firsts[grade - 1] += s + (0.8 * stability >= 0.0001 ? 0.8 * f : 0)
    guard difficulty >= 1 && difficulty <= 10 else { return }
    sums.firstDifficulty.x += d
    sums.firstGrowth.x -= d * Double(grade - 1) * growth
  }
}

extension CardColumns {
  /// The review of each card at a place; past a card's end one that neither moves nor counts.
  @inline(__always)
  fileprivate func reviews(
    _ k: Int, _ card: Range<Int>, _ other: Range<Int>
  ) -> FSRS7Walk.Reviews {
    let index = card.lowerBound + k
    guard k < other.count else {
      return FSRS7Walk.Reviews(
        grade: SIMD2(Double(grades[index]), 3), days: SIMD2(days[index], 0),
        weight: SIMD2(weights[index], 0))
    }
    let beside = other.lowerBound + k
    return FSRS7Walk.Reviews(
      grade: SIMD2(Double(grades[index]), Double(grades[beside])),
      days: SIMD2(days[index], days[beside]), weight: SIMD2(weights[index], weights[beside]))
  }
}
