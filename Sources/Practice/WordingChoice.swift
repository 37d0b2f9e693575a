public import Decks
import Scheduler

extension Card {
  /// Chooses the wording to ask now: never the one asked last, and the same one for the same seed.
  ///
  /// - Parameters:
  ///   - last: the wording asked last time, nil for a card never asked; the first time is always
  ///     the card's own `ask`.
  ///   - seed: what the choice is drawn from.
  /// - Returns: an index into ``Card/wordings``.
  public func nextWording(after last: Int?, seed: UInt64) -> Int {
    let count = wordings.count
    guard let last, count > 1 else { return 0 }
    var generator = SeededGenerator(
      seed: seed
        ^ id.description.utf8.reduce(14_695_981_039_346_656_037) {
          ($0 ^ UInt64($1)) &* 1_099_511_628_211
        })
    // A wording that has gone from the deck since counts as none of those there are now.
    guard wordings.indices.contains(last) else {
      return Int.random(in: 0..<count, using: &generator)
    }
    return (last + Int.random(in: 1..<count, using: &generator)) % count
  }
}
