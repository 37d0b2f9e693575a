/// Block collections: mappings and lists by indentation.
extension YAMLParser {
  /// What a node follows, which decides what may stand on the same line.
  enum Place {
    /// The start of the file.
    case top
    /// `---`
    case marker
    /// `- `
    case dash
    /// `key:`
    case key
  }

  /// Reads the node after an indicator, on its line or below it.
  ///
  /// - Parameter parent: The column of the collection that the node is in; −1 for the root.
  mutating func blockNode(parent: Int, _ place: Place) throws(YAMLFault) -> YAMLNode {
    let after = at
    let line = lineStart
    var isSameLine = true
    while true {
      try skipToContent()
      isSameLine = lineStart == line
      let isOutside = isAtEnd || (!isSameLine && (isAtMarker || column <= parent))
      if isOutside { break }
      guard try skipProperty() else { break }
    }
    if isAtEnd || isAtMarker { return empty(after) }
    if isSameLine {
      switch place {
      case .key, .marker: return try lineValue(parent: parent)
      case .top, .dash: return try blockContent(parent: parent)
      }
    }
    if column > parent { return try blockContent(parent: parent) }
    if place == .key, column == parent, isAtIndicator("-") {
      return try blockSequence(indent: parent)
    }
    return empty(after)
  }

  func empty(_ offset: Int) -> YAMLNode {
    YAMLNode(content: .scalar("", isPlain: true), offset: offset)
  }

  /// Notes and skips an anchor or a tag; false if there is none here.
  mutating func skipProperty() throws(YAMLFault) -> Bool {
    switch current {
    case UInt8(ascii: "&"):
      note(
        YAMLFault(
          offset: at,
          message: "decks have no anchors; put a text that starts with `&` in quotes"))
    case UInt8(ascii: "!"):
      note(
        YAMLFault(
          offset: at, message: "decks have no tags; put a text that starts with `!` in quotes"))
    default: return false
    }
    while !current.isBlankOrEnd && !current.isFlowIndicator { at += 1 }
    return true
  }

  /// Notes an alias and skips the rest of its line, or its name in a flow collection.
  mutating func alias(inFlow: Bool) -> YAMLNode {
    let start = at
    note(
      YAMLFault(
        offset: at, message: "decks have no aliases; put a text that starts with `*` in quotes"))
    if inFlow {
      while !current.isBlankOrEnd && !current.isFlowIndicator { at += 1 }
    } else {
      skipLine()
    }
    return YAMLNode(content: .unusable, offset: start)
  }

  /// Reads a value on the line of its key.
  private mutating func lineValue(parent: Int) throws(YAMLFault) -> YAMLNode {
    switch current {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return try blockScalar(parent: parent)
    case UInt8(ascii: "*"): return alias(inFlow: false)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
      let node = try quotedOrFlow(parent: parent)
      try expectLineEnd()
      return node
    default:
      if isAtIndicator("-") {
        throw YAMLFault(
          offset: at, message: "a list starts on a line of its own, below its key")
      }
      let start = at
      let text = try plainText(parent: parent, inFlow: false)
      try expectNoColon()
      return YAMLNode(content: .scalar(text, isPlain: true), offset: start)
    }
  }

  /// Reads a node where a mapping or a list may start.
  private mutating func blockContent(parent: Int) throws(YAMLFault) -> YAMLNode {
    if isAtIndicator("-") { return try blockSequence(indent: column) }
    switch current {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return try blockScalar(parent: parent)
    case UInt8(ascii: "*"): return alias(inFlow: false)
    default: break
    }
    let start = at
    let startLine = lineStart
    let indent = column
    if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'")
      || current == UInt8(ascii: "[") || current == UInt8(ascii: "{")
    {
      let node = try quotedOrFlow(parent: parent)
      let end = at
      skipBlanks()
      guard isAtIndicator(":") else {
        at = end
        try expectLineEnd()
        return node
      }
      guard lineStart == startLine, case .scalar(let key, _) = node.content else {
        throw YAMLFault(offset: start, message: "a key is one text on one line")
      }
      return try blockMapping(indent: indent, key: key, keyOffset: start)
    }
    let line = try plainLine(inFlow: false)
    skipBlanks()
    if isAtIndicator(":") {
      return try blockMapping(indent: indent, key: string(line), keyOffset: start)
    }
    var text = string(line)
    try continuePlain(&text, parent: parent, inFlow: false)
    try expectNoColon()
    return YAMLNode(content: .scalar(text, isPlain: true), offset: start)
  }

