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
}
