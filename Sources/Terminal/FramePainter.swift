import CNcurses
import Glibc
import Screen

/// Copies canvases into ncurses' window, of each row only what is new, and sends each in one piece.
struct FramePainter {
  private let window: UnsafeMutablePointer<WINDOW>
  private let palette: Palette
  /// What the window holds; `nil` when that is unknown.
  private var shown: Canvas?
  private var cells: [cchar_t] = []
  /// The characters of one byte, from the space on, as ncurses has them in a style; made once, as most
  /// cells hold one.
  ///
  /// Styles are few, and a dictionary's type would be put together at run time, at every start.
  private var letters: [(style: Style, cells: [cchar_t])] = []

  init(window: UnsafeMutablePointer<WINDOW>, palette: Palette) {
    self.window = window
    self.palette = palette
  }

  /// Forgets what is on the screen, so that the next frame is sent whole.
  mutating func invalidate() {
    clearok(window, true)
    shown = nil
  }

  mutating func show(_ canvas: Canvas) {
    let rows = min(canvas.size.height, Int(getmaxy(window)))
    let previous = shown?.size == canvas.size ? shown : nil
    if previous == nil { werase(window) }
    for y in 0..<rows {
      let columns =
        previous.map { canvas.changedColumns(of: y, since: $0) } ?? canvas.writtenColumns(of: y)
      if !columns.isEmpty { paint(canvas.row(y), columns, at: Int32(y)) }
    }
    shown = canvas

    // A write of its own, but only when it changes.
    curs_set(canvas.isCursorShown ? 1 : 0)
    // A screen reader and a magnifier follow the cursor, so it goes to the focus even when hidden.
    let x = max(0, min(canvas.focus.x, Int(getmaxx(window)) - 1))
    let y = max(0, min(canvas.focus.y, Int(getmaxy(window)) - 1))
    wmove(window, Int32(y), Int32(x))
    wnoutrefresh(window)
    doupdate()
  }

  /// Puts some columns of a row into the window.
  private mutating func paint(_ row: ArraySlice<Cell>, _ columns: Range<Int>, at y: Int32) {
    cells.removeAll(keepingCapacity: true)
    var style: Style?
    var letters: [cchar_t] = []
    for index in columns.lowerBound + row.startIndex..<columns.upperBound + row.startIndex {
      let cell = row[index]
      if let letter = cell.ascii {
        if style != cell.style { letters = self.letters(in: cell.style) }
        style = cell.style
        cells.append(letters[Int(letter - Self.firstLetter)])
      } else if !cell.isContinuation {
        let next = index + 1
        append(cell, isWide: next < row.endIndex && row[next].isContinuation)
      }
    }
    // Doesn't wrap or scroll, and leaves out a wide character that is cut by the edge.
    mvwadd_wchnstr(window, y, Int32(columns.lowerBound), cells, Int32(cells.count))
  }

  private static let firstLetter: UInt8 = 0x20

  private mutating func letters(in style: Style) -> [cchar_t] {
    if let known = letters.first(where: { $0.style == style }) { return known.cells }
    let look = palette[style]
    let made = (Self.firstLetter..<0x7F).map { Self.cell([wchar_t($0), 0], look) }
    letters.append((style, made))
    return made
  }

  /// Adds a cell, or U+FFFD of the same width for one that the C library doesn't know.
  ///
  /// ncurses places text by the C library's `wcwidth`; where that is older or newer than
  /// ``Screen``'s table, columns must not move.
  private mutating func append(_ cell: Cell, isWide: Bool) {
    let style = palette[cell.style]
    let base = wchar_t(bitPattern: cell.scalarValue(at: 0))
    let isKnown = base < 0x7F || Int(wcwidth(base)) == (isWide ? 2 : 1)
    guard isKnown else {
      cells.append(Self.cell([0xFFFD, 0], style))
      if isWide { cells.append(Self.cell([0x20, 0], style)) }
      return
    }
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: Cell.scalarLimit + 1) { characters in
      for index in 0..<Cell.scalarLimit {
        characters[index] = wchar_t(bitPattern: cell.scalarValue(at: index))
      }
      characters[Cell.scalarLimit] = 0
      cells.append(Self.cell(UnsafeBufferPointer(characters), style))
    }
  }

  private static func cell(
    _ characters: some Collection<wchar_t>, _ style: (attributes: attr_t, pair: Int32)
  ) -> cchar_t {
    var cell = cchar_t()
    _ = characters.withContiguousStorageIfAvailable {
      curses_set_cell(&cell, $0.baseAddress, style.attributes, style.pair)
    }
    return cell
  }
}
