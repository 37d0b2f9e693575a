/// What an engine has written down of a recording.
public struct Transcript: Equatable, Sendable {
  public internal(set) var words: [SpokenWord]

  /// Why what an engine has printed is no transcript.
  public enum Refusal: Error, Equatable, Sendable {
    /// There are no words in it.
    case nothingSaid
    /// It is no text.
    case noText
    /// It is more than anybody says.
    case tooMuch
  }

  /// The most bytes that are read of an engine.
  public static let mostBytes = 1 << 20
  /// The most words: an hour of them, said fast.
  public static let mostWords = 12_000

  public init(words: [SpokenWord]) { self.words = words }

  /// Reads what an engine has printed, in the first of the forms of ``TranscriptForm`` that fits.
  ///
  /// - Throws: ``Refusal`` if it is none.
  public init(printed bytes: [UInt8]) throws(Refusal) {
    guard bytes.count <= Self.mostBytes else { throw .tooMuch }
    let text = String(decoding: bytes, as: UTF8.self)
    let unreadable = text.unicodeScalars.reduce(0) { $0 + ($1 == "\u{FFFD}" ? 1 : 0) }
    guard unreadable * 10 <= text.unicodeScalars.count else { throw .noText }
    words = Self.heard(TranscriptForm.segments(of: text.withoutControls))
    guard words.contains(where: \.isWord) else { throw .nothingSaid }
    guard words.count <= Self.mostWords else { throw .tooMuch }
  }

  /// Whether it says when each word was said.
  public var hasTimes: Bool { words.allSatisfy { $0.time != nil } }

  /// The words of segments, without what stands in brackets: noises and music.
  private static func heard(_ segments: [TranscriptForm.Segment]) -> [SpokenWord] {
    var words: [SpokenWord] = []
    /// What closes the bracket that is open, and where it began.
    var open: (close: Character, since: Int)?
    var last = 0
    for word in segments.flatMap(\.words) {
      var word = word
      if let time = word.time {
        // Engines step back at times; a word does not come before the one before it.
        let start = max(last, time.lowerBound)
        word.time = start..<max(start, time.upperBound)
        last = start
      }
      if open == nil, let close = closing[word.text.first ?? " "] { open = (close, words.count) }
      words.append(word)
      if let bracket = open {
        if word.text.contains(bracket.close) {
          words.removeSubrange(bracket.since...)
          open = nil
        } else if words.count - bracket.since >= longestNote {
          // Nobody closed it: it was no note.
          open = nil
        }
      }
    }
    return words.filter { !$0.text.allSatisfy { $0 == "♪" || $0 == "♫" || $0 == "*" } }
  }

  private static let closing: [Character: Character] = ["[": "]", "(": ")"]
  private static let longestNote = 8
}

extension String {
  /// The text without what drives a terminal: escape sequences as a whole, and all control characters
  /// but line ends and tabs; nor what turns the direction of writing round.
  fileprivate var withoutControls: String {
    var kept = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n", "\t": kept.append(scalar)
      case "\r":
        // An engine that overwrites its line begins a new one.
        if rest.first != "\n" { kept.append("\n") }
      case "\u{1B}": rest.dropSequence()
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}", "\u{FEFF}":
        break
      default: if scalar.properties.generalCategory != .control { kept.append(scalar) }
      }
    }
    return String(kept)
  }
}

extension Substring.UnicodeScalarView {
  /// Drops what follows an escape character and belongs to it.
  fileprivate mutating func dropSequence() {
    switch popFirst() {
    case "[":
      while let scalar = first, scalar >= " ", scalar <= "?" { removeFirst() }
      if let scalar = first, scalar >= "@", scalar <= "~" { removeFirst() }
    case "]", "P", "X", "^", "_":
      // A string, up to its end or the end of its line.
      while let scalar = first, scalar != "\u{07}", scalar != "\u{1B}", scalar != "\n" {
        removeFirst()
      }
      if first == "\u{07}" { removeFirst() }
      if first == "\u{1B}" {
        removeFirst()
        if first == "\\" { removeFirst() }
      }
    default: break
    }
  }
}
