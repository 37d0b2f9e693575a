/// What is kept beside a recording of what was heard in it: words with their times, pauses, and marks.
///
/// A line each, of words parted by tabs; the first says what it is. What is no such line is left out.
public struct HeardFile: Equatable, Sendable {
  public var speech: Speech
  /// Milliseconds of the answer by the clock; nil where nobody knows.
  public var duration: Int?

  private static let head = "starling-heard 1"

  public init(_ speech: Speech, duration: Int?) {
    (self.speech, self.duration) = (speech, duration)
  }

  public var text: String {
    var lines = [Self.head, "marks\t\(speech.marks.encoded)"]
    if let duration { lines.append("duration\t\(duration)") }
    lines += speech.pauses.map { "pause\t\($0.lowerBound)\t\($0.upperBound)" }
    lines += speech.words.map { word in
      word.time.map { "word\t\(word.text)\t\($0.lowerBound)\t\($0.upperBound)" }
        ?? "word\t\(word.text)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// - Parameter text: what ``text`` has given once; nil if it is something else.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    guard lines.first?.first.map(String.init) == Self.head else { return nil }
    var words: [SpokenWord] = []
    var pauses: [Range<Int>] = []
    var marks: [PartMark] = []
    for cells in lines.dropFirst() {
      switch (cells[0], cells.count) {
      case ("marks", 2): marks = [PartMark](encoded: String(cells[1]))
      case ("duration", 2): duration = Int(cells[1]).map { min(max(0, $0), PartTimes.longest) }
      case ("pause", 3): if let pause = Self.range(cells[1], cells[2]) { pauses.append(pause) }
      case ("word", 2): words.append(SpokenWord(String(cells[1])))
      case ("word", 4): words.append(SpokenWord(String(cells[1]), Self.range(cells[2], cells[3])))
      default: break
      }
    }
    guard !words.isEmpty else { return nil }
    speech = Speech(words: words, pauses: pauses, marks: marks)
  }

  private static func range(_ start: Substring, _ end: Substring) -> Range<Int>? {
    guard let start = Int(start), let end = Int(end), (0...PartTimes.longest).contains(start),
      (start...PartTimes.longest).contains(end)
    else { return nil }
    return start..<end
  }

  /// The same without what was said: when each word was, and nothing else.
  public var withoutWords: HeardFile {
    let blank = speech.words.map { SpokenWord(Self.blank, $0.time) }
    return HeardFile(
      Speech(words: blank, pauses: speech.pauses, marks: speech.marks), duration: duration)
  }

  /// What stands for a word that is not kept; one word, as words are counted.
  private static let blank = "x"

  /// The pace of what was said; nil where it cannot be told.
  public var pace: Double? { Delivery(of: speech, duration: duration ?? 0)?.pace }
}
