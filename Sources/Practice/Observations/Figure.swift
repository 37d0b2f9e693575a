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
  /// Where it stands with the word for what is counted.
  var named: Range<Int>
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
    let number = bytes(range)
    let last = words[range.upperBound - 1]
    if last.after == "%" { return figure(value, "%", range, number.lowerBound..<last.afterEnd) }
    let first = words[range.lowerBound]
    if let sign = first.before, Self.currencies.contains(sign) {
      return figure(value, String(sign), range, first.beforeStart..<number.upperBound)
    }
    let next = range.upperBound
    guard next < words.count, words[next].sentence == last.sentence, last.after == nil else {
      return figure(value, nil, range, number)
    }
    let isPerCent =
      words[next].text == "per" && next + 1 < words.count && words[next + 1].text == "cent"
    if isPerCent || words[next].text == "percent" {
      let end = words[isPerCent ? next + 1 : next].range.upperBound
      return figure(value, "%", range, number.lowerBound..<end)
    }
    guard !Self.notCounted.contains(words[next].text) else {
      return figure(value, nil, range, number)
    }
    let unit = Self.currencyNames[words[next].text] ?? Self.singular(words[next].text)
    return figure(value, unit, range, number, through: words[next].range.upperBound)
  }

  private func figure(
    _ value: Double?, _ unit: String?, _ words: Range<Int>, _ range: Range<Int>,
    through end: Int? = nil
  ) -> Figure {
    Figure(
      value: value, unit: unit, words: words, range: range,
      named: range.lowerBound..<(end ?? range.upperBound))
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
    "", "k", "m", "bn", "x", "h", "hr", "hrs", "min", "mins", "kg", "g", "t", "km", "m²", "cm",
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

  /// `3 March`, `March 3`; in `3 March, 20 of them` nothing but the three is.
  private func isDate(at index: Int) -> Bool {
    let word = words[index]
    guard word.text.utf8.count <= 2, word.after != "%",
      !(word.before.map(Self.currencies.contains) ?? false)
    else { return false }
    func isMonth(_ index: Int) -> Bool {
      words.indices.contains(index) && words[index].isCapitalised
        && Self.months.contains(words[index].text)
    }
    return word.after == nil && isMonth(index + 1)
      || isMonth(index - 1) && words[index - 1].after == nil
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
