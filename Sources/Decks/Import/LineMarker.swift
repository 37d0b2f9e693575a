/// What stands before the text of a line: a bullet, a number, or a word that says what it is.
package struct LineMarker: Equatable {
  package enum Sort: Equatable {
    case none, bullet, ordered
    /// `Q:`, `Q3.`, `Question 3:`.
    case question
    /// `A:`, `Answer:`.
    case answer
  }

  package private(set) var sort = Sort.none
  /// The number in it, or those that a letter may mean; empty if there is none to count by.
  private(set) var values: [Int] = []
  /// What the number looks like, whatever it is: `(0)` for `(12)`.
  private(set) var look = ""
  /// The text without it.
  package private(set) var rest: String

  /// - Parameter text: a line without blanks around it.
  package init(_ text: String) {
    rest = text
    // More than one is rare, as in `- [ ] 1. Q: Why?`.
    for _ in 0..<5 {
      guard let (found, end, mark) = Self.marker(rest) else { break }
      if values.isEmpty, found != .bullet {
        values = LineNumber.values(in: rest[..<end], mayBeLetter: found == .ordered)
        look = LineNumber.look(of: rest[..<end])
      }
      if sort == .none || found == .question || found == .answer { sort = found }
      rest = mark + String(rest[end...]).stripped
      if found == .question || found == .answer { break }
    }
  }

  /// The sort of what stands first, where it ends, and what of bold text opens before it.
  private static func marker(_ text: String) -> (Sort, String.Index, mark: String)? {
    if let end = bullet(text) ?? box(text) { return (.bullet, end, "") }
    if let end = LineNumber.end(in: text) { return (.ordered, end, "") }
    return word(text)
  }

  // MARK: - Bullets

  /// Those behind which a blank has to stand.
  private static let plainBullets: Set<Character> = ["-", "*", "+", "–", "—", "―", "−", "~", "»"]
  private static let bullets: Set<Character> = [
    "•", "‣", "⁃", "◦", "∙", "·", "・", "●", "○", "◉", "◯", "■", "□", "▪", "▫", "◾", "◽", "◼", "◻",
    "☐", "☑", "☒", "✓", "✔", "✗", "✘", "→", "➔", "➜", "➤", "►", "▶", "▸", "▹", "▷", "❖", "◆", "◇",
    "★", "☆", "✦", "✱", "⦁", "⦿", "※", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}",
  ]

  private static func bullet(_ text: String) -> String.Index? {
    guard let first = text.first else { return nil }
    let next = text.index(after: text.startIndex)
    let isBeforeBlank = next == text.endIndex || text[next].isWhitespace
    if bullets.contains(first) { return next }
    guard isBeforeBlank else { return nil }
    let isPicture =
      first.unicodeScalars.first.map { $0.properties.isEmojiPresentation } ?? false
      || first.unicodeScalars.contains("\u{FE0F}") && !first.unicodeScalars.contains("\u{20E3}")
    return plainBullets.contains(first) || isPicture ? next : nil
  }

  /// `[ ]` and `[x]`.
  private static func box(_ text: String) -> String.Index? {
    for box in ["[ ]", "[x]", "[X]", "[-]", "[]"] where text.hasPrefix(box) {
      let end = text.index(text.startIndex, offsetBy: box.count)
      guard end == text.endIndex || text[end].isWhitespace else { continue }
      return end
    }
    return nil
  }

  // MARK: - Words

  private static let questionWords: Set<String> = [
    "q", "ｑ", "question", "frage", "pregunta", "domanda", "pergunta", "vraag", "問", "质问", "質問", "问",
    "问题", "вопрос", "interviewer", "prompt",
    "front",
  ]
  private static let answerWords: Set<String> = [
    "a", "ａ", "ans", "answer", "antwort", "réponse", "reponse", "respuesta", "risposta", "resposta",
    "antwoord", "答", "回答", "答案", "ответ", "me", "candidate", "interviewee",
    "back",
  ]
  private static let answerAdjectives: Set<String> = [
    "sample", "my", "model", "example", "suggested", "possible", "good", "best", "ideal", "short",
    "your", "strong",
  ]

  /// `Q:`, `Q3.`, `Question 3:`, `A:`, `Sample answer:`, also within `**…**`.
  private static func word(_ text: String) -> (Sort, String.Index, mark: String)? {
    var index = text.startIndex
    while index < text.endIndex, "*_[(（".contains(text[index]) {
      index = text.index(after: index)
    }
    let mark = text[text.startIndex..<index]
    guard mark.count <= 3 else { return nil }
    func word() -> String {
      let word = text[index...].prefix { $0.isLetter }
      index = word.endIndex
      return word.lowercased()
    }
    func skipBlanks() {
      while index < text.endIndex, text[index].isWhitespace { index = text.index(after: index) }
    }
    var first = word()
    guard !first.isEmpty, first.count <= 12 else { return nil }
    if answerAdjectives.contains(first) {
      skipBlanks()
      first = word()
      guard answerWords.contains(first), first.count > 2 else { return nil }
    }
    let sort: Sort
    if questionWords.contains(first) {
      sort = .question
    } else if answerWords.contains(first) {
      sort = .answer
    } else {
      return nil
    }
    let afterWord = index
    skipBlanks()
    // `Q #3`, `Q.3`, `Q-3`.
    if let sign = text[index...].first, "#.-".contains(sign),
      text[index...].dropFirst().first.map(LineNumber.isDigit) ?? false
    {
      index = text.index(after: index)
    }
    let digits = text[index...].prefix(while: LineNumber.isDigit)
    let isNumbered = !digits.isEmpty && digits.count <= 3
    // `(Q3)`, but neither `(answer: none)` nor `(a)`.
    if !isNumbered, mark.contains("(") || mark.contains("（") { return nil }
    index = isNumbered ? digits.endIndex : afterWord
    // The mark may end before or behind the colon: `**Q:** Why?`, `**Q**: Why?`, `[Q]: Why?`.
    let afterMark = index
    skipMark(text, &index)
    guard index < text.endIndex else { return isNumbered ? (sort, index, "") : nil }
    let isClosed = index > afterMark
    let closer = text[index]
    let next = text.index(after: index)
    switch closer {
    case ":", "：": index = next
    case ".", ")", "．", "、", "）", "-", "–", "—", "]":
      let isFirm = isNumbered || first.count == 1 && sort == .question && closer != "-"
      guard isFirm || sort == .answer && first.count > 1 && closer != ")" else { return nil }
      guard next == text.endIndex || text[next].isWhitespace || !closer.isASCII || text[next] == "*"
      else { return nil }
      index = next
    case _ where closer.isWhitespace && isNumbered:
      skipBlanks()
      // `Q3 - Why?`
      if index < text.endIndex, ["-", "–", "—"].contains(text[index]) {
        index = text.index(after: index)
      }
    default: return nil
    }
    let isEmphasis = mark.first == "*" || mark.first == "_"
    guard isEmphasis, !isClosed else { return (sort, index, "") }
    guard text[index...].hasPrefix(mark) else { return (sort, index, String(mark)) }
    return (sort, text.index(index, offsetBy: mark.count), "")
  }

  private static func skipMark(_ text: String, _ index: inout String.Index) {
    while index < text.endIndex, text[index] == "*" || text[index] == "_" {
      index = text.index(after: index)
    }
  }
}
