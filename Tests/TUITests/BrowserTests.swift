import Decks
import Practice
import Screen
import Testing

@testable import TUI

@Suite struct BrowserTests {
  private func shown(_ fixture: AppFixture) -> [String] {
    AppFixture.listings.map(\.id.card).filter { fixture.app.view().text.contains($0) }
  }

  @Test func homeLeadsToTheDecksAndADeckToItsCards() {
    var fixture = AppFixture()
    fixture.press(.character("d"))
    #expect(fixture.effects == [.loadDecks])
    _ = fixture.app.update(.decks(AppFixture.decks))
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("STAR: working with people"))
    #expect(shown(fixture) == ["PE-03", "RF-05", "FT-01"])
  }

  @Test func eachKeyNarrowsTheSearch() {
    var fixture = AppFixture()
    fixture.showCards(deck: nil)
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
    fixture.showCards(deck: nil)
    fixture.press(.character("q"), .character("?"), .character("f"))
    #expect(fixture.app.view().text.contains("Search: q?f"))
    fixture.press(.control("u"))
    #expect(!fixture.app.view().text.contains("q?f"))
  }

  @Test func escapeEndsTheSearchAndThenLeaves() {
    var fixture = AppFixture()
    fixture.showCards(deck: nil)
    fixture.press(.character("m"), .character("a"), .character("n"), .escape)
    #expect(shown(fixture).count == 3)
    fixture.press(.escape)
    #expect(fixture.effects == [.loadHome])
  }

  @Test func filtersGoRoundAndAreSaid() {
    var fixture = AppFixture()
    fixture.showCards()
    var seen: [[String]] = []
    for _ in 0..<6 {
      fixture.press(.character("f"))
      seen.append(shown(fixture))
    }
    #expect(seen == [["PE-03"], ["RF-05"], ["FT-01"], [], ["PE-03"], ["PE-03", "RF-05", "FT-01"]])
    fixture.press(.character("t"))
    #expect(fixture.app.view().text.contains("1 of 3 cards · star"))
    fixture.press(.character("t"), .character("t"), .character("t"), .character("c"))
    #expect(fixture.app.view().text.contains("1 of 3 cards · Disagreement"))
  }

  @Test func tagsOfOnesOwnGoRound() {
    var fixture = AppFixture()
    fixture.showCards()
    fixture.press(.character("#"))
    #expect(
      fixture.app.view().text.contains("1 of 3 cards · #depot") && shown(fixture) == ["PE-03"])
    fixture.press(.character("#"))
    #expect(fixture.app.view().text.contains("2 of 3 cards · #short"))
    #expect(shown(fixture) == ["PE-03", "FT-01"])
    // Within it the other filters go on.
    fixture.press(.character("t"))
    #expect(fixture.app.view().text.contains("1 of 3 cards · star · #short"))
    fixture.press(.character("#"))
    #expect(fixture.app.view().text.contains("1 of 3 cards · star"))
    #expect(!fixture.app.view().text.contains("#"))
  }

  @Test func withoutATagItIsSaidWhereTagsComeFrom() {
    var fixture = AppFixture()
    fixture.take(.cards(CardList(filter: CardFilter(deck: "d"))))
    fixture.press(.character("#"))
    #expect(fixture.effects.isEmpty)
    #expect(fixture.app.view().text.contains("No card here has a tag"))
  }

  @Test func suspendingShowsAtOnceAndComesBack() {
    var fixture = AppFixture()
    fixture.showCards()
    fixture.press(.character("x"))
    #expect(fixture.app.view().text.contains(" off     PE-03"))
    #expect(fixture.app.view().text.contains("PE-03 is suspended"))
    fixture.press(.character("x"))
    #expect(fixture.app.view().text.contains("84% •   PE-03"))
  }

  /// A filter is asked for anew when what it goes by has changed.
  @Test func aSuspendedCardLeavesTheFilteredList() {
    var fixture = AppFixture()
    fixture.showCards()
    fixture.press(.character("f"))
    #expect(shown(fixture) == ["PE-03"])
    fixture.press(.character("x"))
    #expect(fixture.app.view().text.contains("0 of 3 cards · due"))
    #expect(fixture.app.view().text.contains("No card here is like that."))
  }

  @Test func aSearchGoesOnWithinAFilter() {
    var fixture = AppFixture()
    fixture.showCards(deck: nil)
    fixture.press(.character("y"), .character("o"), .character("u"))
    #expect(shown(fixture) == ["PE-03", "RF-05", "FT-01"])
    fixture.press(.enter, .character("t"))
    #expect(shown(fixture) == ["PE-03"])
    fixture.press(.character("/"), .character("z"), .character("z"))
    #expect(shown(fixture) == [])
    fixture.press(.escape)
    #expect(shown(fixture) == ["PE-03"])
  }

  /// Rows are read when they come into sight; a card that is gone meanwhile leaves the list.
  @Test func rowsAreReadAsTheyComeIntoSight() {
    var fixture = AppFixture(size: Size(width: 80, height: 10))
    var list = CardList(filter: CardFilter(deck: "d"))
    list.numbers = Array(1...1000)
    list.total = 1000
    #expect(fixture.app.update(.cards(list)) == [.loadListings(Array(1...12))])
    func listings(_ numbers: some Sequence<Int>) -> [Int: CardListing] {
      Dictionary(
        numbers.map { number in
          var listing = AppFixture.listings[0]
          listing.id = CardID(deck: "d", card: "N\(number)")
          return (number, listing)
        }, uniquingKeysWith: { $1 })
    }
    #expect(fixture.app.update(.listings(listings(1...12), of: Array(1...12))) == [])
    #expect(fixture.app.view().text.contains("N6 "))
    #expect(fixture.app.update(.key(.down), now: fixture.app.stage.now) == [])
    let wanted = Array(989...1000)
    #expect(fixture.app.update(.key(.end), now: fixture.app.stage.now) == [.loadListings(wanted)])
    let found = listings(989...999)
    #expect(fixture.app.update(.listings(found, of: wanted)) == [])
    #expect(fixture.app.view().text.contains("999 of 1000"))
    #expect(fixture.app.view().text.contains("N999 "))
  }

  private static let fault = Fault(
    path: "/home/me/decks/mine.yaml", line: 4, column: 5, message: "unknown key `asks`")

  @Test func aFaultAfterEditingIsShownAtItsPlaceAndEGoesThere() {
    var fixture = AppFixture()
    fixture.showCards()
    fixture.press(.character("e"))
    #expect(fixture.effects == [.editCard(AppFixture.listings[0].id)])
    fixture.carryOut(fixture.app.update(.deckEdited(fault: Self.fault)))
    #expect(fixture.app.view().text.contains("! line 4: unknown key `asks`"))
    fixture.press(.character("e"))
    #expect(fixture.effects == [.mend(Self.fault)])
    fixture.carryOut(fixture.app.update(.deckEdited(fault: nil)))
    #expect(!fixture.app.view().text.contains("unknown key"))
    fixture.press(.character("e"))
    #expect(fixture.effects == [.editCard(AppFixture.listings[0].id)])
  }

  /// The cards of a faulty deck are out of use, so that its list is empty.
  @Test func anEmptyListSaysWhichFaultEmptiedIt() {
    var fixture = AppFixture(size: Size(width: 40, height: 12))
    fixture.showCards(deck: "mine")
    fixture.press(.character("e"))
    _ = fixture.app.update(.deckEdited(fault: Self.fault))
    _ = fixture.app.update(.cards(CardList(filter: CardFilter(deck: "mine"))))
    fixture.press(.down)
    #expect(fixture.app.view().text.contains("! mine.yaml, line 4: unknown key"))
    fixture.press(.character("e"))
    #expect(fixture.effects == [.mend(Self.fault)])
  }

  /// The words are looked for again, too: they may have gone with the edit.
  @Test func theListUnderACardIsReadAgainAfterEditing() {
    var fixture = AppFixture()
    fixture.showCards(deck: nil)
    fixture.press(.character("m"), .character("a"), .character("n"), .enter)
    _ = fixture.app.update(.card(AppFixture.cards[0], AppFixture.listings[0]))
    let effects = fixture.app.update(.deckEdited(fault: nil))
    #expect(
      effects == [
        .loadCards(CardFilter()), .search("man", inDeck: nil), .loadCard(AppFixture.listings[0].id),
      ])
    _ = fixture.app.update(.cards(AppFixture.cardList(CardFilter(), in: AppFixture.listings)))
    _ = fixture.app.update(.found("man", [11]))
    fixture.press(.escape)
    #expect(shown(fixture) == ["RF-05"])
  }

  @Test func aCardIsReadAgainAfterEditing() {
    var fixture = AppFixture()
    fixture.showCards()
    let id = AppFixture.listings[0].id
    fixture.press(.enter)
    #expect(fixture.effects == [.loadCard(id)])
    _ = fixture.app.update(.card(AppFixture.cards[0], AppFixture.listings[0]))
    fixture.press(.character("e"))
    fixture.carryOut(fixture.app.update(.deckEdited(fault: Self.fault)))
    #expect(fixture.app.view().text.contains("! mine.yaml, line 4: unknown key `asks`"))
    fixture.press(.character("e"))
    #expect(fixture.effects == [.mend(Self.fault)])
    fixture.carryOut(fixture.app.update(.deckEdited(fault: nil)))
    #expect(fixture.effects == [.loadCard(id)])
  }

  @Test func rTurnsTheDeckOnAndOff() {
    var fixture = AppFixture()
    fixture.press(.character("d"))
    var decks = AppFixture.decks
    decks[0].isOn = false
    _ = fixture.app.update(.decks(decks))
    #expect(fixture.app.view().text.contains("STAR: working with people (off)"))
    #expect(fixture.app.view().text.contains("1 deck · 0 cards · 1 off"))
    fixture.press(.character("p"))
    #expect(fixture.app.view().text.contains("This deck is off; r turns it on."))
    fixture.press(.character("r"))
    #expect(fixture.effects == [.setDeck("star-people", on: true)])
    #expect(fixture.app.view().text.contains("STAR: working with people is on: 3 cards."))
    _ = fixture.app.update(.decks(AppFixture.decks))
    fixture.press(.character("r"))
    #expect(fixture.effects == [.setDeck("star-people", on: false)])
  }

  @Test func vFiltersByAPointOfTheGuideAndSaysWhich() {
    var fixture = AppFixture()
    fixture.showCards()
    var seen: [[String]] = []
    for title in ["a closer look", "do you want it?", "true stories, well built"] {
      fixture.press(.character("v"))
      #expect(fixture.app.view().text.contains(title), "\(fixture.app.view().text)")
      seen.append(shown(fixture))
    }
    #expect(seen == [["PE-03"], ["FT-01"], ["PE-03"]])
    fixture.press(.character("v"))
    #expect(shown(fixture).count == 3)
  }
}
