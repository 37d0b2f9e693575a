import Application
import ArgumentParser
import Decks
import Files
import Store

/// A card as a person names it: `DECK/CARD`, or its own id alone, which is answered with the whole.
struct CardArgument: ExpressibleByArgument {
  private let text: String

  init?(argument: String) {
    guard CardID(argument) != nil || CardID.isWellFormed(argument) else { return nil }
    text = argument
  }

  /// The card that is meant.
  ///
  /// - Throws: ``Failure`` when only its own id was given.
  func id(in workspace: Workspace) throws -> CardID {
    if let id = CardID(text) { return id }
    let meant = try workspace.suggestion(forOwnID: text)
    throw Failure(
      .usage,
      "“\(text)” is no card; \(meant ?? "cards are written DECK/CARD, as star-people/PE-01")")
  }
}
