import Decks
import Testing

/// What the reader makes of sound and faulty files, to the letter.
@Suite struct DeckReaderTests {
  @Test func readsEveryField() throws {
    let text = """
      id: mine
      title: "Mine: a deck"
      note: For tests.
      cards:
        - id: A-1
          kind: star
          competency: teamwork
          guide: P5
          ask: Tell me about
            a team.
          alt: [Another wording, "And: one more"]
          core: true
          probing: >
            what they
            do
          probes:
            - Why?
          strong: 1
          flags: [no outcome]
        - id: A-2
          kind: research
          competency: data
          ask: What do they earn?
          where: accounts
          use: to know
          done: a figure
          stale: 180
      """
    let reading = read(text)
    #expect(reading.faults == [])
    var star = Card(
      id: CardID(deck: "mine", card: "A-1"), kind: .star, competency: "teamwork",
      ask: "Tell me about a team.")
    star.guide = ["P5"]
    star.alternatives = ["Another wording", "And: one more"]
    star.isCore = true
    star.probing = "what they do"
    star.probes = ["Why?"]
    star.strong = ["1"]
    star.flags = ["no outcome"]
    star.line = 5
    var research = Card(
      id: CardID(deck: "mine", card: "A-2"), kind: .research, competency: "data",
      ask: "What do they earn?")
    research.place = "accounts"
    research.use = "to know"
    research.done = "a figure"
    research.stale = 180
    research.line = 20
    let deck = Deck(
      id: "mine", title: "Mine: a deck", note: "For tests.", cards: [star, research], origin: .own,
      path: "deck.yaml")
    #expect(reading.deck == deck)
    #expect(Deck(encoded: deck.encoded) == deck)
  }
}

/// Reads a deck with a few competencies under the path `deck.yaml`.
func read(_ text: String) -> Reading {
  let families = [Family(code: "TEAM", title: "Working together", tags: ["teamwork", "data"])]
  return DeckReader(competencies: Competencies(families: families))
    .read(Array(text.utf8), path: "deck.yaml")
}
