import Testing

@testable import Decks

/// A deck's file that was changed on two machines.
@Suite struct DeckMergingTests {
  /// As `decks new` begins one: with comments between the cards.
  @Test func cardsOfANewDeckAreChangedApart() throws {
    let base = DeckTemplate.text(id: "mine")
    let one = base.replacing("ask: Tell me about", with: "ask: Tell us about")
    let other = base.replacing("growth", with: "learning")
    #expect(one != base && other != base)
    let merged = try #require(DeckMerging(one, other, base: base).text)
    #expect(merged == one.replacing("growth", with: "learning"))
    #expect(DeckMerging(other, one, base: base).text == merged)
  }

  @Test func oneCardThatBothHaveChangedIsNobodysGuess() {
    let base = DeckTemplate.text(id: "mine")
    let one = base.replacing("ask: Tell me about", with: "ask: Tell us about")
    let other = base.replacing("ask: Tell me about", with: "ask: Speak of")
    #expect(DeckMerging(one, other, base: base).text == nil)
  }
}
