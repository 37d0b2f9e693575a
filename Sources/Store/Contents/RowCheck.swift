import GRDB
import Practice
import Scheduler

/// Looks at the rows of one table, whether what is in their columns means anything.
struct RowCheck {
  private let table: String
  private let columns: [(name: String, rule: ColumnRule?, takesNull: Bool)]
  private let model: Int?
  private let now: Timestamp

  /// - Parameters:
  ///   - columns: those of the rows that come, in their order; all are the table's.
  ///   - shape: what the schema says of the table.
  init(of columns: [String], _ shape: TableShape, at now: Timestamp) {
    table = shape.name
    let rules = TableRules.all[shape.name] ?? [:]
    self.columns = columns.map { ($0, rules[$0], shape.nullable.contains($0)) }
    model = columns.firstIndex(of: "model")
    self.now = now
  }

  /// The first value that means nothing; nil if all do.
  ///
  /// - Parameter row: how the row is called in the fault.
  func fault(in values: [PlainTable.Value], row: @autoclosure () -> String) -> ValueFault? {
    for (column, value) in zip(columns, values) {
      let complaint =
        value == .null
        ? (column.takesNull ? nil : "is missing")
        : column.rule?.complaint(on: value, at: now, model: model.map { values[$0] })
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
