/// What is org's own.
enum OrgText {
  /// Whether a text is org: stars begin its headings, and not its items.
  static func isOrg(_ lines: [Substring]) -> Bool {
    var headings = 0
    var depths: Set<Int> = []
    for line in lines {
      if line.hasPrefix("#+"), line.dropFirst(2).first?.isLetter == true { return true }
      if line == ":PROPERTIES:" || line.hasPrefix("* TODO ") || line.hasPrefix("** TODO ") {
        return true
      }
      guard line.hasPrefix("*") else { continue }
      let stars = line.prefix { $0 == "*" }
      guard line[stars.endIndex...].first == " " else { continue }
      headings += 1
      depths.insert(stars.count)
    }
    return headings > 1 && depths.contains(1) && depths.contains(2)
  }

  /// A heading without state, priority and tags.
  static func heading(_ text: String, tags: inout [String]) -> String {
    var rest = text
    for state in ["TODO ", "DONE ", "NEXT ", "WAITING "] where rest.hasPrefix(state) {
      rest = rest.dropFirst(state.count).stripped
    }
    if rest.hasPrefix("[#"), let end = rest.firstIndex(of: "]") {
      rest = rest[rest.index(after: end)...].stripped
    }
    if rest.hasSuffix(":"), let blank = rest.lastIndex(where: \.isWhitespace) {
      let last = rest[rest.index(after: blank)...]
      if last.hasPrefix(":"), last.count > 2 {
        tags += last.split(separator: ":").map(String.init)
        rest = rest[..<blank].stripped
      }
    }
    return rest
  }
}
