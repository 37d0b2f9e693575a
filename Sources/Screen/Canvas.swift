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

  public init(size: Size) {
    self.size = size
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

  /// Draws `text` on one line from (x, y) and returns the column after it.
  ///
  /// What lies outside the canvas is left out; a wide character is never cut in half. Tabs go to
  /// the next multiple of eight from `x`, line breaks become spaces.
  @discardableResult
  public mutating func draw<Text: StringProtocol>(
    _ text: Text, x: Int, y: Int, style: Style = .plain
  ) -> Int where Text.SubSequence == Substring {
    guard y >= 0, y < size.height, x < size.width else { return x }
    return draw(text[...], x: x, row: y, style)
  }

  private mutating func draw(_ text: Substring, x: Int, row: Int, _ style: Style) -> Int {
    var scanner = CellScanner()
    var column = x
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
    forEachCell(x: x, y: y, width: width, height: height) { canvas, x, y in
      canvas.put(Cell(" ", style: style), width: 1, x: x, row: y)
    }
  }

  /// Gives a rectangle another style and leaves its text.
  public mutating func restyle(x: Int, y: Int, width: Int, height: Int = 1, style: Style) {
    forEachCell(x: x, y: y, width: width, height: height) { canvas, x, y in
      canvas.cells[y * canvas.size.width + x].style = style
    }
  }

  private mutating func forEachCell(
    x: Int, y: Int, width: Int, height: Int, _ body: (inout Canvas, Int, Int) -> Void
  ) {
    for row in Self.clip(y, height, to: size.height) {
      for column in Self.clip(x, width, to: size.width) { body(&self, column, row) }
    }
  }

  /// The part of `start..<start + length` that lies in `0..<limit`.
  private static func clip(_ start: Int, _ length: Int, to limit: Int) -> Range<Int> {
    guard start < limit, length > 0 else { return 0..<0 }
    let (sum, isTooBig) = start.addingReportingOverflow(length)
    let end = isTooBig ? limit : min(sum, limit)
    return max(0, start)..<max(0, start, end)
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

  public static func == (a: Canvas, b: Canvas) -> Bool {
    a.size == b.size && a.focus == b.focus && a.isCursorShown == b.isCursorShown
      && a.cells == b.cells
  }
}
