/// Makes ids for cards that have none: the deck's own pattern, carried on.
struct CardNumbering {
  private var taken: Set<String>
  private let prefix: String
  private let width: Int
  private var last: Int

  /// - Parameters:
  ///   - deck: The id of the deck; its initials are the pattern if no card shows one.
  ///   - taken: Ids that are in use, or were and must not come back with another card's history.
  init(deck: String, taken: some Sequence<String>) {
    self.taken = Set(taken)
    var counts: [String: (cards: Int, width: Int, last: Int)] = [:]
    // A text that is no id is a fault of its own and shows no pattern.
    for id in self.taken where CardID.isWellFormed(id) {
      let digits = id.utf8.reversed().prefix(while: \.isDigit).count
      guard (1...9).contains(digits), let number = Int(id.suffix(digits)) else { continue }
      let known = counts[String(id.dropLast(digits))] ?? (0, 1, 0)
      counts[String(id.dropLast(digits))] =
        (known.cards + 1, max(known.width, digits), max(known.last, number))
    }
    let common = counts.max { ($0.value.cards, $1.key) < ($1.value.cards, $0.key) }
    prefix = common?.key ?? Self.initials(of: deck) + "-"
    width = common?.value.width ?? 2
    last = common?.value.last ?? 0
  }

  /// The next id.
  mutating func next() -> String {
    while true {
      last += 1
      let digits = String(last)
      let id = prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
      if taken.insert(id).inserted { return id }
    }
  }

  /// `WT` for `work-together`, `PE` for `people`.
  private static func initials(of deck: String) -> String {
    let words = deck.split { $0 == "-" || $0 == "_" || $0 == "." }
    let letters = words.count > 1 ? words.prefix(3).compactMap(\.first) : Array(deck.prefix(2))
    return String(letters).uppercased()
  }
}
