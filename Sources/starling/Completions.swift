import Application
import ArgumentParser
import BundledDecks
import Decks
import Exchange

extension CompletionKind {
  /// Ids of decks.
  static let decks = CompletionKind.custom { _, _, _ in KnownNames(in: Machine()).decks }
  /// Ids of cards, as `DECK/CARD`.
  static let cards = CompletionKind.custom { _, _, prefix in
    KnownNames(in: Machine()).cards(prefix)
  }
  /// Names of employers.
  static let employers = CompletionKind.custom { _, _, _ in KnownNames(in: Machine()).employers }
  /// Titles of stories.
  static let stories = CompletionKind.custom { _, _, _ in KnownNames(in: Machine()).stories }
  /// Numbers of the rounds with the employer who is named before.
  static let rounds = CompletionKind.custom { words, _, _ in
    KnownNames(in: Machine()).rounds(in: words)
  }
  /// What the setting takes that is named before.
  static let settingValues = CompletionKind.custom { words, _, _ in
    SettingKey.all.first { words.contains($0.name) }?.choices ?? []
  }
  /// Codes of families.
  static let families = CompletionKind.custom { _, _, _ in
    BundledDecks.competencies.families.map(\.code)
  }
  /// Ids of decks and of cards.
  static let decksAndCards = CompletionKind.custom { _, _, prefix in
    KnownNames(in: Machine()).decksAndCards(prefix)
  }
}
