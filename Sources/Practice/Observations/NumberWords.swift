/// Numbers written as words.
enum NumberWords {
  private static let values: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "half": 0.5,
  ]
  private static let large: [String: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9,
  ]
  /// Words that say how much without a number.
  static let changes: Set<String> = [
    "twice", "double", "doubled", "doubling", "triple", "tripled", "trebled", "halved", "halving",
    "quadrupled", "dozens", "hundreds", "thousands", "millions", "thirds", "percent",
  ]

  /// The number that begins at a word, and how many words it takes; nil where there is none.
  ///
  /// `One` alone is a pronoun more often than a number, so it is none.
  static func value(at index: Int, in words: [Prose.Word]) -> (value: Double, words: Int)? {
    var next = index
    if words[index].text == "a" || words[index].text == "an" {
      guard index + 1 < words.count else { return nil }
      switch words[index + 1].text {
      case "third": return (1 / 3, 2)
      case "quarter": return (0.25, 2)
      case let text where large[text] != nil: next += 1
      default: return nil
      }
    }
    let start = next
    var total = 0.0
    var group = 0.0
    while next < words.count, next == start || words[next - 1].after == nil {
      let text = words[next].text
      if let value = small(text) {
        let tens = group.truncatingRemainder(dividingBy: 100)
        let isOnes = value < 10 && tens >= 20 && tens.truncatingRemainder(dividingBy: 10) == 0
        guard tens == 0 || isOnes else { break }
        group += value
      } else if let factor = large[text] {
        group = max(group, 1) * factor
        if factor >= 1000 {
          total += group
          group = 0
        }
      } else {
        let isJoint = text == "and" && total + group >= 100 && next + 1 < words.count
        guard isJoint, small(words[next + 1].text) != nil else { break }
      }
      next += 1
    }
    let value = total + group
    return next == start || value == 1 && next == start + 1 ? nil : (value, next - index)
  }

  /// What `million` and the like after digits multiply them by.
  static func factor(at index: Int, in words: [Prose.Word]) -> Double? {
    guard index < words.count, words[index - 1].after == nil else { return nil }
    return large[words[index].text]
  }

  /// The value of `seven`, `twenty-two`; nil for other words.
  private static func small(_ text: String) -> Double? {
    if let value = values[text] { return value }
    guard text.utf8.contains(UInt8(ascii: "-")) else { return nil }
    let parts = text.split(separator: "-")
    guard parts.count == 2, let tens = values[String(parts[0])],
      let ones = values[String(parts[1])], tens >= 20, (1..<10).contains(ones)
    else { return nil }
    return tens + ones
  }
}
