/// A plot of dots: eight to a cell, drawn with braille patterns.
public struct DotPlot: Equatable, Sendable {
  /// Columns of the plot, in cells; a cell is two dots wide.
  public let width: Int
  /// Rows of the plot, in cells; a cell is four dots high.
  public let height: Int
  /// Row by row, the bits of each cell's pattern.
  private var cells: [UInt8]
  /// Characters that stand in the place of dots.
  private var marks: [Int: Character] = [:]

  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = [UInt8](repeating: 0, count: self.width * self.height)
  }

  /// Sets the dot nearest to a point of the unit square, whose origin is at the lower left; a point
  /// outside counts as the nearest within.
  public mutating func set(x: Double, y: Double) {
    guard !cells.isEmpty else { return }
    set(column: Self.place(x, of: width * 2), row: height * 4 - 1 - Self.place(y, of: height * 4))
  }

  /// Draws a line through points of the unit square, from one to the next.
  public mutating func draw(_ points: [(x: Double, y: Double)]) {
    if let only = points.first, points.count == 1 { set(x: only.x, y: only.y) }
    for (start, end) in zip(points, points.dropFirst()) {
      let steps = max(1, max(width * 2, height * 4))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        set(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
      }
    }
  }

  /// Puts a character, one column wide, in the place of the cell at a point.
  public mutating func mark(x: Double, y: Double, _ character: Character) {
    guard !cells.isEmpty else { return }
    let row = height - 1 - Self.place(y, of: height)
    marks[row * width + Self.place(x, of: width)] = character
  }

  /// The rows of the plot, from the top; each as wide as the plot.
  public var lines: [String] {
    (0..<height).map { row in
      String(
        (0..<width).map { column -> Character in
          let index = row * width + column
          if let mark = marks[index] { return mark }
          guard cells[index] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(cells[index]))
          else { return " " }
          return Character(scalar)
        })
    }
  }

  /// The bits of a braille pattern, by column and row of the dot.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  private mutating func set(column: Int, row: Int) {
    cells[row / 4 * width + column / 2] |= Self.bits[column % 2][row % 4]
  }

  private static func place(_ share: Double, of count: Int) -> Int {
    let share = share > 0 ? min(share, 1) : 0
    return Int((share * Double(count - 1)).rounded())
  }
}
