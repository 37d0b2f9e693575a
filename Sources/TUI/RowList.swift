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
    /// Whether a row begins here, which can be chosen.
    var isRow = false
  }

  private(set) var lines: [Line] = []
  private var position = ListPosition()

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
  }

  /// Chooses a row by its number.
  mutating func select(_ row: Int) {
    let rows = lines.indices.filter { lines[$0].isRow }
    if rows.indices.contains(row) { position.select(rows[row]) }
  }

  mutating func move(_ move: ListMove) { position.move(move, where: isRow) }

  mutating func settle(height: Int) {
    position.settle(count: lines.count, height: height, where: isRow)
  }

  private func isRow(_ index: Int) -> Bool { lines.indices.contains(index) && lines[index].isRow }

  /// Draws the lines in view from a row of the screen on, and where they go on beyond it.
  func draw(in frame: Frame, from top: Int, on canvas: inout Canvas) {
    let (left, right) = (frame.left, frame.left + frame.textWidth)
    for (row, index) in position.window.enumerated() {
      let (line, y) = (lines[index], top + row)
      let isOn = index == position.selected && line.isRow
      if isOn {
        canvas.fill(x: left - 2, y: y, width: frame.textWidth + 2, style: .reverse)
        canvas.draw("▸", x: left - 2, y: y, style: .reverse)
        canvas.focus = (left - 2, y)
      }
      let style = isOn ? Style.reverse : line.style
      let noteWidth = line.note.displayWidth
      let room = frame.textWidth - (noteWidth > 0 ? noteWidth + 2 : 0)
      canvas.draw(line.text.truncated(to: room), x: left, y: y, style: style)
      if noteWidth > 0 { canvas.draw(line.note, x: right - noteWidth, y: y, style: style) }
    }
    frame.drawArrows(position.window, of: lines.count, from: top, on: &canvas)
  }
}
