public import Decks
import Practice

/// Cards as the text file that Anki imports (<https://docs.ankiweb.net/importing/text-files.html>).
///
/// Its first lines say what the columns are. Each card has an id for ever, so that a second import
/// brings the first one up to date instead of adding to it.
public enum AnkiText {
  /// - Parameter decks: the decks, each with its title.
  /// - Returns: the whole file.
  public static func text(_ decks: [Deck]) -> String {
    var text = """
      #separator:tab
      #html:true
      #notetype:Starling
      #guid column:1
      #deck column:2
      #tags column:3

      """
    for deck in decks {
      for card in deck.cards {
        let fields = [
          "starling:\(card.id)", field("Starling::\(deck.title)"), tags(of: card),
          front(of: card), back(of: card),
        ]
        text += fields.joined(separator: "\t") + "\n"
      }
    }
    return text
  }

  static func tags(of card: Card) -> String {
    // A blank would end a tag.
    let own = card.tags.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: "_") }
    return
      (["starling", card.kind.rawValue, card.competency] + (card.isCore ? ["core"] : [])
      + card.guide + own).joined(separator: " ")
  }

  static func front(of card: Card) -> String {
    let others = card.alternatives.map { "<br><i>\(field($0))</i>" }
    return field(card.ask) + others.joined()
  }

  static func back(of card: Card) -> String {
    CardSection.all(of: card).map { section in
      "<b>\(field(section.title))</b><br>"
        + section.items.map { field(section.marker + $0) }.joined(separator: "<br>")
    }.joined(separator: "<br><br>")
  }

  /// The text as HTML on one line.
  ///
  /// There is no quotation mark left that could make the field a quoted one.
  private static func field(_ text: String) -> String {
    text.htmlText.replacing("\n", with: "<br>").replacing("\t", with: " ")
      .replacing("\r", with: " ")
  }
}
