import BundledDecks
import Decks
import Files
import Store

/// The names that a shell can complete.
///
/// Nothing is opened but the index and the database, each for reading, and nothing is made.
package struct KnownNames {
  private let places: Places?
  private var index: DeckIndexFile? { places.map { DeckIndexFile($0.store) } }
  private var notebook: NotebookFile? { places.map { NotebookFile($0.store) } }

  package init(in surroundings: any Surroundings) { places = try? surroundings.places() }

  /// The ids of decks: those in the index, else those compiled in.
  package var decks: [String] { index?.decks() ?? BundledDecks.ids }

  /// Likewise the cards whose names begin so, as `DECK/CARD`.
  package func cards(_ prefix: String) -> [String] {
    index?.cards(startingWith: prefix)
      ?? BundledDecks.decks.flatMap { $0.cards.map(\.id.description) }
      .filter { $0.hasPrefix(prefix) }
  }

  /// Decks, or cards once there is a stroke.
  package func decksAndCards(_ prefix: String) -> [String] {
    prefix.contains("/") ? cards(prefix) : decks + cards(prefix)
  }

  /// The names of all employers.
  package var employers: [String] { notebook?.employers() ?? [] }

  /// The titles of all stories.
  package var stories: [String] { notebook?.stories() ?? [] }

  /// The numbers of the rounds with the employer among some words, or of none.
  package func rounds(in words: [String]) -> [String] {
    guard let notebook, let employer = notebook.employers().first(where: words.contains) else {
      return []
    }
    return notebook.rounds(with: employer)
  }

  /// The names of all safety copies.
  package var copies: [String] {
    ((try? places?.store.copies.all()) ?? [])
      .compactMap { $0.path.split(separator: "/").last.map(String.init) }
  }
}
