import Campaign
import Decks
import Testing

@Suite struct NotebookDeckTests {
  private var notebook = Candidate().notebook

  init() {
    var doubt = Doubt(employer: "Acme", text: "budget size").with {
      $0.evidence = "managed 180k"
      $0.story = Candidate.audit
    }
    doubt.card = Notebook.card(for: doubt)
    notebook.doubts = [
      Kept(Number(9), doubt),
      Kept(
        Number(1),
        Doubt(employer: "Acme", text: "age").with {
          $0.card = CardID(deck: "doubts", card: "DB-01")
        }
      ),
    ]
    notebook.facts = [
      Kept(
        Number(1),
        Fact(employer: "Acme", topic: .news, text: "a second site", day: 95).with {
          $0.source = "paper"
        }),
      Kept(Number(2), Fact(employer: "Acme", topic: .news, text: "a strike", day: 10)),
      Kept(Number(3), Fact(employer: "Beta", topic: .earns, text: "meals", day: 99)),
    ]
  }

  private func cards(after time: Int64 = 0) -> [Card] {
    notebook.deck(after: time, today: 100)?.cards ?? []
  }

  @Test func factsOfATopicAndDoubtsAreCards() {
    let asks = cards().map(\.ask)
    #expect(
      asks == [
        "We at Acme have a doubt: budget size. What do you say to that?",
        "Acme: What is new at the employer?",
        "Beta: What does the employer earn its money with?",
      ])
    #expect(cards()[0].frame == "managed 180k" && cards()[0].strong.count == 1)
    #expect(cards()[1].strong == ["a second site (paper)", "a strike: stale, check it first"])
    #expect(cards().allSatisfy { $0.isCore })
  }

  @Test func anEmployerWithNoInterviewAheadIsNotAskedAbout() {
    #expect(cards(after: 850).count == 2, "Beta's is over")
    #expect(notebook.deck(after: 5000, today: 100) == nil)
  }

  @Test mutating func aDoubtKeepsItsCardWhenItIsWordedAnew() {
    let before = cards()[0].id
    notebook.doubts[0].text = "the size of budgets"
    #expect(cards()[0].id == before)
  }

  @Test func idsAreOnesThatDecksMayHave() {
    for card in cards() {
      #expect(CardID(card.id.description) == card.id)
      #expect(card.id.deck == Notebook.deckID)
    }
    let ids = cards().map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test mutating func aDoubtThatIsReadyIsNoLongerCore() {
    notebook.doubts[0].timesSaidWell = 2
    #expect(!cards()[0].isCore)
  }

  @Test mutating func theSameDoubtTwiceIsOneCardWithBothSources() throws {
    let first = notebook.doubts[0]
    var second = Doubt(employer: "ACME", text: "Budget SIZE", raisedIn: Candidate.first).with {
      $0.evidence = "ran the 2024 plan"
      $0.timesSaidWell = 2
    }
    second.card = Notebook.card(for: second)
    #expect(second.card != first.card, "it came from elsewhere")
    notebook.doubts.append(Kept(Number(90), second))
    notebook.doubts[0].isClosed = true
    notebook.employers.append(Employer(name: "ACME"))
    #expect(cards().count == 3)
    let card = try #require(cards().first)
    #expect(card.id == first.card)
    #expect(card.ask == "We at Acme have a doubt: budget size. What do you say to that?")
    #expect(card.frame == "managed 180k\nran the 2024 plan" && card.strong.count == 1)
    #expect(card.note == nil && !card.isCore)
    notebook.doubts[2].timesSaidWell = 0
    #expect(cards()[0].isCore, "one is open still")
    #expect(Set(cards().map(\.id)).count == cards().count)
  }

  @Test mutating func doubtsWithOneCardAreOneCard() throws {
    notebook.doubts[0].text = "the size of budgets"
    notebook.doubts.append(
      Kept(
        Number(91), Doubt(employer: "Acme", text: "budget size").with { $0.card = cards()[0].id }))
    notebook.doubts.append(
      Kept(Number(91), Doubt(employer: "Beta", text: "no budget").with { $0.card = cards()[0].id }))
    let card = try #require(cards().first)
    #expect(
      card.ask
        == "We at Acme and Beta have a doubt: the size of budgets; budget size; no budget. What do you say to that?"
    )
    #expect(cards().count == 3)
  }
}
