/// Block texts: `|` keeps lines, `>` folds them.
extension YAMLParser {
  /// How the line ends after a block text are treated.
  private enum Chomping { case strip, clip, keep }

  /// Reads a block text; the next byte is its `|` or `>`.
  ///
  /// The order of steps is that of libyaml's `yaml_parser_scan_block_scalar`.
  mutating func blockScalar(parent: Int) throws(YAMLFault) -> YAMLNode {
    let start = at
    let isLiteral = current == UInt8(ascii: "|")
    let (chomping, increment) = try blockTextHeader()
    guard at == lineStart else {
      return YAMLNode(content: .scalar("", isPlain: false), offset: start)
    }
    let indent: Int
    if let increment {
      indent = max(parent, 0) + increment
    } else {
      indent = try detectIndent(parent: parent)
    }

    var text: [UInt8] = []
    var hasBreak = false
    var blankLines = try skipBlankLines(indent: indent)
    var wasBlankLed = false
    while column == indent, !isAtEnd {
      let isBlankLed = current.isBlank
      if hasBreak {
        if isLiteral || wasBlankLed || isBlankLed {
          text.append(0x0A)
        } else if blankLines == 0 {
          text.append(0x20)
        }
      }
      text += [UInt8](repeating: 0x0A, count: blankLines)
      wasBlankLed = isBlankLed
      let lineText = at
      skipLine()
      text += bytes[lineText..<at]
      hasBreak = !isAtEnd
      if hasBreak { skipLineBreak() }
      blankLines = try skipBlankLines(indent: indent)
    }
    // What ended the text is read again, with its indentation.
    if !isAtEnd { at = lineStart }
    if hasBreak, chomping != .strip { text.append(0x0A) }
    if chomping == .keep { text += [UInt8](repeating: 0x0A, count: blankLines) }
    return YAMLNode(
      content: .scalar(String(decoding: text, as: UTF8.self), isPlain: false), offset: start)
  }

  /// Reads the rest of the line of a `|` or `>`.
  private mutating func blockTextHeader() throws(YAMLFault) -> (Chomping, Int?) {
    let start = at
    at += 1
    var chomping: Chomping?
    var increment: Int?
    while true {
      switch current {
      case UInt8(ascii: "+") where chomping == nil: chomping = .keep
      case UInt8(ascii: "-") where chomping == nil: chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9") where increment == nil:
        increment = Int(current - UInt8(ascii: "0"))
      default:
        let end = at
        skipBlanks()
        if current == UInt8(ascii: "#"), at > end { skipLine() }
        guard current.isBreak || isAtEnd else {
          let sign = Character(Unicode.Scalar(bytes[start]))
          throw YAMLFault(
            offset: start,
            message: "after `\(sign)` the text starts on the next line; "
              + "put a text that starts with `\(sign)` in quotes")
        }
        if current.isBreak { skipLineBreak() }
        return (chomping ?? .clip, increment)
      }
      at += 1
    }
  }

  /// Finds the indentation of a block text by its first line; the position stays.
  private mutating func detectIndent(parent: Int) throws(YAMLFault) -> Int {
    let (start, startLine) = (at, lineStart)
    defer { (at, lineStart) = (start, startLine) }
    let least = max(parent + 1, 1)
    var deepestBlank = 0
    while true {
      while current == UInt8(ascii: " ") { at += 1 }
      guard current.isBreak else { break }
      deepestBlank = max(deepestBlank, column)
      skipLineBreak()
    }
    if column < least || isAtEnd { return max(least, deepestBlank) }
    if deepestBlank > column {
      throw YAMLFault(
        offset: at, message: "a blank line above is indented more than this first line of the text")
    }
    return column
  }

  /// Skips lines that are blank and the indentation of the next; returns how many were blank.
  private mutating func skipBlankLines(indent: Int) throws(YAMLFault) -> Int {
    var count = 0
    while true {
      while column < indent, current == UInt8(ascii: " ") { at += 1 }
      if column < indent, current == UInt8(ascii: "\t") {
        throw YAMLFault(offset: at, message: "a tab cannot indent a line; use spaces")
      }
      guard current.isBreak else { return count }
      skipLineBreak()
      count += 1
    }
  }
}
