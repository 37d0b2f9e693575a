/// Writes decks as the files that people read and change.
enum DeckYAML {
  /// The part of a file before its cards.
  static func head(id: String, title: String, note: String? = nil, isPack: Bool = false)
    -> String
  {
    var lines = ["id: " + YAMLWriter.text(id), "title: " + YAMLWriter.text(title)]
    if let note { lines.append("note: " + YAMLWriter.text(note)) }
    if isPack { lines.append("pack: true") }
    return (lines + ["cards:"]).map { $0 + "\n" }.joined()
  }

  /// A card as an item of `cards`.
  ///
  /// - Parameters:
  ///   - values: the texts of each key, as a file has them.
  ///   - indent: blanks before it.
  /// - Returns: its lines, each ended.
  static func card(_ values: [CardKey: [String]], indent: Int = 2) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for key in CardKey.allCases {
      guard let texts = values[key], !texts.isEmpty else { continue }
      switch key.shape {
      case .list:
        lines.append("\(key.rawValue):")
        lines += texts.map { "  - " + YAMLWriter.text($0) }
      case .core, .stale:
        lines.append("\(key.rawValue): \(texts.joined())")
      case .id, .kind, .competency, .ask, .text:
        lines.append("\(key.rawValue): \(YAMLWriter.text(texts.joined(separator: " ")))")
      }
    }
    return lines.enumerated().map { margin + ($0 == 0 ? "- " : "  ") + $1 + "\n" }.joined()
  }
}

extension Deck {
  /// The deck as a file that reads as the same deck.
  ///
  /// Comments of the file that it came from are not in it.
  public var yaml: String {
    DeckYAML.head(id: id, title: title, note: note, isPack: isPack)
      + cards.map { DeckYAML.card($0.values) }.joined(separator: "\n")
  }
}

extension Card {
  /// The texts of each key that the card has.
  fileprivate var values: [CardKey: [String]] {
    var values: [CardKey: [String]] = [:]
    for key in CardKey.allCases {
      switch key.shape {
      case .id: values[key] = [id.card]
      case .kind: values[key] = [kind.rawValue]
      case .competency: values[key] = [competency]
      case .ask: values[key] = [ask]
      case .core: values[key] = isCore ? ["true"] : []
      case .stale: values[key] = stale.map { [String($0)] } ?? []
      case .text(let path): values[key] = self[keyPath: path].map { [$0] } ?? []
      case .list(let path): values[key] = self[keyPath: path]
      }
    }
    return values
  }
}
