extension TextEditor {
  /// Draws the lines in view into the room at (x, y), with a sign where there are more.
  ///
  /// With the focus it shows the terminal's cursor. It is laid out for ``size``; for any other room
  /// it is laid out anew each time, which is slow in a long text.
  public func draw(
    on canvas: inout Canvas, x: Int, y: Int, size: Size, hasFocus: Bool, style: Style = .plain
  ) {
    guard size == self.size else {
      var fitting = self
      fitting.layOut(in: size)
      return fitting.draw(on: &canvas, x: x, y: y, size: size, hasFocus: hasFocus, style: style)
    }
    guard size.width > 0, size.height > 0 else { return }

    let lines = layout.lines[top...].prefix(size.height)
    for (row, line) in lines.enumerated() {
      canvas.draw(text[bytes: line.shown], x: x, y: y + row, style: style)
    }
    let right = x + size.width - 1
    if top > 0 { canvas.draw("↑", x: right, y: y, style: .dim) }
    if lines.endIndex < layout.lines.count {
      canvas.draw("↓", x: right, y: y + size.height - 1, style: .dim)
    }
    if hasFocus {
      for row in 0..<size.height {
        canvas.mark(x: x, y: y + row, width: size.width, as: .text(line: row, from: x))
      }
      canvas.focus = (x + cursorColumn, y + lineIndex - top)
      canvas.isCursorShown = true
    }
  }
}
