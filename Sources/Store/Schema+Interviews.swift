extension Schema {
  /// The interviews the person prepares for; what else is known of an employer comes to stand beside
  /// them.
  static let interviews = """
    CREATE TABLE interviews (
      id INTEGER PRIMARY KEY,
      employer TEXT NOT NULL,
      round INTEGER NOT NULL CHECK (round >= 1),
      starts_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX interviews_by_start ON interviews (starts_ms);
    """
}
