public import Decks

/// A file that decks come from, as it was when the folder was looked at.
public struct DeckSource: Equatable, Sendable {
  public var path: String
  /// Bytes.
  public var size: Int
  /// When anything about it changed last, in nanoseconds since 1970; for a bundled deck its fingerprint.
  public var changed: Int64
  public var origin: Deck.Origin
  /// Its place among the bundled decks; all others come after them, by path.
  public var position: Int

  public init(
    path: String, size: Int, changed: Int64, origin: Deck.Origin, position: Int = .max
  ) {
    self.path = path
    self.size = size
    self.changed = changed
    self.origin = origin
    self.position = position
  }
}
