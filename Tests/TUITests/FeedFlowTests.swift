import Campaign
import Decks
import Practice
import Screen
import Testing

@testable import TUI

/// From a card that asks for something to be written to where it is written.
@Suite struct FeedFlowTests {
  private func fixture(_ feeds: [String], kind: CardKind = .reflect) -> AppFixture {
    var card = Card(
      id: CardID(deck: "look-back", card: "LB-01"), kind: kind, competency: "teamwork",
      ask: "What did they ask?")
    card.feeds = feeds
    var fixture = AppFixture(
      cards: [SessionCard(card: card)], interview: AppFixture.interview(inDays: 6),
      competencies: Competencies(families: AppFixture.families))
    fixture.notebook = AppFixture.notebook
    return fixture
  }

  @Test(arguments: [
    ("round log", "log of round 1"), ("stories told", "told to Acme"), ("stories", "told to Acme"),
    ("headline drills", "told to Acme"), ("consistency check", "told to Acme"),
    ("likely next questions", "Acme · Advert"), ("weak cards", "Acme · What was asked"),
    ("probe drills", "Acme · What was asked"), ("dossier", "Acme · Dossier"),
    ("questions for them", "Acme · Questions to ask"), ("decision notes", "Acme · Your decision"),
    ("panel simulation", "Acme · People"), ("interview-day brief", "Acme · Operations lead"),
  ])
  func whatACardFeedsIsOneKeyAway(_ feed: String, _ title: String) {
    var fixture = fixture([feed])
    fixture.press(.enter)
    #expect(!fixture.app.view().text.contains("write it down"), "nothing before the answer")
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("W write it down"))
    fixture.press(.character("W"))
    #expect(fixture.app.view().text.contains(title))
    fixture.press(.escape)
    #expect(fixture.app.view().text.contains("What did they ask?"), "and back to the card")
  }

  @Test func oneOfSeveralLeadsToTheNext() {
    var fixture = fixture(["questions for them", "decision notes"], kind: .star)
    fixture.press(.enter, .enter, .character("W"))
    #expect(fixture.app.view().text.contains("Acme · Questions to ask"))
    #expect(fixture.app.view().text.contains("then your own decision"))
    fixture.press(.escape)
    #expect(fixture.app.view().text.contains("Acme · Your decision"))
  }

  @Test(arguments: [(CardKind.research, "Acme · Dossier"), (.ask, "Acme · Questions to ask")])
  func aKindThatIsForOnePlaceLeadsThere(_ kind: CardKind, _ title: String) {
    var fixture = fixture([], kind: kind)
    fixture.press(.enter, .enter, .character("W"))
    #expect(fixture.app.view().text.contains(title))
  }

  @Test func withNoEmployerItLeadsToAddingOne() {
    var fixture = fixture(["dossier"])
    fixture.notebook = Notebook()
    fixture.press(.enter, .enter, .character("W"))
    #expect(fixture.app.view().text.contains("No interview yet."))
  }
}
