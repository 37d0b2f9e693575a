import GRDB
import Practice

/// Looks at the rows of one table, whether what is in their columns means anything.
struct RowCheck {
  private let table: String
  private let columns: [(name: String, rule: ColumnRule?, takesNull: Bool)]
  private let model: Int?
  private let times: PlausibleTimes

  /// Looks at rows with these columns of the table, in their order.
  init(of columns: [String], _ shape: TableShape, _ times: PlausibleTimes) {
    table = shape.name
    let rules = TableRules.all[shape.name] ?? [:]
    self.columns = columns.map { ($0, rules[$0], shape.nullable.contains($0)) }
    model = columns.firstIndex(of: "model")
    self.times = times
  }

  /// The first value that means nothing, in a row that is called so; nil if all do.
  func fault(in values: [PlainTable.Value], row: @autoclosure () -> String) -> ValueFault? {
    for (column, value) in zip(columns, values) {
      let complaint =
        value == .null
        ? (column.takesNull ? nil : "is missing")
        : column.rule?.complaint(on: value, times, model: model.map { values[$0] })
      guard let complaint else { continue }
      let shown = value.shown
      return ValueFault(
        table: table, row: row(), column: column.name,
        detail: shown.isEmpty ? complaint : "\(shown) \(complaint)")
    }
    return nil
  }
}

extension PlainTable.Value {
  /// The value for a message: in one line, and not all of a long text.
  fileprivate var shown: String {
    switch self {
    case .null: return ""
    case .integer(let number): return "\(number)"
    case .real(let number): return "\(number)"
    case .text(let text):
      let line = text.prefix(40).map { $0.isNewline ? " " : String($0) }.joined()
      return "“\(line)\(line.utf8.count < text.utf8.count ? "…" : "")”"
    }
  }
}
