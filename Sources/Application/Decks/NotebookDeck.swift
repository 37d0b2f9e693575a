import Campaign
package import Decks
package import Practice
import Scheduler
package import Store

/// The deck that is made of what the person has written down; it is in no file.
package struct NotebookDeck {
  package let deck: Deck

  /// As the notebook has it at a moment; nil if there is nothing to ask.
  package init?(_ store: Store, at now: Moment) throws {
    guard try store.hasOwnCards() else { return nil }
    let today = now.day(startHour: store.schedule.startHour)
    guard
      let deck = try store.notebook().deck(after: now.time.milliseconds, today: today.number)
    else { return nil }
    self.deck = deck
  }

  /// What the deck index takes for its file.
  var source: DeckSource {
    var fingerprint = Fingerprint()
    fingerprint.add(deck.encoded)
    let stamp = UInt64(fingerprint.text, radix: 16) ?? 0
    return DeckSource(
      path: deck.path, size: deck.cards.count, changed: Int64(bitPattern: stamp), origin: .own)
  }
}
