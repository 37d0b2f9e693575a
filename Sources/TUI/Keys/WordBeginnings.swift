import Decks

/// What finds a text by the beginnings of its words, in any order and however they are written:
/// “pr st” finds “Practise a question that a story answers”.
struct WordBeginnings {
  private let beginnings: [String]

  /// - Parameter query: What is typed so far; without any word it finds all texts.
  init(_ query: String) { beginnings = Words.list(query) }

  var isEmpty: Bool { beginnings.isEmpty }

  /// Whether each beginning is that of one of some words, as ``Words`` makes them.
  func find(_ words: [String]) -> Bool {
    beginnings.allSatisfy { beginning in words.contains { $0.hasPrefix(beginning) } }
  }

  /// Whether a word begins as the first one that is looked for.
  func begins(_ word: String) -> Bool { beginnings.first.map { word.hasPrefix($0) } ?? false }

  /// Whether a word alone is looked for, whole.
  func isWhole(_ word: String) -> Bool { beginnings == [word] }

  func find(_ text: String) -> Bool { isEmpty || find(Words.list(text)) }

  /// Where in a text what is looked for stands: characters from its start, in order.
  func places(in text: String) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    var places: [Range<Int>] = []
    var start: Int?
    let characters = Array(text)
    for index in 0...characters.count {
      let isInWord =
        index < characters.count && (characters[index].isLetter || characters[index].isNumber)
      if isInWord {
        start = start ?? index
      } else if let first = start {
        start = nil
        let word = Words.list(String(characters[first..<index])).first ?? ""
        let found = beginnings.filter { word.hasPrefix($0) }.map(\.count).max()
        if let found { places.append(first..<min(index, first + found)) }
      }
    }
    return places
  }
}
