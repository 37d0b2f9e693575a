extension Int {
  /// The number with its noun: `1 card`, `3 cards`.
  func of(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}
