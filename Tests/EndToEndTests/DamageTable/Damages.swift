/// A file or folder of a home, and what may have happened to it.
struct DamagedPlace: Sendable {
  /// What it is called in the table.
  var name: String
  /// Whether Starling can make it anew from what else there is.
  var isDerived: Bool
  /// What may have happened to it, each with a script that does it in the home.
  var damages: [(name: String, script: String)]

  static let all = [
    DamagedPlace(
      name: "deck index", isDerived: true,
      damages: damages(ofFile: "cache/decks.sqlite") + [
        (
          "contradictory",
          sql(
            "cache/decks.sqlite",
            """
            UPDATE files SET cards = 9000; DELETE FROM texts WHERE number % 3 = 0;
            UPDATE cards SET deck = 'nowhere', kind = 'riddle' WHERE number % 5 = 0;
            UPDATE texts SET encoded = 'garbage' WHERE number % 7 = 0
            """)
        ),
        (
          "with other tables",
          "rm cache/decks.sqlite; "
            + sql(
              "cache/decks.sqlite",
              """
              CREATE TABLE files (path, size, changed_ns); CREATE TABLE cards (number, card);
              INSERT INTO files VALUES (1, 'x', 'y'); INSERT INTO cards VALUES ('a', 2);
              PRAGMA user_version = 6
              """)
        ),
      ]),
    DamagedPlace(
      name: "cache folder", isDerived: true,
      damages: [
        ("missing", "rm -r cache"),
        ("empty", "rm cache/*"),
        ("a file in its place", "rm -r cache; : > cache"),
        ("a dangling link in its place", "rm -r cache; ln -s nowhere cache"),
        ("unreadable", "chmod 000 cache"),
        ("unwritable", "chmod 555 cache"),
      ]),
    DamagedPlace(
      name: "decks folder", isDerived: true,
      damages: [
        ("missing", "rm -r decks"),
        ("empty", "rm decks/*"),
        ("a file in its place", "rm -r decks; : > decks"),
        ("a dangling link in its place", "rm -r decks; ln -s nowhere decks"),
        ("a pipe in its place", "rm -r decks; mkfifo decks"),
        ("unreadable", "chmod 000 decks"),
        ("unwritable", "chmod 555 decks"),
      ]),
    DamagedPlace(
      name: "one deck", isDerived: true,
      damages: damages(ofFile: "decks/mine.yaml") + [
        ("contradictory", "cp decks/mine.yaml decks/yours.yaml"),
        (
          "with a card twice",
          "sed -n '/- id/,$p' decks/mine.yaml > more; cat more >> decks/mine.yaml"
        ),
        ("with the notebook's id", "sed -i 's/^id: .*/id: notebook/' decks/mine.yaml"),
      ]),
    DamagedPlace(
      name: "memory cache", isDerived: true,
      damages: [
        ("empty", sql("starling.sqlite", "DELETE FROM memory; DELETE FROM standing")),
        ("missing", sql("starling.sqlite", "DROP TABLE memory")),
        (
          "contradictory",
          sql(
            "starling.sqlite",
            """
            UPDATE memory SET card = 'nowhere/' || card; UPDATE cache SET value = value
            """)
        ),
        (
          "of another schedule",
          sql("starling.sqlite", "UPDATE cache SET value = 'garbage' WHERE name = 'memory'")
        ),
        ("without its stamp", sql("starling.sqlite", "DELETE FROM cache")),
      ]),
    DamagedPlace(
      name: "settings", isDerived: false,
      damages: damages(ofFile: "config.yaml") + [
        (
          "contradictory",
          "printf 'practice:\\n  minutes: -5\\n  minutes: many\\nmemory:\\n  model: none\\n' > config.yaml"
        )
      ]),
    DamagedPlace(
      name: "database", isDerived: false,
      damages: damages(ofFile: "starling.sqlite") + [
        (
          "contradictory",
          sql(
            "starling.sqlite",
            """
            PRAGMA foreign_keys = OFF; DELETE FROM employers;
            INSERT INTO undos (review, at_ms) VALUES (99, 0)
            """)
        ),
        (
          "of another program",
          "rm starling.sqlite; " + sql("starling.sqlite", "CREATE TABLE t (x)")
        ),
        (
          "with a trigger",
          sql(
            "starling.sqlite",
            """
            CREATE TRIGGER evil AFTER INSERT ON reviews BEGIN DELETE FROM stories; END
            """)
        ),
      ]),
  ]

  /// What may happen to any file.
  private static func damages(ofFile path: String) -> [(name: String, script: String)] {
    [
      ("missing", "rm \(path)"),
      ("empty", ": > \(path)"),
      ("garbage", "head -c 6000 ../noise > \(path)"),
      ("truncated", "truncate -s $(($(stat -c %s \(path)) / 2)) \(path)"),
      ("bits flipped", "python3 ../flip.py \(path)"),
      ("a folder in its place", "rm \(path); mkdir \(path)"),
      ("a pipe in its place", "rm \(path); mkfifo \(path)"),
      ("without an end", "rm \(path); ln -s /dev/zero \(path)"),
      ("unreadable", "chmod 000 \(path)"),
      ("unwritable", "chmod 444 \(path)"),
    ]
  }

  private static func sql(_ path: String, _ statements: String) -> String {
    """
    python3 -c "import sqlite3
    d = sqlite3.connect('\(path)'); d.executescript('''\(statements)'''); d.commit(); d.close()"
    """
  }
}
