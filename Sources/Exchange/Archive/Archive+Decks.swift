import Decks

extension Archive {
  /// Why the deck files cannot be written as they are; nil if they can.
  public var deckFault: String? {
    guard decks.count <= Self.mostDecks else { return "there are more than 10,000 decks in it" }
    var names: Set<String> = []
    for deck in decks {
      guard Self.isFileName(deck.name) else { return "“\(deck.name)” is no name of a deck's file" }
      guard names.insert(deck.name.lowercased()).inserted else {
        return "two decks have the name “\(deck.name)” but for capitals"
      }
      guard deck.text.utf8.count <= DeckReader.byteLimit else {
        return "the deck “\(deck.name)” is larger than 4 MiB"
      }
    }
    return nil
  }

  /// Whether a deck's file may have the name: what nobody sees, or what turns the letters round, could
  /// make it look like another.
  public static func isFileName(_ name: String) -> Bool {
    let isDeck = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    return isDeck && !name.hasPrefix(".") && !name.utf8.contains(UInt8(ascii: "/"))
      && name.utf8.count <= 200
      && name.unicodeScalars.allSatisfy { !$0.isUnseen }
  }

  private static let mostDecks = 10_000
}

extension Unicode.Scalar {
  /// Whether it is a control, a mark that turns the direction of writing, or another that is not seen;
  /// those that join letters and emoji are part of words.
  fileprivate var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: value != 0x200C && value != 0x200D
    default: false
    }
  }
}
