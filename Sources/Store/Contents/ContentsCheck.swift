import GRDB
import Practice

/// Looks at contents from outside as a whole: whether they fit the tables here, and mean anything.
struct ContentsCheck {
  let shapes: [TableShape]
  let times: PlausibleTimes

  /// - Throws: ``StoreError/unfitting(detail:)`` with the first fault.
  func check(_ contents: [PlainTable]) throws(StoreError) {
    var seen: Set<String> = []
    for table in contents {
      guard seen.insert(table.name).inserted else { throw fault("“\(table.name)” is there twice") }
      guard !table.rows.isEmpty else { continue }
      guard let shape = shapes.first(where: { $0.name == table.name }) else {
        throw fault("there is no “\(table.name)” here; perhaps a newer Starling has written it")
      }
      try check(columnsOf: table, shape)
      try check(rowsOf: table, shape, takenBack: table.name == "reviews" ? undone(contents) : [])
    }
  }

  /// The ids of the reviews that were taken back: those of a wrong clock are among them, and count for
  /// nothing.
  private func undone(_ contents: [PlainTable]) -> Set<PlainTable.Value> {
    guard let undos = contents.first(where: { $0.name == "undos" }),
      let review = undos.columns.firstIndex(of: "review")
    else { return [] }
    return Set(undos.rows.compactMap { $0.indices.contains(review) ? $0[review] : nil })
  }

  private func check(columnsOf table: PlainTable, _ shape: TableShape) throws(StoreError) {
    if let stranger = table.columns.first(where: { !shape.columns.contains($0) }) {
      throw fault("“\(table.name)” has no “\(stranger)”; perhaps a newer Starling has written it")
    }
    let columns = Set(table.columns)
    guard columns.count == table.columns.count else {
      throw fault("“\(table.name)” has a column twice")
    }
    if let missing = shape.required.first(where: { !columns.contains($0) }) {
      throw fault("“\(table.name)” lacks “\(missing)”")
    }
  }

  private func check(
    rowsOf table: PlainTable, _ shape: TableShape, takenBack: Set<PlainTable.Value>
  ) throws(StoreError) {
    let strict = RowCheck(of: table.columns, shape, times)
    let lenient = RowCheck(of: table.columns, shape, .ofHome)
    let number = table.columns.firstIndex(of: "id") ?? table.columns.firstIndex(of: "thing")
    var numbers: Set<PlainTable.Value> = []
    for (index, row) in table.rows.enumerated() {
      guard row.count == table.columns.count else {
        throw fault("\(table.name), row \(index + 1) lacks values")
      }
      let isTakenBack = number.map { takenBack.contains(row[$0]) } ?? false
      let check = isTakenBack ? lenient : strict
      if let found = check.fault(in: row, row: "\(index + 1)") { throw fault("\(found)") }
      if let number, !numbers.insert(row[number]).inserted {
        throw fault("\(table.name), row \(index + 1): an earlier row has the same id")
      }
    }
  }

  private func fault(_ detail: String) -> StoreError { .unfitting(detail: detail) }
}
