/// Reads the part of YAML 1.2 that decks are written in.
///
/// That is one document of block and flow mappings and lists, plain, quoted and block texts, and
/// comments. Anchors, aliases, tags, directives, `? ` keys, keys of more than one line and nesting
/// beyond `depthLimit` are faults. Where this parser accepts a document, libyaml reads the same from
/// it; `YAMLAgreementTests` holds it to that.
///
/// It is not built on Yams, because Yams composes only whole documents: it resolves aliases without a
/// trace of where they stood, gives up at the first doubled key, and its check for doubled keys
/// hashes nested keys again on each level, so that a small hostile file keeps it busy for minutes.
/// Here every fault has its place, the cards after one are still read, and time is linear.
struct YAMLParser {
  /// How deep collections may nest. A deck needs four levels.
  static let depthLimit = 32
  /// After how many syntax faults reading stops; it keeps the worst case linear.
  static let syntaxFaultLimit = 100

  /// The document's bytes, with a zero after the last.
  let bytes: [UInt8]
  var at: Int
  /// The offset where the current line starts.
  var lineStart: Int
  var depth = 0
  private(set) var faults: [YAMLFault] = []
  /// Whether reading stopped before the end, so that what is missing may yet be in the file.
  private(set) var isTruncated = false
  private var syntaxFaults = 0

  /// - Parameters:
  ///   - bytes: Text as `SourceText` checked it.
  ///   - start: Where the document starts, after a byte order mark.
  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes + [0]
    at = start
    lineStart = start
  }

  /// Reads the document; nil if there is nothing in it, or nothing that could be read.
  mutating func document() -> YAMLNode? {
    do throws(YAMLFault) {
      try skipToContent()
      if current == UInt8(ascii: "%"), column == 0 {
        throw YAMLFault(offset: at, message: "decks have no directives (lines that start with `%`)")
      }
      var root: YAMLNode?
      if isAtMarker {
        guard current == UInt8(ascii: "-") else { throw strayText }
        at += 3
        root = try blockNode(parent: -1, .marker)
      } else if !isAtEnd {
        root = try blockNode(parent: -1, .top)
      }
      guard !isTruncated else { return root }
      return finish(root)
    } catch {
      stop(at: error)
      return nil
    }
  }

  /// Checks that nothing follows the document.
  private mutating func finish(_ root: YAMLNode?) -> YAMLNode? {
    do throws(YAMLFault) {
      try skipToContent()
      if isAtMarker, current == UInt8(ascii: ".") {
        at += 3
        try expectLineEnd()
        try skipToContent()
      }
      guard isAtEnd else {
        throw isAtMarker
          ? YAMLFault(offset: at, message: "a second document starts here; a deck file holds one")
          : strayText
      }
    } catch {
      stop(at: error)
    }
    return root
  }

  private var strayText: YAMLFault {
    YAMLFault(offset: at, message: "this line belongs to nothing above it; check its indentation")
  }

  /// Records a fault after which reading goes on.
  mutating func note(_ fault: YAMLFault) { faults.append(fault) }

  /// Records a fault after which nothing more is read.
  mutating func stop(at fault: YAMLFault) {
    faults.append(fault)
    isTruncated = true
    at = bytes.count - 1
  }

  /// Records a syntax fault inside a card; false if there have been too many to go on.
  mutating func survives(_ fault: YAMLFault) -> Bool {
    syntaxFaults += 1
    guard syntaxFaults < Self.syntaxFaultLimit else { return false }
    faults.append(fault)
    return true
  }

  mutating func enter() throws(YAMLFault) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw YAMLFault(offset: at, message: "lists and keys nest more than \(Self.depthLimit) deep")
    }
  }
}

// MARK: - Looking and moving

extension YAMLParser {
  var current: UInt8 { bytes[at] }

  func byte(_ ahead: Int) -> UInt8 { at + ahead < bytes.count ? bytes[at + ahead] : 0 }

  /// The bytes before the current one on its line; in indentation these are columns.
  var column: Int { at - lineStart }

  /// Whether all bytes have been read. No text holds a zero, so the one after the last is the end.
  var isAtEnd: Bool { current == 0 }

  /// Whether the line starts with `---` or `...`.
  var isAtMarker: Bool {
    guard column == 0, current == UInt8(ascii: "-") || current == UInt8(ascii: ".") else {
      return false
    }
    return byte(1) == current && byte(2) == current && byte(3).isBlankOrEnd
  }

  /// Whether an indicator stands here by itself, as in `- item` or `key: value`.
  func isAtIndicator(_ character: Unicode.Scalar) -> Bool {
    current == UInt8(ascii: character) && byte(1).isBlankOrEnd
  }

  mutating func skipBlanks() {
    while current.isBlank { at += 1 }
  }

  mutating func skipLineBreak() {
    at += current == 0x0D && byte(1) == 0x0A ? 2 : 1
    lineStart = at
  }

  mutating func skipLine() {
    while !current.isBreak && !isAtEnd { at += 1 }
  }

  /// Skips to the next byte that means something, over blanks, comments and line ends.
  ///
  /// - Throws: A fault if a tab takes part in the indentation of the line that is reached.
  mutating func skipToContent() throws(YAMLFault) {
    while true {
      let isIndentation = at == lineStart
      while current == UInt8(ascii: " ") { at += 1 }
      if current == UInt8(ascii: "\t") {
        let tab = at
        skipBlanks()
        if isIndentation, !current.isBreak, !isAtEnd, current != UInt8(ascii: "#") {
          throw YAMLFault(offset: tab, message: "a tab cannot indent a line; use spaces")
        }
      }
      if current == UInt8(ascii: "#"), isCommentAllowed { skipLine() }
      guard current.isBreak else { return }
      skipLineBreak()
    }
  }

  /// Skips blanks, comments and line ends between the parts of a flow collection.
  mutating func skipFlowSpace() throws(YAMLFault) {
    while true {
      skipBlanks()
      if current == UInt8(ascii: "#"), isCommentAllowed { skipLine() }
      guard current.isBreak else { return }
      skipLineBreak()
      if isAtMarker {
        throw YAMLFault(offset: at, message: "the document ends inside brackets")
      }
    }
  }

  /// A `#` starts a comment only at the start of a line or after a blank.
  private var isCommentAllowed: Bool { column == 0 || bytes[at - 1].isBlank }

  /// Checks that only a comment follows on the line of a finished value.
  mutating func expectLineEnd() throws(YAMLFault) {
    let end = at
    skipBlanks()
    guard !current.isBreak, !isAtEnd else { return }
    guard current != UInt8(ascii: "#") || at == end else { return }
    throw YAMLFault(
      offset: at,
      message: "text goes on after the closing quote or bracket; "
        + "put the whole text in quotes, '…'")
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isBreak: Bool { self == 0x0A || self == 0x0D }
  var isBlankOrEnd: Bool { isBlank || isBreak || self == 0 }

  /// Whether the byte is one of `,[]{}`.
  var isFlowIndicator: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
