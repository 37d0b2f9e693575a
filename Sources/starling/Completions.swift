import Application
import ArgumentParser
import BundledDecks
import Decks
import Store

extension CompletionKind {
  /// Ids of decks.
  ///
  /// Nothing is opened but the index, and nothing is made.
  static let decks = CompletionKind.custom { _, _, _ in KnownIDs.decks }

  /// Ids of cards, as `DECK/CARD`.
  static let cards = CompletionKind.custom { _, _, prefix in KnownIDs.cards(prefix) }

  /// Ids of decks and of cards.
  static let decksAndCards = CompletionKind.custom { _, _, prefix in
    prefix.contains("/") ? KnownIDs.cards(prefix) : KnownIDs.decks + KnownIDs.cards(prefix)
  }
}

/// The ids that a shell can complete: those in the index, else those compiled in.
private enum KnownIDs {
  static var decks: [String] { index?.decks() ?? BundledDecks.ids }

  static func cards(_ prefix: String) -> [String] {
    index?.cards(startingWith: prefix)
      ?? BundledDecks.decks.flatMap { $0.cards.map(\.id.description) }
      .filter { $0.hasPrefix(prefix) }
  }

  private static var index: DeckIndexFile? {
    (try? Places(environment: Workspace.environment())).map { DeckIndexFile($0.store) }
  }
}
