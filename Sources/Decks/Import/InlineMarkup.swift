/// Text without the signs of Markdown and HTML in it.
package enum InlineMarkup {
  /// A line as it is read: without emphasis, links, tags of HTML and what stands for characters.
  package static func text(_ line: String) -> String {
    let quick = line.utf8.contains { Self.signs.contains($0) }
    guard quick else { return line.stripped }
    var scanner = Scanner(line)
    return scanner.text().stripped
  }

  private static let signs = Set("\\*_~`=[]<&!^".utf8)

  /// Whether the whole of a line is bold, or its beginning, and what stands behind that.
  ///
  /// - Returns: the bold text and the rest, both without markup; nil if it does not begin bold.
  package static func bold(_ line: String) -> (text: String, rest: String)? {
    for (open, close) in [("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>")]
    where line.hasPrefix(open) {
      let inner = line.dropFirst(open.count)
      guard let end = inner.range(ofText: close) else { continue }
      let bold = text(String(inner[..<end.lowerBound]))
      guard !bold.isEmpty else { continue }
      var rest = text(String(inner[end.upperBound...]))
      // As in `**Why**:`.
      if rest == ":" || rest == "." || rest == "?" { rest = "" }
      return (bold, rest)
    }
    return nil
  }

  /// A piece of HTML as text: each paragraph, item and line break begins a line.
  package static func htmlText(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return html.stripped
    }
    var lines = ""
    var rest = Substring(html)
    var skipped: String?
    while let place = rest.firstIndex(of: "<") {
      if skipped == nil { lines += rest[..<place] }
      rest = rest[place...]
      guard let tag = HTMLTag(rest) else {
        if skipped == nil { lines += "<" }
        rest = rest.dropFirst()
        continue
      }
      rest = rest[tag.end...]
      if let name = skipped {
        if tag.isEnd, tag.name == name { skipped = nil }
        continue
      }
      switch tag.name {
      case "style" where !tag.isEnd, "script" where !tag.isEnd: skipped = tag.name
      case "br", "div", "p", "tr", "hr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6":
        lines += "\n"
      case "li": lines += tag.isEnd ? "\n" : "\n- "
      case "td", "th": lines += " "
      default: break
      }
    }
    if skipped == nil { lines += rest }
    return lines.split(separator: "\n").map { HTMLEntity.decoded(String($0)).stripped }
      .filter { !$0.isEmpty && $0 != "-" }.joined(separator: "\n")
  }
}

/// Goes through a line once.
private struct Scanner {
  private let characters: [Character]
  private var output: [Character] = []
  /// How many characters may still be looked at ahead, so that no line takes long.
  private var budget: Int

  init(_ line: String) {
    characters = Array(line)
    budget = 40 * characters.count
  }

  mutating func text() -> String {
    var index = 0
    while index < characters.count { index = step(at: index) }
    return String(output)
  }

  private func at(_ index: Int) -> Character? {
    characters.indices.contains(index) ? characters[index] : nil
  }

  /// Takes in what stands at an index, and gives the next one.
  private mutating func step(at index: Int) -> Int {
    let character = characters[index]
    switch character {
    case "\\":
      guard let next = at(index + 1), next.isASCII, next.isPunctuation || next.isSymbol else {
        break
      }
      output.append(next)
      return index + 2
    case "!" where at(index + 1) == "[":
      if let (_, end) = link(at: index + 1) { return end }
    case "[":
      if let (text, end) = link(at: index) {
        var inner = Scanner(text)
        output += inner.text()
        return end
      }
    case "<", "&":
      if let end = markup(at: index) { return end }
    case "*", "~", "`", "_", "=":
      let run = characters[index...].prefix { $0 == character }.count
      if isEmphasis(character, run, at: index) { return index + run }
      output += Array(repeating: character, count: run)
      return index + run
    default: break
    }
    output.append(character)
    return index + 1
  }

  private mutating func markup(at index: Int) -> Int? {
    guard budget > 0 else { return nil }
    // As long as a tag with its attributes may be.
    let rest = String(characters[index..<min(characters.count, index + 300)])
    budget -= rest.count
    if characters[index] == "&" {
      guard let (text, length) = HTMLEntity.begin(of: rest) else { return nil }
      output += text
      return index + length
    }
    if rest.hasPrefix("<http"), let end = rest.firstIndex(of: ">") {
      output += rest[rest.index(after: rest.startIndex)..<end]
      return index + rest.distance(from: rest.startIndex, to: end) + 1
    }
    guard let tag = HTMLTag(rest[...]) else { return nil }
    if ["br", "td", "th", "p"].contains(tag.name) { output.append(" ") }
    return index + rest.distance(from: rest.startIndex, to: tag.end)
  }

  /// `[text](address)`, `[text][name]`, `[[page|text]]` and `[^note]`.
  private mutating func link(at index: Int) -> (text: String, end: Int)? {
    guard at(index) == "[", budget > 0 else { return nil }
    let limit = min(characters.count, index + 1000)
    var end = index
    defer { budget -= end - index }
    if at(index + 1) == "[" {
      end = characters[(index + 2)..<max(index + 2, limit)].firstIndex(of: "]") ?? limit
      guard at(end) == "]", at(end + 1) == "]" else { return nil }
      let close = end
      let page = String(characters[(index + 2)..<close])
      return (page.split(separator: "|").last.map(String.init) ?? page, close + 2)
    }
    end = characters[(index + 1)..<max(index + 1, limit)].firstIndex(of: "]") ?? limit
    guard at(end) == "]" else { return nil }
    let close = end
    let text = String(characters[(index + 1)..<close])
    if text.hasPrefix("^") { return ("", close + 1) }
    guard let opener = at(close + 1), opener == "(" || opener == "[" else { return nil }
    var depth = 0
    let closer: Character = opener == "(" ? ")" : "]"
    for place in (close + 1)..<min(characters.count, close + 2000) {
      if characters[place] == opener { depth += 1 }
      if characters[place] == closer { depth -= 1 }
      end = place
      if depth == 0 { return (text, place + 1) }
    }
    return nil
  }

  /// Whether a run of signs is emphasis: it clings to a word on one side, and there is another of it.
  private func isEmphasis(_ sign: Character, _ run: Int, at index: Int) -> Bool {
    guard run <= 3, sign != "=" && sign != "~" || run == 2 else { return false }
    let before = at(index - 1)
    let after = at(index + run)
    let opens = after.map { !$0.isWhitespace } ?? false
    let closes = before.map { !$0.isWhitespace } ?? false
    guard opens || closes else { return false }
    if sign == "_" || sign == "=" {
      let isInWord =
        (before.map { $0.isLetter || $0.isNumber } ?? false)
        && (after.map { $0.isLetter || $0.isNumber } ?? false)
      if isInWord { return false }
    }
    let others = opens && hasRun(sign, in: characters[(index + run)...])
    return others || closes && hasRun(sign, in: characters[..<index])
  }

  private func hasRun(_ sign: Character, in part: ArraySlice<Character>) -> Bool {
    part.contains(sign)
  }
}
