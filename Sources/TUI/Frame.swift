import Screen

/// The parts that all screens share: header, body, notice and footer, and where they are.
struct Frame {
  static let smallest = Size(width: 20, height: 6)
  /// Lines longer than this are hard to read.
  private static let widestText = 76

  let size: Size

  /// Whether the window is large enough for anything but a word.
  var isTooSmall: Bool { size.width < Self.smallest.width || size.height < Self.smallest.height }

  /// Whether rows are scarce.
  var isLow: Bool { size.height < 16 }

  /// Columns of text in the body.
  var textWidth: Int { min(size.width - 4, Self.widestText) }
  /// The column where the text of the body begins.
  var left: Int { (size.width - textWidth) / 2 }
  /// The first row of the body.
  var top: Int { size.height < 12 ? 1 : 2 }
  /// The row of the notice, just above the footer.
  var noticeRow: Int { size.height - 2 }
  /// Rows of the body when `reserved` rows above the notice are kept for something else.
  func height(reserving reserved: Int = 0) -> Int { max(0, noticeRow - top - reserved) }

  /// Whether columns are scarce.
  var isNarrow: Bool { size.width < 60 }
  /// The first row of a list, under the line that names its columns.
  var listTop: Int { 2 }
  /// Rows of a list.
  var listHeight: Int { max(0, noticeRow - listTop) }

  /// Draws the rows of a list that its window shows, from a row of the screen on.
  ///
  /// Each is `step` rows high. `draw` is given the index in the list, the row of the screen, and the
  /// style to write with. The selection shows where the list is active, and signs at the edge where it goes
  /// on beyond its window. `isRow` says which can be selected.
  func drawList(
    _ position: ListPosition, from top: Int, step: Int = 1, isActive: Bool = true,
    on canvas: inout Canvas, isRow: (Int) -> Bool = { _ in true },
    draw: (Int, Int, Style, inout Canvas) -> Void
  ) {
    var y = top
    for index in position.window {
      if isActive, isRow(index) {
        for row in 0..<step {
          canvas.mark(
            x: 0, y: y + row, width: size.width,
            as: .steps(position.steps(to: index, where: isRow), again: .enter))
        }
      }
      let isSelected = isActive && index == position.selected
      if isSelected {
        canvas.fill(x: 0, y: y, width: size.width, style: .reverse)
        canvas.focus = (1, y)
      }
      draw(index, y, isSelected ? .reverse : .plain, &canvas)
      y += step
    }
    canvas.drawArrows(position, x: size.width - 1, from: top, to: y - 1)
  }

  /// Draws the rows of a list that are one text each.
  func drawList(
    _ position: ListPosition, from top: Int, on canvas: inout Canvas, text: (Int) -> String
  ) {
    drawList(position, from: top, on: &canvas) { index, y, style, canvas in
      canvas.draw(text(index).truncated(to: size.width - 2), x: 1, y: y, style: style)
    }
  }

  /// Draws what there is to choose from under a page.
  func drawChoices(
    _ rows: [String], _ position: ListPosition, under page: Page, on canvas: inout Canvas
  ) {
    drawList(position, from: top + page.lines.count, on: &canvas) { index, y, style, canvas in
      canvas.draw(rows[index].truncated(to: textWidth), x: left, y: y, style: style)
    }
  }

  /// Rows under a page.
  func height(under page: Page) -> Int { max(0, noticeRow - top - page.lines.count) }

  /// Draws a page as the body, from a line on.
  func draw(_ page: Page, from scroll: Int = 0, on canvas: inout Canvas) {
    page.draw(on: &canvas, x: left, y: top, height: height(), from: scroll)
    canvas.focus = (left, top)
  }

  /// Draws the header: what this is on the left, where one stands on the right.
  func drawHeader(_ left: String, _ right: String, on canvas: inout Canvas) {
    canvas.fill(x: 0, y: 0, width: size.width, style: .reverse)
    let room = size.width - 2
    let rightWidth = right.displayWidth
    let fits = left.displayWidth + rightWidth + 2 <= room
    let showsRight = fits || rightWidth + 12 <= room
    canvas.draw(
      left.truncated(to: showsRight && !fits ? room - rightWidth - 2 : room), x: 1, y: 0,
      style: .reverse)
    if showsRight {
      canvas.draw(right, x: size.width - 1 - rightWidth, y: 0, style: .reverse)
    }
  }

  /// Draws the keys that work now: at the right the ways out and to the help, which never move, and at
  /// the left as many of the screen's own as fit.
  ///
  /// - Parameters:
  ///   - own: the keys of the screen, the likeliest first.
  ///   - ways: the way out, and that to the help.
  ///   - canvas: what is drawn on.
  func drawFooter(_ own: [KeyHint], ways: [KeyHint], on canvas: inout Canvas) {
    let y = size.height - 1
    var start = size.width - 1
    for way in ways.reversed() {
      start -= way.footerWidth
      draw([way], x: start, y: y, on: &canvas)
      // “?” and “F1” end in the same column, and so the way out before them has its own.
      start -= way.keys.first?.displayWidth == 1 ? 2 : 1
    }
    var end = -1
    let first = own.prefix { hint in
      end += hint.footerWidth + 2
      return end < start
    }
    draw(first, x: 1, y: y, on: &canvas)
  }

  private func draw(_ hints: some Sequence<KeyHint>, x: Int, y: Int, on canvas: inout Canvas) {
    var x = x
    for hint in hints {
      canvas.mark(
        x: x, y: y, width: hint.footerWidth,
        as: hint.keys.first.flatMap { Key(name: $0) }.map { .key($0) })
      x = canvas.draw(hint.keys.first ?? "", x: x, y: y, style: .bold)
      x = canvas.draw(hint.footer ?? "", x: x + 1, y: y) + 2
    }
  }

  /// Draws what the program has to say about the last key, over the end of the body if it is long:
  /// the reason of a problem often stands last.
  func drawNotice(_ notice: Notice?, on canvas: inout Canvas) {
    guard let notice else { return }
    let sign = notice.isProblem ? "! " : ""
    let lines = (sign + notice.text).wrapped(to: size.width - 2).prefix(height())
    for (row, line) in lines.enumerated() {
      let y = noticeRow - lines.count + 1 + row
      canvas.unmark(row: y)
      canvas.fill(x: 0, y: y, width: size.width, style: .plain)
      canvas.draw(line, x: 1, y: y, style: notice.isProblem ? .bold : .plain)
      if notice.isProblem, row == 0 { canvas.draw("!", x: 1, y: y, style: Style(.error)) }
    }
  }
}

extension Canvas {
  /// Draws signs in a column where a list goes on beyond its window.
  mutating func drawArrows(_ position: ListPosition, x: Int, from top: Int, to bottom: Int) {
    guard bottom >= top else { return }
    switch (position.isMoreAbove, position.isMoreBelow) {
    case (true, true) where top == bottom: drawArrow("↕", x: x, y: top)
    case (let above, let below):
      if above { drawArrow("↑", x: x, y: top) }
      if below { drawArrow("↓", x: x, y: bottom) }
    }
  }

  private mutating func drawArrow(_ sign: String, x: Int, y: Int) {
    let isOn = self[x, y].style.attributes.contains(.reverse)
    draw(sign, x: x, y: y, style: isOn ? .reverse : .dim)
  }
}

/// What the program says about what just happened, until the next key.
struct Notice: Equatable {
  var text: String
  var isProblem = false
}
