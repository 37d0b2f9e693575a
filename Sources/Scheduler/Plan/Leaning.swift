/// What the gain per minute is multiplied by to find the order of practice.
///
/// The gain alone looks one practice ahead, and sees it as one model of memory does: with time to spare
/// it would practise the same card daily, and without it would leave the weakest behind; and where
/// memory is of another kind it goes back to what slipped and leaves the rest to fade. So the order
/// leans to cards not practised for long, nearly to going round, and to weak ones once the last pass
/// has come: before, what is weak is going to be practised again anyway. With time for many passes
/// going round is safe by itself, and the order leans to it less.
///
/// The constants were chosen by simulation on people whose memory is FSRS-6's, FSRS-7's or ACT-R's, 3
/// to 60 days and 14 to 120 cards (seed 501); the figures reported use other seeds and other kinds of
/// memory besides.
struct Leaning {
  private static let shortestGap = 0.3
  private static let longestGap = 60.0
  private let weakness: Double
  private let spacing: Double
  /// For a card never seen: as if it was last practised a pass ago.
  let unseen: Double

  /// - Parameters:
  ///   - passes: how often the cards can be practised on average, from first to last.
  ///   - left: how many of these are still to come.
  ///   - turn: days that one pass takes.
  init(passes: Double, left: Double, turn: Double) {
    let slack = ((passes - 3) / 2).clamped(0, 1)
    let scarcity = ((2.3 - passes) / 0.3).clamped(0, 1)
    let lateness = (1 - left / 0.3).clamped(0, 1)
    weakness = 0.2 * scarcity + 2 * lateness
    spacing = 4 - slack - 0.6 * lateness
    unseen = Maths.exp(spacing * Maths.log(turn.clamped(1, Leaning.longestGap)))
  }

  /// The factor for a card with `share` of full recall on the day and `gap` days since its review.
  func factor(share: Double, gap: Double) -> Double {
    Maths.exp(
      weakness * Maths.log(max(1 - share, 1e-6))
        + spacing * Maths.log(gap.clamped(Leaning.shortestGap, Leaning.longestGap)))
  }
}
