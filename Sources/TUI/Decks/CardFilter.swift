import Decks
import Practice

/// Which cards of a list are shown.
struct CardFilter: Equatable {
  /// By the state of a card.
  enum State: String, CaseIterable {
    case all, due, weak, unseen, suspended, core
  }

  var state = State.all
  /// Nil shows every kind.
  var kind: CardKind?
  /// The code of a family; nil shows every family.
  var family: String?

  func admits(_ card: CardListing, family cardFamily: String?) -> Bool {
    if let kind, card.kind != kind { return false }
    if let family, cardFamily != family { return false }
    return switch state {
    case .all: true
    case .due: card.isDue && !card.isSuspended
    case .weak: card.isWeak && !card.isSuspended
    case .unseen: card.recall == nil && !card.isSuspended
    case .suspended: card.isSuspended
    case .core: card.isCore
    }
  }

  /// What is filtered by, in words; empty when nothing is.
  var text: String {
    [state == .all ? nil : state.rawValue, kind?.rawValue, family].compactMap { $0 }
      .joined(separator: " · ")
  }
}

extension Array where Element: Equatable {
  /// The element after `current`, then none, then the first again.
  func next(after current: Element?) -> Element? {
    guard let current, let index = firstIndex(of: current) else { return first }
    return index + 1 < count ? self[index + 1] : nil
  }
}
