extension Int {
  /// The number with its noun: `1 card`, `3 cards`, `2 stories`.
  ///
  /// - Parameters:
  ///   - thing: the noun of one.
  ///   - things: that of several; nil if an `s` makes it.
  /// - Returns: both, with a space between.
  public func of(_ thing: String, _ things: String? = nil) -> String {
    "\(self) \(self == 1 ? thing : things ?? thing + "s")"
  }
}
