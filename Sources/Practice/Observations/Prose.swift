/// A text as words and sentences, as far as they can be told apart without understanding it.
struct Prose {
  struct Word: Sendable {
    /// In lower case, with a plain apostrophe.
    var text: String
    /// Where it stands in the text, in UTF-8.
    var range: Range<Int>
    var isCapitalised: Bool
    /// Whether it stands in quotation marks, and so is somebody's words.
    var isQuoted = false
    /// The index of its sentence.
    var sentence: Int
    /// The sign before it and after it, spaces aside; nil where there is a word or nothing.
    var before: Unicode.Scalar?
    var after: Unicode.Scalar?
    /// Where those signs start and end, in UTF-8; the word's own ends where there are none.
    var beforeStart: Int
    var afterEnd: Int
  }

  let text: String
  let words: [Word]
  /// The sentences, in indices of words.
  private(set) var sentences: [Range<Int>] = []

  init(_ text: String) {
    self.text = text
    words = WordReader(text).words
    var start = 0
    for index in words.indices {
      let isLast = index + 1 == words.count || words[index + 1].sentence != words[index].sentence
      guard isLast else { continue }
      sentences.append(start..<index + 1)
      start = index + 1
    }
  }

  /// What stands between two offsets in UTF-8.
  func text(_ bytes: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
    let end = text.utf8.index(text.startIndex, offsetBy: bytes.upperBound)
    return String(text[start..<end])
  }

  /// Where some words stand, in UTF-8.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
  }

  /// The places where one of some phrases stands, the longest where several begin, without quotations.
  func matches(_ phrases: Phrases) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      if !words[index].isQuoted, let length = phrases.length(at: index, in: words) {
        found.append(index..<index + length)
        index += length
      } else {
        index += 1
      }
    }
    return found
  }
}

/// A list of words and phrases to look for.
struct Phrases: Sendable {
  /// By first word, longest first.
  private let byFirst: [String: [[String]]]

  init(_ phrases: String...) {
    let split = phrases.map { $0.split(separator: " ").map(String.init) }
    byFirst = Dictionary(grouping: split.filter { !$0.isEmpty }) { $0[0] }
      .mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The length in words of the longest phrase that begins at a word; nil if none does.
  func length(at index: Int, in words: [Prose.Word]) -> Int? {
    byFirst[words[index].text]?.first { phrase in
      index + phrase.count <= words.count
        && phrase.indices.allSatisfy { words[index + $0].text == phrase[$0] }
        && words[index + phrase.count - 1].sentence == words[index].sentence
    }?.count
  }
}
