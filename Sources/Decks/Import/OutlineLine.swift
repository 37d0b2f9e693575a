/// A line of a text in Markdown, org or no form at all, with what it is by its look.
package struct OutlineLine: Equatable {
  package enum Sort: Equatable {
    case blank
    /// A line between parts.
    case rule
    /// From 1, the highest.
    case heading(level: Int)
    case item
    case plain
    /// A question with its answer behind `::`.
    case card(answer: String)
    /// The `?` of Obsidian between a question and its answer.
    case separator
    /// A row of a table.
    case row
    /// What says something of the file and not of a question.
    case aside(PassedOver.Sort)
    /// Where a folded part ends.
    case close
  }

  /// From 1.
  package var number: Int
  package var sort: Sort
  /// Columns before it; a tab has four.
  var indent = 0
  /// How deep it stands in its list, from 0.
  package var depth = 0
  package var marker = LineMarker.Sort.none
  /// The number that it begins with, or those that a letter may mean.
  private(set) var values: [Int] = []
  /// How that number is written.
  private(set) var look = ""
  /// As it stands in the file, without what is around it.
  package var raw = ""
  /// Without marker and markup.
  package var text = "" {
    didSet { if text != oldValue { isQuestion = QuestionWords.isQuestion(text) } }
  }
  /// Whether ``text`` asks; found once, as each shape of a file looks for it anew.
  private(set) var isQuestion = false
  /// Whether all of it is bold.
  package var isBold = false
  /// What stands behind a bold beginning.
  package var lead: (text: String, rest: String)?
  /// In how many quotations it stands.
  private(set) var quotes = 0
  /// What kind of callout it begins, as in `[!question]`.
  private(set) var callout: String?
  /// What the form around it says of it, whatever the others look like.
  var hold = Hold.none
  package var tags: [String] = []

  /// What a callout or a list of definitions says of a line of it.
  enum Hold {
    case none, asks
    /// It goes on with what asks.
    case more
    case answers
    /// A remark to what stands above it.
    case remarks
  }

  var isText: Bool { sort == .item || sort == .plain }

  package static func == (one: Self, other: Self) -> Bool {
    one.number == other.number && one.sort == other.sort && one.text == other.text
  }

  init(_ number: Int, _ sort: Sort, raw: String = "") {
    self.number = number
    self.sort = sort
    self.raw = raw
  }

  /// Reads a line that is no part of something longer.
  ///
  /// - Parameters:
  ///   - line: the whole of it.
  ///   - number: from 1.
  ///   - isOrg: whether stars begin headings.
  init(_ line: Substring, _ number: Int, isOrg: Bool) {
    self.init(number, .plain)
    var bare = line.stripped
    indent = Self.indent(of: line)
    while bare.hasPrefix(">"), !bare.hasPrefix(">>>>") {
      quotes += 1
      bare = bare.dropFirst().stripped
    }
    raw = bare
    guard !bare.isEmpty else {
      sort = .blank
      return
    }
    if !bare.hasPrefix("<!--"), let open = bare.range(ofText: "<!--"),
      let close = bare[open.upperBound...].range(ofText: "-->")
    {
      bare = (bare[..<open.lowerBound] + bare[close.upperBound...]).stripped
    }
    if let (kind, end) = Self.callout(bare) {
      if quotes > 0 { callout = kind }
      bare = String(bare[end...]).stripped
    }
    if Self.isRule(bare) {
      sort = .rule
      return
    }
    if bare == "?" || bare == "??" {
      sort = .separator
      return
    }
    if let aside = Self.aside(bare) {
      sort = .aside(aside)
      tags = aside == .tags ? Self.tagged(bare).tags : []
      return
    }
    if bare.hasPrefix("|"), bare.dropFirst().contains("|") {
      sort = .row
      return
    }
    readHeading(&bare, isOrg: isOrg)
    (bare, tags) = Self.tagged(bare)
    readItem(bare)
  }

  private mutating func readItem(_ bare: String) {
    // A bold text begins with stars, too.
    let isEmphasis = bare.hasPrefix("**") || bare.hasPrefix("__")
    let found = LineMarker(bare)
    var rest = bare
    if found.sort != .none, !isEmphasis || found.sort == .question || found.sort == .answer {
      take(found)
      rest = found.rest
    }
    readText(rest)
    if let answer = Self.card(&text) { sort = .card(answer: answer) }
  }

  private mutating func take(_ found: LineMarker) {
    marker = found.sort
    if !found.values.isEmpty { (values, look) = (found.values, found.look) }
    if sort == .plain { sort = .item }
  }

  /// What the letter may count that it begins with, as in `A. Strengths`, which a name begins with, too.
  var initials: [Int] {
    guard sort == .plain, let end = LineNumber.initialEnd(in: raw) else { return [] }
    return LineNumber.values(in: raw[..<end], mayBeLetter: true)
  }

  /// Takes that letter for its number.
  mutating func takeInitial() {
    guard let end = LineNumber.initialEnd(in: raw) else { return }
    (values, look) = (initials, "a.")
    (sort, marker) = (.item, .ordered)
    readText(String(raw[end...]).stripped)
  }

  /// Takes in the text behind the marker.
  mutating func readText(_ rest: String) {
    lead = InlineMarkup.bold(rest)
    text = InlineMarkup.text(rest)
    // A question that begins with a bold word goes on behind it.
    if let bold = lead, bold.rest.first?.isLowercase == true, !QuestionWords.isEnded(bold.text),
      isQuestion
    {
      lead = nil
    }
    if let bold = lead {
      isBold = bold.rest.isEmpty
      // As in `**Q1. Why?**` and `**1. Why?**`.
      let inner = LineMarker(bold.text)
      // As in `**1.** Why?`.
      if inner.sort == .ordered, inner.rest.isEmpty, !bold.rest.isEmpty, marker == .none {
        take(inner)
        return readText(bold.rest)
      }
      if inner.sort != .none, !inner.rest.isEmpty {
        if marker == .none || inner.sort == .question || inner.sort == .answer {
          marker = inner.sort
        }
        if values.isEmpty { (values, look) = (inner.values, inner.look) }
        lead?.text = inner.rest
        if isBold { text = inner.rest }
      }
    } else if rest.hasPrefix("*") || rest.hasPrefix("\"") || rest.hasPrefix("_"), marker != .none {
      // As in `*1. Why?*`.
      let inner = LineMarker(text)
      if inner.sort == .ordered {
        text = inner.rest
        if values.isEmpty { (values, look) = (inner.values, inner.look) }
      }
    }
    text = text.unquoted
  }

  private mutating func readHeading(_ bare: inout String, isOrg: Bool) {
    if isOrg, indent == 0, bare.hasPrefix("*") {
      let stars = bare.prefix { $0 == "*" }
      let rest = bare[stars.endIndex...]
      guard rest.first?.isWhitespace == true else { return }
      sort = .heading(level: stars.count)
      bare = OrgText.heading(rest.stripped, tags: &tags)
      return
    }
    let hashes = bare.prefix { $0 == "#" }
    if (1...6).contains(hashes.count) {
      let rest = bare[hashes.endIndex...]
      guard rest.first?.isWhitespace ?? true else { return }
      sort = .heading(level: hashes.count)
      bare = rest.stripped.trimmingEnd { $0 == "#" }.stripped
      return
    }
    // As in `== Teamwork ==`.
    if let first = bare.first, "=*-~#".contains(first), bare.count >= 7 {
      let open = bare.prefix { $0 == first }
      let inner = String(bare[open.endIndex...]).trimmingEnd { $0 == first.unicodeScalars.first }
      guard open.count >= 2, inner.count + open.count < bare.count,
        inner.first?.isWhitespace == true, inner.last?.isWhitespace == true
      else { return }
      sort = .heading(level: 2)
      bare = inner.stripped
      return
    }
    for level in 1...6 where bare.hasPrefix("<h\(level)>") {
      sort = .heading(level: level)
      bare = InlineMarkup.text(bare)
    }
  }

  // MARK: - Looks

  private static func indent(of line: Substring) -> Int {
    var columns = 0
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        columns += 4 - columns % 4
      } else if scalar == ">" || scalar.properties.isWhitespace {
        columns += scalar == "\u{3000}" ? 2 : 1
      } else {
        break
      }
    }
    return columns
  }

  /// What stands in `[!question]`, and where the text goes on behind it.
  private static func callout(_ text: String) -> (kind: String, end: String.Index)? {
    guard text.hasPrefix("[!"), let end = text.firstIndex(of: "]") else { return nil }
    let next = text.index(after: end)
    let isFolded = next < text.endIndex && (text[next] == "-" || text[next] == "+")
    let kind = text[..<end].dropFirst(2).prefix { $0 != "|" }
    return (kind.stripped.lowercased(), isFolded ? text.index(after: next) : next)
  }

  static func isRule(_ text: String) -> Bool {
    let signs = text.unicodeScalars.filter { $0 != " " }
    guard let first = signs.first, signs.count >= 3, signs.allSatisfy({ $0 == first }) else {
      return false
    }
    return "-*_=~—–─━═.·•#+".unicodeScalars.contains(first)
  }

  private static func aside(_ text: String) -> PassedOver.Sort? {
    if text.hasPrefix("<!--SR:") { return .schedule }
    if text.hasPrefix("#") {
      let words = text.split(whereSeparator: \.isWhitespace)
      if words.allSatisfy({ isTag($0) }) { return .tags }
      if text.hasPrefix("#+") { return .aside }
    }
    if isProperty(text) || isContents(text) { return .aside }
    // Nothing but a picture or an address.
    if text.hasPrefix("![") || text.hasPrefix("http://") || text.hasPrefix("https://"),
      !text.contains(" ")
    {
      return .aside
    }
    return text.hasPrefix("\\") && text.hasSuffix("page") ? .aside : nil
  }

  /// `deck:: interview` of Logseq, `:ID: 1` of org, `SCHEDULED: <…>`.
  private static func isProperty(_ text: String) -> Bool {
    let bare = text.hasPrefix("- ") ? String(text.dropFirst(2)) : text
    if let colons = bare.range(ofText: "::"), !bare[colons.upperBound...].hasPrefix(":") {
      let name = bare[..<colons.lowerBound]
      let isName = name.utf8.allSatisfy {
        ($0.isLetterOrDigit && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0))
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
      return !name.isEmpty && isName
    }
    if text.hasPrefix(":"), let end = text.dropFirst().firstIndex(of: ":") {
      let name = text[text.index(after: text.startIndex)..<end]
      return !name.isEmpty && name.allSatisfy { $0.isLetter || "_-+".contains($0) }
    }
    return ["SCHEDULED: <", "DEADLINE: <", "CLOSED: ["].contains(where: text.hasPrefix)
  }

  /// A line of a table of contents or of a reading list: an item that is a link and asks nothing.
  private static func isContents(_ text: String) -> Bool {
    guard text.hasSuffix(")") else { return false }
    let rest = LineMarker(text).rest
    guard rest.hasPrefix("["), let middle = rest.range(ofText: "](") else {
      return false
    }
    let address = rest[middle.upperBound...].dropLast()
    guard !address.contains(")"), !address.contains(" ") else { return false }
    return address.hasPrefix("#") || !QuestionWords.isQuestion(InlineMarkup.text(rest))
  }

  private static func isTag(_ word: Substring) -> Bool {
    guard word.hasPrefix("#"), let first = word.dropFirst().first, first.isLetter else {
      return false
    }
    return word.dropFirst().allSatisfy { $0.isLetter || $0.isNumber || "_-/".contains($0) }
  }

  /// Takes the tags off the end of a line.
  private static func tagged(_ text: String) -> (text: String, tags: [String]) {
    guard text.contains("#") || text.contains("^") else { return (text, []) }
    var rest = text[...]
    var tags: [String] = []
    while let blank = rest.lastIndex(where: \.isWhitespace) {
      let word = rest[rest.index(after: blank)...]
      if isTag(word) {
        tags.insert(String(word.dropFirst()), at: 0)
      } else if !(word.hasPrefix("^") && word.count > 4 && tags.isEmpty) {
        break
      }
      rest = rest[..<blank].trimmedEnd
    }
    if isTag(rest), rest.startIndex == text.startIndex {
      tags.insert(String(rest.dropFirst()), at: 0)
      rest = ""
    }
    return (String(rest), tags)
  }

  /// Takes an answer off that stands behind `::`.
  private static func card(_ text: inout String) -> String? {
    guard let colons = text.range(ofText: "::") else { return nil }
    let ask = text[..<colons.lowerBound].stripped
    var answer = text[colons.upperBound...]
    if answer.hasPrefix(":") { answer = answer.dropFirst() }
    let isCode =
      ask.split(whereSeparator: \.isWhitespace).count < 2 && !QuestionWords.isQuestion(ask)
    guard !ask.isEmpty, !isCode else { return nil }
    text = ask
    return answer.stripped
  }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return self[...last]
  }
}

extension String {
  /// The text without quotation marks around all of it.
  var unquoted: String {
    for (open, close) in [("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("「", "」")]
    where hasPrefix(open) && hasSuffix(close) && count > 2 {
      let inner = dropFirst().dropLast()
      if !inner.contains(open), !inner.contains(close) { return inner.stripped }
    }
    return self
  }
}
