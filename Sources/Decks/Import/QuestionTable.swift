/// Questions in a table, whatever its columns are called and however many there are.
struct QuestionTable {
  private(set) var questions: [FoundQuestion] = []
  private(set) var passedOver: [PassedOver] = []
  /// Names of columns of which no card has anything.
  private(set) var unusedColumns: [String] = []

  /// Reads a table with a header; nil if no column of it is one of questions.
  ///
  /// - Parameters:
  ///   - header: the names of the columns.
  ///   - rows: the others.
  ///   - line: that of the header.
  ///   - known: what the person says of columns, by their names in small letters.
  init?(
    header: [String], rows: [SeparatedValues.Row], line: Int, known: [String: TableColumn] = [:]
  ) {
    var columns = header.map { TableColumn($0, known) }
    let told = known.first { $0.value == .key(.ask) }?.key
    let ask =
      told.flatMap { told in header.firstIndex { $0.stripped.lowercased() == told } }
      ?? Self.askColumn(header, columns, rows)
    guard let ask else { return nil }
    for index in columns.indices where columns[index] == .key(.ask) && index != ask {
      // As “Name” beside “Question”.
      columns[index] = nil
    }
    columns[ask] = .key(.ask)
    read(rows, columns, header)
  }

  /// Reads a table without a header.
  ///
  /// - Parameters:
  ///   - rows: all of it.
  ///   - columns: what each is about; nil for what is passed over.
  init(_ rows: [SeparatedValues.Row], columns: [TableColumn?]) {
    read(rows, columns, [])
  }

  /// The column of the questions: the best name, or what the fields are like.
  private static func askColumn(
    _ header: [String], _ columns: [TableColumn?], _ rows: [SeparatedValues.Row]
  ) -> Int? {
    let named = columns.indices.filter { columns[$0] == .key(.ask) }
    let names = header.map { Words.list($0).joined(separator: " ") }
    let best = named.min {
      (TableColumn.asks.firstIndex(of: names[$0]) ?? .max)
        < (TableColumn.asks.firstIndex(of: names[$1]) ?? .max)
    }
    let likeliest = likeliestColumn(rows, among: columns.indices.filter { columns[$0] == nil })
    guard let best else { return likeliest }
    // A “Title” that asks nothing beside a column that does.
    let isWeak = (TableColumn.asks.firstIndex(of: names[best]) ?? 0) >= TableColumn.asks.count - 5
    return isWeak && !asks(rows, best) ? likeliest ?? best : best
  }

  /// The column in which most fields ask something.
  static func likeliestColumn(_ rows: [SeparatedValues.Row], among columns: [Int]) -> Int? {
    columns.first { asks(rows, $0) }
  }

  private static func asks(_ rows: [SeparatedValues.Row], _ column: Int) -> Bool {
    let fields = rows.prefix(50).compactMap {
      $0.fields.indices.contains(column) ? $0.fields[column] : nil
    }
    .filter { !$0.stripped.isEmpty }
    let asking = fields.count { QuestionWords.isQuestion(InlineMarkup.text($0)) }
    return asking > 0 && asking * 2 > fields.count
  }

  private mutating func read(
    _ rows: [SeparatedValues.Row], _ columns: [TableColumn?], _ header: [String]
  ) {
    var used: Set<Int> = []
    for row in rows {
      let row = Self.joined(row, to: columns.count)
      if columns.count > 0, row.fields.count > columns.count,
        row.fields[columns.count...].contains(where: { !$0.stripped.isEmpty })
      {
        passedOver.append(PassedOver(row.line, .longRow, row.fields.joined(separator: " ")))
        continue
      }
      if let question = question(of: row, columns, header, used: &used) {
        questions.append(question)
      } else {
        passedOver.append(PassedOver(row.line, .row, row.fields.joined(separator: " ").stripped))
      }
    }
    unusedColumns = header.indices.filter { !used.contains($0) && !header[$0].stripped.isEmpty }
      .map { header[$0].stripped }
  }

  /// A row of which a field has a comma in it, though it is not in quotes: what begins with a blank goes on
  /// with the field before it.
  private static func joined(_ row: SeparatedValues.Row, to count: Int) -> SeparatedValues.Row {
    guard count > 0, row.fields.count > count else { return row }
    var joined = row
    joined.fields = []
    for (index, field) in row.fields.enumerated() {
      let excess = joined.fields.count + row.fields.count - index > count
      if excess, field.hasPrefix(" "), let last = joined.fields.last {
        joined.fields[joined.fields.count - 1] = last + "," + field
      } else {
        joined.fields.append(field)
      }
    }
    return joined
  }

  private func question(
    of row: SeparatedValues.Row, _ columns: [TableColumn?], _ header: [String],
    used: inout Set<Int>
  ) -> FoundQuestion? {
    var question = FoundQuestion("", line: row.line)
    var answers: [String] = []
    for (index, (column, field)) in zip(columns, row.fields).enumerated() {
      guard let column else { continue }
      let text = field.stripped
      switch column {
      case .key(.ask):
        question.ask = Self.ask(text)
        used.insert(index)
      case _ where text.isEmpty: continue
      case .key(.note): answers.append(InlineMarkup.htmlText(text))
      case .key(.tags): question.tags += Self.tags(text)
      case .key(let key):
        question.values[key] = if case .list = key.shape { Self.items(of: text) } else { [text] }
      case .category:
        if question.category == nil {
          let name = header.indices.contains(index) ? header[index].stripped : ""
          question.category = FoundQuestion.Category(text: text, sort: .column(name))
        }
        continue
      }
      used.insert(index)
    }
    question.answer = answers.joined(separator: "\n")
    return question.ask.isEmpty ? nil : question
  }

  /// A question without the number or bullet that stands before it.
  private static func ask(_ field: String) -> String {
    let marker = LineMarker(field)
    let isLine = marker.sort == .ordered || marker.sort == .bullet || marker.sort == .question
    let text = isLine && !marker.rest.isEmpty && !field.contains("\n") ? marker.rest : field
    return text.contains("\n") ? text : InlineMarkup.text(text)
  }

  static func tags(_ text: String) -> [String] {
    let hasSigns = text.contains { $0 == "," || $0 == ";" || $0 == "|" }
    return text.split { hasSigns ? $0 == "," || $0 == ";" || $0 == "|" : $0.isWhitespace }
      .map { String($0).stripped }
      .map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }.filter { !$0.isEmpty }
  }

  private static func items(of field: String) -> [String] {
    field.split(separator: " | ").map { String($0).stripped }.filter { !$0.isEmpty }
  }
}
