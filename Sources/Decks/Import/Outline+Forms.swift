/// Forms that hold a question and its answer together, whatever the text around them looks like.
extension Outline {
  /// Says of each line of a callout or a list of definitions whether it asks or answers.
  mutating func settleForms() {
    var index = 0
    while index < lines.count {
      if lines[index].callout != nil {
        index = settleCallout(index)
      } else {
        settleDefinition(index)
        index += 1
      }
    }
  }

  // MARK: - Callouts

  private static let askingKinds: Set<String> = ["question", "faq", "help", "q", "qa", "q&a"]

  /// `> [!question] Why?` with its answer in the lines below, or `> [!NOTE]` with both there.
  ///
  /// - Returns: the index behind it.
  private mutating func settleCallout(_ begin: Int) -> Int {
    let head = lines[begin]
    let rest = lines[(begin + 1)...]
    let end =
      rest.firstIndex { $0.quotes < head.quotes || $0.callout != nil && $0.quotes == head.quotes }
      ?? lines.endIndex
    let body = (begin + 1)..<end
    let asking = body.filter { lines[$0].isQuestion && lines[$0].callout == nil }
    let first = body.first { lines[$0].sort != .blank }
    let isAsking = Self.askingKinds.contains(head.callout ?? "")
    guard isAsking || standsAlone(begin) else { return end }
    if head.isQuestion || isAsking && !head.text.isEmpty && asking.count < 2 {
      hold(begin, answers: body)
    } else if head.text.isEmpty, let first, isAsking || asking.first == first, asking.count < 2 {
      hold(begin, answers: first..<end)
    } else if !isAsking, asking.isEmpty, !body.contains(where: { lines[$0].sort == .item }) {
      for index in begin..<end { lines[index].hold = .remarks }
    }
    return end
  }

  /// Whether nothing stands above it that it could be a remark to.
  private func standsAlone(_ begin: Int) -> Bool {
    guard let above = lines[..<begin].last(where: { $0.sort != .blank }) else { return true }
    switch above.sort {
    case .heading: return !above.isQuestion
    case .rule, .aside: return true
    default: return above.hold != .none
    }
  }

  private mutating func hold(_ question: Int, answers: Range<Int>) {
    lines[question].hold = .asks
    // A question without a title begins below, and may go over several lines.
    var ask = lines[question].text
    let isBelow = ask.isEmpty
    for index in answers {
      let line = lines[index]
      let goesOn = !QuestionWords.isEnded(ask) && line.text.first?.isLowercase == true
      let isMore = isBelow && (ask.isEmpty || goesOn && lines[index - 1].hold == .more)
      lines[index].hold = isMore ? .more : .answers
      if isMore { ask += line.text }
    }
  }

  // MARK: - Definitions

  /// `: You are kind.` below what it answers.
  private mutating func settleDefinition(_ index: Int) {
    guard isDefinition(index), let term = term(of: index) else { return }
    // Of several definitions each is an item.
    if lines[term].hold == .asks {
      for other in (term + 1)...index where isDefinition(other) { lines[other].marker = .bullet }
    }
    lines[term].hold = .asks
    for blank in (term + 1)..<index where lines[blank].hold == .none {
      lines[blank].hold = .answers
    }
    define(index)
    var next = index + 1
    while next < lines.count, goesOn(next, lines[index].quotes) {
      lines[next].hold = .answers
      next += 1
    }
  }

  private func isDefinition(_ index: Int) -> Bool {
    guard lines.indices.contains(index), lines[index].sort == .plain else { return false }
    return lines[index].raw.hasPrefix(": ") || lines[index].raw.hasPrefix(":\t")
  }

  /// The line that it defines, with no more than one blank line between.
  private func term(of index: Int) -> Int? {
    guard let above = lines[..<index].lastIndex(where: { $0.sort != .blank }), above + 2 >= index
    else { return nil }
    if lines[above].hold == .answers {
      return lines[..<above].lastIndex { $0.hold == .asks }
    }
    return lines[above].isText && lines[above].hold == .none ? above : nil
  }

  private mutating func define(_ index: Int) {
    lines[index].readText(String(lines[index].raw.dropFirst()).stripped)
    lines[index].hold = .answers
  }

  /// Whether a line goes on with the definition above it: it follows at once, or is indented.
  private func goesOn(_ index: Int, _ quotes: Int) -> Bool {
    let line = lines[index]
    guard line.quotes == quotes else { return false }
    if line.sort == .blank {
      let next = lines[index...].first { $0.sort != .blank }
      return next.map { $0.indent > 1 && $0.quotes == quotes } ?? false
    }
    guard line.indent < 2 else { return true }
    return line.sort == .plain && lines[index - 1].sort != .blank && !isDefinition(index)
      && !isDefinition(index + 1)
  }
}
