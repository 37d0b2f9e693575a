/// Texts in quotes.
extension YAMLParser {
  /// Reads a text in single quotes, in which a quote is doubled.
  mutating func singleQuoted(_ parent: Int) throws(YAMLFault) -> String {
    let open = at
    at += 1
    var text: [UInt8] = []
    while true {
      switch current {
      case UInt8(ascii: "'"):
        at += 1
        guard current == UInt8(ascii: "'") else { return String(decoding: text, as: UTF8.self) }
        text.append(current)
        at += 1
      case 0x0A, 0x0D: try foldLines(into: &text, keep: 0, open: open, parent: parent)
      case 0: throw unclosedQuote(open)
      default:
        text.append(current)
        at += 1
      }
    }
  }

  /// Reads a text in double quotes, in which `\` starts an escape.
  mutating func doubleQuoted(_ parent: Int) throws(YAMLFault) -> String {
    let open = at
    at += 1
    var text: [UInt8] = []
    // Blanks before this count come from escapes and are not trimmed at a line's end.
    var kept = 0
    while true {
      switch current {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\") where byte(1).isBreak:
        at += 1
        kept = text.count
        try foldLines(into: &text, keep: kept, open: open, parent: parent, isEscaped: true)
        kept = text.count
      case UInt8(ascii: "\\"):
        try escape(into: &text)
        kept = text.count
      case 0x0A, 0x0D:
        try foldLines(into: &text, keep: kept, open: open, parent: parent)
        kept = text.count
      case 0: throw unclosedQuote(open)
      default:
        text.append(current)
        at += 1
      }
    }
  }

  private func unclosedQuote(_ open: Int) -> YAMLFault {
    YAMLFault(
      offset: open,
      message: "the quote that opens here is not closed; a text that starts with a quote "
        + "is put in quotes as a whole, '\"Like this,\" she said.'")
  }

  /// Goes over line ends inside quotes: one becomes a space, of several all but the first stay.
  ///
  /// - Parameters:
  ///   - text: The text so far; blanks at its end are taken off.
  ///   - keep: How much of the text stays in any case.
  ///   - isEscaped: Whether the first line end was escaped and so leaves nothing.
  private mutating func foldLines(
    into text: inout [UInt8], keep: Int, open: Int, parent: Int, isEscaped: Bool = false
  ) throws(YAMLFault) {
    while text.count > keep, let last = text.last, last.isBlank { text.removeLast() }
    var breaks = 0
    while current.isBreak {
      skipLineBreak()
      breaks += 1
      let isMarker = isAtMarker
      while current == UInt8(ascii: " ") { at += 1 }
      let indent = column
      skipBlanks()
      if current.isBreak { continue }
      // A line that starts too far left shows that a quote was forgotten above.
      if isAtEnd || isMarker || indent <= parent { throw unclosedQuote(open) }
    }
    if breaks > 1 {
      text += [UInt8](repeating: 0x0A, count: breaks - 1)
    } else if !isEscaped {
      text.append(0x20)
    }
  }

  /// Reads an escape; the next byte is its `\`.
  private mutating func escape(into text: inout [UInt8]) throws(YAMLFault) {
    let start = at
    let letter = byte(1)
    at += 2
    let value: UInt32
    switch letter {
    case UInt8(ascii: "0"): value = 0
    case UInt8(ascii: "a"): value = 0x07
    case UInt8(ascii: "b"): value = 0x08
    case UInt8(ascii: "t"), UInt8(ascii: "\t"): value = 0x09
    case UInt8(ascii: "n"): value = 0x0A
    case UInt8(ascii: "v"): value = 0x0B
    case UInt8(ascii: "f"): value = 0x0C
    case UInt8(ascii: "r"): value = 0x0D
    case UInt8(ascii: "e"): value = 0x1B
    case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"):
      value = UInt32(letter)
    case UInt8(ascii: "N"): value = 0x85
    case UInt8(ascii: "_"): value = 0xA0
    case UInt8(ascii: "L"): value = 0x2028
    case UInt8(ascii: "P"): value = 0x2029
    case UInt8(ascii: "x"): value = try hexadecimal(digits: 2, from: start)
    case UInt8(ascii: "u"): value = try hexadecimal(digits: 4, from: start)
    case UInt8(ascii: "U"): value = try hexadecimal(digits: 8, from: start)
    default:
      throw YAMLFault(
        offset: start,
        message: "this escape is unknown; in double quotes a backslash is written `\\\\`")
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw YAMLFault(offset: start, message: "this escape stands for no character")
    }
    if !scalar.isAllowedInText || scalar == "\r" {
      note(
        YAMLFault(
          offset: start, message: "the character \(scalar.code) is not allowed; take it out"))
    } else {
      text += Array(String(scalar).utf8)
    }
  }

  private mutating func hexadecimal(digits: Int, from start: Int) throws(YAMLFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = Character(Unicode.Scalar(current)).hexDigitValue else {
        throw YAMLFault(offset: start, message: "this escape needs \(digits) hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
