/// How an answer was said, as far as times tell: pace, pauses, beginning and end.
///
/// Nothing of a voice, an accent or a mood is in it, and no schedule depends on it.
public struct Delivery: Equatable, Sendable {
  /// A pause in which the person said nothing for long.
  public struct Pause: Equatable, Sendable {
    /// In milliseconds.
    public var length: Int
    /// The step in which it fell.
    public var step: PartTimes.Step
    /// Whether a part ended with it, where a pause does good.
    public var isBetweenParts: Bool
    /// The first words after it.
    public var words: String
  }

  /// The number of words.
  public var words: Int
  /// Milliseconds from the first word to the last, long pauses left out.
  public var speakingTime: Int
  /// Milliseconds until the first word.
  public var firstWord: Int
  /// Milliseconds from the last word to the end of the answer.
  public var lastWord: Int
  /// The pauses of ``longPause`` and more between the first word and the last.
  public var pauses: [Pause]
  /// The first sentence; nil where the engine sets no full stops.
  public var headline: Headline?

  /// How an answer begins.
  public struct Headline: Equatable, Sendable {
    public var text: String
    /// Milliseconds that it took.
    public var length: Int
  }

  /// Milliseconds from which on a pause is a long one.
  public static let longPause = 2000
  /// Fewer words, or fewer milliseconds of them, tell nothing of a pace.
  private static let fewestWords = 20
  private static let leastTime = 8000
  private static let longestHeadline = 60

  /// Measures it; nil where the words have no times.
  ///
  /// - Parameters:
  ///   - speech: what was heard.
  ///   - duration: milliseconds of the answer.
  public init?(of speech: Speech, duration: Int) {
    let times = speech.words.compactMap(\.time)
    guard times.count == speech.words.count, let first = times.first else { return nil }
    let start = first.lowerBound
    let end = times.map(\.upperBound).max() ?? start
    words = speech.words.wordCount
    firstWord = start
    lastWord = max(0, duration - end)
    let long = speech.pauses.filter {
      $0.count >= Self.longPause && $0.lowerBound >= start && $0.upperBound <= end
    }
    speakingTime = end - start - long.reduce(0) { $0 + $1.count }
    pauses = long.map { pause in
      let middle = (pause.lowerBound + pause.upperBound) / 2
      let next = speech.words.drop { ($0.time?.upperBound ?? 0) <= middle }.prefix(3)
      return Pause(
        length: pause.count, step: speech.step(at: pause.lowerBound),
        isBetweenParts: speech.marks.contains { $0.time > 0 && pause.contains($0.time) },
        words: next.text)
    }
    let sentence = speech.words.prefix(Self.longestHeadline)
    if let last = sentence.firstIndex(where: { ".!?".contains($0.text.last ?? " ") }) {
      headline = Headline(
        text: sentence[...last].text,
        length: max(0, (speech.words[last].time?.upperBound ?? start) - start))
    }
  }

  /// Words a minute of speaking time; nil where there are too few to tell.
  public var pace: Double? {
    guard words >= Self.fewestWords, speakingTime >= Self.leastTime else { return nil }
    return Double(words) * 60_000 / Double(speakingTime)
  }
}
