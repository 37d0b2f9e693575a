public import Decks
public import Scheduler

/// A running session: what is to be done now, what waits, what has been done.
///
/// A card graded Again comes back after a few others until it has been right once. Every step can
/// be taken back, at any depth.
public struct Session: Equatable, Sendable {
  /// One thing the person did.
  public enum Step: Equatable, Sendable {
    case graded(SessionItem, Grade)
    /// It was done without a grade; the attempt has this number.
    case kept(SessionItem, attempt: Int64)
    case buried(SessionItem)
    case suspended(SessionItem)
    case skipped(SessionItem)

    public var item: SessionItem {
      switch self {
      case .graded(let item, _), .kept(let item, _), .buried(let item), .suspended(let item),
        .skipped(let item):
        item
      }
    }
  }

  /// What is still to come; the first is what is asked now.
  public private(set) var queue: [SessionItem]
  public private(set) var steps: [Step] = []
  /// What was to come before each step.
  private(set) var earlierQueues: [[SessionItem]] = []

  /// How many others come before a card that was graded Again.
  public static let returnDistance = 3

  public init(items: [SessionItem]) { queue = items }

  public var current: SessionItem? { queue.first }

  /// What was done and does not come back.
  public var finishedCount: Int { done.subtracting(queue).count }

  /// All of this session: what is finished and what is to come.
  public var totalCount: Int { done.union(queue).count }

  private var done: Set<SessionItem> {
    Set(
      steps.compactMap { step in
        switch step {
        case .graded(let item, _), .kept(let item, _): item
        case .buried, .suspended, .skipped: nil
        }
      })
  }

  /// Does a step with what is asked now, and moves on.
  public mutating func take(_ step: Step) {
    guard let item = queue.first else { return }
    earlierQueues.append(queue)
    steps.append(step)
    queue.removeFirst()
    switch step {
    case .graded(_, .again):
      queue.insert(item, at: min(Self.returnDistance, queue.count))
    case .buried, .suspended:
      queue.removeAll { $0.card == item.card }
    case .graded, .kept, .skipped: break
    }
  }

  /// Puts a step back that was taken in an earlier run of the program, before which `queue` was to come.
  mutating func append(_ step: Step, before queue: [SessionItem]) {
    earlierQueues.append(queue)
    steps.append(step)
  }

  /// The step that undoing would take back; nil when nothing was done yet.
  public var lastStep: Step? { steps.last }

  /// Takes the last step back, so that it is asked again.
  public mutating func undo() {
    guard let queue = earlierQueues.popLast() else { return }
    steps.removeLast()
    self.queue = queue
  }

  /// Puts a card in front, for a review of before this session that was taken back.
  public mutating func bringForward(_ card: CardID) {
    let item = SessionItem(card)
    queue.removeAll { $0 == item }
    queue.insert(item, at: 0)
  }
}
