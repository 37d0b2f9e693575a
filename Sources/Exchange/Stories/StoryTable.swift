import Decks

/// Stories in the rows of a table.
struct StoryTable {
  private(set) var stories: [FoundStory] = []
  private(set) var passedOver: [PassedOver] = []
  private(set) var unusedColumns: [String] = []

  /// Nil for a text that is no table of stories.
  init?(_ text: String) {
    var lines = 1
    var rest = text[...]
    func drop() {
      rest = rest.firstIndex(of: "\n").map { rest[rest.index(after: $0)...] } ?? ""
      lines += 1
    }
    while !rest.isEmpty, rest.prefix(while: { $0 != "\n" }).allSatisfy(\.isWhitespace) { drop() }
    var separators: [Unicode.Scalar] = ["\t", ";", ","]
    let first = rest.prefix { $0 != "\n" }.trimming { $0 == "\"" || $0.isWhitespace }
    if first.lowercased().hasPrefix("sep="), let separator = first.dropFirst(4).unicodeScalars.first
    {
      separators = [separator]
      drop()
    }
    for separator in separators {
      let rows = SeparatedValues(rest, separator: separator, firstLine: lines).rows
      guard let header = rows.first, Self.isHeader(header.fields) else { continue }
      read(header.fields, Array(rows.dropFirst()))
      return
    }
    return nil
  }

  /// - Parameter rows: those of a table of Markdown, the header first.
  init?(_ rows: [SeparatedValues.Row]) {
    guard let header = rows.first, Self.isHeader(header.fields) else { return nil }
    read(header.fields, Array(rows.dropFirst()))
  }

  /// Whether three of the four parts are columns.
  static func isHeader(_ names: [String]) -> Bool {
    let letters = names.count { $0.stripped.count == 1 } >= 3
    let parts = Set(names.compactMap { StoryPart($0, mayBeLetter: letters) })
    return StoryPart.star.count(where: parts.contains) >= 3
  }

  private mutating func read(_ header: [String], _ rows: [SeparatedValues.Row]) {
    let letters = header.count { $0.stripped.count == 1 } >= 3
    let columns = header.map { StoryPart($0, mayBeLetter: letters) }
    for row in rows {
      var found = FoundStory(line: row.line)
      for (part, field) in zip(columns, row.fields) {
        guard let part else { continue }
        let text = InlineMarkup.htmlText(field).split(separator: "\n").map {
          InlineMarkup.text(String($0))
        }
        .joined(separator: part == .title ? " " : "\n")
        found.add(text, to: part)
      }
      if found.isStory {
        stories.append(found)
      } else {
        passedOver.append(PassedOver(row.line, .story, row.fields.joined(separator: " ").stripped))
      }
    }
    unusedColumns = zip(header, columns).filter { $1 == nil && !$0.stripped.isEmpty }
      .map { $0.0.stripped }
  }
}
