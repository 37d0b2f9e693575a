public import Decks
public import Scheduler

/// A running session: which card is asked now, which wait, what has been done.
///
/// A card graded Again comes back after a few others until it has been right once. Every step can
/// be taken back, at any depth.
public struct Session: Equatable, Sendable {
  /// One thing the person did with a card.
  public enum Step: Equatable, Sendable {
    case graded(CardID, Grade)
    case buried(CardID)
    case suspended(CardID)
    case skipped(CardID)
  }

  /// The cards still to come; the first is the one asked now.
  public private(set) var queue: [CardID]
  public private(set) var steps: [Step] = []
  private var earlierQueues: [[CardID]] = []

  /// How many other cards come before one that was graded Again.
  public static let returnDistance = 3

  public init(cards: [CardID]) { queue = cards }

  public var current: CardID? { queue.first }

  /// Cards that were graded and do not come back.
  public var finishedCount: Int {
    Set(steps.compactMap(\.gradedCard)).subtracting(queue).count
  }

  /// All cards of this session: those finished and those to come.
  public var totalCount: Int { Set(steps.compactMap(\.gradedCard)).union(queue).count }

  /// Takes the current card through `step` and moves on.
  public mutating func take(_ step: Step) {
    guard let card = queue.first else { return }
    earlierQueues.append(queue)
    steps.append(step)
    queue.removeFirst()
    if case .graded(_, .again) = step {
      queue.insert(card, at: min(Self.returnDistance, queue.count))
    }
  }

  /// The step that undoing would take back; nil when nothing was done yet.
  public var lastStep: Step? { steps.last }

  /// Takes the last step back, so that its card is asked again.
  public mutating func undo() {
    guard let queue = earlierQueues.popLast() else { return }
    steps.removeLast()
    self.queue = queue
  }

  /// Puts a card in front, for a review of before this session that was taken back.
  public mutating func bringForward(_ card: CardID) {
    queue.removeAll { $0 == card }
    queue.insert(card, at: 0)
  }
}

extension Session.Step {
  /// The card that was graded in this step.
  var gradedCard: CardID? {
    if case .graded(let card, _) = self { card } else { nil }
  }
}
