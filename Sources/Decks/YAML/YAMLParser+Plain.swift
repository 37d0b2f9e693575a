/// Texts without quotes.
extension YAMLParser {
  /// Reads a plain text with the lines that it goes on over.
  mutating func plainText(parent: Int, inFlow: Bool) throws(YAMLFault) -> String {
    var text = string(try plainLine(inFlow: inFlow))
    try continuePlain(&text, parent: parent, inFlow: inFlow)
    return text
  }

  /// Reads the first line of a plain text, without blanks at its end.
  mutating func plainLine(inFlow: Bool) throws(YAMLFault) -> Range<Int> {
    try checkPlainStart(inFlow: inFlow)
    return restOfPlainLine(inFlow: inFlow)
  }

  private func checkPlainStart(inFlow: Bool) throws(YAMLFault) {
    switch current {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      guard byte(1).isBlankOrEnd || (inFlow && byte(1).isFlowIndicator) else { return }
      let message =
        switch current {
        case UInt8(ascii: "-"): "a list with dashes cannot stand between brackets"
        case UInt8(ascii: "?"):
          "decks have no `? ` keys; put a text that starts with `? ` in quotes"
        default: "a key is missing before this `:`"
        }
      throw YAMLFault(offset: at, message: message)
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      let character = Character(Unicode.Scalar(current))
      throw YAMLFault(
        offset: at,
        message: "a text cannot start with \(character) unless it is in quotes, '\(character)…'")
    default: return
    }
  }

  /// Reads to the end of the line, to a comment, or to a `:` that makes the text a key.
  private mutating func restOfPlainLine(inFlow: Bool) -> Range<Int> {
    let start = at
    var end = at
    while true {
      let byte = current
      if byte == UInt8(ascii: ":") {
        let next = self.byte(1)
        if next.isBlankOrEnd || (inFlow && next.isFlowIndicator) { break }
      }
      if byte.isBreak || isAtEnd || (inFlow && byte.isFlowIndicator) { break }
      if byte == UInt8(ascii: "#"), at > start, bytes[at - 1].isBlank { break }
      at += 1
      if !byte.isBlank { end = at }
    }
    at = end
    return start..<end
  }

  /// Adds the lines below that belong to a plain text: one line end becomes a space, the others stay.
  mutating func continuePlain(
    _ text: inout String, parent: Int, inFlow: Bool
  ) throws(YAMLFault) {
    while true {
      let (end, endLine) = (at, lineStart)
      skipBlanks()
      var breaks = 0
      while current.isBreak {
        skipLineBreak()
        breaks += 1
        while current == UInt8(ascii: " ") { at += 1 }
        // A tab may stand before the text, but only behind enough spaces.
        if current == UInt8(ascii: "\t"), inFlow || column > parent { skipBlanks() }
        let tab = at
        if current == UInt8(ascii: "\t") {
          skipBlanks()
          if !current.isBreak { at = tab }
        }
      }
      let isText =
        breaks > 0 && !isAtEnd && !isAtMarker && current != UInt8(ascii: "#")
        && !current.isBlank && (inFlow ? !current.isFlowIndicator : column > parent)
      guard isText else {
        (at, lineStart) = (end, endLine)
        return
      }
      let range = restOfPlainLine(inFlow: inFlow)
      guard !range.isEmpty else {
        // The line starts with a `:` of its own. In a block that is the fault to show.
        if inFlow { (at, lineStart) = (end, endLine) }
        return
      }
      text += breaks == 1 ? " " : String(repeating: "\n", count: breaks - 1)
      text += string(range)
    }
  }
}
