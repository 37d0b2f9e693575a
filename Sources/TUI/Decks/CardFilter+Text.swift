import Decks
import Practice

extension CardFilter {
  /// What is filtered by beside the deck, in words; empty when nothing is.
  var text: String {
    [
      state == .all ? nil : state.rawValue, kind?.rawValue,
      family.map { [$0].shortTitle(of: $0.code) },
      point.map { GuidePoint.named($0)?.title ?? $0 }, tag.map { "#\($0)" },
    ].compactMap { $0 }.joined(separator: " · ")
  }
}

extension Array where Element: Equatable {
  /// The element after `current`, then none, then the first again.
  func next(after current: Element?) -> Element? {
    guard let current, let index = firstIndex(of: current) else { return first }
    return index + 1 < count ? self[index + 1] : nil
  }
}
