extension Schema {
  /// For each card all its reviews that count, with what the model expected and made of them.
  ///
  /// A cache of what the reviews come to, so that the progress of years shows at once. The row of
  /// `cache` with its name says what it was made with, and up to which review and which undo. Memory is
  /// computed anew after this step, and this with it.
  static let histories = """
    CREATE TABLE histories (
      card TEXT NOT NULL UNIQUE,
      reviews BLOB NOT NULL
    ) STRICT;
    UPDATE cache SET value = '' WHERE name = 'memory';
    """
}
