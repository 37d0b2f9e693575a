/// First stabilities read off cards' first long gap, before all else is trained.
///
/// After fsrs-rs: per first grade, recall at the first review on a later day by its gap, smoothed
/// towards the mean; the stability whose curve fits best; then grades in order, gaps filled. Here the
/// pull towards the start is that of a log-normal spread between people, by a factor of e.
struct FirstStabilities {
  struct Group { var days = 0.0, count = 0.0, passed = 0.0 }

  /// Cards by first grade, Again first.
  private(set) var counts = [0, 0, 0, 0]
  private var groups: [[Group]] = [[], [], [], []]
  private var meanRecall = 0.9

  init(_ set: TrainingSet) {
    var byGrade: [[Int32: Group]] = [[:], [:], [:], [:]]
    var passed = 0.0
    var all = 0.0
    for range in set.cards {
      guard let index = range.dropFirst().first(where: { set.log.wholeDays[$0] > 0 }),
        set.weights[index] > 0
      else { continue }
      let grade = Int(set.log.grades[range.lowerBound]) - 1
      let days = set.log.wholeDays[index]
      let pass = set.log.grades[index] > 1 ? 1.0 : 0
      byGrade[grade][days, default: Group(days: Double(days))].count += 1
      byGrade[grade][days, default: Group(days: Double(days))].passed += pass
      passed += pass
      all += 1
    }
    if all > 0 { meanRecall = passed / all }
    groups = byGrade.map { $0.values.sorted { $0.days < $1.days } }
    counts = groups.map { Int($0.reduce(0) { $0 + $1.count }) }
  }

  /// Stabilities for the four grades, ascending, from those of `defaults` where nothing is known.
  func fitted(_ defaults: [Double]) -> [Double] {
    let decay = -FSRS6.defaults[20]
    let factor = Maths.exp(Maths.log(0.9) / decay) - 1
    var found = (0..<4).map { grade -> Double? in
      counts[grade] == 0
        ? nil : best(groups[grade], near: defaults[grade], decay: decay, factor: factor)
    }
    inOrder(&found)
    return filled(found, defaults)
  }

  private func best(
    _ groups: [Group], near start: Double, decay: Double, factor: Double
  ) -> Double {
    let logStart = Maths.log(start)
    func loss(_ logS: Double) -> Double {
      let s = Maths.exp(logS)
      var sum = 0.5 * (logS - logStart) * (logS - logStart)
      for group in groups {
        let recall = (group.passed + meanRecall) / (group.count + 1)
        let predicted = Maths.exp(decay * Maths.log(1 + factor * group.days / s))
          .clamped(1e-7, 1 - 1e-7)
        sum -=
          group.count * (recall * Maths.log(predicted) + (1 - recall) * Maths.log(1 - predicted))
      }
      return sum
    }
    // Golden section in the logarithm: 40 steps leave less than 1e-7 of the range.
    let ratio = 0.6180339887498949
    var low = Maths.log(0.001)
    var high = Maths.log(100.0)
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var lossLeft = loss(left)
    var lossRight = loss(right)
    for _ in 0..<40 {
      if lossLeft < lossRight {
        high = right
        right = left
        lossRight = lossLeft
        left = high - ratio * (high - low)
        lossLeft = loss(left)
      } else {
        low = left
        left = right
        lossLeft = lossRight
        right = low + ratio * (high - low)
        lossRight = loss(right)
      }
    }
    return Maths.exp((low + high) / 2)
  }

  /// Where a lower grade came out above a higher one, the less observed is moved to the other.
  func inOrder(_ found: inout [Double?]) {
    for (low, high) in [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)] {
      guard let a = found[low], let b = found[high], a > b else { continue }
      if counts[low] > counts[high] { found[high] = a } else { found[low] = b }
    }
  }

  /// Missing ones between or beside known ones, in the proportions of `defaults`.
  func filled(_ found: [Double?], _ defaults: [Double]) -> [Double] {
    let known = (0..<4).filter { found[$0] != nil }
    guard !known.isEmpty else { return Array(defaults[0..<4]) }
    var result = (0..<4).map { grade -> Double in
      if let value = found[grade] { return value }
      let below = known.last { $0 < grade }
      let above = known.first { $0 > grade }
      func scaled(_ from: Int) -> Double { (found[from] ?? 1) * defaults[grade] / defaults[from] }
      switch (below, above) {
      case (let below?, let above?):
        let span = Maths.log(defaults[above] / defaults[below])
        let share = span > 0 ? Maths.log(defaults[grade] / defaults[below]) / span : 0.5
        let low = Maths.log(found[below] ?? 1)
        return Maths.exp(low + share * (Maths.log(found[above] ?? 1) - low))
      case (let below?, nil): return scaled(below)
      case (nil, let above?): return scaled(above)
      default: return defaults[grade]
      }
    }
    for grade in 1..<4 { result[grade] = max(result[grade], result[grade - 1]) }
    return result.map { $0.clamped(0.001, 100) }
  }
}
