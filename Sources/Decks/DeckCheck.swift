/// Turns the parsed YAML of one file into a deck, and notes what is wrong with it.
struct DeckCheck {
  let reader: DeckReader
  var faults: FaultList
  /// The line of the first card with each id.
  var lines: [String: Int] = [:]
  private let isIncomplete: Bool

  private static let keys = ["id", "title", "note", "pack", "cards"]

  init(reader: DeckReader, faults: FaultList, isIncomplete: Bool) {
    self.reader = reader
    self.faults = faults
    self.isIncomplete = isIncomplete
  }

  /// Reads the root of a file; nil unless it has an id, a title and a list of cards.
  mutating func deck(_ root: YAMLNode) -> Deck? {
    guard case .mapping(let pairs) = root.content else {
      if case .unusable = root.content { return nil }
      faults.error(root.place, "a deck is a file with the keys `id`, `title` and `cards`")
      return nil
    }
    var values: [String: YAMLNode] = [:]
    for pair in pairs {
      if Self.keys.contains(pair.key) {
        values[pair.key] = pair.value
      } else {
        let hint =
          CardKey(rawValue: pair.key) == nil
          ? unknown(pair.key, among: Self.keys)
          : "`\(pair.key)` is a card's key; the deck's are `id`, `title`, `note`, `pack` and `cards`"
        faults.error(pair.keyPlace, hint)
      }
    }
    if !isIncomplete {
      for key in ["id", "title", "cards"] where values[key] == nil {
        faults.error(root.place, "the deck lacks `\(key)`")
      }
    }
    let id = values["id"].flatMap { faults.id($0, key: "id") }
    let title = values["title"].flatMap { faults.text($0, key: "title") }
    let note = values["note"].flatMap { faults.text($0, key: "note") }
    let isPack = values["pack"].flatMap { faults.truth($0, key: "pack") } ?? false
    let cards = values["cards"].map { self.cards($0, deck: id ?? "") }
    guard let id, let title, let cards else { return nil }
    return Deck(
      id: id, title: title, note: note, isPack: isPack, cards: cards, origin: reader.origin,
      path: faults.path)
  }

  private mutating func cards(_ node: YAMLNode, deck: String) -> [Card] {
    guard case .sequence(let items) = node.content else {
      if case .unusable = node.content { return [] }
      faults.error(
        node.place,
        node.isNull ? "`cards` is empty" : "`cards` wants a list, each card after a `- `")
      return []
    }
    if items.isEmpty { faults.error(node.place, "`cards` is empty") }
    var cards: [Card] = []
    cards.reserveCapacity(items.count)
    for item in items {
      if let card = card(item, deck: deck) { cards.append(card) }
    }
    return cards
  }
}

/// The message about a key that is not one of those known.
func unknown(
  _ key: String, among keys: some Sequence<String>, what: String = "key"
) -> String {
  let nearest = Suggestion.nearest(to: key, among: keys)
  return "unknown \(what) `\(key.shortened)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
}

extension String {
  /// The text for a message: on one line, and not too long.
  var shortened: String {
    let line = String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count <= 40 ? line : line.prefix(39) + "…"
  }
}
