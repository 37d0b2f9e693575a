/// A search for the cards that have each word of a query somewhere, be it within a longer word.
///
/// It runs through all the text there is. That is fast enough for as many cards as anyone has, as
/// they type; it needs no index of words, and it finds parts of words in any script. Case and accents
/// do not matter. Words are parted by blanks; a query without any finds all cards.
public struct CardSearch: Equatable, Sendable {
  let words: [[UInt8]]

  /// Whether anything is looked for.
  public var isSearching: Bool { !words.isEmpty }

  /// - Parameter query: What the person typed so far.
  public init(_ query: String) {
    // The longest word is likely in the fewest cards, and only those are looked at for the others.
    words = Folding.folded(query).split { $0.isBlank || $0.isBreak }.map(Array.init)
      .sorted { $0.count > $1.count }
  }

  /// The cards found, counted from 0, in order.
  ///
  /// - Parameters:
  ///   - text: The bytes of a ``SearchText``.
  ///   - ends: Its ends.
  /// - Returns: The cards.
  /// - Complexity: Linear in the length of the text.
  public func cards(in text: UnsafeRawBufferPointer, ends: UnsafeRawBufferPointer) -> [Int] {
    let texts = CardTexts(text: text, ends: ends)
    var cards = words.first.map(texts.cards) ?? Array(0..<texts.count)
    for word in words.dropFirst() { cards.removeAll { !texts.has(word, card: $0) } }
    return cards
  }
}

extension CardSearch {
  /// The texts found, counted from 0, in order.
  public func texts(in text: SearchText) -> [Int] {
    text.bytes.withUnsafeBytes { bytes in
      text.ends.withUnsafeBytes { cards(in: bytes, ends: $0) }
    }
  }
}

/// The texts of cards, where they are.
private struct CardTexts {
  let text: UnsafeRawBufferPointer
  let ends: UnsafeRawBufferPointer

  var count: Int { ends.count / 4 }

  private func end(of card: Int) -> Int {
    let end = ends.loadUnaligned(fromByteOffset: card * 4, as: UInt32.self)
    return min(Int(UInt32(littleEndian: end)), text.count)
  }

  /// The cards that have a word.
  func cards(with word: [UInt8]) -> [Int] {
    var cards: [Int] = []
    var card = 0
    var start = 0
    while let place = text.firstOffset(of: word, in: start..<text.count) {
      while card < count, end(of: card) <= place { card += 1 }
      guard card < count else { break }
      cards.append(card)
      start = end(of: card)
    }
    return cards
  }

  func has(_ word: [UInt8], card: Int) -> Bool {
    let start = card == 0 ? 0 : end(of: card - 1)
    return text.firstOffset(of: word, in: start..<max(start, end(of: card))) != nil
  }
}
