import Decks
import Files
import Store

/// A card as a person names it: `DECK/CARD`, or its own id alone where no other deck has one of that id.
package struct CardName {
  private let text: String

  /// Nil for what no card can be called.
  package init?(_ text: String) {
    guard CardID(text) != nil || CardID.isWellFormed(text) else { return nil }
    self.text = text
  }

  /// The card that is meant.
  ///
  /// - Throws: ``Failure`` when only its own id was given, and no card or several have it.
  func id(in workspace: Workspace) throws -> CardID {
    if let id = CardID(text) { return try workspace.meantCard(id) }
    if let id = try workspace.meantCard(ownID: text) { return id }
    let meant = try workspace.suggestion(forOwnID: text)
    throw Failure(
      .usage,
      "“\(text)” is no card; \(meant ?? "cards are written DECK/CARD, as star-people/PE-01")")
  }
}
