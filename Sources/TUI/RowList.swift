import Screen

/// A list of rows of several lines, with headings between them, in which one row is on.
///
/// The row that is on is reversed and has a sign, so that it is found in a copied text, too.
struct RowList {
  struct Line {
    var text: String
    /// What stands at the right edge.
    var note = ""
    var style = Style.plain
    /// What of the text was looked for, in characters from its start.
    var found: [Range<Int>] = []
    /// Whether a row begins here, which can be chosen.
    var isRow = false
  }

  private(set) var lines: [Line] = []
  private var position = ListPosition()
  /// The lines in view, as the list was settled last.
  private var height = 0

  /// Which of the rows is on, from 0; nil if there is none.
  var selected: Int? {
    guard lines.indices.contains(position.selected), lines[position.selected].isRow else {
      return nil
    }
    return lines[..<position.selected].count { $0.isRow }
  }

  /// Shows other lines, from the first on.
  mutating func replace(with lines: [Line]) {
    self.lines = lines
    position = ListPosition()
    settle(height: height)
  }

  /// Chooses a row by its number.
  mutating func select(_ row: Int) {
    let rows = lines.indices.filter { lines[$0].isRow }
    if rows.indices.contains(row) { position.select(rows[row]) }
    settle(height: height)
  }

  mutating func move(_ move: ListMove) { position.move(move, where: isRow) }

  mutating func settle(height: Int) {
    self.height = height
    position.settle(count: lines.count, height: height, where: isRow)
  }

  /// Where the row begins that a line is of.
  private func start(ofRowAt index: Int) -> Int { lines[...index].lastIndex { $0.isRow } ?? index }

  private func isRow(_ index: Int) -> Bool { lines.indices.contains(index) && lines[index].isRow }

  /// Draws the lines in view from a row of the screen on, and where they go on beyond it.
  func draw(in frame: Frame, from top: Int, on canvas: inout Canvas) {
    let (left, right) = (frame.left, frame.left + frame.textWidth)
    for (row, index) in position.window.enumerated() {
      let (line, y) = (lines[index], top + row)
      canvas.mark(
        x: 0, y: y, width: frame.size.width,
        as: .steps(position.steps(to: start(ofRowAt: index), where: isRow), again: .enter))
      let isOn = index == position.selected && line.isRow
      if isOn {
        canvas.fill(x: left - 2, y: y, width: frame.textWidth + 2, style: .reverse)
        canvas.draw("▸", x: left - 2, y: y, style: .reverse)
        canvas.focus = (left - 2, y)
      }
      let style = isOn ? Style.reverse : line.style
      let noteWidth = line.note.displayWidth
      let room = frame.textWidth - (noteWidth > 0 ? noteWidth + 2 : 0)
      draw(line, room: room, x: left, y: y, style, on: &canvas)
      if noteWidth > 0 { canvas.draw(line.note, x: right - noteWidth, y: y, style: style) }
    }
    canvas.drawArrows(
      position, x: frame.size.width - 1, from: top, to: top + position.window.count - 1)
  }

  /// Draws a text, with what was looked for in it bold and underlined.
  private func draw(
    _ line: Line, room: Int, x: Int, y: Int, _ style: Style, on canvas: inout Canvas
  ) {
    let text = line.text.truncated(to: room)
    guard !line.found.isEmpty else {
      canvas.draw(text, x: x, y: y, style: style)
      return
    }
    let characters = Array(text)
    var marked = style
    marked.attributes.formUnion([.bold, .underline])
    var (column, place) = (x, 0)
    for range in line.found where range.lowerBound >= place && range.upperBound <= characters.count
    {
      column = canvas.draw(
        String(characters[place..<range.lowerBound]), x: column, y: y, style: style)
      column = canvas.draw(String(characters[range]), x: column, y: y, style: marked)
      place = range.upperBound
    }
    canvas.draw(String(characters[place...]), x: column, y: y, style: style)
  }
}
