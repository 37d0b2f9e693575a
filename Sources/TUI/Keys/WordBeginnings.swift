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

  func find(_ text: String) -> Bool { isEmpty || find(Words.list(text)) }
}
