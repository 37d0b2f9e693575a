/// Writes ids into a deck file, for cards that have none.
public enum DeckIDs {
  /// Returns the file with an `id` in each card, and the ids that were added.
  ///
  /// Everything else stays as it was, byte for byte: comments, order, line ends.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: What faults call the file.
  ///   - history: Cards that were practised once; their ids are not given again.
  /// - Returns: The new bytes, which are the old ones if nothing was missing.
  /// - Throws: The faults that keep the file from being read as YAML, or the deck from having an id.
  public static func adding(
    to bytes: [UInt8], path: String, history: [CardID] = []
  ) throws(FaultyDeck) -> (bytes: [UInt8], added: [CardID]) {
    let document = Document(bytes, path: path, list: "cards")
    var faults = document.faults
    guard let root = document.root, !faults.hasErrors, case .mapping(let pairs) = root.content,
      let idNode = pairs.first(where: { $0.key == "id" })?.value
    else {
      if !faults.hasErrors { faults.error(.start, "the deck lacks `id`") }
      throw FaultyDeck(faults: faults.faults)
    }
    guard let deck = faults.id(idNode, key: "id") else { throw FaultyDeck(faults: faults.faults) }
    guard case .sequence(let cards)? = pairs.first(where: { $0.key == "cards" })?.value.content
    else { return (bytes, []) }

    var ids: [String] = history.filter { $0.deck == deck }.map(\.card)
    var nameless: [Place] = []
    for card in cards {
      guard case .mapping(let keys) = card.content else { continue }
      if let id = keys.first(where: { $0.key == "id" })?.value {
        if case .scalar(let text, _) = id.content { ids.append(text) }
      } else {
        nameless.append(card.place)
      }
    }
    let written = insert(at: nameless, of: deck, taken: ids, into: bytes)
    // A card squeezed into brackets may have no room for an id; then the file stays as it is.
    let isBroken = Document(written.bytes, path: path, list: "cards").faults.hasErrors
    guard isBroken else { return written }
    for place in nameless {
      faults.error(place, "this card lacks `id`; write it on lines of its own, after a `- `")
    }
    throw FaultyDeck(faults: faults.faults)
  }

  private static func insert(
    at places: [Place], of deck: String, taken: [String], into bytes: [UInt8]
  ) -> (bytes: [UInt8], added: [CardID]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = YAMLLines(Array(bytes[start...]))
    var numbering = CardNumbering(deck: deck, taken: taken)
    var written = Array(bytes[..<start])
    var added: [CardID] = []
    var copied = 0
    for place in places {
      let id = numbering.next()
      added.append(CardID(deck: deck, card: id))
      let key = lines.offset(of: place)
      written += lines.bytes[copied..<key]
      copied = key
      if lines.bytes[key...].first == UInt8(ascii: "{") {
        let isEmpty =
          lines.bytes[(key + 1)...].drop(while: \.isBlank).first == UInt8(ascii: "}")
        written += Array("{id: \(id)\(isEmpty ? "" : ", ")".utf8)
        copied += 1
      } else {
        let line = lines.text((place.line - 1)..<place.line)
        let lineEnd = line.reversed().prefix(while: \.isBreak).reversed()
        written += Array("id: \(id)".utf8) + (lineEnd.isEmpty ? [0x0A] : Array(lineEnd))
        written += [UInt8](repeating: 0x20, count: place.column - 1)
      }
    }
    written += lines.bytes[copied...]
    return (written, added)
  }
}

extension YAMLLines {
  /// The offset of the first byte of the scalar at a place.
  fileprivate func offset(of place: Place) -> Int {
    let line = text((place.line - 1)..<place.line)
    var column = 0
    let offset = line.indices.first { index in
      // Only the first byte of a scalar counts.
      if line[index] & 0xC0 != 0x80 { column += 1 }
      return column == place.column
    }
    return offset ?? line.endIndex
  }
}

/// A deck file cannot be worked on because of faults in it.
public struct FaultyDeck: Error, Equatable, Sendable, CustomStringConvertible {
  /// At least one.
  public var faults: [Fault]

  public init(faults: [Fault]) { self.faults = faults }

  /// The faults, one a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
