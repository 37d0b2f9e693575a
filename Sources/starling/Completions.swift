import Application
import ArgumentParser

extension CompletionKind {
  /// Ids of decks.
  static let decks = CompletionKind.custom { _, _, _ in KnownNames(in: Machine()).decks }
  /// Ids of cards, as `DECK/CARD`.
  static let cards = CompletionKind.custom { _, _, prefix in
    KnownNames(in: Machine()).cards(prefix)
  }
  /// Ids of decks and of cards.
  static let decksAndCards = CompletionKind.custom { _, _, prefix in
    KnownNames(in: Machine()).decksAndCards(prefix)
  }
}
