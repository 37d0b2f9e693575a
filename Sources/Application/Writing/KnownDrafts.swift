package import Decks
import Practice
package import Store
import Synchronization

/// What this program has read or kept of the drafts of cards: what stands there beside that was written
/// in another window.
package final class KnownDrafts: Sendable {
  private let texts = Mutex<[CardID: [String]]>([:])

  package subscript(card: CardID) -> [String] {
    get { texts.withLock { $0[card] ?? [] } }
    set { texts.withLock { $0[card] = newValue } }
  }
}

extension Workspace {
  /// Keeps what was written so far at a card; what another window wrote there stays below it.
  package func keepDraft(_ texts: [String], of card: CardID) throws(StoreError) {
    try store.keepDraft(texts, of: card, insteadOf: knownDrafts[card], at: clock.now.time)
    knownDrafts[card] = texts
  }

  /// What was written at a card and not finished, by box.
  package func draft(of card: CardID) throws(StoreError) -> [String] {
    let texts = try store.draft(of: card)
    knownDrafts[card] = texts
    return texts
  }
}
