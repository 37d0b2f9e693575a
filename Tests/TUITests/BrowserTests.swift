import Decks
import Practice
import Screen
import Testing

@testable import TUI

@Suite struct BrowserTests {
  private func list(_ fixture: inout AppFixture, search: Bool = false) {
    _ = fixture.app.update(
      .cards(deck: nil, AppFixture.listings, search ? AppFixture.search : nil))
  }

  private func shown(_ fixture: AppFixture) -> [String] {
    AppFixture.listings.map(\.id.card).filter { fixture.app.view().text.contains($0) }
  }

  @Test func homeLeadsToTheDecksAndADeckToItsCards() {
    var fixture = AppFixture()
    fixture.press(.character("d"))
    #expect(fixture.effects == [.loadDecks])
    _ = fixture.app.update(.decks(AppFixture.decks))
    fixture.press(.enter)
    #expect(fixture.effects == [.loadCards(deck: "star-people", search: false)])
  }

  @Test func eachKeyNarrowsTheSearch() {
    var fixture = AppFixture()
    list(&fixture, search: true)
    #expect(shown(fixture) == ["PE-03", "RF-05", "FT-01"])
    fixture.press(.character("m"))
    #expect(shown(fixture) == ["PE-03", "RF-05", "FT-01"])
    fixture.press(.character("a"), .character("n"))
    #expect(shown(fixture) == ["PE-03"])
    fixture.press(.backspace, .backspace, .backspace)
    #expect(shown(fixture).count == 3)
  }

  @Test func whileSearchingLettersAreText() {
    var fixture = AppFixture()
    list(&fixture, search: true)
    fixture.press(.character("q"), .character("?"), .character("f"))
    #expect(fixture.app.view().text.contains("Search: q?f"))
    fixture.press(.control("u"))
    #expect(!fixture.app.view().text.contains("q?f"))
  }

  @Test func escapeEndsTheSearchAndThenLeaves() {
    var fixture = AppFixture()
    list(&fixture, search: true)
    fixture.press(.character("m"), .character("a"), .character("n"), .escape)
    #expect(shown(fixture).count == 3)
    fixture.press(.escape)
    #expect(fixture.effects == [.loadHome])
  }

  @Test func filtersGoRoundAndAreSaid() {
    var fixture = AppFixture()
    list(&fixture)
    var seen: [[String]] = []
    for _ in 0..<6 {
      fixture.press(.character("f"))
      seen.append(shown(fixture))
    }
    #expect(seen == [["PE-03"], ["RF-05"], ["FT-01"], [], ["PE-03"], ["PE-03", "RF-05", "FT-01"]])
    fixture.press(.character("t"))
    #expect(fixture.app.view().text.contains("1 of 3 cards · star"))
    fixture.press(.character("t"), .character("t"), .character("t"), .character("c"))
    #expect(fixture.app.view().text.contains("1 of 3 cards · DISA"))
  }

  @Test func suspendingShowsAtOnceAndComesBack() {
    var fixture = AppFixture()
    list(&fixture)
    fixture.press(.character("x"))
    #expect(fixture.app.view().text.contains(" off     PE-03"))
    #expect(fixture.app.view().text.contains("PE-03 is kept out of practice"))
    fixture.press(.character("x"))
    #expect(fixture.app.view().text.contains(" 84 % •  PE-03"))
  }

  @Test func aFaultAfterEditingIsShownAtItsPlace() {
    var fixture = AppFixture()
    list(&fixture)
    fixture.press(.character("e"))
    #expect(fixture.effects == [.editCard(AppFixture.listings[0].id)])
    let effects = fixture.app.update(
      .cardEdited(AppFixture.listings[0].id, fault: "mine.yaml:4:5: error: unknown key"))
    #expect(effects == [.loadCards(deck: nil, search: false)])
    #expect(fixture.app.view().text.contains("! mine.yaml:4:5: error: unknown key"))
  }
}
