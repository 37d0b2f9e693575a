public import Decks
public import Scheduler

/// A running session: what is to be done now, what waits, what has been done.
///
/// A card graded Again comes back after a few others until it has been right once. Every step can
/// be taken back, at any depth: where a session is follows from what was to come at first and from the
/// steps since.
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

  /// What changes the queue.
  enum Move: Equatable, Sendable {
    case step(Step)
    /// A card was put in front.
    case brought(CardID)
    /// Something that was to come was done elsewhere, or is no part of it any more.
    case passed(SessionItem)
    /// Something came to it.
    case added(SessionItem)
  }

  /// What was to come at first.
  let items: [SessionItem]
  /// Whether it is today's, and not one that was asked for besides.
  public let isDaily: Bool
  private(set) var moves: [Move] = []
  /// What is still to come; the first is what is asked now.
  public private(set) var queue: [SessionItem]
  public private(set) var steps: [Step] = []

  /// How many others come before a card that was graded Again.
  public static let returnDistance = 3

  public init(items: [SessionItem], isDaily: Bool = false) {
    self.items = items
    self.isDaily = isDaily
    queue = items
  }

  public var current: SessionItem? { queue.first }

  /// What was done and does not come back.
  public var finishedCount: Int { done.subtracting(queue).count }

  /// All of this session: what is finished and what is to come.
  public var totalCount: Int { done.union(queue).count }

  /// What is to come for the first time: what only comes back is done, as far as the day goes.
  public var unfinished: [SessionItem] {
    let done = done
    return queue.filter { !done.contains($0) }
  }

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
    moves.append(.step(step))
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

  /// The step that undoing would take back; nil when nothing was done yet.
  public var lastStep: Step? { steps.last }

  /// Takes the last step back, so that it is asked again.
  public mutating func undo() {
    let isStep = { (move: Move) in if case .step = move { true } else { false } }
    guard let last = moves.lastIndex(where: isStep) else { return }
    var earlier = Session(items: items, isDaily: isDaily)
    for move in moves[..<last] { earlier.make(move) }
    self = earlier
  }

  /// Puts a card in front, for a review of before this session that was taken back.
  public mutating func bringForward(_ card: CardID) {
    let item = SessionItem(card)
    moves.append(.brought(card))
    queue.removeAll { $0 == item }
    queue.insert(item, at: 0)
  }

  mutating func make(_ move: Move) {
    switch move {
    case .step(let step): take(step)
    case .brought(let card): bringForward(card)
    case .passed(let item): pass(item)
    case .added(let item): add(item)
    }
  }

  private mutating func pass(_ item: SessionItem) {
    moves.append(.passed(item))
    queue.removeAll { $0 == item }
  }

  private mutating func add(_ item: SessionItem) {
    moves.append(.added(item))
    queue.append(item)
  }

  /// Passes over what was done elsewhere since, by another trainer or in another home.
  ///
  /// What comes back because of an answer given here stays.
  public mutating func passOver(_ done: Set<SessionItem>) {
    let own = Set(steps.map(\.item))
    for item in queue where done.contains(item) && !own.contains(item) { pass(item) }
  }

  /// Passes over what is of no card among those.
  public mutating func keep(cards: Set<CardID>) {
    for item in queue where !cards.contains(item.card) { pass(item) }
  }

  /// Brings it in line with what is left of its day, which may have been drawn anew since.
  public mutating func follow(_ left: [SessionItem]) {
    let (known, own) = (Set(left), Set(steps.map(\.item)))
    for item in queue where !known.contains(item) && !own.contains(item) { pass(item) }
    let there = Set(queue)
    for item in left where !there.contains(item) { add(item) }
  }

  /// The session after a step with what is asked now, or without its last step.
  ///
  /// - Parameter step: makes the step; nil takes the last one back.
  /// - Returns: the session then.
  public func after(_ step: ((SessionItem) -> Step)?) -> Session {
    var session = self
    if let step {
      if let current { session.take(step(current)) }
    } else {
      session.undo()
    }
    return session
  }

  // MARK: - Reviews that are taken back

  /// Whether a review was the last step.
  public func endsWith(_ review: UndoneReview) -> Bool {
    guard case .graded(let item, review.grade) = lastStep else { return false }
    return item.card == review.card
  }

  /// The session after a review was taken back: without its last step if that was the review, and
  /// otherwise with the review's card in front.
  ///
  /// - Parameters:
  ///   - review: what was taken back.
  ///   - isKnown: whether a deck still has the card; one that is in none is not asked.
  /// - Returns: the session then.
  public func without(_ review: UndoneReview, isKnown: Bool) -> Session {
    guard !endsWith(review) else { return after(nil) }
    var session = self
    if isKnown { session.bringForward(review.card) }
    return session
  }
}
