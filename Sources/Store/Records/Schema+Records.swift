import GRDB

extension Schema {
  /// Records of all that a person writes or decides, and what is to come to interviews and answers.
  ///
  /// - `things` gives each row of the notebook the name by which records call it, for ever: a number is
  ///   never given again, so that a row that comes back is the same. `folded` is the name of what no two
  ///   may have in common, as ``foldedName(_:)`` folds it; null while the thing is deleted.
  /// - `records` holds each change, in the order in which it came. `thing` is null for what names none,
  ///   `action` for what was not done here.
  /// - `actions` are what this home did, a row for each but a mere grade. The facts that one added are
  ///   those after `…_before`, up to `…_after`.
  /// - `touched` has the things that a transaction has changed, some of them several times, until its end
  ///   records them; drafts wait there for the next transaction that is of something else.
  ///   Its triggers are as short as can be, since they are read at every start. After this step it names
  ///   all there are, and the next transaction records them first.
  /// - `attempt_versions` has later versions of an answer's text; the highest counts.
  static let records = """
    ALTER TABLE interviews ADD COLUMN zone TEXT NOT NULL DEFAULT '';
    ALTER TABLE interviews ADD COLUMN is_time_known INTEGER NOT NULL DEFAULT 1
      CHECK (is_time_known IN (0, 1));
    ALTER TABLE interviews ADD COLUMN uid TEXT NOT NULL DEFAULT '';
    ALTER TABLE interviews ADD COLUMN is_waved_off INTEGER NOT NULL DEFAULT 0
      CHECK (is_waved_off IN (0, 1));
    ALTER TABLE attempts ADD COLUMN recording TEXT;
    ALTER TABLE attempts ADD COLUMN marks TEXT;

    CREATE TABLE attempt_versions (
      attempt INTEGER NOT NULL REFERENCES attempts (id),
      version INTEGER NOT NULL CHECK (version >= 1),
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      is_mended INTEGER NOT NULL DEFAULT 0 CHECK (is_mended IN (0, 1)),
      PRIMARY KEY (attempt, version, position)
    ) STRICT, WITHOUT ROWID;
    \(onlyAdded("attempt_versions"))

    CREATE TABLE fit_undos (
      id INTEGER PRIMARY KEY,
      fit INTEGER NOT NULL UNIQUE REFERENCES fits (id),
      at_ms INTEGER NOT NULL
    ) STRICT;
    \(onlyAdded("fit_undos"))

    CREATE TABLE deck_states (
      deck TEXT PRIMARY KEY,
      is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE things (
      tbl TEXT NOT NULL,
      number INTEGER NOT NULL,
      thing TEXT NOT NULL,
      folded TEXT,
      PRIMARY KEY (tbl, number)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX things_by_name ON things (tbl, thing);
    CREATE UNIQUE INDEX things_by_folded ON things (tbl, folded) WHERE folded IS NOT NULL;

    CREATE TABLE records (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      tbl TEXT,
      thing TEXT,
      at_ms INTEGER NOT NULL,
      line TEXT NOT NULL,
      action INTEGER
    ) STRICT;
    CREATE INDEX records_by_thing ON records (tbl, thing);
    CREATE INDEX records_by_action ON records (action) WHERE action IS NOT NULL;
    CREATE TRIGGER records_stay BEFORE DELETE ON records
      BEGIN SELECT RAISE(ABORT, 'records are only ever added'); END;

    CREATE TABLE actions (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      reviews_before INTEGER NOT NULL,
      reviews_after INTEGER NOT NULL,
      attempts_before INTEGER NOT NULL,
      attempts_after INTEGER NOT NULL,
      fits_before INTEGER NOT NULL,
      fits_after INTEGER NOT NULL,
      undone_by INTEGER
    ) STRICT;

    CREATE TABLE touched (
      tbl TEXT NOT NULL,
      key ANY NOT NULL,
      is_old INTEGER NOT NULL
    ) STRICT;

    \(numberedThings.map { noting($0, isKeyFixed: true) { "\($0).id" } }.joined(separator: "\n"))
    \(noting("verdicts") { "\($0).criterion || ' ' || \($0).employer" })
    \(noting("story_fits", of: "stories") { "\($0).story" })
    \(noting("story_figures", of: "stories") { "\($0).story" })
    \(noting("interview_people", of: "interviews") { "\($0).interview" })
    \(["card_states", "notes", "drafts"].map { noting($0) { "\($0).card" } }.joined(separator: "\n"))
    \(noting("deck_states") { "\($0).deck" })

    \(numberedThings.map { touching($0, "id") }.joined(separator: "\n"))
    \(touching("verdicts", "criterion || ' ' || employer"))
    \(["card_states", "notes", "drafts"].map { touching($0, "card") }.joined(separator: "\n"))
    """

  private static let numberedThings = [
    "employers", "stories", "criteria", "people", "interviews", "tellings", "log_entries",
    "doubts", "facts", "questions", "requirements", "promises", "thank_yous",
  ]

  /// The triggers that note which thing a change of a row is a change of: also where SQLite itself
  /// deletes or empties what hangs on something deleted.
  static func noting(
    _ table: String, of whole: String? = nil, isKeyFixed: Bool = false, key: (String) -> String
  ) -> String {
    func note(_ rows: String...) -> String {
      let notes = rows.map { "INSERT INTO touched VALUES ('\(whole ?? table)', \(key($0)), 0);" }
      return "BEGIN \(notes.joined(separator: " ")) END;"
    }
    return """
      CREATE TRIGGER \(table)_come AFTER INSERT ON \(table) \(note("NEW"))
      CREATE TRIGGER \(table)_change AFTER UPDATE ON \(table) \(isKeyFixed ? note("NEW") : note("OLD", "NEW"))
      CREATE TRIGGER \(table)_go AFTER DELETE ON \(table) \(note("OLD"))
      """
  }

  /// Has all that a table holds recorded, as it was before there were records.
  private static func touching(_ table: String, _ key: String) -> String {
    "INSERT INTO touched SELECT DISTINCT '\(table)', \(key), 1 FROM \(table);"
  }
}
