package import Decks
import Practice
package import Store
import Synchronization

/// What this program has read or kept of the drafts of cards: what stands there beside that was written
/// in another window.
package final class KnownDrafts: Sendable {
  /// A list, since the runtime takes longer to make ready a dictionary by cards than all else here.
  private let texts = Mutex<[(card: CardID, texts: [String])]>([])

  package subscript(card: CardID) -> [String] {
    get { texts.withLock { $0.first { $0.card == card }?.texts ?? [] } }
    set {
      texts.withLock { known in
        if let index = known.firstIndex(where: { $0.card == card }) {
          known[index].texts = newValue
        } else if !newValue.isEmpty {
          known.append((card, newValue))
        }
      }
    }
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
