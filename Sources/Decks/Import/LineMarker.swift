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
  /// The text without it.
  package private(set) var rest: String

  /// - Parameter text: a line without blanks around it.
  package init(_ text: String) {
    rest = text
    // More than one is rare, as in `- [ ] 1. Q: Why?`.
    for _ in 0..<5 {
      guard let (found, end, mark) = Self.marker(rest) else { break }
      if sort == .none || found == .question || found == .answer { sort = found }
      rest = mark + String(rest[end...]).stripped
      if found == .question || found == .answer { break }
    }
  }

  /// The sort of what stands first, where it ends, and what of bold text opens before it.
  private static func marker(_ text: String) -> (Sort, String.Index, mark: String)? {
    if let end = bullet(text) ?? box(text) { return (.bullet, end, "") }
    if let end = number(text) { return (.ordered, end, "") }
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

  // MARK: - Numbers

  private static let closers: Set<Character> = [
    ".", ")", "]", ":", "、", "．", "）", "：", "】", "。",
  ]
  private static let openers: Set<Character> = ["(", "[", "（", "【"]
  private static let numerals: Set<Character> = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
  ]

  private static func number(_ text: String) -> String.Index? {
    guard let first = text.first else { return nil }
    // ①, ➊ and 1️⃣ need nothing behind them.
    if let scalar = first.unicodeScalars.first {
      let isCircled =
        (0x2460...0x249B).contains(scalar.value) || (0x2776...0x2793).contains(scalar.value)
        || first.unicodeScalars.contains("\u{20E3}")
      if isCircled { return text.index(after: text.startIndex) }
    }
    var index = text.startIndex
    for word in ["No. ", "Nr. ", "no. ", "nr. ", "No ", "Nr "] where text.hasPrefix(word) {
      guard let digit = text.dropFirst(word.count).first, isDigit(digit) else { continue }
      index = text.index(index, offsetBy: word.count)
    }
    let isOpened = openers.contains(first)
    if isOpened { index = text.index(after: index) }
    let isNumbered = text[index...].hasPrefix("#") || text[index...].hasPrefix("№")
    if isNumbered { index = text.index(after: index) }
    let begin = index
    while index < text.endIndex, isDigit(text[index]) { index = text.index(after: index) }
    let digits = text[begin..<index]
    guard !digits.isEmpty, digits.count <= 3 else {
      return isNumbered ? nil : letter(text, from: begin, isOpened: isOpened)
    }
    return close(text, at: index, isOpened: isOpened, isNumbered: isNumbered)
  }

  private static func isDigit(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return false
    }
    return (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
      || numerals.contains(character)
  }

  /// Where the text goes on behind a number or a letter; nil if that is a part of the text.
  private static func close(
    _ text: String, at place: String.Index, isOpened: Bool, isNumbered: Bool = false
  ) -> String.Index? {
    var index = place
    // What writes Markdown puts a backslash before the point.
    if text[index...].hasPrefix("\\") { index = text.index(after: index) }
    guard index < text.endIndex else { return isNumbered ? index : nil }
    let closer = text[index]
    guard closers.contains(closer) else {
      if isNumbered, closer.isWhitespace { return index }
      // As in `3 - Why?`.
      let rest = text[index...].drop(while: \.isWhitespace)
      let isDash = rest.first == "-" || rest.first == "–" || rest.first == "—"
      guard isDash, rest.startIndex > index, rest.dropFirst().first?.isWhitespace ?? false else {
        return nil
      }
      return rest.index(after: rest.startIndex)
    }
    var end = text.index(after: index)
    // As in `1.)`.
    if end < text.endIndex, closer == ".", text[end] == ")" { end = text.index(after: end) }
    if end == text.endIndex || text[end].isWhitespace || isOpened { return end }
    // `1.Where`, but neither `1.5` nor `9:30` nor `3)x`.
    let isWide = !closer.isASCII
    return isWide || (closer == "." || closer == ")") && text[end].isLetter
      || text[end] == "*" || text[end] == "\"" ? end : nil
  }

  /// `a)`, `(a)`, `b.` and `iv.`.
  private static func letter(
    _ text: String, from begin: String.Index, isOpened: Bool
  ) -> String.Index? {
    let letters = text[begin...].prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty, letters.endIndex < text.endIndex else { return nil }
    let isRoman = letters.count > 1 && letters.lowercased().allSatisfy { "ivx".contains($0) }
    guard letters.count == 1 || isRoman && letters.count <= 5 else { return nil }
    let closer = text[letters.endIndex]
    let end = text.index(after: letters.endIndex)
    let isBeforeBlank = end < text.endIndex && text[end].isWhitespace
    guard isBeforeBlank else { return nil }
    switch closer {
    case ")", "]": return end
    case "." where !isOpened && (isRoman || letters.first?.isLowercase == true): return end
    // `A. Why?` is one of a list, `A. Smith was there` is not.
    case "." where !isOpened && QuestionWords.isQuestion(String(text[end...]).stripped): return end
    default: return nil
    }
  }

  // MARK: - Words

  private static let questionWords: Set<String> = [
    "q", "question", "frage", "pregunta", "domanda", "pergunta", "vraag", "問", "质问", "質問", "问",
    "问题", "вопрос", "interviewer", "prompt",
    "front",
  ]
  private static let answerWords: Set<String> = [
    "a", "ans", "answer", "antwort", "réponse", "reponse", "respuesta", "risposta", "resposta",
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
    while index < text.endIndex, text[index] == "*" || text[index] == "_" || text[index] == "[" {
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
    if text[index...].hasPrefix("#") { index = text.index(after: index) }
    let digits = text[index...].prefix(while: isDigit)
    let isNumbered = !digits.isEmpty && digits.count <= 3
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
