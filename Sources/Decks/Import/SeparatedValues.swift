/// The rows of a table whose fields are parted by a character, as RFC 4180 has it.
///
/// A field in quotes may hold separators, line ends, and a quote that is doubled. A quote that is never
/// closed is a character like others, and so are those behind it.
package struct SeparatedValues {
  package struct Row: Equatable, Sendable {
    package var fields: [String]
    /// Where it starts, from 1.
    package var line: Int

    package init(fields: [String], line: Int) { (self.fields, self.line) = (fields, line) }

    package var isEmpty: Bool { fields.allSatisfy { $0.trimmed.isEmpty } }
  }

  /// Without those that have nothing in them.
  package private(set) var rows: [Row] = []
  /// Where a quote is opened that nothing closes.
  package private(set) var openQuote: Int?

  /// - Parameters:
  ///   - text: with line feeds.
  ///   - separator: what parts the fields.
  ///   - line: the number of its first line.
  package init(_ text: some StringProtocol, separator: Unicode.Scalar, firstLine line: Int = 1) {
    let scalars = Array(text.unicodeScalars)
    let begin = (position: 0, line: line)
    if let (position, line) = read(scalars, separator, from: begin, mayQuote: true) {
      openQuote = line
      _ = read(scalars, separator, from: (position, line), mayQuote: false)
    }
    rows.removeAll(where: \.isEmpty)
  }

  /// Reads on.
  ///
  /// - Returns: where the row starts in which a quote is not closed; nil if all was read.
  private mutating func read(
    _ scalars: [Unicode.Scalar], _ separator: Unicode.Scalar,
    from begin: (position: Int, line: Int), mayQuote: Bool
  ) -> (position: Int, line: Int)? {
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var (isQuoted, wasQuoted) = (false, false)
    var (position, line) = begin
    var row = begin

    func endField() {
      fields.append(String(field))
      field = String.UnicodeScalarView()
      wasQuoted = false
    }
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "\n" { line += 1 }
      switch scalar {
      case "\"" where isQuoted && position < scalars.count && scalars[position] == "\"":
        position += 1
        field.append(scalar)
      case "\"" where isQuoted: (isQuoted, wasQuoted) = (false, true)
      case _ where isQuoted: field.append(scalar)
      case "\"" where mayQuote && !wasQuoted && field.allSatisfy({ $0 == " " }):
        field = String.UnicodeScalarView()
        isQuoted = true
      case separator: endField()
      case "\n":
        endField()
        rows.append(Row(fields: fields, line: row.line))
        fields = []
        row = (position, line)
      default: field.append(scalar)
      }
    }
    if isQuoted { return row }
    endField()
    rows.append(Row(fields: fields, line: row.line))
    return nil
  }
}
