public import Decks
import Scheduler

/// Draws the follow-up to ask next.
public enum ProbeDraw {
  /// What was stuck before comes first, then the card's own in an order drawn from the seed, then
  /// general ones; none is asked twice in one attempt.
  ///
  /// - Parameters:
  ///   - card: the card that was answered.
  ///   - general: follow-ups that fit any story; they are asked of stories alone.
  ///   - stuck: those that the person was stuck on the last time.
  ///   - asked: those of this attempt.
  ///   - seed: what the order is drawn from.
  /// - Returns: the question; nil when all were asked.
  public static func next(
    for card: Card, general: [String], stuck: [String], asked: [String], seed: UInt64
  ) -> String? {
    var generator = SeededGenerator(seed: seed)
    let own = card.probes.shuffled(using: &generator)
    let rest = card.kind == .star ? general.shuffled(using: &generator) : []
    return (stuck + own + rest).first { !asked.contains($0) }
  }
}
