public import Decks

/// What came of having a recorded answer written down.
public struct HeardAnswer: Equatable, Sendable {
  public enum Result: Equatable, Sendable {
    /// What was heard, box by box, with its times.
    case words([String], HeardFile)
    /// Why there are no words; a sentence without its end.
    case failed(String)
  }

  /// The name of its recording.
  public var recording: String
  public var card: CardID
  public var result: Result
  /// How many seconds it took.
  public var seconds: Int
  /// The card as it is now that the words are kept with their answer; nil where no answer of it is kept.
  public var kept: SessionCard?

  public init(
    recording: String, card: CardID, result: Result, seconds: Int, kept: SessionCard? = nil
  ) {
    self.recording = recording
    self.card = card
    self.result = result
    self.seconds = seconds
    self.kept = kept
  }
}

/// How far the writing down of the answer asked about is.
public enum Hearing: Equatable, Sendable {
  case underWay
  /// It is done, and took so many seconds.
  case done(seconds: Int)
  /// There are no words, and why.
  case failed(String)
}
