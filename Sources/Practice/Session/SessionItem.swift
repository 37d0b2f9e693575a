public import Decks

/// One thing to do in a session: a card, and what is to be done at it.
public struct SessionItem: Hashable, Sendable {
  public enum Task: String, CaseIterable, Sendable {
    /// Answer the question.
    case answer
    /// Give the answer's headline.
    case headline
    /// Practise the parts that need work.
    case rebuild
    /// Tick a written answer of an earlier day again.
    case regrade
    /// Meet a follow-up that one was stuck on.
    case probe
    /// Name the story that fits.
    case pick
    /// Say what the question is after.
    case reading
  }

  public var card: CardID
  public var task: Task

  public init(_ card: CardID, _ task: Task = .answer) {
    self.card = card
    self.task = task
  }

  /// The minutes that it takes.
  ///
  /// - Parameters:
  ///   - kind: the card's.
  ///   - stuck: the follow-ups that are waiting at it.
  /// - Returns: the minutes, answer, follow-ups and ticks together.
  public func minutes(of kind: CardKind, stuck: Int = 1) -> Double {
    switch task {
    case .answer: kind.minutes
    case .headline: Drill.headline.minutes
    case .rebuild: 2
    case .regrade: 1
    case .probe: Double(stuck) * Drill.probe.minutes
    case .pick, .reading: Self.pickMinutes
    }
  }

  /// Nothing is ticked line by line there: five take a minute.
  static let pickMinutes = 0.2

  /// The minutes that it takes this person.
  func minutes(of prospect: Prospect) -> Double {
    task == .answer ? prospect.minutes : minutes(of: prospect.kind)
  }
}

extension SessionItem.Task {
  /// Whether it can be done in writing.
  var isInWords: Bool {
    switch self {
    case .answer, .rebuild, .regrade: true
    case .headline, .probe, .pick, .reading: false
    }
  }
}

extension Drill {
  /// The minutes that it takes, the ticks with it.
  var minutes: Double { Double(seconds) / 60 + 0.1 }
}

extension SessionItem {
  /// The item as a text without line breaks and tabs.
  var encoded: String { "\(task.rawValue) \(card)" }

  init?(encoded: some StringProtocol) {
    let words = encoded.split(separator: " ")
    guard words.count == 2, let task = Task(rawValue: String(words[0])),
      let card = CardID(String(words[1]))
    else { return nil }
    self.init(card, task)
  }
}
