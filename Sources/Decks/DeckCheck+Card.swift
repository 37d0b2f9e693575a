/// Single cards.
extension DeckCheck {
  /// How long a question may be, in characters, before it is hard to take in at once.
  static let promptLimit = 240

  /// Reads a card; nil if it lacks what every card must have.
  ///
  /// - Parameters:
  ///   - node: What stands in the list of cards.
  ///   - deck: The id of the deck.
  /// - Returns: The card as far as it could be read.
  mutating func card(_ node: YAMLNode, deck: String) -> Card? {
    guard case .mapping(let pairs) = node.content else {
      if case .unusable = node.content { return nil }
      faults.error(node.place, "a card is a set of keys such as `id`, `kind` and `ask`")
      return nil
    }
    var values: [CardKey: YAMLNode] = [:]
    for pair in pairs {
      if let key = CardKey(rawValue: pair.key) {
        values[key] = pair.value
      } else {
        faults.error(pair.keyPlace, unknown(pair.key, among: CardKey.allCases.map(\.rawValue)))
      }
    }
    let id = values[.id].flatMap { ownID($0, card: node.place) }
    let kind = values[.kind].flatMap { faults.kind($0) }
    if let kind { refuseStrangers(pairs, in: kind) }
    requireKeys(values, id: id, kind: kind, at: node.place)

    var card = Card(
      id: CardID(deck: deck, card: id ?? ""), kind: kind ?? .star, competency: "", ask: "")
    card.line = node.place.line
    for pair in pairs {
      if let key = CardKey(rawValue: pair.key) { take(pair.value, for: key, into: &card) }
    }
    warn(about: card, kind: kind, values: values, at: node.place)
    guard id != nil, kind != nil else { return nil }
    return card
  }

  /// Reads the id of a card and notes if another card has it.
  private mutating func ownID(_ node: YAMLNode, card: Place) -> String? {
    guard let id = faults.id(node, key: "id") else { return nil }
    if let line = lines[id] {
      faults.error(node.place, "the id `\(id)` is taken by the card on line \(line)")
    } else {
      lines[id] = card.line
    }
    return id
  }

  /// Notes keys that cards of this kind do not have.
  private mutating func refuseStrangers(_ pairs: [YAMLNode.Pair], in kind: CardKind) {
    for pair in pairs {
      guard let key = CardKey(rawValue: pair.key), !kind.uses(key) else { continue }
      let kinds = CardKind.allCases.filter { $0.uses(key) }.map(\.rawValue)
      faults.error(
        pair.keyPlace,
        "a card of kind \(kind) has no `\(key.rawValue)`; it is for \(kinds.joined(separator: ", "))"
      )
    }
  }

  /// Notes keys that are missing, at the first line of the card.
  private mutating func requireKeys(
    _ values: [CardKey: YAMLNode], id: String?, kind: CardKind?, at place: Place
  ) {
    let name = id.map { "card `\($0)`" } ?? "this card"
    for key in CardKey.required where values[key] == nil {
      faults.error(
        place,
        key == .id
          ? "this card lacks `id`; `starling decks ids` writes one"
          : "\(name) lacks `\(key.rawValue)`")
    }
    if reader.origin == .bundled, values[.guide] == nil {
      faults.error(place, "\(name) lacks `guide`, which every bundled card has")
    }
    guard let kind else { return }
    for key in kind.ownRequiredKeys where values[key] == nil {
      faults.error(
        place, "\(name) lacks `\(key.rawValue)`, which a card of kind \(kind) needs")
    }
  }

  private mutating func take(_ node: YAMLNode, for key: CardKey, into card: inout Card) {
    let name = key.rawValue
    switch key.shape {
    case .id, .kind: break
    case .competency:
      guard let tag = faults.text(node, key: name) else { return }
      card.competency = tag
      guard !reader.competencies.contains(tag) else { return }
      let tags = reader.competencies.tags
      faults.error(
        node.place,
        "unknown competency `\(tag.shortened)`; "
          + (Suggestion.nearest(to: tag, among: tags).map { "did you mean `\($0)`?" }
            ?? "Decks/README.md lists them"))
    case .ask: card.ask = faults.text(node, key: name) ?? ""
    case .core: card.isCore = faults.truth(node, key: name) ?? false
    case .stale: card.stale = faults.days(node, key: name)
    case .text(let path): card[keyPath: path] = faults.text(node, key: name)
    case .list(let path):
      card[keyPath: path] = faults.texts(node, key: name)
      switch key {
      case .guide: checkGuide(card.guide, node)
      case .like: checkLinks(card.like, node)
      case .feeds: checkFeeds(card.feeds, node)
      default: break
      }
    }
  }

  private mutating func checkGuide(_ points: [String], _ node: YAMLNode) {
    for point in points where !GuidePoint.all.contains(point) {
      faults.error(
        node.place,
        "unknown point of the guide `\(point.shortened)`; there are \(GuidePoint.summary)")
    }
  }

  private mutating func checkLinks(_ links: [String], _ node: YAMLNode) {
    for link in links where CardID(link) == nil && !CardID.isWellFormed(link) {
      faults.error(
        node.place,
        "`\(link.shortened)` in `like` is no card's id; write `deck/card`, or `card` for one of this deck"
      )
    }
  }

  private mutating func checkFeeds(_ feeds: [String], _ node: YAMLNode) {
    for (index, feed) in feeds.enumerated() where Feed(feed) == nil {
      faults.warning(
        places(in: node, at: index),
        "nothing takes in “\(feed.shortened)”, so it goes into the round log; known are "
          + Feed.allCases.map(\.name).joined(separator: ", "))
    }
  }

  /// Where an item of a list stands, or the one text in place of a list.
  private func places(in node: YAMLNode, at index: Int) -> Place {
    guard case .sequence(let items) = node.content, items.indices.contains(index) else {
      return node.place
    }
    return items[index].place
  }

  /// Notes what is allowed but makes a card less useful.
  private mutating func warn(
    about card: Card, kind: CardKind?, values: [CardKey: YAMLNode], at place: Place
  ) {
    for key in [CardKey.ask, .alt] {
      guard let node = values[key] else { continue }
      let places = if case .sequence(let items) = node.content { items } else { [node] }
      let texts = key == .ask ? [card.ask] : card.alternatives
      for (index, text) in texts.enumerated() where text.utf8.count > Self.promptLimit {
        guard text.count > Self.promptLimit else { continue }
        faults.warning(
          places.indices.contains(index) ? places[index].place : node.place,
          "a question of \(text.count) characters; more than \(Self.promptLimit) are hard to take "
            + "in at once")
      }
    }
    if kind == .star, values[.probes] == nil {
      faults.warning(place, Fault.withoutProbes)
    }
  }
}

extension Fault {
  /// What is said of a card that names nothing to ask after the answer.
  public static let withoutProbes = "no follow-ups in `probes`, so general ones are asked"
}
