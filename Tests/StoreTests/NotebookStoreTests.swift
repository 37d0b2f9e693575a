import Campaign
import Decks
import GRDB
import Store
import Testing

@Suite struct NotebookStoreTests {
  private let fixture = StoreFixture()

  private func kept(_ items: Item..., in store: Store) throws -> [Item] { try store.keep(items) }

  @Test func whatIsWrittenMeanwhileIsInTheNotebookThatIsReadAgain() throws {
    let (ours, others) = (try fixture.open(), try fixture.open())
    func titles(_ store: Store) throws -> [String] { try store.notebook().stories.map(\.title) }
    #expect(try titles(ours) == [])
    let first = try kept(.story(Story(title: "one")), in: ours)
    #expect(try titles(ours) == ["one"])
    #expect(try titles(others) == ["one"])
    _ = try kept(.story(Story(title: "two")), in: others)
    #expect(try titles(ours) == ["one", "two"])
    try ours.delete(first)
    #expect(try titles(ours) == ["two"])
    #expect(try titles(others) == ["two"])
  }

  @Test func whoIsNewInARoundIsKeptWithIt() throws {
    let store = try fixture.open()
    let known = try #require(
      try store.keep([.person(Person(employer: "Acme", name: "Noor"))]).first)
    guard case .person(let noor) = known, let key = noor.id else { return }
    var interview = Interview(employer: "ACME", round: 2, startsAt: 1000)
    interview.addNewcomer("Dana Okafor")
    interview.people.append(key)
    interview.addNewcomer("Sam")
    _ = try store.keep([.interview(interview)])
    let notebook = try store.notebook()
    #expect(notebook.people.map(\.name) == ["Noor", "Dana Okafor", "Sam"])
    #expect(notebook.people.allSatisfy { $0.employer == "Acme" })
    let kept = try #require(notebook.interviews.first)
    #expect(notebook.people(in: kept).map(\.name) == ["Dana Okafor", "Noor", "Sam"])
    #expect(kept.newcomers.isEmpty)
  }

  /// Everything that can be written down, with every field filled in.
  private func fill(_ store: Store) throws {
    _ = try kept(
      .employer(
        Employer(
          name: "Acme", role: "Lead", oneThing: "calm", pay: "31–34", advert: "a\nb",
          notes: "n\n\nm")),
      .story(
        Story(
          title: "Freezer audit", headline: "It failed.", situation: "S", task: "T", action: "A",
          result: "R", learning: "L", fits: ["CUST": .strong, "TEAM": .stretch],
          figures: [
            Story.Figure(text: "12 → 3", known: "own count"),
            Story.Figure(text: "20k", isNotToClaim: true),
          ], strength: 4, notes: "نوت")), in: store)
    let story = try #require(try store.notebook().stories.first?.id)
    _ = try kept(
      .person(
        Person(
          employer: "ACME", name: "Noor", role: "peer", needs: "rest", story: story, notes: "x")),
      .criterion(Criterion(text: "weekends", weight: .walkAway, question: "How many?")), in: store)
    let person = try #require(try store.notebook().people.first?.id)
    _ = try kept(
      .interview(
        Interview(
          employer: "acme", round: 1, startsAt: 1000, utcOffset: 3600, place: "3rd floor",
          format: "panel", people: [person], notes: "early", bring: ["list", "pen"],
          isLogged: true, notAsked: ["money"])), in: store)
    let interview = try #require(try store.notebook().interviews.first?.id)
    let criterion = try #require(try store.notebook().criteria.first?.id)
    _ = try kept(
      .telling(Telling(story: story, interview: interview, listener: person, isWhole: false)),
      .entry(
        LogEntry(
          interview: interview, text: "Why?", card: CardID(deck: "d", card: "c"), family: "TEAM",
          asker: person, story: story, landed: .thin, isPressed: true, pressedOn: "money")),
      .doubt(
        Doubt(
          employer: "Acme", text: "budget", raisedIn: interview, raisedBy: person,
          family: "SOLV", card: CardID(deck: "d", card: "x"), evidence: "180k", story: story,
          timesSaidWell: 1, isClosed: true)),
      .fact(
        Fact(
          employer: "Acme", topic: .news, text: "new site", source: "paper", day: 20_000,
          shelfLife: 7, card: CardID(deck: "d", card: "r"))),
      .question(
        Question(
          employer: "Acme", text: "Why me?", card: CardID(deck: "d", card: "q"), listener: "peers",
          person: person, state: .answered, answer: "because")),
      .requirement(
        Requirement(
          employer: "Acme", text: "calm", families: ["TEAM", "DISA"],
          cards: [CardID(deck: "d", card: "c")])),
      .verdict(Verdict(criterion: criterion, employer: "Acme", state: .no, evidence: "seen")),
      .promise(Promise(interview: interview, text: "send list", due: 20_001, isKept: true)),
      .thankYou(ThankYou(interview: interview, person: person, text: "the tour", isSent: true)),
      in: store)
  }

  @Test func whatIsKeptIsThereWhenTheStoreIsOpenedAgain() throws {
    let store = try fixture.open()
    try fill(store)
    let notebook = try fixture.open().notebook()
    #expect(notebook.employers.map(\.name) == ["Acme"], "whatever the capitals")
    #expect(notebook.employers[0].advert == "a\nb")
    let story = try #require(notebook.stories.first)
    #expect(story.fits == ["CUST": .strong, "TEAM": .stretch])
    #expect(story.figures.map(\.isNotToClaim) == [false, true])
    #expect(story.strength == 4 && story.notes == "نوت")
    let interview = try #require(notebook.interviews.first)
    #expect(interview.employer == "Acme" && interview.utcOffset == 3600 && interview.isLogged)
    #expect(interview.bring == ["list", "pen"] && interview.notAsked == ["money"])
    #expect(interview.people == [notebook.people[0].id])
    #expect(notebook.people[0].story == story.id)
    #expect(
      notebook.tellings == [
        Telling(
          story: try #require(story.id), interview: try #require(interview.id),
          listener: notebook.people[0].id, isWhole: false)
      ])
    let entry = try #require(notebook.entries.first)
    #expect(entry.card?.description == "d/c" && entry.landed == .thin && entry.isPressed)
    #expect(notebook.doubts[0].timesSaidWell == 1 && notebook.doubts[0].raisedIn == interview.id)
    #expect(notebook.facts[0].shelfLife == 7 && notebook.facts[0].topic == .news)
    #expect(notebook.questions[0].state == .answered)
    #expect(notebook.requirements[0].families == ["TEAM", "DISA"])
    #expect(notebook.requirements[0].cards.map(\.description) == ["d/c"])
    #expect(notebook.criteria[0].weight == .walkAway && notebook.verdicts[0].state == .no)
    #expect(notebook.promises[0].due == 20_001 && notebook.thankYous[0].isSent)
  }

  @Test func whatHasANumberIsKeptInItsPlace() throws {
    let store = try fixture.open()
    try fill(store)
    var story = try #require(try store.notebook().stories.first)
    story.title = "Cold audit"
    story.fits = ["SOLV": .workable]
    story.figures.removeLast()
    _ = try store.keep([.story(story)])
    #expect(try store.notebook().stories == [story])
    var interview = try #require(try store.notebook().interviews.first)
    interview.people = []
    interview.place = "online"
    _ = try store.keep([.interview(interview)])
    #expect(try store.notebook().interviews == [interview])
  }

  @Test func aRenamedEmployerTakesEverythingAlong() throws {
    let store = try fixture.open()
    try fill(store)
    var employer = try #require(try store.notebook().employer(named: "acme"))
    employer.name = "Apex"
    try store.keep(employer, insteadOf: "acme")
    let notebook = try store.notebook()
    #expect(notebook.employers.map(\.name) == ["Apex"])
    #expect(notebook.facts(on: "Apex").count == 1 && notebook.interviews(with: "Apex").count == 1)
    #expect(try store.interviews().map(\.employer) == ["Apex"])
  }

  @Test func withAnEmployerGoesWhatIsKnownOfItAndNoStory() throws {
    let store = try fixture.open()
    try fill(store)
    try store.delete([.employer(Employer(name: "ACME"))])
    let notebook = try store.notebook()
    #expect(notebook.employers.isEmpty && notebook.interviews.isEmpty && notebook.people.isEmpty)
    #expect(notebook.entries.isEmpty && notebook.doubts.isEmpty && notebook.tellings.isEmpty)
    #expect(notebook.verdicts.isEmpty && notebook.promises.isEmpty)
    #expect(notebook.stories.count == 1 && notebook.criteria.count == 1)
  }

  @Test func aDeletedStoryLeavesWhatWasAsked() throws {
    let store = try fixture.open()
    try fill(store)
    try store.delete([.story(try #require(try store.notebook().stories.first))])
    let notebook = try store.notebook()
    #expect(notebook.stories.isEmpty && notebook.tellings.isEmpty)
    #expect(notebook.entries.map(\.story) == [nil])
    #expect(notebook.doubts.map(\.story) == [nil] && notebook.people.map(\.story) == [nil])
  }

  @Test func interviewsOfBeforeKeepTheirNumbersAndGetAnEmployer() throws {
    _ = try fixture.open()
    try fixture.removeNotebook()
    try DatabaseQueue(path: fixture.location.database).write { db in
      try db.execute(
        sql: """
          INSERT INTO interviews VALUES
            (3, 'Acme', 1, 100), (5, 'Beta', 2, 50), (6, 'acme', 2, 200)
          """)
    }
    let store = try fixture.open()
    let interviews = try store.interviews()
    #expect(interviews.map(\.id) == [Number(5), Number(3), Number(6)])
    #expect(interviews.map(\.employer) == ["Beta", "Acme", "Acme"])
    #expect(try store.notebook().employers.map(\.name) == ["Acme", "Beta"])
  }
}
