import Records

/// What a thing's records say, as far as it can be seen here: what it names may be gone, and comes back with
/// that.
extension ThingRows {
  /// Whether it has its name, where no two may have the same; what lacks it waits for it.
  func isNamed(_ state: ThingState, in table: RecordedTable) -> Bool {
    table.uniqueName.map { state.value(of: $0)?.text != nil } ?? true
  }

  /// Whether all is there without which it cannot be; if not, it is hidden with that.
  func isVisible(_ state: ThingState, in table: RecordedTable) throws -> Bool {
    try table.requirements.allSatisfy { column in
      guard let target = column.target, let id = state.value(of: column.name)?.text else {
        return false
      }
      return try numbers.hasRow(id, in: target)
    }
  }

  /// What is to be seen of a value; nil where there is no place for the field here, which a newer Starling
  /// has set.
  func visible(
    _ value: RecordValue, _ field: String, in table: RecordedTable
  ) throws -> RecordValue? {
    if let column = table.columns.first(where: { $0.name == field }) {
      guard let target = column.target, let id = value.text else { return value }
      return try numbers.hasRow(id, in: target)
        ? .text(numbers.joined.name(of: id, in: target)) : .null
    }
    if let list = table.lists.first(where: { $0.field == field }) {
      guard list.isOfNames, let target = list.columns[0].target else { return value }
      return .list(
        try (value.list ?? []).compactMap { value in
          try value.text.flatMap { id in
            try numbers.hasRow(id, in: target)
              ? .text(numbers.joined.name(of: id, in: target)) : nil
          }
        })
    }
    return table.hasFits && field.hasPrefix(RecordedTable.fitPrefix) ? value : nil
  }
}
