/// What the gain per minute is multiplied by to find the order of practice.
///
/// The gain alone looks one practice ahead: with time to spare it would practise the same card daily,
/// and without it would leave the weakest behind. So the order leans to weak cards, and to cards not
/// practised for long, the more so the more passes there are to spread. The constants were chosen by
/// simulation (seeds 77 and 78; the figures reported use others).
struct Leaning {
  static let weakness = 0.3
  private let spacing: Double
  private let longestGap: Double

  /// `passes` is how often the cards can be practised on average, from first to last.
  init(passes: Double) {
    let slack = ((passes - 2.5) / 0.75).clamped(0, 1)
    spacing = 0.4 + 0.2 * slack
    longestGap = 5 + 5 * slack
  }

  /// The factor for a card with `share` of full recall on the day and `gap` days since its review.
  func factor(share: Double, gap: Double) -> Double {
    Maths.exp(
      Leaning.weakness * Maths.log(max(1 - share, 1e-6))
        + spacing * Maths.log(gap.clamped(0.3, longestGap)))
  }

  /// At least any factor that there can be.
  var largest: Double { factor(share: 0, gap: longestGap) }
}
