/// A grid of cells that a view draws on and a terminal shows.
///
/// Every drawing method takes any position and clips at the edges, so that no window is too small.
/// It is the only door for text: control and format characters stop here.
public struct Canvas: Equatable, Sendable {
  public let size: Size
  /// The cells, row after row.
  public private(set) var cells: [Cell]
  /// Where the person's attention belongs: the terminal's cursor goes there, shown or not.
  public var focus: (x: Int, y: Int) = (0, 0)
  public var isCursorShown = false
  /// What parts of it mean to whoever points at them; no part of how it looks.
  ///
  /// Nil where nobody points, as then nothing of it has to be worked out.
  var spots: [Spot]?

  public init(size: Size, isPointedAt: Bool = false) {
    self.size = size
    spots = isPointedAt ? [] : nil
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// The cell in a column and a row; blank outside the canvas.
  public subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, x < size.width, y >= 0, y < size.height else { return .blank }
    return cells[y * size.width + x]
  }

  /// The cells of a row; empty outside the canvas.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.height else { return [] }
    return cells[y * size.width..<(y + 1) * size.width]
  }

  /// The columns of a row from the first cell to the last that is not as on another canvas of this
  /// size, with both halves of a wide character; empty where the row is the same.
  ///
  /// Found here, where a cell is known to be plain memory; from outside each comparison is a call.
  public func changedColumns(of y: Int, since other: Canvas) -> Range<Int> {
    guard size == other.size, y >= 0, y < size.height else { return 0..<size.width }
    return changedColumns(of: y) { other.cells[$0] }
  }

  /// The columns of a row from the first cell to the last that is not blank.
  public func writtenColumns(of y: Int) -> Range<Int> {
    guard y >= 0, y < size.height else { return 0..<0 }
    return changedColumns(of: y) { _ in .blank }
  }

  private func changedColumns(of y: Int, since old: (Int) -> Cell) -> Range<Int> {
    let row = y * size.width..<(y + 1) * size.width
    guard var first = row.first(where: { cells[$0] != old($0) }),
      let last = row.last(where: { cells[$0] != old($0) })
    else { return 0..<0 }
    var end = last + 1
    if cells[first].isContinuation, first > row.lowerBound { first -= 1 }
    if end < row.upperBound, cells[end].isContinuation { end += 1 }
    return first - row.lowerBound..<end - row.lowerBound
  }

  /// Draws `text` on one line from (x, y) and returns the column after it.
  ///
  /// What lies outside the canvas is left out; a wide character is never cut in half. Tabs go to
  /// the next multiple of eight from `x`, line breaks become spaces.
  @discardableResult @inlinable
  public mutating func draw<Text: StringProtocol>(
    _ text: Text, x: Int, y: Int, style: Style = .plain
  ) -> Int where Text.SubSequence == Substring {
    guard y >= 0, y < size.height, x < size.width else { return x }
    return draw(text[...], x: x, row: y, style)
  }

  @usableFromInline
  mutating func draw(_ text: Substring, x: Int, row: Int, _ style: Style) -> Int {
    var text = text
    // Most text is plain letters as far as it goes.
    let plain = text.withUTF8 { bytes in
      let count = bytes.prefix(while: isPrintableASCII).count
      // What follows the last of them may join it.
      let plain = count == bytes.count ? count : max(0, count - 1)
      drawPlain(bytes[..<plain], x: x, row: row, style)
      return plain
    }
    let end = min(x + plain, size.width)
    guard plain < text.utf8.count, end < size.width else { return end }
    let rest = text[text.utf8.index(text.startIndex, offsetBy: plain)...]
    return drawScanned(rest, from: end, tabsFrom: x, row: row, style)
  }

  /// Draws characters of one byte, each of which takes one column and joins nothing.
  private mutating func drawPlain(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, x: Int, row: Int, _ style: Style
  ) {
    let blank = Cell(" ", style: style)
    overwrite(Self.clip(x, bytes.count, to: size.width), of: row) { column in
      blank.with(bytes[column - x])
    }
  }

  /// Draws text scalar by scalar from a column on; tabs count from `x`.
  private mutating func drawScanned(
    _ text: Substring, from start: Int, tabsFrom x: Int, row: Int, _ style: Style
  ) -> Int {
    var scanner = CellScanner()
    var column = start
    var base: Int?
    for scalar in text.unicodeScalars {
      switch scanner.read(scalar) {
      case .begin(let width):
        guard column + width <= size.width else { return column }
        base = column >= 0 ? row * size.width + column : nil
        put(Cell(scalar, style: style), width: width, x: column, row: row)
        column += width
      case .join:
        if let base { cells[base].append(scalar) }
      case .space:
        guard column < size.width else { return column }
        put(Cell(" ", style: style), width: 1, x: column, row: row)
        column += 1
      case .tab:
        let stop = min(x + tabStop(after: column - x), size.width)
        while column < stop {
          put(Cell(" ", style: style), width: 1, x: column, row: row)
          column += 1
        }
      case .skip: break
      }
    }
    return column
  }

  /// Makes a rectangle blank in `style`, for instance a reversed bar to write on.
  public mutating func fill(x: Int, y: Int, width: Int, height: Int = 1, style: Style) {
    let blank = Cell(" ", style: style)
    let columns = Self.clip(x, width, to: size.width)
    for row in Self.clip(y, height, to: size.height) {
      overwrite(columns, of: row) { _ in blank }
    }
  }

  /// The part of `start..<start + length` that lies in `0..<limit`.
  private static func clip(_ start: Int, _ length: Int, to limit: Int) -> Range<Int> {
    guard start < limit, length > 0 else { return 0..<0 }
    let (sum, isTooBig) = start.addingReportingOverflow(length)
    let end = isTooBig ? limit : min(sum, limit)
    return max(0, start)..<max(0, start, end)
  }

  /// Gives some columns of a row new cells, each of one column; a wide character of which they cover
  /// one half loses the other.
  private mutating func overwrite(
    _ columns: Range<Int>, of row: Int, with cell: (_ column: Int) -> Cell
  ) {
    guard !columns.isEmpty else { return }
    let start = row * size.width
    let (first, after) = (start + columns.lowerBound, start + columns.upperBound)
    if columns.lowerBound > 0, cells[first].isContinuation { cells[first - 1] = .blank }
    if columns.upperBound < size.width, cells[after].isContinuation { cells[after] = .blank }
    cells.withUnsafeMutableBufferPointer { cells in
      for column in columns { cells[start + column] = cell(column) }
    }
  }

  /// Writes one cell; overwriting one half of a wide character blanks its other half.
  private mutating func put(_ cell: Cell, width: Int, x: Int, row: Int) {
    guard x >= 0 else { return }
    let index = row * size.width + x
    if cells[index].isContinuation, x > 0 { cells[index - 1] = .blank }
    let after = index + width
    if x + width < size.width, cells[after].isContinuation { cells[after] = .blank }
    cells[index] = cell
    if width == 2 { cells[index + 1] = .continuation(style: cell.style) }
  }

  /// Puts a character of one byte into a cell, which keeps its style.
  mutating func put(_ ascii: UInt8, at index: Int) {
    cells[index] = Cell(" ", style: cells[index].style).with(ascii)
  }

  public static func == (a: Canvas, b: Canvas) -> Bool {
    a.size == b.size && a.focus == b.focus && a.isCursorShown == b.isCursorShown
      && a.cells == b.cells
  }
}
