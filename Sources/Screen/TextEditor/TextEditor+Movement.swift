extension TextEditor {
  /// Moves the cursor as the person asked for; see ``place(at:inLine:)``.
  mutating func move(to offset: Int, inLine line: Int? = nil) {
    history.endRun()
    place(at: offset, inLine: line)
  }

  /// Puts the cursor somewhere: in `line`, if it is between two lines that nothing parts.
  mutating func place(at offset: Int, inLine line: Int? = nil) {
    cursor = offset
    layout.reach(offset, margin: margin, in: text)
    isAfterLine = line.map { $0 < layout.line(at: offset) } ?? false
    goalColumn = nil
    keepCursorInView()
  }

  /// Moves up or down, in the column in which that began.
  mutating func moveLines(_ count: Int) {
    let line = min(max(0, lineIndex + count), layout.lines.count - 1)
    guard line != lineIndex else { return history.endRun() }
    let goal = goalColumn ?? cursorColumn
    move(to: offset(inLine: line, atColumn: goal), inLine: line)
    goalColumn = goal
  }

  /// Moves by as many lines as are in view, but for one.
  mutating func movePages(_ count: Int) {
    let lines = count * max(1, size.height - 1)
    top += lines
    moveLines(lines)
    keepCursorInView()
  }

  mutating func keepCursorInView() {
    let line = lineIndex
    let height = max(1, size.height)
    top = min(max(0, top, line - height + 1), line, max(0, layout.lines.count - height))
  }

  // MARK: Lines

  /// The line that the cursor is on.
  var lineIndex: Int {
    let line = layout.line(at: cursor)
    return isAfterLine ? max(0, line - 1) : line
  }

  func start(ofLine line: Int) -> Int { layout.lines[line].start }

  /// Where a line ends: before the spaces at which it was wrapped, else at the line break.
  func end(ofLine line: Int) -> Int {
    guard line + 1 < layout.lines.count else { return text.utf8.count }
    let next = text.index(atByte: layout.lines[line + 1].start)
    let last = text.utf8.index(before: next)
    return text.utf8[last] == 0x0A ? text.byte(at: last) : layout.lines[line].shown.upperBound
  }

  /// The column of the cursor in its line; spaces that hang over the edge have the last one.
  var cursorColumn: Int {
    let start = layout.lines[lineIndex].shown.lowerBound
    guard start < cursor else { return 0 }
    return min(text[bytes: start..<cursor].displayWidth, layout.width)
  }

  /// The position in a line that is at a column, or nearest before it.
  func offset(inLine line: Int, atColumn goal: Int) -> Int {
    let shown = text[bytes: layout.lines[line].shown]
    var column = 0
    for index in shown.indices {
      let character = shown[index]
      column = character == "\t" ? tabStop(after: column) : column + character.displayWidth
      if column > goal { return text.byte(at: index) }
    }
    return text.byte(at: shown.endIndex)
  }

  // MARK: Characters and words

  func characterStart(before offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    return text.byte(at: text.index(before: text.index(atByte: offset)))
  }

  func characterEnd(after offset: Int) -> Int {
    guard offset < text.utf8.count else { return offset }
    return text.byte(at: text.index(after: text.index(atByte: offset)))
  }

  /// The first position from `offset` on that is not inside a character.
  func characterBoundary(from offset: Int) -> Int {
    let end = characterEnd(after: offset)
    return characterStart(before: end) == offset ? offset : end
  }

  /// Where the word before `offset` starts, spaces between left out.
  func wordStart(before offset: Int) -> Int {
    var index = text.index(atByte: offset)
    var kind: WordKind?
    while index > text.startIndex {
      let before = text.index(before: index)
      let found = WordKind(text[before])
      if let kind, kind != found { break }
      if found != .space { kind = found }
      index = before
    }
    return text.byte(at: index)
  }

  /// Where the word after `offset` ends, spaces between left out.
  func wordEnd(after offset: Int) -> Int {
    var index = text.index(atByte: offset)
    var kind: WordKind?
    while index < text.endIndex {
      let found = WordKind(text[index])
      if let kind, kind != found { break }
      if found != .space { kind = found }
      index = text.index(after: index)
    }
    return text.byte(at: index)
  }
}
