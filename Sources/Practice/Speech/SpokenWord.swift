/// A word that was heard, with when it was said.
public struct SpokenWord: Equatable, Sendable {
  /// As the engine wrote it, with the signs at it; never empty, without blanks.
  public var text: String
  /// Milliseconds of the recording from which to which it was said; nil where the engine gave no times.
  public var time: Range<Int>?

  public init(_ text: String, _ time: Range<Int>? = nil) {
    self.text = text
    self.time = time
  }

  /// Whether it has a letter or a figure, and is not a sign alone.
  var isWord: Bool {
    text.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}

extension Collection<SpokenWord> {
  /// The words as text: a sign that stands alone belongs to the word before it.
  public var text: String {
    var text = ""
    for word in self {
      if !text.isEmpty, word.isWord { text += " " }
      text += word.text
    }
    return text
  }

  /// How many there are, signs aside.
  public var wordCount: Int { reduce(0) { $0 + ($1.isWord ? 1 : 0) } }
}
