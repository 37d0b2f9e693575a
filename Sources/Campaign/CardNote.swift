public import Decks

/// The person's own note on a card, as a form.
public struct CardNote: Equatable, Sendable {
  public var card: CardID
  public var text = ""

  public init() { card = CardID(deck: Notebook.deckID, card: "note") }

  public init(on card: CardID, _ text: String = "") { (self.card, self.text) = (card, text) }
}

extension CardNote: NotebookThing {
  public static let table = "notes"
  public static let isNumbered = false
  public static let noun = "note"
  public static let fields: [Field<CardNote>] = [
    Field("note", .text(\.text), length: .lines, hint: "for yourself; empty takes it away")
  ]

  public var title: String { card.description }
  public var heading: String { "Note on \(card.card)" }

  public func blank(today _: Int) -> CardNote { CardNote(on: card) }
}
