import Decks
import Testing

/// Writing ids, and the warnings that take more than one card.
@Suite struct AuthoringTests {
  private func adding(_ text: String, history: [CardID] = []) throws -> String {
    let result = try DeckIDs.adding(to: Array(text.utf8), path: "deck.yaml", history: history)
    return String(decoding: result.bytes, as: UTF8.self)
  }

  private func reading(_ cards: String) -> Reading {
    let text = "id: d\ntitle: T\ncards:\n" + cards
    let family = Family(code: "F", title: "F", tags: ["data"])
    return DeckReader(competencies: Competencies(families: [family]))
      .read(Array(text.utf8), path: "d.yaml")
  }

  @Test func aLinkThatLeadsNowhereIsNamed() throws {
    let deck = try #require(
      reading(
        """
          - {id: A-1, kind: probe, competency: data, ask: One?, like: [A-2, A-3, e/X]}
          - {id: A-2, kind: probe, competency: data, ask: Two?, like: A-1}
        """
      ).deck)
    let faults = DeckAdvice.brokenLinks(in: [deck], among: [])
    #expect(
      faults.map(\.description) == [
        "d.yaml:4:1: warning: card `d/A-1` is like `d/A-3`, which is in no deck; did you mean `d/A-2`?",
        "d.yaml:4:1: warning: card `d/A-1` is like `e/X`, which is in no deck",
      ])
  }

  @Test func whatNothingTakesInIsNamedWithWhatIsKnown() {
    let reading = reading(
      """
        - id: A-1
          kind: reflect
          competency: data
          ask: One?
          write: rows
          done: rows
          feeds:
            - the moon
            - stories told
      """)
    #expect(reading.deck != nil)
    #expect(
      reading.faults.map(\.description) == [
        "d.yaml:11:9: warning: nothing takes in “the moon”, so it goes into the round log; known are round log, stories told, likely next, weak cards, stories, probe drills, headline drills, consistency check, dossier, questions for them, decision notes, panel simulation, interview-day brief"
      ])
  }

  @Test func idsAreWrittenAndNothingElse() throws {
    let text = """
      # My deck
      id: my-deck
      title: T

      cards: # all of them
        - kind: star   # first
          competency: data
          ask: Why?
        -   ask: 'How'
            kind: star
            competency: data

        # the third
        - id: MD-7
          ask: So?
        - {kind: probe, ask: Oh}
        -
          ask: |
            - id: no
          kind: star
      note: end
      """
    #expect(
      try adding(text) == """
        # My deck
        id: my-deck
        title: T

        cards: # all of them
          - id: MD-8
            kind: star   # first
            competency: data
            ask: Why?
          -   id: MD-9
              ask: 'How'
              kind: star
              competency: data

          # the third
          - id: MD-7
            ask: So?
          - {id: MD-10, kind: probe, ask: Oh}
          -
            id: MD-11
            ask: |
              - id: no
            kind: star
        note: end
        """)
    #expect(try adding(try adding(text)) == adding(text))
  }

  @Test func lineEndsAndByteOrderMarkStay() throws {
    #expect(
      try adding("\u{FEFF}id: d\r\ntitle: é\r\ncards:\r\n- kind: star\r\n  ask: Why?\r\n")
        == "\u{FEFF}id: d\r\ntitle: é\r\ncards:\r\n- id: D-01\r\n  kind: star\r\n  ask: Why?\r\n")
    #expect(try adding("id: d\rcards:\r- kind: a") == "id: d\rcards:\r- id: D-01\n  kind: a")
    #expect(try adding("id: d\ncards:\n- {}") == "id: d\ncards:\n- {id: D-01}")
  }

  @Test func idsOfTheFirstVersionsAreNotGivenAgain() throws {
    let history = ["Q-03", "Q-01"].map { CardID(deck: "d", card: $0) }
    #expect(
      try adding("id: d\ncards:\n- ask: a\n", history: history + [CardID(deck: "e", card: "Z-9")])
        == "id: d\ncards:\n- id: Q-04\n  ask: a\n")
  }

  @Test func aBrokenFileIsLeftAlone() {
    #expect(throws: FaultyDeck.self) { try adding("id: d\ncards:\n- ask: a: b\n") }
    #expect(throws: FaultyDeck.self) { try adding("cards:\n- ask: a\n") }
    do {
      _ = try adding("id: a b\ncards:\n- ask: a\n")
      Issue.record("nothing was thrown")
    } catch {
      #expect(
        "\(error)" == "deck.yaml:1:5: error: `a b` cannot be an id; "
          + "ids have letters A–Z, digits, `.`, `_` and `-`, and start with a letter or a digit")
    }
  }

  private func deck(_ id: String, _ questions: [(String, String)]) -> Deck {
    let cards = questions.enumerated().map { index, question in
      var card = Card(
        id: CardID(deck: id, card: question.0), kind: .star, competency: "data", ask: question.1)
      card.line = 4 * index + 4
      return card
    }
    return Deck(id: id, title: id, cards: cards, origin: .own, path: "\(id).yaml")
  }

  @Test func repeatedQuestionsAreNamedOnce() {
    let decks = [
      deck("a", [("1", "Tell me about a time you disagreed with your manager.")]),
      deck(
        "b",
        [
          ("1", "Tell me about a time when you disagreed with your manager?"),
          ("2", "TELL ME about a tíme you disagreed with your manager"),
          ("3", "Tell me about a time you agreed with your dog."),
        ]),
    ]
    #expect(
      DeckAdvice.repeatedQuestions(in: decks).map(\.description) == [
        "b.yaml:4:1: warning: card `b/1` asks nearly the same as `a/1`",
        "b.yaml:8:1: warning: card `b/2` asks nearly the same as `a/1`",
      ])
  }

  @Test func renamedCardsAreRecognised() throws {
    let now = deck(
      "a", [("new", "Why did you leave your last job?"), ("kept", "How?"), ("x", "When?")])
    let past: [DeckAdvice.PastCard] = [
      .init(id: CardID(deck: "a", card: "old"), question: "Why did you leave your last job"),
      .init(id: CardID(deck: "a", card: "gone"), textHash: now.cards[2].textHash),
      .init(id: CardID(deck: "a", card: "kept"), question: "How?"),
    ]
    #expect(
      DeckAdvice.renamedCards(in: [now], past: past).map(\.description) == [
        "a.yaml:4:1: warning: card `a/new` seems to be `a/old`, which has reviews and is gone; "
          + "with its old id it keeps them",
        "a.yaml:12:1: warning: card `a/x` seems to be `a/gone`, which has reviews and is gone; "
          + "with its old id it keeps them",
      ])
    #expect(DeckAdvice.renamedCards(in: [now], past: [past[2]]) == [])
  }
}
