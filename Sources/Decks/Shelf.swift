/// All decks that are in use: the bundled ones and the person's own.
public struct Shelf: Equatable, Sendable {
  public private(set) var decks: [Deck]
  /// What is wrong with the decks side by side.
  public private(set) var faults: [Fault] = []

  /// Puts decks together; one of the person's own with a bundled id takes that deck's place.
  ///
  /// - Parameters:
  ///   - bundled: The bundled decks.
  ///   - own: The person's own; of two with the same id the first counts and the other is a fault.
  public init(bundled: [Deck], own: [Deck]) {
    decks = bundled
    for deck in own {
      let index = decks.firstIndex { $0.id == deck.id }
      if let index, decks[index].origin == .own {
        faults.append(
          Fault(
            path: deck.path, line: 1, column: 1,
            message: "the deck's id `\(deck.id)` is taken by \(decks[index].path)"))
      } else if let index {
        decks[index] = deck
      } else {
        decks.append(deck)
      }
    }
  }
}
