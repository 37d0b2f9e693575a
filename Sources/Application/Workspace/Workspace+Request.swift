import Campaign
package import Decks
import Exchange
import Files
package import Practice
import Scheduler
import Store

/// What a session is asked for by words.
extension Workspace {
  /// What a session of today asks for.
  package var dailyRequest: SessionRequest {
    SessionRequest(
      minutes: settings.minutes, isDaily: true,
      seed: UInt64(bitPattern: clock.now.time.milliseconds))
  }

  /// A session with decks, or with cards: those named, in their order.
  ///
  /// - Parameter names: each `DECK`, `DECK/CARD` or a card's own id, and all of one sort.
  /// - Returns: what is asked for, within the minutes of a day where decks are named.
  /// - Throws: ``Failure`` when one is not there, or not asked now, or both sorts are named.
  package func request(for names: [String]) throws -> SessionRequest {
    var request = dailyRequest
    let decks = names.isEmpty ? [] : try store.decks(at: clock.now).map(\.id)
    let cards = try names.compactMap { try card(named: $0, among: decks) }
    guard !cards.isEmpty else {
      request.decks = try requireDecks(names)
      return request
    }
    guard cards.count == names.count else {
      throw Failure(.usage, "name decks, or cards, and not both in one session")
    }
    for id in cards { try requireAsked(id) }
    request.only = cards.enumerated().filter { !cards[..<$0].contains($1) }.map(\.element)
    return request
  }

  /// The card that a name means; nil where it is a deck's, or nobody's.
  ///
  /// - Parameters:
  ///   - name: as it was typed.
  ///   - decks: the ids of all there are.
  /// - Returns: the card, which may be in no deck.
  /// - Throws: ``StoreError``.
  func card(named name: String, among decks: [String]) throws -> CardID? {
    if let id = CardID(name) { return try meantCard(id) }
    return decks.contains(meantDeck(name, among: decks)) ? nil : try meantCard(ownID: name)
  }

  /// The ids of the decks that are meant, all of which are asked.
  ///
  /// - Throws: ``Failure`` when one of the decks does not exist, or is off.
  @discardableResult package func requireDecks(_ decks: [String]) throws -> [String] {
    guard !decks.isEmpty else { return [] }
    let known = try store.decks(at: clock.now)
    let ids = known.map(\.id)
    return try decks.map { text in
      let id = meantDeck(text, among: ids)
      guard let deck = known.first(where: { $0.id == id }) else {
        if let meant = try suggestion(forOwnID: text) {
          throw Failure(.badData, "there is no deck “\(text)”; \(meant)")
        }
        throw Failure(.badData, noDeck(text, among: ids))
      }
      guard deck.isOn else {
        throw Failure(.badData, "the deck “\(id)” is off; “starling decks on \(id)” turns it on")
      }
      return id
    }
  }

  /// - Throws: ``Failure`` when the card is in no deck, or in one that is off, or suspended.
  private func requireAsked(_ id: CardID) throws {
    guard let listing = try store.cardListing(id, at: clock.now) else {
      _ = try known(id)
      throw Failure(.badData, "“\(id)” is in no deck any more; its history is kept")
    }
    try requireDecks([id.deck])
    guard !listing.isSuspended else {
      throw Failure(
        .badData, "“\(id)” is suspended; x among its deck's cards (d at home) brings it back")
    }
  }

  /// Asks for what a story answers.
  ///
  /// - Parameters:
  ///   - name: its number, its title, or how that begins.
  ///   - request: what is asked for otherwise.
  /// - Throws: ``Failure`` when there is no such story, or it is of no family.
  package func ask(for name: String, in request: inout SessionRequest) throws {
    let story = try Story.one(named: name, names())
    guard !story.fits.isEmpty else {
      throw Failure(
        .badData,
        "“\(story.title)” names no family that it fits; “starling stories edit \(story.id)” does")
    }
    request.ask(for: Set(story.fits.keys))
  }

  /// The code of a family that is named by its code, its name, or the short one.
  ///
  /// - Throws: ``Failure`` when there is none.
  package func family(named name: String) throws -> String {
    let families = competencies.families
    let found = families.first {
      [$0.code, $0.title, families.shortTitle(of: $0.code)].contains { $0.isSameName(as: name) }
    }
    return try found?.code ?? names().family(name)
  }

  /// The cards with a tag of the person's own, or of that competency.
  ///
  /// - Throws: ``Failure`` when none has it.
  package func cards(tagged tag: String) throws -> Set<CardID> {
    let all = try store.cards(ofKinds: CardKind.allCases)
    let found = all.filter { card in
      card.competency == tag || card.tags.contains { $0.isSameName(as: tag) }
    }
    guard found.isEmpty else { return Set(found.map(\.id)) }
    let known = Set(all.flatMap(\.tags)).sorted() + competencies.tags
    let near = Suggestion.nearest(to: tag, among: known).map { "did you mean “\($0)”?" }
    let place = near ?? "cards have tags by “tags:” in their deck"
    throw Failure(.badData, "no card has the tag “\(tag)”; \(place)")
  }
}
