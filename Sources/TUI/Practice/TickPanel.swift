import Practice
import Screen

/// The lines to tick, each with its key: with their words beside the page or under it, or where rows
/// are scarce as keys alone.
struct TickPanel {
  private let lines: [TickLine]
  private let ticks: Set<Tick>
  let form: Form

  enum Form: Equatable {
    /// In a column of their own, on the right.
    case beside
    /// Under the page, a row for each.
    case below
    /// Keys alone; the words are on the page.
    case keys
  }

  /// Columns of the words with what stands before them.
  static let width = 35

  /// So many lines have room under a page.
  private static let fewLines = 6

  /// Words stand beside the page where there is room for each, `rows` rows of the body being taken.
  init(_ lines: [TickLine], ticks: Set<Tick>, in frame: Frame, beside rows: Int) {
    self.lines = lines
    self.ticks = ticks
    if frame.isLow || frame.isNarrow {
      form = .keys
    } else if lines.count <= Self.fewLines {
      form = .below
    } else {
      form =
        frame.textWidth >= 2 * Self.width && frame.height(reserving: rows) >= lines.count
        ? .beside : .keys
    }
  }

  /// How many lines there are to tick.
  var count: Int { lines.count }

  /// Rows that it takes from the page.
  func height(width: Int) -> Int {
    switch form {
    case .beside: 0
    case .below: lines.count
    case .keys: keyRows(width: width).count
    }
  }

  func draw(on canvas: inout Canvas, x: Int, y: Int, width: Int) {
    switch form {
    case .keys:
      for (row, text) in keyRows(width: width).enumerated() {
        canvas.draw(text, x: x, y: y + row, style: .bold)
      }
    case .beside, .below:
      let inset = lines.contains { $0.tick.part != nil } ? 2 : 0
      var part: RubricPart?
      for (row, line) in lines.enumerated() {
        if let own = line.tick.part, own != part {
          canvas.draw(String(own.letter), x: x, y: y + row, style: Style(own.role))
        }
        part = line.tick.part
        canvas.mark(x: x, y: y + row, width: width, as: .key(.character(line.key)))
        canvas.draw(String(line.key), x: x + inset, y: y + row, style: .bold)
        canvas.draw(
          "\(mark(of: line)) \(line.text)".truncated(to: width - inset - 2), x: x + inset + 2,
          y: y + row, style: ticks.contains(line.tick) ? .bold : .plain)
        if ticks.contains(line.tick) {
          canvas.draw(mark(of: line), x: x + inset + 2, y: y + row, style: Style(.good))
        }
      }
    }
  }

  /// Adds the words to a page that has them because there is no room elsewhere.
  func describe(on page: inout Page) {
    guard form == .keys, !lines.isEmpty else { return }
    page.addGap()
    page.add("Ticks", style: .bold)
    for line in lines {
      page.add(line.text, marker: "\(line.key) \(mark(of: line)) ", indent: 1)
    }
  }

  private func mark(of line: TickLine) -> String { ticks.contains(line.tick) ? "✓" : "·" }

  /// `S b✓c·d·  T f✓g·`, on as many rows as it takes.
  private func keyRows(width: Int) -> [String] {
    var groups: [String] = []
    var part: RubricPart?
    for (index, line) in lines.enumerated() {
      if index == 0 || line.tick.part != part {
        groups.append(line.tick.part.map { "\($0.letter) " } ?? "")
      }
      part = line.tick.part
      groups[groups.count - 1] += "\(line.key)\(mark(of: line))"
    }
    var rows: [String] = []
    for group in groups {
      if let last = rows.last, last.displayWidth + 2 + group.displayWidth <= width {
        rows[rows.count - 1] = "\(last)  \(group)"
      } else {
        rows.append(group)
      }
    }
    return rows
  }
}
