import Campaign
import Screen

/// Rows of fields that are one line each, such as the figures of a story.
struct RowTable: Equatable {
  let fields: [FormField]
  private(set) var rows: [[FieldEditor]] = []
  private(set) var row = 0
  private(set) var column = 0

  init(_ fields: [FormField], text: String) {
    self.fields = fields
    write(text)
  }

  mutating func write(_ text: String) {
    rows = text.split(whereSeparator: \.isNewline).map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return fields.enumerated().map { index, field in
        FieldEditor(field, text: cells.indices.contains(index) ? String(cells[index]) : "")
      }
    }
    // One is always there to be written in.
    if rows.isEmpty { rows = [blank] }
    (row, column) = (rows.count - 1, 0)
  }

  private var blank: [FieldEditor] { fields.map { FieldEditor($0, text: $0.initial) } }

  /// The rows in which something is written, with tabs between their fields.
  var text: String {
    written.map { $0.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
  }

  /// The rows in which something is written.
  var written: [[FieldEditor]] { rows.filter { !Self.isEmpty($0) } }

  private static func isEmpty(_ row: [FieldEditor]) -> Bool {
    row.allSatisfy { !$0.isTyped || $0.text.isBlank }
  }

  /// The field that is written in.
  var cell: FieldEditor { rows[row][column] }

  /// Does what a key means here; false if it means nothing, as a step beyond the first or the last field.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .tab:
      if column < fields.count - 1 {
        column += 1
      } else if row < rows.count - 1 {
        (row, column) = (row + 1, 0)
      } else {
        return false
      }
    case .backTab:
      if column > 0 {
        column -= 1
      } else if row > 0 {
        (row, column) = (row - 1, fields.count - 1)
      } else {
        return false
      }
    case .down where row < rows.count - 1: row += 1
    case .up where row > 0: row -= 1
    case .down, .up: return false
    case .enter:
      guard !Self.isEmpty(rows[row]) else { return false }
      if row == rows.count - 1 || !Self.isEmpty(rows[row + 1]) { rows.insert(blank, at: row + 1) }
      (row, column) = (row + 1, 0)
    case .control("k") where Self.isEmpty(rows[row]) && rows.count > 1:
      rows.remove(at: row)
      row = min(row, rows.count - 1)
    default: return rows[row][column].handle(key)
    }
    return true
  }

  mutating func paste(_ text: String) { rows[row][column].paste(text) }

  /// Goes to a row, as where something is wrong in it.
  mutating func open(_ index: Int) {
    // Rows in which nothing is written are not counted where faults are.
    let places = rows.indices.filter { !Self.isEmpty(rows[$0]) }
    if places.indices.contains(index) { (row, column) = (places[index], 0) }
  }

  mutating func enter(fromEnd: Bool) {
    (row, column) = fromEnd ? (rows.count - 1, fields.count - 1) : (0, 0)
  }

  // MARK: - Drawing

  /// Columns of each field but those that are chosen, which take what their name takes.
  private func widths(in width: Int) -> [Int] {
    let chosen = fields.map { field in
      if case .choice(let options) = field.kind {
        max(field.title.displayWidth, options.map(\.title.displayWidth).max() ?? 0)
      } else {
        0
      }
    }
    let gaps = 2 * (fields.count - 1)
    let typed = max(1, chosen.count { $0 == 0 })
    let rest = max(6, (width - gaps - chosen.reduce(0, +)) / typed)
    return chosen.map { $0 == 0 ? rest : $0 }
  }

  /// Rows that it takes: in a narrow window the fields of the row that is on stand below one another.
  func height(isNarrow: Bool) -> Int {
    isNarrow ? rows.count - 1 + fields.count : rows.count + 1
  }

  mutating func layOut(in width: Int, isNarrow: Bool) {
    let widths = isNarrow ? fields.map { _ in width - labelWidth } : widths(in: width)
    for row in rows.indices {
      for column in fields.indices { rows[row][column].layOut(width: widths[column], height: 1) }
    }
  }

  private var labelWidth: Int { (fields.map(\.title.displayWidth).max() ?? 0) + 2 }

  func draw(
    x: Int, y: Int, width: Int, height: Int, isNarrow: Bool, on canvas: inout Canvas
  ) {
    guard height > 0 else { return }
    guard !isNarrow else {
      return drawNarrow(x: x, y: y, width: width, height: height, on: &canvas)
    }
    let widths = widths(in: width)
    var edge = x
    for (field, width) in zip(fields, widths) {
      canvas.draw(field.title.lowercasedFirst.truncated(to: width), x: edge, y: y)
      edge += width + 2
    }
    var position = ListPosition()
    position.select(row)
    position.settle(count: rows.count, height: height - 1)
    for (line, index) in position.window.enumerated() {
      var edge = x
      for (place, width) in widths.enumerated() {
        rows[index][place].drawLine(
          x: edge, y: y + 1 + line, width: width, isOpen: index == row && place == column,
          on: &canvas)
        edge += width + 2
      }
    }
    canvas.drawArrows(
      position, x: x + width, from: y + 1, to: y + position.window.count)
  }

  private func drawNarrow(
    x: Int, y: Int, width: Int, height: Int, on canvas: inout Canvas
  ) {
    // The row that is on comes first where there is no room for the others.
    let before = max(0, min(row, height - fields.count - (row < rows.count - 1 ? 1 : 0)))
    var line = y
    for index in (row - before)..<rows.count where line < y + height {
      if index != row {
        canvas.draw((rows[index].first?.text ?? "").truncated(to: width), x: x, y: line)
        line += 1
        continue
      }
      for (place, field) in fields.enumerated() where line < y + height {
        canvas.draw(field.title.lowercasedFirst, x: x, y: line)
        rows[index][place].drawLine(
          x: x + labelWidth, y: line, width: width - labelWidth, isOpen: place == column,
          on: &canvas)
        line += 1
      }
    }
    if before < row { canvas.draw("↑", x: x + width, y: y, style: .dim) }
    let shown = line - y
    if shown < rows.count - 1 + fields.count - (row - before) {
      canvas.draw("↓", x: x + width, y: line - 1, style: .dim)
    }
  }
}

extension String {
  /// The text as it goes on in a line.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
