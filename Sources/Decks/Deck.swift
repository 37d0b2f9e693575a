/// A set of cards that belong together, as one file holds them.
public struct Deck: Equatable, Sendable {
  /// Where a deck comes from.
  public enum Origin: String, Sendable {
    /// Compiled into the program.
    case bundled
    /// A file of the person's own.
    case own
  }

  public var id: String
  public var title: String
  public var note: String?
  /// Whether it is off until the person turns it on (`pack`): questions of one line of work.
  public var isPack: Bool
  public var cards: [Card]
  public var origin: Origin
  /// The path of the deck's file, as it was given.
  public var path: String

  public init(
    id: String, title: String, note: String? = nil, isPack: Bool = false, cards: [Card],
    origin: Origin, path: String
  ) {
    self.id = id
    self.title = title
    self.note = note
    self.isPack = isPack
    self.cards = cards
    self.origin = origin
    self.path = path
  }
}

extension Deck {
  /// The whole deck as text, for `init(encoded:)`: its own texts, then its cards, parted by blank
  /// lines.
  public var encoded: String {
    var bytes: [UInt8] = []
    let head = [id, title, origin.rawValue, path, isPack ? "pack" : "deck"]
    for text in head + (note.map { [$0] } ?? []) {
      CardCode.escape(text, into: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    for card in cards {
      bytes.append(UInt8(ascii: "\n"))
      bytes += card.encoded.utf8
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what `encoded` wrote; nil for anything else.
  public init?(encoded: String) {
    var blocks = Self.blocks(of: Array(encoded.utf8))[...]
    guard let head = blocks.popFirst() else { return nil }
    let texts = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast().map(CardCode.unescape)
    guard (5...6).contains(texts.count), !texts.contains(nil) else { return nil }
    let known = texts.compactMap { $0 }
    guard let origin = Origin(rawValue: known[2]) else { return nil }
    let cards = blocks.map(Card.init(lines:))
    guard !cards.contains(nil) else { return nil }
    self.init(
      id: known[0], title: known[1], note: known.count > 5 ? known[5] : nil,
      isPack: known[4] == "pack", cards: cards.compactMap { $0 }, origin: origin, path: known[3])
  }

  /// The parts between blank lines, each with the line feed that ends it.
  private static func blocks(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var blocks: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices.dropLast()
    where bytes[index] == UInt8(ascii: "\n") && bytes[index + 1] == UInt8(ascii: "\n") {
      blocks.append(bytes[start...index])
      start = index + 2
    }
    if start < bytes.count { blocks.append(bytes[start...]) }
    return blocks
  }
}
