/// Something seen in a written answer: the words it was seen in, and a question about them.
///
/// A mirror and never a judge: it has no score, and no schedule ever depends on it.
public struct Observation: Equatable, Sendable {
  /// A piece of the answer.
  public struct Quote: Equatable, Sendable {
    public var part: StarPart
    /// Where it stands in the part's text, in UTF-8.
    public var range: Range<Int>
    public var text: String

    /// Whether it has a figure or a name in it, which engines mishear most.
    public var isEasilyMisheard: Bool {
      let words = text.split(whereSeparator: \.isWhitespace)
      return words.contains { $0.contains(where: \.isNumber) }
        || words.dropFirst().contains { word in
          let letters = word.filter(\.isLetter)
          return letters.first?.isUppercase == true && letters.count > 1
            && !word.hasPrefix("I'") && !word.hasPrefix("I’")
        }
    }
  }

  public var kind: ObservationKind
  /// The words it was seen in, at least one piece; a whole part where something is missing in it.
  public var quotes: [Quote]
  /// What was seen, in a short sentence.
  public var note: String
  /// What only the person can answer.
  public var question: String
  /// Whether it is far beyond what is usual, not a little.
  public var isStrong = false

  /// The part it was first seen in.
  public var part: StarPart { quotes[0].part }
}
