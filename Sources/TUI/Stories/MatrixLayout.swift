import Campaign
import Decks
import Screen

/// Where the parts of the matrix are.
struct MatrixLayout {
  let frame: Frame
  let families: [Family]

  init(_ frame: Frame, families: [Family]) {
    self.frame = frame
    self.families = families
  }

  /// Whether the heads are names, each with a line down to its column, and not numbers.
  private var hasNames: Bool { frame.size.width >= 100 && frame.size.height >= 32 }

  /// Columns of one family.
  private var step: Int { hasNames ? 5 : 3 }

  /// Whether the families have columns at all.
  var showsFamilies: Bool { !frame.isNarrow && frame.size.height >= 12 && !families.isEmpty }

  var titleWidth: Int {
    showsFamilies ? max(8, x(0) - 4) : frame.size.width - 2
  }

  /// The column of a family's signs.
  func x(_ column: Int) -> Int { frame.size.width - 1 - step * (families.count - column) + 1 }

  // MARK: - Rows, from the top

  /// The first row of stories.
  var top: Int { showsFamilies && hasNames ? families.count + 2 : 2 }
  /// Rows of stories.
  var height: Int { max(0, (showsFamilies ? coverRow : fitsRow) - gap - top) }

  // MARK: - Rows, from the bottom

  private var gap: Int { showsFamilies && frame.size.height >= 20 ? 1 : 0 }
  var legendRow: Int { frame.noticeRow - 1 }
  /// What the numbers stand for.
  private var keyRow: Int { legendRow - (hasNames ? 0 : gap + keyRows) }
  /// What stands where a story and a family meet.
  var meetingRow: Int? { !showsFamilies || frame.size.height < 16 ? nil : keyRow - gap - 1 }
  var coverRow: Int { meetingRow.map { $0 - gap - 1 } ?? keyRow - 1 }
  /// In a narrow window, the first of the rows that tell the families of the story.
  var fitsRow: Int { frame.size.height < 10 ? legendRow : legendRow - 1 }

  private var keyColumns: Int { max(1, (frame.size.width - 2) / Self.keyWidth) }
  private var keyRows: Int { (families.count + keyColumns - 1) / keyColumns }
  private static let keyWidth = 19

  // MARK: - Drawing

  /// Draws the heads of the columns; those of the family one is on are bold.
  func drawHeads(on family: Int, on canvas: inout Canvas) {
    canvas.draw("told story", x: 1, y: top - 1)
    guard showsFamilies else { return }
    for column in families.indices {
      let style: Style = column == family ? .bold : .plain
      if hasNames {
        drawName(of: column, style, on: &canvas)
      } else {
        let number = "\(column + 1)".padded(to: 2, align: .right)
        canvas.draw(number, x: x(column) - 1, y: top - 1, style: style)
        let (row, place) = column.quotientAndRemainder(dividingBy: keyColumns)
        let name = families.shortTitle(of: families[column].code)
        canvas.draw(
          "\(number) \(name)", x: 1 + place * Self.keyWidth, y: keyRow + row, style: style)
      }
    }
  }

  /// A name, and the line from it to its column, across those of the names above.
  private func drawName(of column: Int, _ style: Style, on canvas: inout Canvas) {
    let y = column + 1
    var x = canvas.draw(families[column].title, x: 1, y: y, style: style) + 1
    while x < self.x(column) {
      let isCrossing = (0..<column).contains { self.x($0) == x }
      canvas.draw(isCrossing ? "┼" : "─", x: x, y: y, style: .dim)
      x += 1
    }
    canvas.draw("┐", x: x, y: y, style: .dim)
    canvas.draw("│", x: x, y: top - 1, style: .dim)
  }
}
