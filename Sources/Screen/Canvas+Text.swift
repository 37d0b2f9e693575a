extension Canvas {
  /// The text of each row, trailing blanks removed: what a snapshot test compares.
  public var text: String {
    (0..<size.height).map { y in
      let cells = row(y)
      guard let end = cells.lastIndex(where: { $0.text != " " }) else { return "" }
      return cells[...end].map(\.text).joined()
    }.joined(separator: "\n")
  }

  /// ``text`` and below it, in words, which columns of which rows have a style, and the focus.
  ///
  ///     ---
  ///     0: 0-11 due bold
  ///     23: 0-79 reverse
  ///     focus: 0,23 shown
  ///
  /// Without roles this is what a person sees with `NO_COLOR`.
  public func styledText(roles: Bool = true) -> String {
    var lines = [text, "---"]
    for y in 0..<size.height {
      let runs = styleRuns(of: y, roles: roles)
      if !runs.isEmpty { lines.append("\(y): " + runs.joined(separator: ", ")) }
    }
    lines.append("focus: \(focus.x),\(focus.y)" + (isCursorShown ? " shown" : ""))
    return lines.joined(separator: "\n")
  }

  private func styleRuns(of y: Int, roles: Bool) -> [String] {
    let words = row(y).map { $0.style.words(roles: roles) }
    var runs: [String] = []
    var start = 0
    for x in 1..<max(1, words.count + 1) where x == words.count || words[x] != words[start] {
      if start < words.count, !words[start].isEmpty {
        let columns = x - 1 == start ? "\(start)" : "\(start)-\(x - 1)"
        runs.append(columns + " " + words[start])
      }
      start = x
    }
    return runs
  }
}

extension Style {
  fileprivate func words(roles: Bool) -> String {
    var words: [String] = []
    if roles, role != .text { words.append("\(role)") }
    if attributes.contains(.bold) { words.append("bold") }
    if attributes.contains(.dim) { words.append("dim") }
    if attributes.contains(.reverse) { words.append("reverse") }
    if attributes.contains(.underline) { words.append("underline") }
    return words.joined(separator: " ")
  }
}
