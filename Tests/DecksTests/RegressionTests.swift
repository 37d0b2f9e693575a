import Decks
import Testing

/// What fuzzing found.
@Suite struct RegressionTests {
  private let head = "id: d\ntitle: T\ncards:\n"
  private let card = "  - id: A\n    kind: probe\n    competency: data\n    ask: Why?\n"

  /// A tab in a key went into the message.
  @Test func messagesHaveNoControlCharacters() {
    #expect(
      read(head + card + "    no\tte: x\n").faults.map(\.message)
        == ["unknown key `no te`; did you mean `note`?"])
  }

  /// Text behind the cards was read as the value of `cards` and lost.
  @Test(arguments: [" stray\n", " stray\n  more\n...\n", " 'stray'\n"])
  func textBehindTheCardsIsAFault(text: String) {
    #expect(
      read(head + card + text).faults.map(\.description) == [
        "deck.yaml:8:2: error: this does not go with the lines above; check its indentation"
      ])
  }

  /// A list item that is a pair without braces was given an id that broke the file.
  @Test func idsThatWouldBreakTheFileAreNotWritten() {
    let text = "id: d\ntitle: T\ncards: [ask: Why?]\n"
    #expect {
      try DeckIDs.adding(to: Array(text.utf8), path: "deck.yaml")
    } throws: { error in
      "\(error)" == "deck.yaml:3:9: error: this card lacks `id`; "
        + "write it on lines of its own, after a `- `"
    }
  }

  /// An id with a blank in it was taken as the pattern for new ones.
  @Test func faultyIDsAreNoPattern() throws {
    let text = "id: d\ntitle: T\ncards:\n  - id: A- 1\n  - ask: Why?\n"
    let result = try DeckIDs.adding(to: Array(text.utf8), path: "deck.yaml")
    #expect(result.added == [CardID(deck: "d", card: "D-01")])
  }

  /// Two cards without an id on one line crashed the program.
  @Test func cardsOnOneLineGetIDs() throws {
    let text = "id: d\ntitle: T\ncards: [{ask: é}, {}, {ask: b}]\n"
    let result = try DeckIDs.adding(to: Array(text.utf8), path: "deck.yaml")
    #expect(
      String(decoding: result.bytes, as: UTF8.self)
        == "id: d\ntitle: T\ncards: [{id: D-01, ask: é}, {id: D-02}, {id: D-03, ask: b}]\n")
    #expect(throws: FaultyDeck.self) {
      try DeckIDs.adding(to: Array("cards: [a: b, c: d,]\nid: d".utf8), path: "deck.yaml")
    }
  }
}
