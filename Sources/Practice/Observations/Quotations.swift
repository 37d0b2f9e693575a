/// Finds what stands in quotation marks.
enum Quotations {
  /// Marks that open, with those that close; the last two open only at the start of a word.
  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("\"", "\""), ("‘", "’"), ("'", "'"),
  ]

  /// Tells for each scalar whether it is in a quotation.
  ///
  /// A mark that nothing closes on its line opens none.
  static func marks(in scalars: [Unicode.Scalar]) -> [Bool] {
    var isQuoted = [Bool](repeating: false, count: scalars.count)
    var index = 0
    while index < scalars.count {
      guard let end = end(ofQuotationAt: index, in: scalars) else {
        index += 1
        continue
      }
      for inside in index...end { isQuoted[inside] = true }
      index = end + 1
    }
    return isQuoted
  }

  private static func end(ofQuotationAt start: Int, in scalars: [Unicode.Scalar]) -> Int? {
    let mark = scalars[start]
    let isApostrophe = mark == "'" || mark == "‘"
    guard pairs.contains(where: { $0.open == mark }),
      !isApostrophe || start == 0 || !isLetter(scalars[start - 1])
    else { return nil }
    for index in (start + 1)..<max(start + 1, scalars.count) {
      let scalar = scalars[index]
      if scalar == "\n" { return nil }
      guard pairs.contains(where: { $0.open == mark && $0.close == scalar }) else { continue }
      // An apostrophe inside a word closes nothing.
      let isInWord = index + 1 < scalars.count && isLetter(scalars[index + 1])
      if !isApostrophe || !isInWord { return index }
    }
    return nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
