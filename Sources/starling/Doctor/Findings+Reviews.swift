import Decks
import Exchange
import Practice
import Store

extension Findings {
  /// Reviews of times that cannot be, and those of cards that are in no deck.
  mutating func checkReviews() throws {
    guard let store = try? workspace.get().store else { return }
    let wrong = try store.reviewsOfWrongTimes()
    if !wrong.isEmpty {
      let named = wrong.map { "\($0.card) of \(ISO8601.text($0.time))" }
      note(
        "reviews", "",
        [
          """
          \(wrong.count.of("review is", "reviews are")) of a time that cannot be, in the future or before 1990, and \
          \(wrong.count == 1 ? "does" : "do") not count: \(named.firstFew); “starling undo --wrong-times” \
          takes \(wrong.count == 1 ? "it" : "them") back
          """
        ])
    }
    let strangers = try store.reviewsInNoDeck()
    let count = strangers.values.reduce(0, +)
    guard count > 0 else { return }
    let cards = strangers.keys.sorted().map(\.description)
    remark(
      "reviews",
      "\(count.of("review is", "reviews are")) of \(cards.count == 1 ? "a card that is" : "cards that are") in no deck here: \(cards.firstFew)"
    )
  }
}

extension [String] {
  /// The first five, and how many more there are.
  var firstFew: String {
    let few = prefix(5).joined(separator: ", ")
    return count > 5 ? "\(few) and \(count - 5) more" : few
  }
}
