/// What the gain per minute is multiplied by to find the order of practice.
///
/// The gain alone looks one practice ahead: with time to spare it would practise the same card daily,
/// and without it would leave the weakest behind. So the order leans to cards not practised for long,
/// the more so the more passes there are to spread, and to weak cards once the last pass has come:
/// before, what is weak is going to be practised again anyway. The constants were chosen by
/// simulation, with both models, 3 to 60 days and 1.5 to 4 passes (seeds 77 to 83); the figures
/// reported use others.
struct Leaning {
  private static let shortestGap = 0.3
  private let weakness: Double
  private let spacing: Double
  private let longestGap: Double

  /// - Parameters:
  ///   - passes: how often the cards can be practised on average, from first to last.
  ///   - left: how many of these are still to come.
  ///   - turn: days that one pass takes.
  init(passes: Double, left: Double, turn: Double) {
    let slack = ((passes - 2.5) / 0.75).clamped(0, 1)
    let scarcity = ((2.3 - passes) / 0.3).clamped(0, 1)
    let lateness = (1 - left / 0.3).clamped(0, 1)
    weakness = 0.2 * scarcity + 2 * lateness
    spacing = 0.5 + 0.2 * slack - 0.6 * lateness
    longestGap = 6 + 6 * slack + 0.6 * (turn - 5).clamped(0, 18)
  }

  /// The factor for a card with `share` of full recall on the day and `gap` days since its review.
  func factor(share: Double, gap: Double) -> Double {
    Maths.exp(
      weakness * Maths.log(max(1 - share, 1e-6))
        + spacing * Maths.log(gap.clamped(Leaning.shortestGap, longestGap)))
  }

  /// At least any factor that there can be.
  var largest: Double {
    max(factor(share: 0, gap: longestGap), factor(share: 0, gap: Leaning.shortestGap))
  }
}
