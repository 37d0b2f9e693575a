extension Card {
  /// A hash of all the card's texts, which tells whether a card was reworded since a review.
  ///
  /// FNV-1a with 64 bits (Fowler, Noll and Vo) over each text that is there: its key's letter, its
  /// bytes, a zero. It is kept with every review, so it must stay what it is: a new key gets a new
  /// letter and leaves the hashes of cards without it alone. Id, kind, competency, guide points,
  /// links, tags, core, stale and line do not count.
  public var textHash: UInt64 {
    var hash = FNV1a()
    for (key, letter) in CardCode.letters {
      switch key.shape {
      case .ask: hash.add(letter, ask)
      case .text(let path):
        if let text = self[keyPath: path] { hash.add(letter, text) }
      case .list(let path) where !key.isAboutTheCard:
        for text in self[keyPath: path] { hash.add(letter, text) }
      case .list, .id, .kind, .competency, .core, .stale: break
      }
    }
    return hash.value
  }
}

/// The hash FNV-1a with 64 bits.
struct FNV1a {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  mutating func add(_ letter: UInt8, _ text: String) {
    add(letter)
    for byte in text.utf8 { add(byte) }
    add(0)
  }
}
