/// The name of a card for ever: its deck's id and its own, written `deck/card`.
///
/// A card that is reworded keeps its id, and with it its history.
public struct CardID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let deck: String
  public let card: String

  public init(deck: String, card: String) {
    self.deck = deck
    self.card = card
  }

  /// Reads `deck/card`; nil unless both parts are well-formed ids.
  public init?(_ text: String) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let deck = String(text[..<slash])
    let card = String(text[text.utf8.index(after: slash)...])
    guard Self.isWellFormed(deck), Self.isWellFormed(card) else { return nil }
    self.init(deck: deck, card: card)
  }

  public var description: String { "\(deck)/\(card)" }

  /// A number of the card's own, the same for ever and on every machine.
  public var number: UInt64 {
    var hash = FNV1a()
    hash.add(UInt8(ascii: "i"), description)
    return hash.value
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.deck, left.card) < (right.deck, right.card)
  }

  /// Tells whether a text can be the id of a deck or of a card: `[A-Za-z0-9][A-Za-z0-9._-]*`.
  public static func isWellFormed(_ part: String) -> Bool {
    guard let first = part.utf8.first, first.isLetterOrDigit else { return false }
    return part.utf8.allSatisfy {
      $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isLetterOrDigit: Bool {
    let lower = self | 0x20
    return isDigit || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
  }
}
