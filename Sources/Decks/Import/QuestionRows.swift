/// A text that is a table: with commas, semicolons or tabs between its fields, with a header or without.
struct QuestionRows {
  let table: QuestionTable
  private(set) var openQuote: Int?
  /// Those of a table of which no column is one of questions.
  private(set) var strangeColumns: [String] = []

  /// Nil for a text that is none.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - known: what the person says of columns, by their names in small letters.
  init?(_ text: String, known: [String: TableColumn] = [:]) {
    var rest = text[...]
    var line = 1
    var separators: [Unicode.Scalar] = ["\t", ";", ",", "|"]
    func dropLine() {
      rest = rest.firstIndex(of: "\n").map { rest[rest.index(after: $0)...] } ?? ""
      line += 1
    }
    while !rest.isEmpty, rest.prefix(while: { $0 != "\n" }).stripped.isEmpty { dropLine() }
    let first = rest.prefix { $0 != "\n" }.stripped.lowercased().trimmingCharacters(["\""])
    var isTold = false
    if first.hasPrefix("sep="),
      let separator = first.dropFirst(4).unicodeScalars.first ?? "\t" as Unicode.Scalar?
    {
      separators = [separator]
      isTold = true
      dropLine()
    }
    guard !rest.isEmpty else { return nil }
    let head = rest.prefix(while: { $0 != "\n" })
    // A table of Markdown is a part of a text.
    if Outline.isTable(rest) { return nil }
    for separator in separators where isTold || head.unicodeScalars.contains(separator) {
      let values = SeparatedValues(rest, separator: separator, firstLine: line)
      guard let header = values.rows.first else { continue }
      let rows = Array(values.rows.dropFirst())
      guard isTold || Self.isHeader(header.fields, rows, known) else { continue }
      let named = QuestionTable(
        header: header.fields, rows: rows, line: header.line, known: known)
      guard let found = named else { continue }
      table = found
      openQuote = values.openQuote
      return
    }
    if let found = Self.sole(rest, line) ?? Self.headless(rest, line) {
      table = found
      return
    }
    guard let header = Self.strange(rest, line) else { return nil }
    table = QuestionTable([], columns: [])
    strangeColumns = header
  }

  /// The columns of a table in which nothing asks; nil for a text that is none.
  private static func strange(_ text: Substring, _ line: Int) -> [String]? {
    for separator in ["\t", ";", ","] as [Unicode.Scalar]
    where text.unicodeScalars.prefix(4000).contains(separator) {
      let rows = SeparatedValues(text, separator: separator, firstLine: line).rows
      guard let header = rows.first?.fields.map(\.stripped), rows.count > 1 else { continue }
      let isTable =
        header.count > (separator == "," ? 2 : 1)
        && rows.allSatisfy { $0.fields.count == header.count }
        && header.allSatisfy { $0.split(whereSeparator: \.isWhitespace).count <= 3 }
      guard isTable, !rows.contains(where: { $0.fields.contains(where: QuestionWords.isQuestion) })
      else { continue }
      return header
    }
    return nil
  }

  /// Whether a row names columns: at least one of them is known, and none asks anything.
  private static func isHeader(
    _ fields: [String], _ rows: [SeparatedValues.Row], _ told: [String: TableColumn]
  ) -> Bool {
    let fields = fields.map(\.stripped)
    if fields.contains(where: { told[$0.lowercased()] != nil }) { return true }
    guard fields.count > 1,
      !fields.contains(where: { QuestionWords.isQuestion($0) && TableColumn($0) == nil }),
      fields.allSatisfy({ $0.count <= 60 && LineMarker($0).sort != .question })
    else { return false }
    let known = fields.compactMap { TableColumn($0) }
    // A sentence with a comma, such as “Questions, answers”, is no header unless rows follow it.
    return known.contains(.key(.ask)) && (!rows.isEmpty || fields.count == known.count)
      || known.count > 1 && rows.count > 0
      || known.count == 1 && rows.count > 0 && rows.allSatisfy { $0.fields.count == fields.count }
  }

  /// A table of one column: its lines hold commas, and may stand in quotes.
  private static func sole(_ text: Substring, _ line: Int) -> QuestionTable? {
    let head = text.prefix { $0 != "\n" }.stripped.trimmingCharacters(["\""])
    guard TableColumn(head) == .key(.ask), !head.contains(" "), text.contains("\n") else {
      return nil
    }
    let rows = SeparatedValues(text, separator: "\u{1}", firstLine: line).rows.dropFirst()
    guard !rows.isEmpty,
      rows.allSatisfy({ LineMarker($0.fields.joined().stripped).sort == .none })
    else { return nil }
    let blank = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .contains { $0.stripped.isEmpty }
    guard !blank else { return nil }
    return QuestionTable(Array(rows), columns: [.key(.ask)])
  }

  /// A table without a header: all rows have as many fields, and those of one column ask something.
  private static func headless(_ text: Substring, _ line: Int) -> QuestionTable? {
    for separator in ["\t", ";", ","] as [Unicode.Scalar]
    where text.unicodeScalars.prefix(4000).contains(separator) {
      guard separator == "\t" || !isPunctuation(separator, in: text) else { continue }
      let rows = SeparatedValues(text, separator: separator, firstLine: line).rows
      guard rows.count > 1 || separator == "\t", let first = rows.first else { continue }
      let count = rows.map(\.fields.count).max() ?? 0
      guard count > 1, count <= 64, !first.fields[0].stripped.isEmpty else { continue }
      let isEven =
        separator == "\t"
        ? rows.count { $0.fields.count > 1 } * 3 >= rows.count * 2
        : rows.allSatisfy { $0.fields.count == count }
      // Prose has commas; a table has quotes around those in its fields.
      guard isEven, separator != "," || text.contains("\"") || count > 2 else { continue }
      guard rows.allSatisfy({ LineMarker($0.fields[0].stripped).sort != .bullet }),
        let ask = QuestionTable.likeliestColumn(rows, among: Array(0..<count))
      else { continue }
      return QuestionTable(rows, columns: columns(rows, count: count, ask: ask))
    }
    return nil
  }

  /// Whether a sign parts sentences and not fields: mostly a blank stands behind it.
  private static func isPunctuation(_ separator: Unicode.Scalar, in text: Substring) -> Bool {
    var (all, before) = (0, 0)
    var isAfter = false
    for scalar in text.unicodeScalars {
      if isAfter, scalar == " " { before += 1 }
      isAfter = scalar == separator
      if isAfter { all += 1 }
    }
    return before * 2 > all
  }

  private static func columns(
    _ rows: [SeparatedValues.Row], count: Int, ask: Int
  ) -> [TableColumn?] {
    var hasAnswer = false
    return (0..<count).map { index in
      if index == ask { return .key(.ask) }
      let fields = rows.compactMap {
        $0.fields.indices.contains(index) ? $0.fields[index].stripped : nil
      }
      .filter { !$0.isEmpty }
      if fields.allSatisfy({ Int($0) != nil }) { return nil }
      let different = Set(fields).count
      let areShort = fields.allSatisfy { $0.split(whereSeparator: \.isWhitespace).count <= 3 }
      if areShort, index < ask || hasAnswer || different * 2 <= fields.count { return .category }
      if !hasAnswer, index > ask {
        hasAnswer = true
        return .key(.note)
      }
      return index > ask && areShort ? .key(.tags) : nil
    }
  }
}
