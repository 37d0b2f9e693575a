import GRDB

/// The shape of the deck index, a file of its own that can be deleted at any time: it is made anew
/// from the decks.
///
/// A file counts the cards that it gives, so that counting them all is quick. The cards of a deck are
/// numbered on from one; `contents` says from which, of what sorts they are (kind and competency, a
/// line each, a line `guide …` with the points they serve, and a line `tag …` for each of the person's
/// own), and what is searched of them. The tags of a card stand in lines as well.
enum DeckIndexSchema {
  /// Raised whenever the tables, the encoding of cards or what a deck may hold change; an index of
  /// another version is thrown away.
  ///
  /// The faults of a file are kept in it, too, until the file changes.
  static let version = 10

  /// Each table and index, as `CREATE` takes it after its sort and the name of the schema.
  private static let objects: [(sort: String, text: String)] = [
    (
      "TABLE",
      """
      files (
        path TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        changed_ns INTEGER NOT NULL,
        deck TEXT,
        title TEXT NOT NULL,
        origin TEXT NOT NULL,
        position INTEGER NOT NULL,
        is_replaced INTEGER NOT NULL DEFAULT 0,
        is_pack INTEGER NOT NULL DEFAULT 0,
        cards INTEGER NOT NULL DEFAULT 0,
        faults TEXT NOT NULL,
        rival TEXT
      ) STRICT, WITHOUT ROWID
      """
    ),
    (
      "TABLE",
      """
      cards (
        number INTEGER PRIMARY KEY,
        card TEXT NOT NULL UNIQUE,
        deck TEXT NOT NULL,
        kind TEXT NOT NULL,
        competency TEXT NOT NULL,
        is_core INTEGER NOT NULL,
        likes TEXT NOT NULL,
        wordings INTEGER NOT NULL,
        guide TEXT NOT NULL,
        tags TEXT NOT NULL,
        ask TEXT NOT NULL
      ) STRICT
      """
    ),
    ("INDEX", "cards_by_deck ON cards (deck)"),
    ("INDEX", "core_cards ON cards (number) WHERE is_core = 1"),
    (
      "TABLE",
      """
      texts (
        number INTEGER PRIMARY KEY REFERENCES cards (number),
        path TEXT NOT NULL,
        encoded TEXT NOT NULL
      ) STRICT
      """
    ),
    ("INDEX", "texts_by_path ON texts (path)"),
    (
      "TABLE",
      """
      contents (
        first INTEGER PRIMARY KEY,
        deck TEXT NOT NULL UNIQUE,
        sorts TEXT NOT NULL,
        ends BLOB NOT NULL,
        text BLOB NOT NULL
      ) STRICT
      """
    ),
  ]

  /// Makes all of it in an empty schema `deck_index`.
  static func create(in db: Database) throws {
    let statements = objects.map { "CREATE \($0.sort) deck_index.\($0.text);" }
    try db.execute(sql: statements.joined(separator: "\n"))
    try db.execute(sql: "PRAGMA deck_index.user_version = \(version)")
  }

  /// Whether `deck_index` has this shape and nothing else.
  static func isKept(in db: Database) throws -> Bool {
    guard try db.row("PRAGMA deck_index.user_version")?[0] == version else { return false }
    let found: [String] = try db.rows(
      "SELECT sql FROM deck_index.sqlite_schema WHERE sql IS NOT NULL"
    ) { $0[0] }
    return found.sorted() == objects.map { "CREATE \($0.sort) \($0.text)" }.sorted()
  }
}
