/// How fast the person speaks, from the answers that were heard with times.
public struct OwnPace: Equatable, Sendable {
  /// The middle of what was heard of them; nil while there are too few answers to tell.
  public let median: Double?
  /// Words a minute to reckon with: that middle, drawn towards ``SpeakingPace/usual`` while there are few
  /// answers.
  public let wordsPerMinute: Double

  /// So many answers count as much as what is usual.
  private static let weightOfUsual = 3.0
  private static let fewest = 3
  /// What nobody is slower or faster than for a whole answer.
  private static let possible = 40.0...400.0

  /// - Parameter paces: words a minute of earlier answers, in any order.
  public init(_ paces: [Double] = []) {
    let sorted = paces.filter(Self.possible.contains).sorted()
    guard !sorted.isEmpty else {
      (median, wordsPerMinute) = (nil, SpeakingPace.usual)
      return
    }
    let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    let middle = (low + high) / 2
    let count = Double(sorted.count)
    median = sorted.count >= Self.fewest ? middle : nil
    wordsPerMinute =
      (count * middle + Self.weightOfUsual * SpeakingPace.usual) / (count + Self.weightOfUsual)
  }
}
