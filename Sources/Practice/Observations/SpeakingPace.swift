/// How long words take to say.
public enum SpeakingPace {
  /// Words per minute in the middle of what sources give (130–150).
  public static let usual = 140.0

  /// The seconds that so many words take; none at a pace that is not above 0.
  public static func seconds(words: Int, wordsPerMinute: Double = usual) -> Double {
    wordsPerMinute > 0 ? Double(words) * 60 / wordsPerMinute : 0
  }
}
