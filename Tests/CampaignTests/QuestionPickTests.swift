import Campaign
import Decks
import Testing

@Suite struct QuestionPickTests {
  private var notebook = Candidate().notebook

  private func card(_ id: String, for audience: String) -> Card {
    var card = Card(
      id: CardID(deck: "your-questions", card: id), kind: .ask, competency: "motivation",
      ask: "Question \(id)?")
    card.audience = audience
    return card
  }

  private var cards: [Card] {
    [
      card("YQ-1", for: "peers"), card("YQ-2", for: "hiring manager"),
      card("YQ-3", for: "peers, hiring manager"), card("YQ-4", for: "anyone who knows it"),
      card("YQ-5", for: "senior leaders"), card("YQ-6", for: "peers"),
      card("YQ-7", for: "hiring manager"),
    ]
  }

  private func picks() -> [[String]] {
    notebook.questionPicks(for: notebook.interviews[1], cards: cards).map { $0.choices.map(\.text) }
  }

  @Test func eachPersonGetsThreeThatSuitThem() {
    #expect(
      picks() == [
        ["Question YQ-2?", "Question YQ-3?", "Question YQ-7?"],
        ["Question YQ-1?", "Question YQ-6?", "Question YQ-4?"],
      ])
  }

  @Test mutating func theirOwnComeFirstAndUpToFive() {
    notebook.questions = (1...7).map {
      Kept(Number($0), Question(employer: "Acme", text: "Own \($0)?"))
    }
    notebook.questions[6].person = Candidate.peer
    #expect(
      picks() == [
        ["Own 1?", "Own 2?", "Own 3?", "Own 4?", "Own 5?"],
        ["Own 7?", "Own 6?", "Question YQ-1?"],
      ])
  }

  @Test mutating func whatWasAnsweredIsNeverPicked() {
    notebook.questions = [
      Kept(
        Number(1),
        Question(employer: "Acme", text: "Answered?").with {
          $0.state = .answered
          $0.answer = "Yes."
        }),
      Kept(
        Number(2),
        Question(employer: "Acme", text: "Question YQ-2?").with {
          $0.card = CardID(deck: "your-questions", card: "YQ-2")
          $0.state = .answered
        }),
      Kept(Number(3), Question(employer: "Acme", text: "Asked before?").with { $0.state = .asked }),
      Kept(Number(4), Question(employer: "Acme", text: "New?")),
    ]
    #expect(picks()[0] == ["New?", "Asked before?", "Question YQ-3?"])
    #expect(!picks().joined().contains("Answered?"))
    #expect(!picks().joined().contains("Question YQ-2?"))
  }

  @Test mutating func anOpenCriterionBecomesAQuestion() {
    notebook.criteria = [
      Kept(
        Number(1),
        Criterion(text: "weekends off").with { $0.question = "How are weekends shared out?" }),
      Kept(Number(2), Criterion(text: "a mentor")),
    ]
    #expect(picks()[0].first == "How are weekends shared out?")
    // What decides is the person's own affair until they have made a question of it.
    #expect(!picks().joined().contains { $0.contains("a mentor") })
  }

  @Test mutating func whatIsForTheEndComesLast() {
    notebook.questions = [
      Kept(
        Number(91),
        Question(
          employer: notebook.interviews[1].employer, text: "What could still speak against me?"
        )
        .with { $0.listener = "for the decision-maker, at the end" }),
      Kept(
        Number(92),
        Question(employer: notebook.interviews[1].employer, text: "What gets in your way?")),
    ]
    let asked = notebook.questionPicks(for: notebook.interviews[1], cards: cards)
      .map { $0.choices.map(\.text) }
    for texts in asked where texts.contains("What could still speak against me?") {
      #expect(texts.last == "What could still speak against me?" && texts.count > 1)
    }
    #expect(asked.joined().contains("What could still speak against me?"))
  }

  @Test func withNobodyKnownThereIsOnePick() throws {
    let picks = notebook.questionPicks(for: notebook.interviews[2], cards: cards)
    #expect(picks.count == 1)
    #expect(picks[0].person == nil && picks[0].choices.count == 3)
  }

  @Test func aPersonIsNeverAskedTheSameTwice() {
    let picks = notebook.questionPicks(for: notebook.interviews[1], cards: Array(cards.prefix(4)))
    for pick in picks { #expect(Set(pick.choices.map(\.text)).count == pick.choices.count) }
    #expect(picks.map(\.choices.count) == [3, 3], "shared when there are too few")
  }

  /// Once for a kind of listener, once for someone, and once more as a card.
  @Test mutating func aQuestionThatWasWrittenDownTwiceIsAskedOnce() {
    notebook.questions = [
      Kept(
        Number(1),
        Question(employer: "Acme", text: "Who stays late?").with { $0.listener = "manager" }),
      Kept(
        Number(2),
        Question(employer: "Acme", text: "who  stays late?").with {
          $0.listener = "manager"
          $0.person = Candidate.manager
        }),
      Kept(Number(3), Question(employer: "Acme", text: "Question YQ-2?")),
    ]
    #expect(picks()[0].filter { $0.lowercased().contains("late") }.count == 1)
    #expect(picks().joined().filter { $0 == "Question YQ-2?" }.count == 1)
    notebook.questions[0].state = .answered
    #expect(!picks().joined().contains { $0.contains("late") })
  }

  @Test(arguments: [
    ("peers, hiring manager", [Listener.peer, .manager]), ("HR or the recruiter", [.recruiter]),
    ("senior leaders", [.senior]), ("your future manager", [.manager]), ("anyone", []),
    ("Director of Operations", [.senior]),
  ])
  func rolesAreKnownByTheirWords(_ text: String, _ kinds: [Listener]) {
    #expect(Listener.kinds(in: text) == Set(kinds))
  }
}
