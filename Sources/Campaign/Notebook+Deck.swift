public import Decks

extension Notebook {
  /// The deck that is made of what the person has written down.
  public static let deckID = "notebook"

  /// The card that practises the reply to a doubt, where the person has named no other.
  ///
  /// Its id comes from how the doubt was first worded, and stays when it is worded anew.
  public static func card(for doubt: Doubt) -> CardID {
    CardID(
      deck: deckID, card: "D-" + fingerprint(doubt.employer.lowercased(), doubt.text).prefix(8))
  }

  /// Cards of what is known and of what is doubted, for the employers with an interview after a time,
  /// in milliseconds since 1970 UTC; nil if there is nothing to ask.
  ///
  /// The facts of a topic are said from memory together. A stale one says so.
  ///
  /// - Parameters:
  ///   - time: now.
  ///   - today: the local day, in days since 1 January 1970.
  /// - Returns: the deck, as one of the person's own.
  public func deck(after time: Int64, today: Int) -> Deck? {
    var ahead: [String] = []
    for name in employers.map(\.name) where nextInterview(with: name, after: time) != nil {
      if !ahead.contains(where: name.isSameName) { ahead.append(name) }
    }
    let groups = ahead.flatMap { doubts(of: $0) }.groupedByCard
      .filter { $0[0].card?.deck == Self.deckID }
    let cards = ahead.flatMap { employer in
      groups.filter { $0[0].employer.isSameName(as: employer) }.compactMap(card)
        + Fact.Topic.allCases.compactMap { card(for: $0, on: employer, today: today) }
    }
    guard !cards.isEmpty else { return nil }
    return Deck(
      id: Self.deckID, title: "What you know, and what they doubt", cards: cards, origin: .own,
      path: Self.deckPath)
  }

  /// What stands for the path of the deck, which is in no file.
  public static let deckPath = "notebook:"

  /// The card of doubts that have one card: what speaks against any of them speaks against all.
  private func card(for doubts: [Kept<Doubt>]) -> Card? {
    guard let id = doubts.first?.card else { return nil }
    func distinct(_ texts: [String]) -> [String] {
      texts.reduce(into: []) { known, text in
        if !text.isEmpty, !known.contains(where: text.isSameName) { known.append(text) }
      }
    }
    let employers = distinct(doubts.map(\.employer)).joined(separator: " and ")
    let texts = distinct(doubts.map(\.text)).joined(separator: "; ")
    var card = Card(
      id: id, kind: .concern, competency: "self-awareness",
      ask: "We at \(employers) have a doubt: \(texts). What do you say to that?")
    card.isCore = doubts.contains(where: \.isOpen)
    let evidence = distinct(doubts.map(\.evidence))
    card.frame = evidence.isEmpty ? nil : evidence.joined(separator: "\n")
    let stories = doubts.compactMap { story($0.story) }
    card.strong = distinct(stories.map { "the story “\($0.title)”" })
    var whole = doubts[0]
    whole.evidence = evidence.first ?? ""
    whole.story = stories.first?.id ?? doubts.compactMap(\.story).first
    if let gap = whole.gap { card.note = "Still missing: \(gap)." }
    return card
  }

  private func card(for topic: Fact.Topic, on employer: String, today: Int) -> Card? {
    let facts = facts(on: employer).filter { $0.topic == topic }
    guard !facts.isEmpty else { return nil }
    let id = "F-\(Self.fingerprint(employer.lowercased()).prefix(8))-\(topic.rawValue)"
    var card = Card(
      id: CardID(deck: Self.deckID, card: id), kind: .insight, competency: "business-sense",
      ask: "\(employer): \(topic.question)")
    card.isCore = true
    card.strong = facts.map { fact in
      let source = fact.source.isEmpty ? "" : " (\(fact.source))"
      return fact.text + source + (fact.thing.isStale(on: today) ? ": stale, check it first" : "")
    }
    return card
  }

  private static func fingerprint(_ texts: String...) -> String {
    var fingerprint = Fingerprint()
    for text in texts { fingerprint.add(text) }
    return fingerprint.text
  }
}
