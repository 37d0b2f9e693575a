extension [Story] {
  /// The figures that must not be said and that a text says all the same.
  ///
  /// A figure is found by its words, or by a number in it of two characters or more, such as `20k`.
  public func notToClaim(in text: String) -> [Story.Figure] {
    let numbers = Set(text.numbers)
    let lower = text.lowercased()
    return flatMap(\.figures).filter { figure in
      figure.isNotToClaim && !figure.text.isEmpty
        && (lower.contains(figure.text.lowercased())
          || figure.text.numbers.contains { $0.count >= 2 && numbers.contains($0) })
    }
  }
}

extension String {
  /// The words of a text that have a digit in them, in lower case.
  var numbers: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," }
      .map { word in
        String(word.reversed().drop { $0 == "." || $0 == "," }.reversed())
      }
      .filter { $0.contains(where: \.isNumber) }
  }
}
