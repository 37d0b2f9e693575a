/// Finds what a person probably meant by a word that is not one of those known.
public enum Suggestion {
  /// The known word that is nearest to a text; nil if none is near.
  ///
  /// Near means: at most one slip of the pen in three letters, and at most two in all. A slip is a
  /// letter too many, too few, wrong, or swapped with its neighbour.
  public static func nearest(to text: String, among words: some Sequence<String>) -> String? {
    let text = Array(text.lowercased().utf8.prefix(40))
    let limit = min(2, max(1, text.count / 3))
    var best: (word: String, slips: Int)?
    for word in words {
      let slips = slips(text, Array(word.lowercased().utf8))
      if slips <= min(limit, (best?.slips ?? .max) - 1) { best = (word, slips) }
    }
    return best?.word
  }

  /// The name that somebody meant who wrote it with a slip, or only a word of it: nil if none is near, or
  /// two are.
  public static func nearestName(to text: String, among names: [String]) -> String? {
    if let near = nearest(to: text, among: names) { return near }
    guard text.count > 2 else { return nil }
    let found = names.filter { name in
      let words = name.split(separator: " ").map(String.init)
      return name.lowercased().hasPrefix(text.lowercased())
        || nearest(to: text, among: words) != nil
    }
    return found.count == 1 ? found.first : nil
  }

  /// The optimal string alignment distance (Boytsov 2011, §3.1).
  private static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard abs(left.count - right.count) <= 2 else { return .max }
    var before = [Int](repeating: 0, count: right.count + 1)
    var above = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var line = [row + 1]
      for (column, other) in right.enumerated() {
        var least = min(line[column] + 1, above[column + 1] + 1)
        least = min(least, above[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          least = min(least, before[column - 1] + 1)
        }
        line.append(least)
      }
      (before, above) = (above, line)
    }
    return above[right.count]
  }
}
