/// The compact form of a card: one line per text, whose first character names its key.
enum CardCode {
  /// The letter of each key, in the order in which a card is written and hashed.
  ///
  /// Letters are never used again and the order is never changed: the text hash depends on both.
  static let letters: [(key: CardKey, letter: UInt8)] = [
    (.ask, UInt8(ascii: "a")), (.alt, UInt8(ascii: "b")), (.note, UInt8(ascii: "c")),
    (.probing, UInt8(ascii: "d")), (.frame, UInt8(ascii: "e")), (.probes, UInt8(ascii: "f")),
    (.strong, UInt8(ascii: "g")), (.flags, UInt8(ascii: "h")), (.ticks, UInt8(ascii: "i")),
    (.write, UInt8(ascii: "j")), (.feeds, UInt8(ascii: "k")), (.done, UInt8(ascii: "l")),
    (.place, UInt8(ascii: "m")), (.use, UInt8(ascii: "n")), (.audience, UInt8(ascii: "o")),
    (.listen, UInt8(ascii: "p")), (.next, UInt8(ascii: "q")), (.skipIf, UInt8(ascii: "r")),
    (.tempting, UInt8(ascii: "s")), (.better, UInt8(ascii: "t")), (.say, UInt8(ascii: "u")),
    (.guide, UInt8(ascii: "G")), (.id, UInt8(ascii: "I")), (.kind, UInt8(ascii: "K")),
    (.competency, UInt8(ascii: "C")), (.core, UInt8(ascii: "O")), (.stale, UInt8(ascii: "S")),
    (.like, UInt8(ascii: "N")), (.tags, UInt8(ascii: "T")),
  ]

  /// The key of each letter, indexed by the letter.
  static let keys: [CardKey?] = {
    var keys = [CardKey?](repeating: nil, count: 128)
    for (key, letter) in letters { keys[Int(letter)] = key }
    return keys
  }()

  /// The letter of the line number, which is not a key.
  static let line = UInt8(ascii: "L")

  /// Writes a text on one line: `\` becomes `\\`, a line feed `\n`.
  static func escape(_ text: String, into bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += [byte, byte]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      default: bytes.append(byte)
      }
    }
  }

  /// Reads what `escape` wrote; nil if a `\` is followed by something else.
  static func unescape(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        plain.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "\\"): plain.append(byte)
      case UInt8(ascii: "n"): plain.append(UInt8(ascii: "\n"))
      default: return nil
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

extension Card {
  /// The version of `encoded`; what was written under another one must be made again.
  public static let encodingVersion = 1

  /// The whole card as text without a blank line in it, for `init(encoded:)`.
  ///
  /// Bundled decks are compiled in, and the index of a person's own decks is kept, in this form: it
  /// is read some fifty times faster than YAML with all its checks.
  public var encoded: String {
    var bytes: [UInt8] = []
    func add(_ letter: UInt8, _ text: String) {
      bytes.append(letter)
      CardCode.escape(text, into: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    for (key, letter) in CardCode.letters {
      switch key.shape {
      case .id: add(letter, id.description)
      case .kind: add(letter, kind.rawValue)
      case .competency: add(letter, competency)
      case .ask: add(letter, ask)
      case .core: if isCore { add(letter, "") }
      case .stale: if let stale { add(letter, String(stale)) }
      case .text(let path): if let text = self[keyPath: path] { add(letter, text) }
      case .list(let path): for text in self[keyPath: path] { add(letter, text) }
      }
    }
    add(CardCode.line, String(line))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what `encoded` wrote; nil for anything else.
  public init?(encoded: String) {
    self.init(lines: Array(encoded.utf8)[...])
  }

  init?(lines: ArraySlice<UInt8>) {
    var card = Card(id: CardID(deck: "", card: ""), kind: .star, competency: "", ask: "")
    var hasKind = false
    var at = lines.startIndex
    while at < lines.endIndex {
      let letter = lines[at]
      let end = lines[at...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.endIndex
      guard letter < 128, let text = CardCode.unescape(lines[(at + 1)..<max(end, at + 1)]) else {
        return nil
      }
      at = end + 1
      if letter == CardCode.line {
        guard let line = Int(text) else { return nil }
        card.line = line
      } else {
        guard let key = CardCode.keys[Int(letter)], card.take(text, for: key) else { return nil }
        if key == .kind { hasKind = true }
      }
    }
    guard hasKind, !card.id.card.isEmpty, !card.competency.isEmpty, !card.ask.isEmpty else {
      return nil
    }
    self = card
  }

  private mutating func take(_ text: String, for key: CardKey) -> Bool {
    switch key.shape {
    case .id:
      guard let id = CardID(text) else { return false }
      self.id = id
    case .kind:
      guard let kind = CardKind(rawValue: text) else { return false }
      self.kind = kind
    case .competency: competency = text
    case .ask: ask = text
    case .core: isCore = true
    case .stale:
      guard let days = Int(text) else { return false }
      stale = days
    case .text(let path): self[keyPath: path] = text
    case .list(let path): self[keyPath: path].append(text)
    }
    return true
  }
}
