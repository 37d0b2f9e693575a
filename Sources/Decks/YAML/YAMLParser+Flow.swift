/// Flow collections: `[a, b]` and `{key: value}`.
extension YAMLParser {
  /// Reads what starts with a quote or a bracket.
  mutating func quotedOrFlow(parent: Int) throws(YAMLFault) -> YAMLNode {
    let start = at
    switch current {
    case UInt8(ascii: "["): return try flowSequence()
    case UInt8(ascii: "{"): return try flowMapping()
    case UInt8(ascii: "'"):
      return YAMLNode(content: .scalar(try singleQuoted(parent), isPlain: false), offset: start)
    default:
      return YAMLNode(content: .scalar(try doubleQuoted(parent), isPlain: false), offset: start)
    }
  }

  private mutating func flowSequence() throws(YAMLFault) -> YAMLNode {
    try enter()
    defer { depth -= 1 }
    let start = at
    var items: [YAMLNode] = []
    at += 1
    try skipFlowSpace()
    while current != UInt8(ascii: "]") {
      let line = lineStart
      let item = try flowValue(in: start)
      items.append(try flowPair(from: item, line: line, in: start) ?? item)
      try flowComma(before: "]", in: start)
    }
    at += 1
    return YAMLNode(content: .sequence(items), offset: start)
  }

  /// Reads the value of a list item such as `key: value`, which stands for a mapping of one pair.
  private mutating func flowPair(
    from item: YAMLNode, line: Int, in start: Int
  ) throws(YAMLFault) -> YAMLNode? {
    try skipFlowSpace()
    guard isAtFlowColon(after: item) else { return nil }
    let (key, value) = try flowKeyValue(item, line: line, in: start)
    return YAMLNode(
      content: .mapping([YAMLNode.Pair(key: key, keyOffset: item.offset, value: value)]),
      offset: item.offset)
  }

  private mutating func flowMapping() throws(YAMLFault) -> YAMLNode {
    try enter()
    defer { depth -= 1 }
    let start = at
    var pairs = PairList()
    at += 1
    try skipFlowSpace()
    while current != UInt8(ascii: "}") {
      let line = lineStart
      let item = try flowValue(in: start)
      try skipFlowSpace()
      guard isAtFlowColon(after: item) else {
        throw YAMLFault(offset: item.offset, message: "between braces each key needs a `: value`")
      }
      let (key, value) = try flowKeyValue(item, line: line, in: start)
      add(YAMLNode.Pair(key: key, keyOffset: item.offset, value: value), to: &pairs)
      try flowComma(before: "}", in: start)
    }
    at += 1
    return YAMLNode(content: .mapping(pairs.pairs), offset: start)
  }

  /// Whether a `:` that parts key and value stands here; after a quoted key it needs no blank.
  private func isAtFlowColon(after key: YAMLNode) -> Bool {
    guard current == UInt8(ascii: ":") else { return false }
    if case .scalar(_, isPlain: true) = key.content {
      return byte(1).isBlankOrEnd || byte(1).isFlowIndicator
    }
    return true
  }

  /// Reads the value of a key; the next byte is the `:`.
  private mutating func flowKeyValue(
    _ key: YAMLNode, line: Int, in start: Int
  ) throws(YAMLFault) -> (String, YAMLNode) {
    guard lineStart == line, case .scalar(let text, _) = key.content else {
      throw YAMLFault(offset: key.offset, message: "a key is one text on one line")
    }
    at += 1
    let after = at
    try skipFlowSpace()
    switch current {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return (text, empty(after))
    default: return (text, try flowValue(in: start))
    }
  }

  /// Reads a comma, unless the closing bracket comes next.
  private mutating func flowComma(
    before bracket: Unicode.Scalar, in start: Int
  ) throws(YAMLFault) {
    try skipFlowSpace()
    if current == UInt8(ascii: bracket) { return }
    if isAtEnd { throw unclosed(start) }
    guard current == UInt8(ascii: ",") else {
      throw YAMLFault(
        offset: at,
        message: "`,` or `\(bracket)` is wanted here; put a text with `: `, `,`, "
          + "brackets or braces in it in quotes")
    }
    at += 1
    try skipFlowSpace()
  }

  private func unclosed(_ start: Int) -> YAMLFault {
    YAMLFault(
      offset: start,
      message:
        "the bracket that opens here is not closed; put a text that starts with one in quotes"
    )
  }

  /// Reads a value between brackets.
  private mutating func flowValue(in start: Int) throws(YAMLFault) -> YAMLNode {
    while try skipProperty() { try skipFlowSpace() }
    if isAtEnd { throw unclosed(start) }
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
      return try quotedOrFlow(parent: -1)
    case UInt8(ascii: "*"): return alias(inFlow: true)
    default:
      let start = at
      let text = try plainText(parent: -1, inFlow: true)
      return YAMLNode(content: .scalar(text, isPlain: true), offset: start)
    }
  }
}
