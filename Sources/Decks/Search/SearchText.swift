/// The texts of some cards, folded, one after another, as a ``CardSearch`` looks through them.
public struct SearchText: Equatable, Sendable {
  public private(set) var bytes: [UInt8] = []
  /// Where the text of each card ends in ``bytes``, four bytes for each card, lowest first.
  public private(set) var ends: [UInt8] = []

  /// - Parameters:
  ///   - cards: The cards.
  ///   - deckTitle: The title of their deck, by which they are found, too.
  public init(_ cards: [Card], deckTitle: String) {
    let title = Folding.folded(deckTitle)
    for card in cards {
      bytes += title
      for text in card.searchedTexts {
        bytes.append(UInt8(ascii: "\n"))
        Folding.append(text, to: &bytes)
      }
      end()
    }
  }

  /// The same of any texts.
  public init(_ texts: some Sequence<String>) {
    for text in texts {
      Folding.append(text, to: &bytes)
      end()
    }
  }

  private mutating func end() {
    // No word goes on from one card to the next.
    bytes.append(UInt8(ascii: "\n"))
    withUnsafeBytes(of: UInt32(bytes.count).littleEndian) { ends += $0 }
  }
}

extension Card {
  /// The texts in which a card is looked for.
  fileprivate var searchedTexts: [String] {
    var texts = [id.description, kind.rawValue, competency]
    for (key, _) in CardCode.letters {
      switch key.shape {
      case .ask: texts.append(ask)
      case .text(let path): if let text = self[keyPath: path] { texts.append(text) }
      case .list(let path): texts += self[keyPath: path]
      case .id, .kind, .competency, .core, .stale: break
      }
    }
    return texts
  }
}
