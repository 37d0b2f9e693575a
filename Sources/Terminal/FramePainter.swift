import CNcurses
import Glibc
import Screen

/// Copies canvases into ncurses' window, only the rows that are new, and sends each in one piece.
struct FramePainter {
  private let window: UnsafeMutablePointer<WINDOW>
  private let palette: Palette
  /// What the window holds; `nil` when that is unknown.
  private var shown: Canvas?
  private var cells: [cchar_t] = []

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
      let row = canvas.row(y)
      let isNew = previous.map { $0.row(y) != row } ?? row.contains { $0 != .blank }
      if isNew { paint(row, at: Int32(y)) }
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

  private mutating func paint(_ row: ArraySlice<Cell>, at y: Int32) {
    cells.removeAll(keepingCapacity: true)
    // The blank rest of the row is what clearing leaves.
    let end = (row.lastIndex { $0 != .blank } ?? row.startIndex - 1) + 1
    for index in row.startIndex..<end where !row[index].isContinuation {
      let next = row.index(after: index)
      append(row[index], isWide: next < row.endIndex && row[next].isContinuation)
    }
    wmove(window, y, 0)
    wclrtoeol(window)
    // Doesn't wrap or scroll, and leaves out a wide character that is cut by the edge.
    mvwadd_wchnstr(window, y, 0, cells, Int32(cells.count))
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
      append([0xFFFD, 0], style)
      if isWide { append([0x20, 0], style) }
      return
    }
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: Cell.scalarLimit + 1) { characters in
      for index in 0..<Cell.scalarLimit {
        characters[index] = wchar_t(bitPattern: cell.scalarValue(at: index))
      }
      characters[Cell.scalarLimit] = 0
      append(UnsafeBufferPointer(characters), style)
    }
  }

  private mutating func append(
    _ characters: some Collection<wchar_t>, _ style: (attributes: attr_t, pair: Int32)
  ) {
    var cell = cchar_t()
    _ = characters.withContiguousStorageIfAvailable {
      curses_set_cell(&cell, $0.baseAddress, style.attributes, style.pair)
    }
    cells.append(cell)
  }
}
