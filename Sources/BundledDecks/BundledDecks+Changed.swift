extension BundledDecks {
  /// When a text of the bundled decks was changed last, in seconds since 1970.
  ///
  /// Programs that go by it take such a text anew, and no other; a test names the moment to raise it.
  public static let changed = 1_795_780_800
}
