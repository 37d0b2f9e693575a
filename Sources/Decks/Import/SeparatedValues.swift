/// Questions in a table with a header.
enum SeparatedValues {
  /// Reads the rows.
  ///
  /// The columns are named like the keys of a card, or `question` for `ask`; the items of a list are
  /// parted by ` | `.
  static func drafts(
    _ text: String, separator: Unicode.Scalar, _ faults: inout FaultList
  ) -> [DraftCard] {
    var rows = rows(text, separator: separator, &faults)[...]
    guard let header = rows.popFirst() else { return [] }
    var keys: [CardKey?] = []
    for name in header.fields {
      let name = name.trimmed.lowercased()
      let key = name == "question" ? .ask : CardKey(rawValue: name)
      if key == nil {
        faults.error(
          Place(line: header.line, column: 1),
          unknown(name, among: CardKey.allCases.map(\.rawValue), what: "column"))
      } else if keys.contains(key) {
        faults.error(Place(line: header.line, column: 1), "the column `\(name)` is here twice")
      }
      keys.append(key)
    }
    if !keys.contains(.ask), !faults.hasErrors {
      faults.error(Place(line: header.line, column: 1), "there is no column `ask` or `question`")
    }
    guard !faults.hasErrors else { return [] }

    var drafts: [DraftCard] = []
    for row in rows where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
      guard row.fields.count <= keys.count else {
        faults.error(
          Place(line: row.line, column: 1),
          "this row has \(row.fields.count) fields, the header \(keys.count)")
        continue
      }
      var values: [CardKey: [String]] = [:]
      for case (let key?, let field) in zip(keys, row.fields) where !field.trimmed.isEmpty {
        values[key] =
          if case .list = key.shape { items(of: field) } else { [field.trimmed] }
      }
      if values[.ask] == nil {
        faults.error(Place(line: row.line, column: 1), "this row has no question")
      }
      drafts.append(DraftCard(values: values, line: row.line))
    }
    return drafts
  }

  private static func items(of field: String) -> [String] {
    field.split(separator: " | ").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The rows of a table, with the line where each starts, as RFC 4180 has it: a field in quotes may
  /// hold separators and line ends, and a quote that is doubled.
  private static func rows(
    _ text: String, separator: Unicode.Scalar, _ faults: inout FaultList
  ) -> [(fields: [String], line: Int)] {
    var rows: [(fields: [String], line: Int)] = []
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var (line, rowLine, quoteLine) = (1, 1, 1)
    var (isQuoted, wasQuoted) = (false, false)
    var scalars = Array(text.replacing("\r\n", with: "\n").unicodeScalars)[...]

    func endField() {
      fields.append(String(field))
      field = String.UnicodeScalarView()
      wasQuoted = false
    }
    while let scalar = scalars.popFirst() {
      let isLineEnd = scalar == "\n" || scalar == "\r"
      if isLineEnd { line += 1 }
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        field.append(scalar)
      case "\"" where isQuoted:
        (isQuoted, wasQuoted) = (false, true)
      case _ where isQuoted: field.append(scalar)
      case "\"" where field.isEmpty && !wasQuoted:
        (isQuoted, quoteLine) = (true, line)
      case separator: endField()
      case _ where isLineEnd:
        endField()
        rows.append((fields, rowLine))
        (fields, rowLine) = ([], line)
      case _ where wasQuoted && scalar != " ":
        faults.error(Place(line: line, column: 1), "text goes on after a closing quote")
        return []
      default: field.append(scalar)
      }
    }
    if isQuoted {
      faults.error(Place(line: quoteLine, column: 1), "a quote opens here and is not closed")
      return []
    }
    if !field.isEmpty || !fields.isEmpty || wasQuoted {
      endField()
      rows.append((fields, rowLine))
    }
    return rows
  }
}
