import Decks
import Practice
import Testing

@Suite struct CardSectionTests {
  @Test func theAnswerSideHasOnlyThePartsThatTheCardHas() {
    var card = Card(
      id: CardID(deck: "d", card: "RF-1"), kind: .redflag, competency: "integrity", ask: "And?")
    card.tempting = "bluff"
    card.better = "say so"
    #expect(
      CardSection.all(of: card).map { [$0.title, $0.marker] + $0.items }
        == [["The temptation", "− ", "bluff"], ["A better way", "+ ", "say so"]])
  }
}
