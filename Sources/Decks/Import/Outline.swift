/// A text as lines that are known by their look, with all that goes over several lines settled.
package struct Outline {
  package internal(set) var lines: [OutlineLine] = []
  /// What the head of the file says.
  private(set) var title: String?
  /// The cells of each row of a table, by the row's line.
  package private(set) var cells: [Int: [String]] = [:]

  package init(_ text: String) {
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isOrg = OrgText.isOrg(source)
    var index = readHead(source)
    while index < source.count { index = take(source, at: index, isOrg: isOrg) }
    for line in lines where line.sort == .row { cells[line.number] = Self.cells(line.raw) }
    settleInitials()
    settleForms()
    settleDepths()
  }

  /// Takes in one line, or the several that belong together, and gives the index of the next.
  private mutating func take(_ source: [Substring], at index: Int, isOrg: Bool) -> Int {
    let number = index + 1
    let bare = source[index].stripped
    if let fence = Self.fence(bare) {
      return skip(source, from: index, as: .aside(.code)) { $0.stripped.hasPrefix(fence) }
    }
    if isOrg, let kind = Self.block(bare) {
      return skip(source, from: index, as: .aside(kind == "quote" ? .aside : .code)) {
        $0.stripped.lowercased() == "#+end_\(kind)"
      }
    }
    if isOrg, bare.lowercased().hasPrefix("#+title:") {
      title = bare.dropFirst(8).stripped
      lines.append(OutlineLine(number, .aside(.frontMatter), raw: bare))
      return index + 1
    }
    if bare.hasPrefix("<!--"), !bare.hasPrefix("<!--SR:") {
      return skip(source, from: index, as: .aside(.comment), mayBeOne: true) { $0.contains("-->") }
    }
    if let next = takeTable(source, at: index) { return next }
    if bare.hasPrefix("<") || bare.hasPrefix("- <details") {
      if let next = takeHTML(source, at: index) { return next }
    }
    var line = OutlineLine(source[index], number, isOrg: isOrg)
    // A line below another may make a heading of it.
    if line.sort == .plain, line.indent == 0, line.quotes == 0, line.marker == .none,
      index + 1 < source.count, let level = Self.underline(source[index + 1]),
      lines.last.map({ $0.sort != .plain }) ?? true
    {
      line.sort = .heading(level: level)
      lines.append(line)
      return index + 2
    }
    lines.append(line)
    return index + 1
  }

  private mutating func skip(
    _ source: [Substring], from begin: Int, as sort: OutlineLine.Sort, mayBeOne: Bool = false,
    to isEnd: (Substring) -> Bool
  ) -> Int {
    let first = mayBeOne ? begin : begin + 1
    // What is never closed is a line like others.
    guard first < source.count, let end = source[first...].firstIndex(where: isEnd) else {
      lines.append(OutlineLine(begin + 1, sort, raw: source[begin].stripped))
      return begin + 1
    }
    for index in begin...end {
      lines.append(OutlineLine(index + 1, sort, raw: String(source[index])))
    }
    return end + 1
  }

  private static func fence(_ bare: String) -> String? {
    ["```", "~~~"].first { bare.hasPrefix($0) && !bare.dropFirst(3).contains($0) }
  }

  private static func block(_ bare: String) -> String? {
    let lower = bare.lowercased()
    guard lower.hasPrefix("#+begin_") else { return nil }
    return String(lower.dropFirst(8).prefix { $0.isLetter })
  }

  /// The level of the heading that a line makes of the one above it.
  private static func underline(_ line: Substring) -> Int? {
    let bare = line.stripped
    guard bare.utf8.count >= 3 else { return nil }
    if bare.utf8.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
    return bare.utf8.allSatisfy { $0 == UInt8(ascii: "-") } ? 2 : nil
  }

  // MARK: - The head

  /// Passes over what stands between `---` at the head of the file, and gives the index behind it.
  private mutating func readHead(_ source: [Substring]) -> Int {
    guard let begin = source.firstIndex(where: { !$0.stripped.isEmpty }) else { return 0 }
    let mark = source[begin].stripped
    guard mark == "---" || mark == "+++",
      let end = source[(begin + 1)...].prefix(200).firstIndex(where: {
        $0.stripped == mark || $0.stripped == "..."
      })
    else { return 0 }
    let inner = source[(begin + 1)..<end]
    let isHead = inner.allSatisfy { line in
      let bare = line.stripped
      if QuestionWords.isQuestion(bare) { return false }
      if bare.isEmpty || bare.hasPrefix("#") || bare.hasPrefix("- ") || line.first == " " {
        return true
      }
      let key = bare.prefix { $0.isLetter || $0.isNumber || "_-. \"".contains($0) }
      let rest = bare[key.endIndex...]
      return !key.isEmpty && (rest.first == ":" || rest.first == "=")
        && !LineMarker.isCard(bare)
    }
    guard isHead, inner.contains(where: { !$0.stripped.isEmpty }) else { return 0 }
    for (index, line) in source[...end].enumerated() {
      lines.append(OutlineLine(index + 1, .aside(.frontMatter), raw: String(line)))
      for key in ["title:", "title ="] where line.lowercased().hasPrefix(key) {
        let value = line.dropFirst(key.count).stripped.trimmingCharacters(["\"", "'"])
        if !value.isEmpty { title = value }
      }
    }
    return end + 1
  }

  // MARK: - HTML

  /// Takes in a line that begins with a tag; nil if it is a line like others.
  private mutating func takeHTML(_ source: [Substring], at index: Int) -> Int? {
    let bare = source[index].stripped
    let number = index + 1
    guard let begin = bare.range(ofText: "<summary>") else {
      if bare == "</details>" {
        lines.append(OutlineLine(number, .close, raw: bare))
        return index + 1
      }
      if bare.hasPrefix("<li>") {
        let inner = bare.dropFirst(4)
        lines.append(OutlineLine("- " + inner, number, isOrg: false))
        return index + 1
      }
      // Tags alone, such as `<ol>`, say nothing.
      guard bare.hasSuffix(">"), InlineMarkup.text(bare).isEmpty else { return nil }
      lines.append(OutlineLine(number, .blank, raw: bare))
      return index + 1
    }
    // The question may go over several lines.
    var text = String(bare[begin.upperBound...])
    var end = index
    while text.range(ofText: "</summary>") == nil, end + 1 < source.count, end < index + 5 {
      end += 1
      text += " " + source[end].stripped
    }
    let close = text.range(ofText: "</summary>")
    var line = OutlineLine(number, .plain, raw: text)
    let question = String(text[..<(close?.lowerBound ?? text.endIndex)])
    line.readText(LineMarker(InlineMarkup.text(question)).rest)
    line.marker = QuestionWords.isAnswerWord(line.text) ? .answer : .question
    if line.marker == .answer { line.text = "" }
    lines.append(line)
    let behind = close.map { String(text[$0.upperBound...]) } ?? ""
    let isClosed = behind.range(ofText: "</details>") != nil
    let rest = InlineMarkup.text(behind)
    if !rest.isEmpty {
      var answer = OutlineLine(Substring(rest), end + 1, isOrg: false)
      answer.marker = .answer
      lines.append(answer)
    }
    if isClosed { lines.append(OutlineLine(end + 1, .close)) }
    return end + 1
  }

  // MARK: - Tables and lists

  /// Whether a text begins with a table of Markdown.
  static func isTable(_ text: Substring) -> Bool {
    let lines = text.split(separator: "\n", maxSplits: 2)
    return lines.first?.stripped.hasPrefix("|") == true
      || lines.count > 1 && lines[0].contains("|") && isDivider(cells(lines[1].stripped))
  }

  /// Takes in the rows of a table whose first has no bar before it; nil if there is none.
  private mutating func takeTable(_ source: [Substring], at begin: Int) -> Int? {
    guard begin + 1 < source.count, source[begin].contains("|"), source[begin + 1].contains("-")
    else {
      return nil
    }
    let divider = Self.cells(source[begin + 1].stripped)
    guard divider.count > 1, Self.isDivider(divider) else { return nil }
    var index = begin
    while index < source.count, source[index].contains("|") {
      lines.append(OutlineLine(index + 1, .row, raw: source[index].stripped))
      index += 1
    }
    return index
  }

  static func cells(_ row: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in row.hasPrefix("|") ? row.dropFirst() : row[...] {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\"
    }
    if cells.last?.stripped.isEmpty == true { cells.removeLast() }
    return cells.map { $0.replacing("\\|", with: "|").stripped }
  }

  /// Whether a row of a table parts its head from the others.
  package static func isDivider(_ cells: [String]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        !cell.isEmpty && cell.utf8.allSatisfy { [0x2D, 0x3A, 0x2B, 0x20].contains($0) }
      }
  }

  /// Takes initials for numbers where one goes on with another or with a number, or is answered below.
  private mutating func settleInitials() {
    let counted = lines.indices.map { ($0, lines[$0].values + lines[$0].initials) }
      .filter { !$0.1.isEmpty }
    for (one, next) in zip(counted, counted.dropFirst())
    where lines[one.0].indent == lines[next.0].indent
      && next.1.contains(where: { one.1.contains($0 - 1) })
    {
      for index in [one.0, next.0] where lines[index].values.isEmpty { lines[index].takeInitial() }
    }
    for index in lines.indices where !lines[index].initials.isEmpty {
      let below = lines[(index + 1)...].first { $0.sort != .blank }
      if below?.marker == .answer { lines[index].takeInitial() }
    }
  }

  /// Says of each item how deep it stands in its list.
  private mutating func settleDepths() {
    var indents: [Int] = []
    for index in lines.indices {
      let line = lines[index]
      if line.hold == .asks { indents = [] }
      switch line.sort {
      case .heading, .rule, .row: indents = []
      case .plain where line.indent == 0: indents = []
      case .item, .card:
        while let last = indents.last, line.indent < last { indents.removeLast() }
        if indents.last != line.indent {
          // A blank more is a slip.
          if let last = indents.last, line.indent < last + 2 {
            lines[index].depth = indents.count - 1
            continue
          }
          indents.append(line.indent)
        }
        lines[index].depth = indents.count - 1
      case .plain: lines[index].depth = indents.count { $0 < line.indent }
      default: break
      }
    }
  }
}

extension LineMarker {
  /// Whether a line begins with `Q:` or `A:`.
  static func isCard(_ text: String) -> Bool {
    let sort = LineMarker(text).sort
    return sort == .question || sort == .answer
  }
}

extension String {
  func trimmingCharacters(_ characters: Set<Character>) -> String {
    guard let first = firstIndex(where: { !characters.contains($0) }),
      let last = lastIndex(where: { !characters.contains($0) })
    else { return "" }
    return String(self[first...last])
  }
}
