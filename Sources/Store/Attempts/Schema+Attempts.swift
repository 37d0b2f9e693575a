extension Schema {
  /// What the person did at each card, beside the grade.
  ///
  /// Attempts are only ever added, as reviews are. One with a review counts as long as that does; one
  /// without can be taken back by a record of its own. `standing` is a cache of what they come to, with
  /// a row only for cards that have something waiting. Lists of names are kept as words.
  static let attempts = """
    CREATE TABLE attempts (
      id INTEGER PRIMARY KEY,
      review INTEGER UNIQUE REFERENCES reviews (id),
      card TEXT NOT NULL,
      kind TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      utc_offset INTEGER NOT NULL,
      purpose TEXT NOT NULL,
      mode TEXT NOT NULL,
      wording INTEGER NOT NULL,
      confidence INTEGER CHECK (confidence BETWEEN 1 AND 4),
      duration_ms INTEGER,
      situation_ms INTEGER,
      task_ms INTEGER,
      action_ms INTEGER,
      result_ms INTEGER,
      learning_ms INTEGER,
      ticks TEXT NOT NULL,
      is_ticked INTEGER NOT NULL CHECK (is_ticked IN (0, 1)),
      story INTEGER,
      parts TEXT NOT NULL,
      regards INTEGER REFERENCES attempts (id)
    ) STRICT;
    CREATE INDEX attempts_by_card ON attempts (card, at_ms);
    CREATE INDEX attempts_by_regard ON attempts (regards) WHERE regards IS NOT NULL;

    CREATE TABLE attempt_texts (
      attempt INTEGER NOT NULL REFERENCES attempts (id),
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (attempt, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attempt_probes (
      attempt INTEGER NOT NULL REFERENCES attempts (id),
      position INTEGER NOT NULL,
      question TEXT NOT NULL,
      result TEXT NOT NULL CHECK (result IN ('answered', 'thin', 'stuck')),
      duration_ms INTEGER,
      PRIMARY KEY (attempt, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attempt_undos (
      id INTEGER PRIMARY KEY,
      attempt INTEGER NOT NULL UNIQUE REFERENCES attempts (id),
      at_ms INTEGER NOT NULL
    ) STRICT;

    \(onlyAdded("attempts"))
    \(onlyAdded("attempt_texts"))
    \(onlyAdded("attempt_probes"))
    \(onlyAdded("attempt_undos"))

    CREATE TABLE standing (
      card TEXT PRIMARY KEY,
      needs_work TEXT NOT NULL,
      stuck INTEGER NOT NULL,
      unchecked_day INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE drafts (
      card TEXT NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      changed_ms INTEGER NOT NULL,
      PRIMARY KEY (card, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE session (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      day INTEGER NOT NULL,
      encoded TEXT NOT NULL
    ) STRICT;
    """

  /// What a person took a question to be after, what it was after by the deck, and how long they thought;
  /// null where they did not say.
  ///
  /// The index is of what Progress reads of that and of drills.
  static let guesses = """
    ALTER TABLE attempts ADD COLUMN guess TEXT;
    ALTER TABLE attempts ADD COLUMN guess_of TEXT;
    ALTER TABLE attempts ADD COLUMN guess_ms INTEGER;
    CREATE INDEX attempts_in_seconds ON attempts (card)
      WHERE guess IS NOT NULL OR purpose IN ('drill', 'panel');
    """

  /// The triggers by which the database refuses anything but adding to a table.
  static func onlyAdded(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_stay BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) are only ever added'); END;
    CREATE TRIGGER \(table)_keep BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) are only ever added'); END;
    """
  }
}
