import Decks
import Exchange
import Practice
import Store

extension Findings {
  /// Reviews with impossible times, and those of cards that are in no deck.
  mutating func checkReviews() throws {
    guard case .success(let workspace) = workspace else { return }
    let store = workspace.store
    let now = clock.now
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
    try checkTimes(of: store, at: now)
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

extension Findings {
  /// What else has an impossible time, and days that nobody means: no import takes them.
  private mutating func checkTimes(of store: Store, at now: Moment) throws {
    let things = try store.thingsOfWrongTimes()
    var faults: [String] = []
    if !things.isEmpty {
      let them = things.count == 1 ? "it" : "them"
      faults.append(
        """
        an impossible time, in the future, before 1990 or too far off, of \
        \(things.map { $0.dated(by: clock) }.firstFew), which no import takes; is today \(now.day(startHour: 0))? \
        if so, “starling undo --wrong-times” brings \(them) right
        """)
    }
    faults += try store.farDays(at: now).map {
      "\($0.title) is more than 20 years away, which no import takes; “starling \($0.edit)” mends it"
    }
    if !faults.isEmpty { note("times", "", faults) }
  }
}

extension [String] {
  /// The first five, and how many more there are.
  package var firstFew: String {
    let few = prefix(5).joined(separator: ", ")
    return count > 5 ? "\(few) and \(count - 5) more" : few
  }
}
