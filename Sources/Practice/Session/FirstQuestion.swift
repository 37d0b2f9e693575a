import Decks

/// The question that a person meets first of all: one that everybody has an answer to, and that presumes
/// nothing.
enum FirstQuestion {
  static let card = CardID(deck: "star-people", card: "PE-01")

  /// Puts it in front of a session's answers, where nothing was ever practised.
  ///
  /// - Parameters:
  ///   - items: what the session has, in order.
  ///   - prospects: the cards there are.
  ///   - request: what the person wants; what it does not admit stays out.
  /// - Returns: the items, as many as before.
  static func leading(
    _ items: [SessionItem], from prospects: [Prospect], for request: SessionRequest
  ) -> [SessionItem] {
    guard !items.isEmpty, prospects.allSatisfy({ $0.memory == nil }), request.cards != 0,
      let first = prospects.first(where: { $0.id == card }), !first.isBuried,
      request.admits(first)
    else { return items }
    let item = SessionItem(card)
    var others = items.filter { $0 != item }
    // In a session that does not have it, it takes the place of the last.
    if others.count == items.count { others.removeLast() }
    return [item] + others
  }
}
