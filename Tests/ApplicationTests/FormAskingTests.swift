import Campaign
import Files
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// Things that are asked for line by line.
@Suite struct FormAskingTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  private var kept: Notebook { get throws { try stage.workspace().store.notebook() } }

  private func messages(_ body: (NotebookDesk) throws -> Void) throws -> String {
    try Output.collecting { try body(NotebookDesk(in: stage)) }.collected.messages
  }

  private func add<Thing: ListedThing>(
    _ thing: Thing.Type, _ words: String...
  ) throws -> String {
    try messages { try $0.add(thing, words, from: nil) }
  }

  @Test func everyFieldOfAStoryIsAskedFor() throws {
    stage.willAnswer(
      "Handover cut", "In March it was cut.", "In March.", "Two sites.", "", "", "I counted.", "",
      "", "", "disagr strong", "2 bad", "10 w", "integrity", "", "9 → 3 a week", "own count", "",
      "20k", "", "do", "", "4", "")
    #expect(try add(Story.self) == "starling: kept “Handover cut” under number 1\n")
    let story = try #require(try kept.stories.first?.thing)
    #expect(
      story
        == Story(title: "Handover cut").with {
          $0.headline = "In March it was cut."
          $0.situation = "In March.\nTwo sites."
          $0.action = "I counted."
          $0.fits = ["DISA": .strong, "LERN": .workable]
          $0.figures = [
            Story.Figure(text: "9 → 3 a week", known: "own count"),
            Story.Figure(text: "20k", isNotToClaim: true),
          ]
          $0.strength = 4
        }, "\(story)\n\(stage.toldLines)")
    #expect(stage.toldLines.contains { $0.hasPrefix("! Write one of them and how well: strong") })
  }

  @Test func theEmployerIsAskedForAndWhatIsWrongIsAskedForAgain() throws {
    _ = try stage.workspace().store.keep([Item(Employer(name: "Acme"))])
    stage.willAnswer("Acmee", "Acme", "", "They sell tea", "news", "a paper")
    #expect(try add(Fact.self) == "starling: kept “They sell tea” under number 1\n")
    let fact = try #require(try kept.facts.first?.thing)
    #expect(fact.employer == "Acme" && fact.topic == .news && fact.source == "a paper")
    #expect(fact.shelfLife == 14, "what the topic usually means")
    #expect(stage.toldLines.contains { $0.hasPrefix("! there is no employer “Acmee”") })
    #expect(stage.toldLines.contains("! “Fact” is missing: it is needed.") == false)
    #expect(stage.toldLines.contains("! Fact is missing: it is needed."))
  }

  @Test func anEndOfTheInputKeepsWhatIsThere() throws {
    stage.willAnswer("weekends off")
    #expect(try add(Criterion.self) == "starling: kept “weekends off” under number 1\n")
    stage.willAnswer("")
    #expect(try add(Story.self) == "starling: nothing was kept\n")
    stage.willAnswer()
    #expect(try add(Story.self) == "starling: nothing was kept\n")
  }

  @Test func whatCannotBeKeptIsLeftForTheEditor() throws {
    _ = try stage.workspace().store.add(Story(title: "Piano"))
    stage.willAnswer("Piano", "It fell.")
    #expect {
      try add(Story.self)
    } throws: { error in
      let message = (error as? Failure)?.message ?? ""
      return message.contains("There is a story “Piano” already.")
        && message.contains("--editor goes on with it")
    }
    stage.willEdit { text in
      #expect(text.contains("headline: It fell."), "\(text)")
      return text.replacing("title: Piano", with: "title: The piano")
    }
    _ = try messages { try $0.add(Story.self, [], from: nil, inEditor: true) }
    #expect(try kept.stories.map(\.headline) == ["", "It fell."])
  }

  @Test func aQuestionThatWasAskedIsAskedFor() throws {
    let store = try stage.workspace().store
    let now = stage.clock.now.time.milliseconds
    _ = try store.add(Interview(employer: "Acme", round: 1, startsAt: now - 1))
    _ = try store.add(Story(title: "Piano"))
    stage.willAnswer("Why us?", "th", "piano")
    let said = try messages { try $0.askForEntry(with: "Acme", round: nil) }
    #expect(said == "starling: kept “Why us?” under number 1\n")
    let entry = try #require(try kept.entries.first?.thing)
    #expect(entry.landed == .thin && entry.story == Number(1))
  }

  @Test func anInterviewIsAskedFor() throws {
    stage.willAnswer("Acme", "someday", "3 dec 14:00")
    let said = try Output.collecting {
      try Interviews(in: stage).ask(with: nil, zone: nil, round: nil, isAnother: false)
    }.collected.messages
    #expect(said.contains("Acme, round 2: Thu 3 Dec 2026, 14:00"))
    #expect(stage.toldLines.contains { $0.hasPrefix("! “someday” is no time") })
    #expect(try kept.interviews.map(\.employer) == ["Acme"])
  }
}
