import Decks
import Exchange
import Practice
import Store

extension Findings {
  /// Reviews with impossible times, and those of cards that are in no deck.
  mutating func checkReviews() throws {
    guard case .success(let workspace) = workspace else { return }
    let store = workspace.store
    let now = SystemClock.now
    let wrong = try store.reviewsOfWrongTimes()
    if let doubt = try workspace.clockDoubt(at: now) {
      note(
        "reviews", "",
        ["\(doubt), so that they do not count: set the clock if it is wrong"])
    } else if !wrong.isEmpty {
      let named = wrong.map { "\($0.card) of \(ISO8601.text($0.time))" }
      note(
        "reviews", "",
        [
          """
          \(wrong.count.of("review", "reviews")) with an impossible time, in the future or before 1990, \
          \(wrong.count == 1 ? "does" : "do") not count: \(named.firstFew); is today \
          \(now.day(startHour: 0))? if so, “starling undo --wrong-times” takes \(wrong.count == 1 ? "it" : "them") back
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
