/// The number before the text of a line, however it is written: `3.`, `(3)`, `3 –`, `#3`, `III.`, `c)`.
enum LineNumber {
  private static let closers: Set<Character> = [
    ".", ")", "]", ":", "、", "．", "）", "：", "】", "。", "/",
  ]
  private static let openers: Set<Character> = ["(", "[", "（", "【"]
  private static let numerals: [Character] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  /// Where the text goes on behind the number that it begins with; nil if it begins with none.
  static func end(in text: String) -> String.Index? {
    guard let first = text.first else { return nil }
    // ①, ➊ and 1️⃣ need nothing behind them.
    if isCircled(first) { return text.index(after: text.startIndex) }
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
      ?? part(text, at: index)
  }

  private static func isCircled(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x2460...0x249B).contains(scalar.value) || (0x2776...0x2793).contains(scalar.value)
      || character.unicodeScalars.contains("\u{20E3}")
  }

  static func isDigit(_ character: Character) -> Bool {
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

  /// Where a question goes on behind `1.2`, `1.2.` or `1a)`.
  private static func part(_ text: String, at place: String.Index) -> String.Index? {
    let rest = text[place...]
    let marks = rest.prefix { isDigit($0) || $0.isLetter || ".)".contains($0) }
    let isPart =
      rest.first == "."
      ? marks.allSatisfy { !$0.isLetter } : marks.last == ")" && marks.count == 2
    guard isPart, marks.count <= 6, text[marks.endIndex...].first?.isWhitespace == true,
      QuestionWords.isQuestion(String(text[marks.endIndex...]).stripped)
    else { return nil }
    return marks.endIndex
  }

  // MARK: - Letters

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

  /// Where the text goes on behind `A.`, which is a number only beside others.
  static func initialEnd(in text: String) -> String.Index? {
    guard let first = text.first, first.isASCII, first.isUppercase,
      text.dropFirst().first == ".", text.dropFirst(2).first?.isWhitespace == true
    else { return nil }
    return text.index(text.startIndex, offsetBy: 2)
  }

  // MARK: - What it is

  /// The number in a marker, or those that its letters may mean.
  static func values(in marker: Substring, mayBeLetter: Bool) -> [Int] {
    let parts = marker.split { !isDigit($0) && !isCircled($0) }
    guard parts.isEmpty else {
      return parts.count == 1 ? value(of: parts[0]).map { [$0] } ?? [] : []
    }
    let letters = marker.filter(\.isLetter).lowercased()
    guard mayBeLetter, let first = letters.utf8.first else { return [] }
    return (letters.count == 1 ? [Int(first) - Int(UInt8(ascii: "a")) + 1] : [])
      + (romans.firstIndex(of: letters).map { [$0 + 1] } ?? [])
  }

  private static func value(of digits: Substring) -> Int? {
    if digits.count == 1, let first = digits.first, let scalar = first.unicodeScalars.first {
      return numerals.firstIndex(of: first).map { $0 + 1 } ?? Character(scalar).wholeNumberValue
    }
    var value = 0
    var isAfterTen = false
    for digit in digits {
      guard let number = digit.wholeNumberValue else { return nil }
      // As in 二十三: what stands before ten is how many of them, what stands behind comes to it.
      value = number == 10 ? max(1, value) * 10 : isAfterTen ? value + number : value * 10 + number
      isAfterTen = number == 10
    }
    return value
  }

  private static let romans: [String] = {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return ["", "x", "xx", "xxx"].flatMap { tens in ones.map { tens + $0 } }.dropFirst().map { $0 }
  }()

  /// What a marker looks like whatever its number is.
  static func look(of marker: Substring) -> String {
    var look = ""
    for character in marker where !character.isWhitespace {
      let sign: Character = isDigit(character) ? "0" : character.isLetter ? "a" : character
      if look.last != sign || !"0a".contains(sign) { look.append(sign) }
    }
    return look
  }
}
