import GRDB

/// The shape of the deck index, a file of its own that can be deleted at any time: it is made anew
/// from the decks.
///
/// A file counts the cards that it gives, so that counting them all is quick. The cards of a deck are
/// numbered on from one; `contents` says from which, of what sorts they are (kind and competency, a
/// line each), and what is searched of them.
enum DeckIndexSchema {
  /// Raised whenever the tables or the encoding of cards change; an index of another version is
  /// thrown away.
  static let version = 6

  static let create = """
    CREATE TABLE deck_index.files (
      path TEXT PRIMARY KEY,
      size INTEGER NOT NULL,
      changed_ns INTEGER NOT NULL,
      deck TEXT,
      title TEXT NOT NULL,
      origin TEXT NOT NULL,
      position INTEGER NOT NULL,
      is_replaced INTEGER NOT NULL DEFAULT 0,
      cards INTEGER NOT NULL DEFAULT 0,
      faults TEXT NOT NULL,
      rival TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE deck_index.cards (
      number INTEGER PRIMARY KEY,
      card TEXT NOT NULL UNIQUE,
      deck TEXT NOT NULL,
      kind TEXT NOT NULL,
      competency TEXT NOT NULL,
      is_core INTEGER NOT NULL,
      ask TEXT NOT NULL
    ) STRICT;

    CREATE INDEX deck_index.cards_by_deck ON cards (deck);
    CREATE INDEX deck_index.core_cards ON cards (number) WHERE is_core = 1;

    CREATE TABLE deck_index.texts (
      number INTEGER PRIMARY KEY REFERENCES cards (number),
      path TEXT NOT NULL,
      encoded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX deck_index.texts_by_path ON texts (path);

    CREATE TABLE deck_index.contents (
      first INTEGER PRIMARY KEY,
      deck TEXT NOT NULL UNIQUE,
      sorts TEXT NOT NULL,
      ends BLOB NOT NULL,
      text BLOB NOT NULL
    ) STRICT;

    PRAGMA deck_index.user_version = \(version);
    """

  static let drop = """
    DROP TABLE IF EXISTS deck_index.contents;
    DROP TABLE IF EXISTS deck_index.texts;
    DROP TABLE IF EXISTS deck_index.cards;
    DROP TABLE IF EXISTS deck_index.files;
    """
}
