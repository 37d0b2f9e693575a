import Practice

/// Outcomes of many cells, and how often the plan is near the best.
struct PolicyTable {
  private var cells: [[Simulator.Outcome]] = []

  mutating func add(_ outcomes: [Simulator.Outcome]) { cells.append(outcomes) }

  static func line(_ outcomes: [Simulator.Outcome]) -> String {
    outcomes.map {
      "\($0.policy.rawValue) \($0.meanReadiness.places(3))/\($0.worstTenth.places(3))"
    }.joined(separator: "  ")
  }

  func printSummary() {
    let means = behind(\.meanReadiness)
    let worst = behind(\.worstTenth)
    print(
      "mean recall within .02 of the best policy in \(means.count { $0 <= 0.02 }) of \(cells.count) cells,",
      "at most \((means.max() ?? 0).places(3)) behind;",
      "worst tenth within .02 in \(worst.count { $0 <= 0.02 })")
    for policy in Policy.allCases {
      let own = cells.flatMap { $0 }.filter { $0.policy == policy }
      guard !own.isEmpty else { continue }
      let count = Double(own.count)
      print(
        " ", policy.rawValue,
        "mean \((own.reduce(0) { $0 + $1.meanReadiness } / count).places(4)),",
        "worst tenth \((own.reduce(0) { $0 + $1.worstTenth } / count).places(4)),",
        "\((own.reduce(0) { $0 + $1.minutes } / count).places(0)) min")
    }
  }

  /// How far the plan is behind the best policy, cell by cell.
  private func behind(_ value: (Simulator.Outcome) -> Double) -> [Double] {
    cells.map { outcomes in
      let best = outcomes.map(value).max() ?? 0
      return best - (outcomes.first { $0.policy == .plan }.map(value) ?? 0)
    }
  }
}

extension Double {
  /// With so many decimal places.
  func places(_ count: Int) -> String {
    var unit = 1.0
    for _ in 0..<count { unit *= 10 }
    let whole = (abs(self) * unit).rounded()
    let digits = String(Int(whole))
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
    let point = count > 0 ? "." : ""
    return (self < 0 && whole > 0 ? "-" : "") + padded.dropLast(count) + point
      + padded.suffix(count)
  }
}
