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
    var wrapper = LineWrapper(text: self[...], width: width)
    return wrapper.wrap()
  }
}

/// Breaks one text into lines; see ``Swift/StringProtocol/wrapped(to:)``.
private struct LineWrapper {
  let text: Substring
  let width: Int
  private var lines: [Substring] = []
  private var lineStart: Substring.Index
  /// The columns from the line's start to where the reading is.
  private var column = 0
  private var lastBreak: Break?
  private var isAfterSpace = false

  /// A place where the line may end: what is between `end` and `next` is left out.
  private struct Break {
    var end: Substring.Index
    var next: Substring.Index
    /// The column of `next`.
    var column: Int
  }

  init(text: Substring, width: Int) {
    self.text = text
    self.width = width
    lineStart = text.startIndex
  }

  mutating func wrap() -> [Substring] {
    var index = text.startIndex
    while index < text.endIndex {
      let (kind, next) = readCharacter(at: index)
      switch kind {
      case .newline:
        endLine(at: index, next: next)
      case .space(let columns):
        leaveOut(from: index, to: next, upTo: column + columns)
      case .tab:
        leaveOut(from: index, to: next, upTo: tabStop(after: column))
      case .text(let columns, let isWide):
        if isWide, !isAfterSpace {
          lastBreak = Break(end: index, next: index, column: column)
        }
        makeRoom(for: columns, at: index)
        column += columns
        if isWide { lastBreak = Break(end: next, next: next, column: column) }
        isAfterSpace = false
      }
      index = next
    }
    endLine(at: index, next: index)
    return lines
  }

  /// Notes that the line may end before a space, which the next one then does not start with.
  private mutating func leaveOut(
    from index: Substring.Index, to next: Substring.Index, upTo column: Int
  ) {
    let end = isAfterSpace ? lastBreak?.end ?? index : index
    lastBreak = Break(end: end, next: next, column: column)
    self.column = column
    isAfterSpace = true
  }

  /// Ends lines until `columns` more fit on the one that is being filled.
  private mutating func makeRoom(for columns: Int, at index: Substring.Index) {
    while column + columns > width, index > lineStart {
      guard let place = lastBreak, place.next > lineStart else {
        lines.append(text[lineStart..<index])
        lineStart = index
        column = 0
        lastBreak = nil
        return
      }
      // An indentation alone is no line.
      if place.end > lineStart { lines.append(text[lineStart..<place.end]) }
      lineStart = place.next
      column -= place.column
      lastBreak = nil
    }
  }

  private mutating func endLine(at index: Substring.Index, next: Substring.Index) {
    // Spaces that hang over the edge are left out.
    let end = column > width && isAfterSpace ? lastBreak?.end ?? index : index
    lines.append(text[lineStart..<max(lineStart, end)])
    lineStart = next
    column = 0
    lastBreak = nil
    isAfterSpace = false
  }

  private enum Kind {
    case newline
    /// A space of so many columns, where a line may end.
    case space(Int)
    case tab
    /// Anything else, of so many columns; a line may end before and after a wide one.
    case text(Int, isWide: Bool)
  }

  /// The kind of the character at `index`, and where the next one starts.
  private func readCharacter(at index: Substring.Index) -> (Kind, Substring.Index) {
    let bytes = text.utf8
    let byte = bytes[index]
    let after = bytes.index(after: index)
    // Two ASCII characters in a row are two characters, but for a carriage return and line feed.
    if byte < 0x80, byte != 0x0D, after == text.endIndex || bytes[after] < 0x80 {
      switch byte {
      case 0x0A: return (.newline, after)
      case 0x09: return (.tab, after)
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
    case "\t": return (.tab, next)
    case " ", "\u{3000}": return (.space(width), next)
    default: return (.text(width, isWide: width == 2), next)
    }
  }
}
