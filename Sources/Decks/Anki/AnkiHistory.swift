/// The answers in the log of a card that count: those from which Anki, too, reckons how well it is known.
public struct AnkiHistory: Equatable, Sendable {
  /// By time; each has an ease from 1 to 4.
  public var answers: [AnkiCollection.Entry] = []
  /// Whether it goes back to the first answer, or to that after the card was made new.
  public var isWhole = true
  /// What of the log is none of them.
  public var byHand = 0
  public var crammed = 0
  public var earlier = 0

  /// - Parameters:
  ///   - log: what was logged of a card, by time.
  ///   - isOfFirstScheduler: whether its learning cards had three buttons.
  public init(_ log: [AnkiCollection.Entry], isOfFirstScheduler: Bool = false) {
    let log = isOfFirstScheduler ? log.map(Self.withFourButtons) : log
    let start = Self.start(of: log)
    isWhole = start.isWhole
    for (index, entry) in log.enumerated() {
      if entry.isCram {
        crammed += 1
      } else if !(1...4).contains(entry.ease) {
        byHand += 1
      } else if let first = start.index, index >= first {
        answers.append(entry)
      } else {
        earlier += 1
      }
    }
  }

  /// With three buttons Good was the second, and Easy the third.
  private static func withFourButtons(_ entry: AnkiCollection.Entry) -> AnkiCollection.Entry {
    guard entry.kind == .learning || entry.kind == .relearning, (2...3).contains(entry.ease) else {
      return entry
    }
    var entry = entry
    entry.ease += 1
    return entry
  }

  /// Where the answers begin that count, and whether that is the beginning; no place if none do.
  private static func start(of log: [AnkiCollection.Entry]) -> (index: Int?, isWhole: Bool) {
    var firstGrade: Int?
    var firstLearning: Int?
    search: for (index, entry) in log.enumerated().reversed() {
      if entry.isCram { continue }
      if entry.ease > 0, entry.interval >= 1 || entry.interval <= -86_400 { firstGrade = index }
      if entry.ease > 0, entry.kind == .learning {
        firstLearning = index
      } else if entry.kind == .manual, entry.factor == 0 {
        // The card was made new.
        guard firstLearning != nil || firstGrade != nil else { return (nil, true) }
        break search
      } else if firstLearning != nil {
        // Older ones did not log that a card was made new.
        break search
      }
    }
    return (firstLearning ?? firstGrade, firstLearning != nil)
  }
}

extension AnkiCollection.Entry {
  /// Whether it was an answer that changed no schedule.
  fileprivate var isCram: Bool { kind == .filtered && factor == 0 }
}
