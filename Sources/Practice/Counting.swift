extension Int {
  /// The number with its noun, and with a verb where there is one: `1 card`, `3 cards`, `2 stories`,
  /// `1 row was`, `0 rows were`.
  ///
  /// - Parameters:
  ///   - thing: what follows one.
  ///   - things: what follows other numbers; nil if an `s` makes it.
  /// - Returns: both, with a space between.
  public func of(_ thing: String, _ things: String? = nil) -> String {
    "\(self) \(self == 1 ? thing : things ?? thing + "s")"
  }
}
