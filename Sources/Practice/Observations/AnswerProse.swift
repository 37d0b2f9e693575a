/// The four parts of an answer as prose.
struct AnswerProse {
  private let parts: [Prose]

  init(_ answer: StarAnswer) {
    parts = StarPart.allCases.map { Prose(answer[$0]) }
  }

  subscript(part: StarPart) -> Prose { parts[part.rawValue] }

  /// The number of words in all.
  var wordCount: Int { parts.reduce(0) { $0 + $1.words.count } }

  /// All words, in order.
  var words: [Prose.Word] { parts.flatMap(\.words) }

  func quote(_ range: Range<Int>, of part: StarPart) -> Observation.Quote {
    quote(bytes: self[part].bytes(range), of: part)
  }

  func quote(bytes: Range<Int>, of part: StarPart) -> Observation.Quote {
    Observation.Quote(part: part, range: bytes, text: self[part].text(bytes))
  }

  /// A part from its first word to its last; an empty quote of an empty part.
  func quote(of part: StarPart) -> Observation.Quote {
    guard !self[part].words.isEmpty else {
      return Observation.Quote(part: part, range: 0..<0, text: "")
    }
    return quote(0..<self[part].words.count, of: part)
  }

  /// Where phrases stand in the answer.
  func quotes(_ phrases: Phrases, where isMeant: (Prose, Range<Int>) -> Bool = { _, _ in true })
    -> [Observation.Quote]
  {
    StarPart.allCases.flatMap { part in
      self[part].matches(phrases).filter { isMeant(self[part], $0) }.map { quote($0, of: part) }
    }
  }

  private static let common: Set<String> = [
    "the", "a", "and", "to", "of", "was", "were", "it", "that", "with", "for", "my", "we", "they",
    "he", "she", "but", "not", "this", "had", "on", "i",
  ]

  /// Whether the common words of English are in it as often as in English.
  var isEnglish: Bool {
    let known = words.reduce(0) { Self.common.contains($1.text) ? $0 + 1 : $0 }
    return known * 12 >= wordCount
  }
}
