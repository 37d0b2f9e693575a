import Campaign
import Decks
import Practice
import Scheduler
import Store
import TUI
import TestSupport
import Testing

@testable import Application

/// A search through everything that a home has.
@Suite struct SearchIndexTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
    let store = try stage.workspace().store
    for name in ["Acme", "Beta"] {
      _ = try store.add(
        Interview(
          employer: name, round: 1, startsAt: Stage.evening.adding(days: -2).milliseconds))
    }
    var story = Story(title: "Piano stairs")
    story.action = "I counted the steps.\nThen four of us carried it to Gdańsk."
    _ = try store.add(story)
    var fact = Fact(employer: "Acme", text: "They sell pianos in Gdansk", day: 20_000)
    fact.source = "their careers page"
    _ = try store.add(fact)
    _ = try store.add(Doubt(employer: "Acme", text: "Too long away from pianos"))
    _ = try store.add(Question(employer: "Beta", text: "Who tunes the pianos?"))
    var person = Person(employer: "Beta", name: "Ana Piano")
    person.needs = "somebody who stays"
    _ = try store.add(person)
    let round = try #require(try store.notebook().interviews.first)
    _ = try store.add(LogEntry(interview: round.id, text: "Have you moved pianos?"))
  }

  private func answer(_ card: String, _ text: String, daysAgo: Int = 0) throws {
    let moment = Moment(time: Stage.evening.adding(days: -Double(daysAgo)), utcOffset: 0)
    var attempt = Attempt(
      card: CardID(deck: "sample", card: card), kind: .star, moment: moment)
    attempt.mode = .typed
    attempt.texts = ["", text]
    _ = try stage.workspace().store.keep(attempt)
  }

  private func found(_ query: String) throws -> SearchResults {
    var trainer = Trainer(workspace: try stage.readyWorkspace(), terminal: TypedTerminal([]))
    guard case .searchOpened = trainer.outcome(of: .openSearch),
      case .foundEverything(let results) = trainer.outcome(of: .searchEverything(query))
    else { throw TestFailure("it cannot be searched") }
    #expect(results.query == query)
    return results
  }

  private func hits(_ kind: SearchKind, _ query: String) throws -> [SearchHit] {
    try found(query).parts.first { $0.kind == kind }?.hits ?? []
  }

  @Test func allSortsAreSearchedInTheirOrder() throws {
    try answer("B2", "The piano was too heavy.")
    let results = try found("PIÁNO")
    #expect(results.parts.map(\.kind) == SearchKind.allCases)
    #expect(results.parts.allSatisfy { $0.count == $0.hits.count && $0.count == 1 })
    #expect(
      results.parts.map { $0.hits.first?.title ?? "" } == [
        "Who lifted the piano?", "Piano stairs", "Mon 23 Nov  When were you wrong?",
        "Acme: They sell pianos in Gdansk", "Acme: Too long away from pianos",
        "Beta: Who tunes the pianos?", "Ana Piano, Beta",
        "Acme, round 1: “Have you moved pianos?”",
      ])
  }

  @Test func eachOpensWhatItIs() throws {
    try answer("B2", "The piano was too heavy.")
    #expect(try hits(.cards, "lifted").first?.target == .card(CardID(deck: "sample", card: "A1")))
    #expect(try hits(.answers, "heavy").first?.target == .card(CardID(deck: "sample", card: "B2")))
    guard case .item(let item) = try hits(.stories, "stairs").first?.target else {
      throw TestFailure("no story")
    }
    #expect((item.thing as? Story)?.title == "Piano stairs" && item.number != nil)
  }

  /// What has the words in its name is better than what has them elsewhere; of answers the latest.
  @Test func theBestComesFirst() throws {
    let store = try stage.workspace().store
    var story = Story(title: "Abacus")
    story.notes = "the stairs again"
    _ = try store.add(story)
    #expect(try hits(.stories, "stairs").map(\.title) == ["Piano stairs", "Abacus"])
    try answer("A1", "The older stairs.", daysAgo: 3)
    try answer("B2", "The newer stairs.")
    try answer("C3", "The oldest stairs.", daysAgo: 9)
    #expect(
      try hits(.answers, "stairs").map(\.body) == [
        "The newer stairs.", "The older stairs.", "The oldest stairs.",
      ])
    // The probes of a card are searched, too, behind the questions.
    #expect(try hits(.cards, "anybody").contains { $0.title == "Who lifted the piano?" })
  }

  @Test func allWordsHaveToBeThereWhereverTheyAre() throws {
    #expect(try hits(.stories, "gdansk piano").count == 1)
    #expect(try hits(.stories, "gdansk freezer").isEmpty)
    #expect(try found("nothing at all has this").parts.isEmpty)
  }

  /// An answer to a card that no deck has any more is read as it is.
  @Test func anAnswerWithoutItsCardIsAText() throws {
    try answer("Z9", "It snowed.")
    let hit = try #require(try hits(.answers, "snowed").first)
    #expect(hit.title == "Mon 23 Nov  sample/Z9")
    #expect(hit.target == .text(title: hit.title, "It snowed."))
  }

  /// What was written and is no answer yet is found as one is, and leads back to where it was written;
  /// what stands in a form is at no card.
  @Test func aDraftIsFoundAsAnAnswerIs() throws {
    let store = try stage.workspace().store
    let card = CardID(deck: "sample", card: "B2")
    try store.keepDraft(["The snow came early.", "We dug."], of: card, at: Stage.evening)
    try store.keepDraft(
      ["Snow at Acme"], of: Notebook.formDraft(ofNew: "facts", ["Acme"]), at: Stage.evening)
    let found = try hits(.answers, "snow")
    #expect(found.map(\.title) == ["draft, Mon 23 Nov  When were you wrong?"])
    #expect(found.map(\.body) == ["The snow came early.\n\nWe dug."])
    #expect(found.map(\.target) == [.draft(card)])
    try store.keepDraft([], of: card, at: Stage.evening)
    #expect(try hits(.answers, "snow").isEmpty)
  }

  @Test func whatWasTakenBackIsNotFound() throws {
    try answer("B2", "It snowed.")
    let store = try stage.workspace().store
    let id = try #require(try store.attempts().first?.id)
    _ = try store.undoAttempt(id, at: stage.clock.now)
    #expect(try hits(.answers, "snowed").isEmpty)
  }

  /// Each key finds what looking card by card finds, in a home with many; the time is told.
  @Test func manyCardsAreSearchedAtEachKey() throws {
    let campaign = Campaign("search", whole: 10_000, slice: 400)
    let asks = (0..<campaign.count).map { number in
      "Question \(number): tell me of a time when team \(number % 97) met manager \(number % 31)?"
    }
    for (file, start) in stride(from: 0, to: asks.count, by: 500).enumerated() {
      let cards = asks[start..<min(start + 500, asks.count)].enumerated().map { index, ask in
        """
          - id: N\(start + index)
            kind: star
            competency: teamwork
            ask: "\(ask)"
            probes: ["What did you do then, and why not something else?", "What came of it?"]
            flags: [blames others, has no figures, speaks of we alone]
            strong: [names a moment, says what was theirs to do, tells what changed]
        """
      }
      try stage.home.writeDeck(
        "many\(file)",
        "id: many\(file)\ntitle: Many \(file)\ncards:\n"
          + cards.joined(separator: "\n") + "\n")
    }
    var trainer = Trainer(workspace: try stage.readyWorkspace(), terminal: TypedTerminal([]))
    let clock = ContinuousClock()
    let opening = clock.measure { _ = trainer.outcome(of: .openSearch) }
    var slowest = Duration.zero
    for query in ["m", "ma", "man", "manager 7", "team 50", "question 399"] {
      var results: SearchResults?
      let time = clock.measure {
        if case .foundEverything(let found) = trainer.outcome(of: .searchEverything(query)) {
          results = found
        }
      }
      slowest = max(slowest, time)
      print("search: “\(query)” in \(time)")
      let words = query.split(separator: " ")
      let cards = results?.parts.first { $0.kind == .cards }
      let found = asks.filter { ask in words.allSatisfy { ask.lowercased().contains($0) } }
      #expect(cards?.count ?? 0 >= found.count, "\(query)")
      #expect(cards?.hits.count == min(50, cards?.count ?? 0), "\(query)")
    }
    print("search: \(asks.count) cards, opened in \(opening), slowest key \(slowest)")
  }
}
