/// A number in a text that says how much or how many.
struct Figure: Equatable {
  /// Nil for words like `doubled` and `dozens`.
  var value: Double?
  /// What is counted, in the singular: `%`, `£`, `week`; nil where that cannot be told.
  var unit: String?
  /// Its words, as indices.
  var words: Range<Int>
  /// Where it stands with its unit's sign, in UTF-8.
  var range: Range<Int>
}

extension Prose {
  /// The figures of the text, without years, quarters, dates, ordinals and 24/7.
  var figures: [Figure] {
    var figures: [Figure] = []
    var index = 0
    while index < words.count {
      if let (value, count) = NumberWords.value(at: index, in: words) {
        figures.append(figure(value, index..<index + count))
        index += count
      } else {
        var count = 1
        if var value = digits(at: index) {
          if let factor = NumberWords.factor(at: index + 1, in: words) {
            value *= factor
            count = 2
          }
          figures.append(figure(value, index..<index + count))
        } else if NumberWords.changes.contains(words[index].text) {
          figures.append(figure(nil, index..<index + 1))
        }
        index += count
      }
    }
    return figures
  }

  private func figure(_ value: Double?, _ range: Range<Int>) -> Figure {
    let first = words[range.lowerBound]
    let last = words[range.upperBound - 1]
    let next = range.upperBound < words.count ? words[range.upperBound] : nil
    let after = range.upperBound + 1 < words.count ? words[range.upperBound + 1].text : nil
    let bytes = first.range.lowerBound..<last.range.upperBound
    if last.after == "%" {
      return Figure(
        value: value, unit: "%", words: range, range: bytes.lowerBound..<last.afterEnd)
    }
    if let next, next.sentence == last.sentence,
      ["percent", "percentage"].contains(next.text) || next.text == "per" && after == "cent"
    {
      let end = next.text == "per" ? words[range.upperBound + 1] : next
      return Figure(
        value: value, unit: "%", words: range,
        range: bytes.lowerBound..<end.range.upperBound)
    }
    if let sign = first.before, Self.currencies.contains(sign) {
      let start = bytes.lowerBound - UTF8.width(sign)
      return Figure(value: value, unit: String(sign), words: range, range: start..<bytes.upperBound)
    }
    var unit: String?
    if let next, next.sentence == last.sentence, last.after == nil,
      !Self.notCounted.contains(next.text)
    {
      unit = Self.currencyNames[next.text] ?? Self.singular(next.text)
    }
    return Figure(value: value, unit: unit, words: range, range: bytes)
  }

  private static let currencies: Set<Unicode.Scalar> = ["£", "$", "€", "¥"]
  private static let currencyNames = [
    "pound": "£", "pounds": "£", "quid": "£", "dollar": "$", "dollars": "$", "euro": "€",
    "euros": "€",
  ]
  private static let notCounted: Set<String> = [
    "a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "per", "by", "for", "from", "with",
    "was", "were", "is", "are", "had", "have", "more", "less", "times", "other", "others", "i",
    "we",
    "he", "she", "they", "it", "as", "than", "that", "who", "which", "where", "when", "but", "so",
  ]

  private static func singular(_ word: String) -> String {
    word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  private static let units: Set<String> = [
    "", "k", "m", "bn", "x", "h", "hr", "hrs", "min", "mins", "s", "kg", "g", "t", "km", "m²", "cm",
    "mm", "l", "ml", "pp", "pts", "p", "am", "pm",
  ]
  private static let beforeYears: Set<String> = [
    "in", "since", "of", "until", "till", "from", "by", "to", "during", "early", "late", "mid",
    "year",
    "between", "before", "after", "spring", "summer", "autumn", "winter", "fall", "q1", "q2", "q3",
    "q4",
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct",
    "nov", "dec",
  ]

  /// The value of a word of digits that is a figure.
  private func digits(at index: Int) -> Double? {
    let word = words[index]
    guard let first = word.text.utf8.first, (0x30...0x39).contains(first) else { return nil }
    if ["24/7", "7/24", "24/365"].contains(word.text) { return nil }
    var number = ""
    var rest = Substring(word.text)
    while let sign = rest.first, sign.isASCII, sign.isNumber || sign == "." || sign == "," {
      if sign != "," { number.append(sign) }
      rest = rest.dropFirst()
    }
    // Half a day, 9/10 and 10-15 count by their first number.
    let isPart = rest.first == "/" || rest.first == "-"
    guard isPart || Self.units.contains(String(rest)), let value = Double(number) else {
      return nil
    }
    if isDate(at: index) || isYear(at: index, value) { return nil }
    let scale: Double = rest == "k" ? 1e3 : rest == "m" ? 1e6 : rest == "bn" ? 1e9 : 1
    return value * scale
  }

  private func isDate(at index: Int) -> Bool {
    let neighbours = [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }
    return words[index].text.utf8.count <= 2
      && neighbours.contains { $0.isCapitalised && Self.months.contains($0.text) }
  }

  private func isYear(at index: Int, _ value: Double) -> Bool {
    let word = words[index]
    guard word.text.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }),
      (1900..<2100).contains(value), word.after != "%",
      !(word.before.map(Self.currencies.contains) ?? false)
    else { return false }
    let before = index > 0 ? words[index - 1].text : ""
    if Self.beforeYears.contains(before) || Self.months.contains(before) { return true }
    guard index + 1 < words.count, word.after == nil else { return true }
    let next = words[index + 1].text
    let isCounted =
      next.hasSuffix("s") && !["was", "is", "as", "its", "this", "has"].contains(next)
    return !isCounted
  }
}
