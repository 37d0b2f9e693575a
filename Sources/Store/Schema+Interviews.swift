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

  /// Which invitation was taken last: how often it had been changed, and when it was made.
  static let invitations = """
    ALTER TABLE interviews ADD COLUMN sequence INTEGER;
    ALTER TABLE interviews ADD COLUMN invited_at TEXT NOT NULL DEFAULT '';
    """
}
