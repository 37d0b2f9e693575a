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
    let first = try kept(Item(Story(title: "one")), in: ours)
    #expect(try titles(ours) == ["one"])
    #expect(try titles(others) == ["one"])
    _ = try kept(Item(Story(title: "two")), in: others)
    #expect(try titles(ours) == ["one", "two"])
    try ours.delete(first)
    #expect(try titles(ours) == ["two"])
    #expect(try titles(others) == ["two"])
  }

  @Test func whoIsNewInARoundIsKeptWithIt() throws {
    let store = try fixture.open()
    let noor = try store.add(Person(employer: "Acme", name: "Noor"))
    var interview = Interview(employer: "ACME", round: 2, startsAt: 1000)
    interview.addNewcomer("Dana Okafor")
    interview.people.append(noor.id)
    interview.addNewcomer("Sam")
    _ = try store.keep([Item(interview)])
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
      Item(
        Employer(name: "Acme").with {
          $0.role = "Lead"
          $0.oneThing = "calm"
          $0.pay = "31–34"
          $0.advert = "a\nb"
          $0.notes = "n\n\nm"
        }),
      Item(
        Story(title: "Freezer audit").with {
          $0.headline = "It failed."
          $0.situation = "S"
          $0.task = "T"
          $0.action = "A"
          $0.result = "R"
          $0.learning = "L"
          $0.fits = ["CUST": .strong, "TEAM": .stretch]
          $0.figures = [
            Story.Figure(text: "12 → 3", known: "own count"),
            Story.Figure(text: "20k", isNotToClaim: true),
          ]
          $0.strength = 4
          $0.notes = "نوت"
        }), in: store)
    let story = try #require(try store.notebook().stories.first?.id)
    _ = try kept(
      Item(
        Person(employer: "ACME", name: "Noor").with {
          $0.role = "peer"
          $0.needs = "rest"
          $0.story = story
          $0.notes = "x"
        }),
      Item(
        Criterion(text: "weekends").with {
          $0.weight = .walkAway
          $0.question = "How many?"
        }), in: store)
    let person = try #require(try store.notebook().people.first?.id)
    _ = try kept(
      Item(
        Interview(employer: "acme", round: 1, startsAt: 1000).with {
          $0.utcOffset = 3600
          $0.place = "3rd floor"
          $0.format = "panel"
          $0.people = [person]
          $0.notes = "early"
          $0.bring = ["list", "pen"]
          $0.isLogged = true
          $0.notAsked = ["money"]
        }), in: store)
    let interview = try #require(try store.notebook().interviews.first?.id)
    let criterion = try #require(try store.notebook().criteria.first?.id)
    _ = try kept(
      Item(Telling(story: story, interview: interview, listener: person, isWhole: false)),
      Item(
        LogEntry(interview: interview, text: "Why?").with {
          $0.card = CardID(deck: "d", card: "c")
          $0.family = "TEAM"
          $0.asker = person
          $0.story = story
          $0.landed = .thin
          $0.isPressed = true
          $0.pressedOn = "money"
        }),
      Item(
        Doubt(employer: "Acme", text: "budget", raisedIn: interview).with {
          $0.raisedBy = person
          $0.family = "SOLV"
          $0.card = CardID(deck: "d", card: "x")
          $0.evidence = "180k"
          $0.story = story
          $0.timesSaidWell = 1
          $0.isClosed = true
        }),
      Item(
        Fact(employer: "Acme", topic: .news, text: "new site", day: 20_000).with {
          $0.source = "paper"
          $0.shelfLife = 7
          $0.card = CardID(deck: "d", card: "r")
        }),
      Item(
        Question(employer: "Acme", text: "Why me?").with {
          $0.card = CardID(deck: "d", card: "q")
          $0.listener = "peers"
          $0.person = person
          $0.state = .answered
          $0.answer = "because"
        }),
      Item(
        Requirement(employer: "Acme", text: "calm").with {
          $0.families = ["TEAM", "DISA"]
          $0.cards = [CardID(deck: "d", card: "c")]
        }),
      Item(Verdict(criterion: criterion, employer: "Acme", state: .no, evidence: "seen")),
      Item(
        Promise(interview: interview, text: "send list").with {
          $0.due = 20_001
          $0.isKept = true
        }),
      Item(
        ThankYou(interview: interview, person: person, text: "the tour").with { $0.isSent = true }),
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
          story: story.id, interview: interview.id, listener: notebook.people[0].id,
          isWhole: false)
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
    _ = try store.keep([Item(story)])
    #expect(try store.notebook().stories == [story])
    var interview = try #require(try store.notebook().interviews.first)
    interview.people = []
    interview.place = "online"
    _ = try store.keep([Item(interview)])
    #expect(try store.notebook().interviews == [interview])
  }

  @Test func aRenamedEmployerTakesEverythingAlong() throws {
    let store = try fixture.open()
    try fill(store)
    var employer = try #require(try store.notebook().employer(named: "acme"))
    let read = employer
    employer.name = "Apex"
    try store.keep(employer, insteadOf: read)
    let notebook = try store.notebook()
    #expect(notebook.employers.map(\.name) == ["Apex"])
    #expect(notebook.facts(on: "Apex").count == 1 && notebook.interviews(with: "Apex").count == 1)
    #expect(try store.interviews().map(\.employer) == ["Apex"])
  }

  @Test func withAnEmployerGoesWhatIsKnownOfItAndNoStory() throws {
    let store = try fixture.open()
    try fill(store)
    try store.delete([Item(Employer(name: "ACME"))])
    let notebook = try store.notebook()
    #expect(notebook.employers.isEmpty && notebook.interviews.isEmpty && notebook.people.isEmpty)
    #expect(notebook.entries.isEmpty && notebook.doubts.isEmpty && notebook.tellings.isEmpty)
    #expect(notebook.verdicts.isEmpty && notebook.promises.isEmpty)
    #expect(notebook.stories.count == 1 && notebook.criteria.count == 1)
  }

  @Test func aDeletedStoryLeavesWhatWasAsked() throws {
    let store = try fixture.open()
    try fill(store)
    try store.delete([Item(try #require(try store.notebook().stories.first))])
    let notebook = try store.notebook()
    #expect(notebook.stories.isEmpty && notebook.tellings.isEmpty)
    #expect(notebook.entries.map(\.story) == [nil])
    #expect(notebook.doubts.map(\.story) == [nil] && notebook.people.map(\.story) == [nil])
  }

  @Test func interviewsOfBeforeKeepTheirNumbersAndGetAnEmployer() throws {
    try fixture.makeOlder(
      upTo: "4",
      """
      INSERT INTO interviews VALUES
        (3, 'Acme', 1, 100), (5, 'Beta', 2, 50), (6, 'acme', 2, 200)
      """)
    let store = try fixture.open()
    let interviews = try store.interviews()
    #expect(interviews.map(\.id) == [Number(5), Number(3), Number(6)])
    #expect(interviews.map(\.employer) == ["Beta", "Acme", "Acme"])
    #expect(try store.notebook().employers.map(\.name) == ["Acme", "Beta"])
  }
}
