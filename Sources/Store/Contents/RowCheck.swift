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
    self.columns = columns.map {
      ($0, shape.names.contains($0) ? .thing : rules[$0], shape.nullable.contains($0))
    }
    model = columns.firstIndex(of: "model")
    self.times = times
  }

  /// The first value that means nothing, in a row that is called so; nil if all do.
  func fault(in values: [PlainTable.Value], row: @autoclosure () -> String) -> ValueFault? {
    for index in values.indices {
      if let complaint = complaint(at: index, in: values) {
        return fault(complaint, at: index, in: values, row: row())
      }
    }
    return nil
  }

  /// All values that mean nothing, each with its place among the columns.
  func faults(in values: [PlainTable.Value], row: String) -> [(index: Int, fault: ValueFault)] {
    values.indices.compactMap { index in
      complaint(at: index, in: values).map {
        (index, fault($0, at: index, in: values, row: row))
      }
    }
  }

  private func complaint(at index: Int, in values: [PlainTable.Value]) -> String? {
    guard columns.indices.contains(index) else { return nil }
    let column = columns[index]
    return values[index] == .null
      ? (column.takesNull ? nil : "is missing")
      : column.rule?.complaint(on: values[index], times, model: model.map { values[$0] })
  }

  private func fault(
    _ complaint: String, at index: Int, in values: [PlainTable.Value], row: String
  ) -> ValueFault {
    let shown = values[index].shown
    return ValueFault(
      table: table, row: row, column: columns[index].name,
      detail: shown.isEmpty ? complaint : "\(shown) \(complaint)")
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
