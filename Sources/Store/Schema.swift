import GRDB
import Practice

/// The shape of the database: numbered steps that are never edited once released.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: version1)
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: version2)
    }
    migrator.registerMigration("3") { db in try db.execute(sql: attempts) }
    migrator.registerMigration("4") { db in try db.execute(sql: interviews) }
    migrator.registerMigration("5") { db in try db.execute(sql: notebook) }
    migrator.registerMigration("6") { db in try db.execute(sql: histories) }
    migrator.registerMigration("7") { db in
      try partNames(in: db)
      try db.execute(sql: records)
    }
    migrator.registerMigration("8") { db in try db.execute(sql: suspensionReasons) }
    migrator.registerMigration("9") { db in try db.execute(sql: invitations) }
    migrator.registerMigration("10") { db in try db.execute(sql: guesses) }
    migrator.registerMigration("11") { db in try db.execute(sql: rehearsals) }
    return migrator
  }

  /// Tables that can be computed from the others, and where a session was left, which is a matter of
  /// this machine on this day.
  static let derivedTables = [
    "memory", "cache", "standing", "histories", "session", "grdb_migrations", "touched",
  ]

  /// Tables that say how what there is has come to be, and are in no archive of version 1.
  static let notArchived: Set = ["actions", "records", "things"]

  /// Tables that version 1 of the archive did not begin with: one without rows is left out.
  static let tablesThatCame: Set = ["attempt_versions", "deck_states", "fit_undos", "rehearsals"]

  /// Columns that version 1 of the archive did not begin with, each with what stands in a row that does not
  /// use it.
  static let columnsThatCame: [String: [(column: String, blank: PlainTable.Value)]] = [
    "interviews": [
      ("zone", .text("")), ("is_time_known", .integer(1)), ("uid", .text("")),
      ("is_waved_off", .integer(0)), ("sequence", .null), ("invited_at", .text("")),
    ],
    "attempts": [
      ("recording", .null), ("marks", .null), ("guess", .null), ("guess_of", .null),
      ("guess_ms", .null),
    ],
    "card_states": [("reason", .text(""))],
  ]

  /// The tables that hold what the person has practised and written, by name; not those that another
  /// program has made.
  static func personalTables(in db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM main.sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
        """
    ).filter { TableRules.all[$0] != nil }
  }

  /// Reviews and undos are only ever added, and the database itself refuses anything else.
  ///
  /// `memory` is a cache of what the reviews that count come to; `cache` says what it was made with.
  /// Its `is_active` says whether the card is in a deck now and not suspended, so that counting what
  /// waits takes no join.
  private static let version1 = """
    CREATE TABLE reviews (
      id INTEGER PRIMARY KEY,
      card TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      utc_offset INTEGER NOT NULL,
      grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
      wording INTEGER NOT NULL DEFAULT 0,
      mode TEXT NOT NULL,
      duration_ms INTEGER,
      text_hash INTEGER
    ) STRICT;
    CREATE INDEX reviews_by_card ON reviews (card, at_ms);

    CREATE TABLE undos (
      id INTEGER PRIMARY KEY,
      review INTEGER NOT NULL UNIQUE REFERENCES reviews (id),
      at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews
      BEGIN SELECT RAISE(ABORT, 'reviews are only ever added'); END;
    CREATE TRIGGER reviews_keep BEFORE UPDATE ON reviews
      BEGIN SELECT RAISE(ABORT, 'reviews are only ever added'); END;
    CREATE TRIGGER undos_stay BEFORE DELETE ON undos
      BEGIN SELECT RAISE(ABORT, 'undos are only ever added'); END;
    CREATE TRIGGER undos_keep BEFORE UPDATE ON undos
      BEGIN SELECT RAISE(ABORT, 'undos are only ever added'); END;

    CREATE TABLE memory (
      card TEXT PRIMARY KEY,
      stability REAL NOT NULL,
      fast_stability REAL NOT NULL,
      difficulty REAL NOT NULL,
      last_ms INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      reps INTEGER NOT NULL,
      lapses INTEGER NOT NULL,
      last_grade INTEGER NOT NULL,
      last_wording INTEGER NOT NULL,
      due_day INTEGER,
      due_ms INTEGER,
      weak_from_ms INTEGER NOT NULL,
      is_active INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX memory_by_due_day ON memory (is_active, due_day);
    CREATE INDEX memory_by_due_time ON memory (is_active, due_ms);
    CREATE INDEX memory_by_weakness ON memory (is_active, weak_from_ms);

    CREATE TABLE cache (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE card_states (
      card TEXT PRIMARY KEY,
      is_suspended INTEGER NOT NULL DEFAULT 0 CHECK (is_suspended IN (0, 1)),
      buried_until_day INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE notes (
      card TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      changed_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// Why a card is suspended, in words that this program or a later one knows; empty if nobody said.
  private static let suspensionReasons = """
    ALTER TABLE card_states ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    """

  /// Parameters fitted to the person's reviews and kept; the last row of a model is in force.
  ///
  /// `parameters` are numbers parted by blanks, null for the model's defaults.
  private static let version2 = """
    CREATE TABLE fits (
      id INTEGER PRIMARY KEY,
      model TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      parameters TEXT
    ) STRICT;
    CREATE INDEX fits_by_model ON fits (model, id);
    CREATE TRIGGER fits_stay BEFORE DELETE ON fits
      BEGIN SELECT RAISE(ABORT, 'fits are only ever added'); END;
    CREATE TRIGGER fits_keep BEFORE UPDATE ON fits
      BEGIN SELECT RAISE(ABORT, 'fits are only ever added'); END;
    """
}
