import Screen

/// What the cells of a screen are there for, row by row: the header, what is selected, what is bold.
///
///     0: header
///     4: selected
///     23: bold 1-5, 24; dim 79
///     focus: 1,4 shown
///
/// Rows and columns count from 0; a role without columns has the whole row. Roles and not colours,
/// because a colour is the theme's: one role looks different in each.
struct ScreenRoles {
  /// The rows with a role, and where the focus is.
  private(set) var text = ""
  /// Cells whose style no role is known for, as a person may read them.
  private(set) var nameless: [String] = []

  init(_ canvas: Canvas) {
    for y in 0..<canvas.size.height {
      let runs = runs(of: y, in: canvas)
      if !runs.isEmpty { text += "\(y): \(Self.line(runs, width: canvas.size.width))\n" }
    }
    text += "focus: \(canvas.focus.x),\(canvas.focus.y)\(canvas.isCursorShown ? " shown" : "")"
  }

  private typealias Run = (role: String, columns: ClosedRange<Int>)

  private mutating func runs(of y: Int, in canvas: Canvas) -> [Run] {
    var runs: [Run] = []
    for (x, cell) in canvas.row(y).enumerated() where cell.style != .plain {
      guard let role = Self.role(of: cell.style, row: y) else {
        nameless.append("\(x),\(y): \(cell.style)")
        continue
      }
      if let last = runs.last, last.role == role, last.columns.upperBound == x - 1 {
        runs[runs.count - 1].columns = last.columns.lowerBound...x
      } else {
        runs.append((role, x...x))
      }
    }
    return runs
  }

  /// What a style is used for in a row; nil for one that no screen used yet.
  private static func role(of style: Style, row: Int) -> String? {
    switch style {
    case .reverse: row == 0 ? "header" : "selected"
    case .bold: "bold"
    case .dim: "dim"
    case Style(.text, .underline): "differs"
    case Style(.text, [.bold, .underline]): "found"
    case Style(.text, [.bold, .underline, .reverse]): "selected found"
    case Style(style.role) where style.role != .text: "\(style.role)"
    default: nil
    }
  }

  /// The roles of a row in the order in which they come first, each with its columns.
  private static func line(_ runs: [Run], width: Int) -> String {
    var roles: [String] = []
    for run in runs where !roles.contains(run.role) { roles.append(run.role) }
    return roles.map { role in
      let columns = runs.filter { $0.role == role }.map(\.columns)
      return columns == [0...width - 1]
        ? role
        : "\(role) "
          + columns.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
          .joined(separator: ", ")
    }.joined(separator: "; ")
  }
}