  /// Checks that a plain text did not end because of a `: ` in it.
  private mutating func expectNoColon() throws(YAMLFault) {
    skipBlanks()
    guard isAtIndicator(":") else { return }
    throw YAMLFault(
      offset: at,
      message: "a text with `: ` in it must be in quotes, '…'; without them it reads as a key")
  }

  /// Reads a mapping whose first key has been read; the next byte is its `:`.
  private mutating func blockMapping(
    indent: Int, key: String, keyOffset: Int
  ) throws(YAMLFault) -> YAMLNode {
    try enter()
    defer { depth -= 1 }
    var pairs = PairList()
    var (key, offset) = (key, keyOffset)
    let isRoot = depth == 1
    do throws(YAMLFault) {
      while true {
        at += 1
        let value = try blockNode(parent: indent, .key)
        add(YAMLNode.Pair(key: key, keyOffset: offset, value: value), to: &pairs)
        guard try isNextLine(of: indent) else { break }
        (key, offset) = try blockKey(after: key)
      }
    } catch {
      guard isRoot else { throw error }
      stop(at: error)
    }
    return YAMLNode(content: .mapping(pairs.pairs), offset: keyOffset)
  }

  /// Adds a pair to a mapping, or notes that its key is there already.
  mutating func add(_ pair: YAMLNode.Pair, to pairs: inout PairList) {
    if !pairs.add(pair) {
      note(YAMLFault(offset: pair.keyOffset, message: "the key `\(pair.key)` is here twice"))
    }
  }

  /// Goes to the next line; true if it is at the column of the collection being read.
  private mutating func isNextLine(of indent: Int) throws(YAMLFault) -> Bool {
    try skipToContent()
    guard !isAtEnd, !isAtMarker, column >= indent else { return false }
    guard column == indent else {
      throw YAMLFault(
        offset: at, message: "this line is indented more than what it could belong to")
    }
    return true
  }

  /// Reads a key up to its `:`.
  private mutating func blockKey(after previous: String) throws(YAMLFault) -> (String, Int) {
    if isAtIndicator("-") {
      throw YAMLFault(
        offset: at,
        message: "a list item where a key is wanted; is it meant for `\(previous)`, "
          + "which has a value already?")
    }
    while try skipProperty() { skipBlanks() }
    let start = at
    let startLine = lineStart
    var key: String?
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
      if case .scalar(let text, _) = try quotedOrFlow(parent: -1).content { key = text }
    default:
      key = string(try plainLine(inFlow: false))
    }
    skipBlanks()
    guard isAtIndicator(":"), lineStart == startLine, let key else {
      throw YAMLFault(
        offset: start,
        message: "a key and a `: ` are wanted here; a text that goes on below its key's line "
          + "is indented more than the key")
    }
    return (key, start)
  }

  /// Reads a list; the next byte is its first `-`.
  private mutating func blockSequence(indent: Int) throws(YAMLFault) -> YAMLNode {
    try enter()
    defer { depth -= 1 }
    let start = at
    let enclosing = depth
    // The list of cards is on the second level: a fault inside a card spoils only that card.
    let isCards = depth == 2
    var items: [YAMLNode] = []
    while isAtIndicator("-"), column == indent {
      let item = at
      do throws(YAMLFault) {
        at += 1
        items.append(try blockNode(parent: indent, .dash))
        guard try isNextLine(of: indent) else { break }
      } catch {
        guard isCards, survives(error) else { throw error }
        depth = enclosing
        items.append(YAMLNode(content: .unusable, offset: item))
        skipItem(from: item, indent: indent)
      }
    }
    return YAMLNode(content: .sequence(items), offset: start)
  }

  /// Goes from a list item to the next line that is indented no more than the item.
  private mutating func skipItem(from item: Int, indent: Int) {
    at = item
    lineStart = item - indent
    while true {
      skipLine()
      if isAtEnd { return }
      skipLineBreak()
      skipBlanks()
      if current.isBreak || current == UInt8(ascii: "#") { continue }
      if column <= indent { return }
    }
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// The pairs of a mapping being read, which knows its keys.
struct PairList {
  private(set) var pairs: [YAMLNode.Pair] = []
  private var keys: Set<String> = []

  /// Adds a pair; false if there is one with its key.
  mutating func add(_ pair: YAMLNode.Pair) -> Bool {
    // Comparing is faster than hashing while there are few, and a card has few.
    if pairs.count < 24 {
      guard !pairs.contains(where: { $0.key == pair.key }) else { return false }
    } else {
      if keys.isEmpty { keys = Set(pairs.map(\.key)) }
      guard keys.insert(pair.key).inserted else { return false }
    }
    pairs.append(pair)
    return true
  }
}
