extension [Kept<Story>] {
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
  /// The words of a text that have a digit in them, in lower case, each in one spelling: `20k`,
  /// `20 k`, `20,000` and `20.000` are all `20000`.
  var numbers: [String] {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," }
      .map { word in
        String(word.reversed().drop { $0 == "." || $0 == "," }.reversed())
      }
    var numbers: [String] = []
    for (index, word) in words.enumerated() where word.contains(where: \.isNumber) {
      let isInThousands = words.dropFirst(index + 1).first == "k"
      numbers.append((isInThousands ? word + "k" : word).inOneSpelling)
    }
    return numbers
  }

  /// A number without marks between its thousands, and with them in figures.
  private var inOneSpelling: String {
    let groups = (last == "k" ? dropLast() : self[...]).split { $0 == "." || $0 == "," }
    guard groups.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return self }
    return groups.joined() + (last == "k" ? "000" : "")
  }
}
