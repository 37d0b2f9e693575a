extension StringProtocol where SubSequence == Substring {
  /// The lines of this text when no line may take more than `width` columns.
  ///
  /// Lines are slices of the text, so their indices are the text's own. They break at spaces,
  /// which are then left out, beside wide characters, and inside a word only when it is wider than
  /// a whole line; never inside a character. Every line break of the text starts a new line, a
  /// last one too, and the spaces that indent a line stay. There are no lines when `width` is 0 or
  /// less; a character wider than `width` stands on a line of its own.
  public func wrapped(to width: Int) -> [Substring] {
    guard width > 0 else { return [] }
    let text = self[...]
    // Most paragraphs of a screen are a short line of plain characters.
    if text.utf8.count <= width, text.utf8.allSatisfy(isPrintableASCII) { return [text] }
    return Array(LineWrapper(text, width: width))
  }

  /// The same in `most` lines at most, of which the last one says that there is more.
  public func wrapped(to width: Int, most: Int) -> [String] {
    let lines = wrapped(to: width)
    guard lines.count > most else { return lines.prefix(most).map(String.init) }
    return lines.prefix(most - 1).map(String.init)
      + [
        self[lines[most - 1].startIndex...].split(whereSeparator: \.isNewline).joined(
          separator: " "
        ).truncated(to: width)
      ]
  }
}

/// Breaks a text into lines, one by one; see ``Swift/StringProtocol/wrapped(to:)``.
///
/// A line depends only on the text from its start on, so that after a change nothing but the lines
/// around it has to be looked at again.
struct LineWrapper: Sequence, IteratorProtocol {
  private let text: Substring
  /// At least 1.
  private let width: Int
  /// Where the next line starts; nil after the last one.
  private(set) var start: Substring.Index?

  /// A place where the line may end: what is between `end` and `next` is left out.
  private struct Break {
    var end: Substring.Index
    var next: Substring.Index
  }

  init(_ text: Substring, width: Int) {
    self.text = text
    self.width = width
    start = text.startIndex
  }

  mutating func next() -> Substring? {
    guard var lineStart = start else { return nil }
    var index = lineStart
    var column = 0
    var lastBreak: Break?
    var isAfterSpace = false

    reading: while index < text.endIndex {
      let (kind, next) = readCharacter(at: index, column: column)
      switch kind {
      case .newline:
        start = next
        break reading
      case .space(let columns):
        // The next line doesn't start with the spaces that end this one.
        lastBreak = Break(end: isAfterSpace ? lastBreak?.end ?? index : index, next: next)
        isAfterSpace = true
        column += columns
      case .text(let columns, let isWide):
        if isWide, !isAfterSpace { lastBreak = Break(end: index, next: index) }
        if column + columns > width, index > lineStart {
          guard let place = lastBreak, place.next > lineStart else {
            start = index
            return text[lineStart..<index]
          }
          guard place.end == lineStart else {
            start = place.next
            return text[lineStart..<place.end]
          }
          // An indentation alone is no line.
          lineStart = place.next
          index = lineStart
          column = 0
          lastBreak = nil
          isAfterSpace = false
          continue
        }
        column += columns
        if isWide { lastBreak = Break(end: next, next: next) }
        isAfterSpace = false
      }
      index = next
    }
    if index == text.endIndex { start = nil }
    // Spaces that hang over the edge are left out.
    let end = column > width && isAfterSpace ? lastBreak?.end ?? index : index
    return text[lineStart..<end]
  }

  private enum Kind {
    case newline
    /// A space or tab of so many columns, where a line may end.
    case space(Int)
    /// Anything else, of so many columns; a line may end before and after a wide one.
    case text(Int, isWide: Bool)
  }

  /// The kind of the character at `index`, in a column of its line, and where the next one starts.
  private func readCharacter(
    at index: Substring.Index, column: Int
  ) -> (Kind, Substring.Index) {
    let bytes = text.utf8
    let byte = bytes[index]
    let after = bytes.index(after: index)
    // Two ASCII characters in a row are two characters, but for a carriage return and line feed.
    if byte < 0x80, byte != 0x0D, after == text.endIndex || bytes[after] < 0x80 {
      switch byte {
      case 0x0A: return (.newline, after)
      case 0x09: return (.space(tabStop(after: column) - column), after)
      case 0x20: return (.space(1), after)
      default: return (.text(isPrintableASCII(byte) ? 1 : 0, isWide: false), after)
      }
    }
    let next = text.index(after: index)
    let scalar = text.unicodeScalars[index]
    let width = scalar.displayWidth
    guard text.unicodeScalars.index(after: index) == next else {
      if scalar == "\r" { return (.newline, next) }
      return (.text(text[index..<next].displayWidth, isWide: width == 2), next)
    }
    switch scalar {
    case "\n", "\r": return (.newline, next)
    case "\t": return (.space(tabStop(after: column) - column), next)
    case " ", "\u{3000}": return (.space(width), next)
    default: return (.text(width, isWide: width == 2), next)
    }
  }
}
