import BundledDecks
import Campaign
import Decks
import Exchange
import Files
import Practice
import Store

/// The decks in use, for commands.
package struct DecksInUse {
  private let workspace: Workspace
  private var decks: [DeckListing] {
    get throws { try workspace.store.decks(at: workspace.clock.now) }
  }

  /// - Throws: ``Failure`` and ``StoreError``, as do all others.
  package init(in surroundings: any Surroundings) throws {
    workspace = try Workspace.forCommand(in: surroundings)
  }

  package func list(asJSON json: Bool) throws {
    // With an interview ahead the plan says what comes when, and what falls due says nothing.
    let isDated = try workspace.aim(at: workspace.clock.now) == nil
    try Output.list(
      decks, asJSON: json,
      titles: ["DECK", "CARDS", "SEEN"] + (isDated ? ["DUE"] : []) + ["TITLE"],
      cells: { deck in
        [deck.id, "\(deck.cards)", "\(deck.seen)"] + (isDated ? ["\(deck.due)"] : [])
          + [deck.title + deck.offMark]
      },
      fields: {
        .object([
          "id": .string($0.id), "title": .string($0.title), "cards": .int($0.cards),
          "seen": .int($0.seen), "due": .int($0.due), "on": .bool($0.isOn),
          "pack": .bool($0.isPack),
          "origin": .string($0.origin.rawValue),
          "path": .string($0.path),
        ])
      })
  }

  /// Shows a deck or a card, as a person would read it.
  package func show(_ text: String) throws {
    let decks = try decks
    let ids = decks.map(\.id)
    let id = workspace.meantDeck(text, among: ids)
    let wanted = try workspace.card(named: text, among: ids)
    let cards =
      try wanted.map { try workspace.store.cards([$0]) } ?? workspace.store.cards(ofDeck: id)
    guard !cards.isEmpty else {
      let meant =
        try workspace.suggestion(forOwnID: text) ?? workspace.nearest(toDeckOrCard: text)
      throw Failure(
        .badData,
        "there is no deck or card “\(text)”; \(meant ?? "“starling decks list” names the decks")")
    }
    if wanted == nil, let deck = decks.first(where: { $0.id == id }) {
      try Output.line("\(deck.title) (\(deck.cards.of("card"))\(deck.isOn ? "" : ", off"))\n")
    }
    for card in cards { try Output.line(Self.text(card)) }
  }

  private static func text(_ card: Card) -> String {
    var lines = [
      "\(card.id.card)  \(card.kind.rawValue), \(card.competency)\(card.isCore ? ", core" : "")",
      "  \(card.ask)",
    ]
    lines += card.alternatives.map { "  or: \($0)" }
    for section in CardSection.all(of: card) {
      lines.append("  \(section.title):")
      lines += section.items.map { "    - " + $0.replacing("\n", with: "\n      ") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Finds the cards that have all of some words.
  package func search(_ words: [String], asJSON json: Bool) throws {
    let found = try workspace.store.cardNumbers(
      CardSearch(words.joined(separator: " ")), inDeck: nil)
    let listings = try workspace.store.cardListings(numbered: found, at: workspace.clock.now)
    if found.isEmpty, !json { Output.warn("no card has all of these words") }
    try Output.list(
      found.compactMap { listings[$0] }, asJSON: json,
      cells: { [$0.id.description, $0.ask + ($0.isOff ? " (off)" : "")] },
      fields: {
        .object([
          "card": .string($0.id.description), "kind": .string($0.kind.rawValue),
          "competency": .string($0.competency), "core": .bool($0.isCore), "on": .bool(!$0.isOff),
          "ask": .string($0.ask),
        ])
      })
  }

  /// Turns decks on or off, and says so.
  ///
  /// - Throws: ``Failure`` if there is no deck of one of these ids; then none is turned.
  package func turn(_ ids: [String], on isOn: Bool) throws {
    let known = try decks
    let wanted = try ids.map { id in
      let meant = workspace.meantDeck(id, among: known.map(\.id))
      guard let deck = known.first(where: { $0.id == meant }) else {
        throw Failure(.badData, workspace.noDeck(id, among: known.map(\.id)))
      }
      return deck
    }
    for deck in wanted {
      try workspace.store.setDeck(deck.id, on: isOn)
      let core = try workspace.store.cards(ofDeck: deck.id).count(where: \.isCore)
      let cards = deck.cards.of("card") + (core > 0 ? ", \(core) of them core" : "")
      try Output.line("\(deck.title) is \(isOn ? "on" : "off"): \(cards).")
    }
  }

  /// Starts a deck of the person's own from a template.
  package func start(_ id: String) throws {
    let deck = try OwnDeck(id: id, in: workspace.places.decks)
    try deck.refuseIfTaken(by: decks)
    try workspace.keep(deck, DeckTemplate.text(id: id))
  }

  /// Makes a bundled deck the person's own.
  package static func copy(_ id: String, in surroundings: any Surroundings) throws {
    guard let bundled = BundledDecks.decks.first(where: { $0.id == id }) else {
      let ids = BundledDecks.ids.joined(separator: ", ")
      throw Failure(.badData, "there is no bundled deck “\(id)”; there are \(ids)")
    }
    let inUse = try DecksInUse(in: surroundings)
    if let own = try inUse.decks.first(where: { $0.id == id && $0.origin == .own }) {
      throw Failure(.cannotCreate, "you have a deck “\(id)” already, in \(own.path)")
    }
    try inUse.workspace.keep(
      OwnDeck(id: id, in: inUse.workspace.places.decks),
      "# A copy of the deck that comes with Starling. A card keeps its history as long as its id stays.\n"
        + bundled.yaml)
  }
}

extension DeckListing {
  fileprivate var offMark: String { isOn ? "" : " (off)" }
}
