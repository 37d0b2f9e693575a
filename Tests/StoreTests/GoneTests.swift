import Campaign
import Decks
import Practice
import Scheduler
import Store
import Testing

/// What is to be changed was deleted meanwhile.
@Suite struct GoneTests {
  private let fixture = StoreFixture()

  private func expectGone(_ what: String, _ body: () throws -> Void) {
    #expect(throws: StoreError.gone(what: what)) { try body() }
  }

  @Test func everythingWithANumberIsSaidToBeGone() throws {
    let store = try fixture.open()
    let kept = try store.keep([
      Item(Story(title: "Freezer audit")),
      Item(Interview(employer: "Acme", round: 1, startsAt: 1000)),
      Item(Person(employer: "Acme", name: "Ann")),
      Item(
        Fact(employer: "Acme", topic: .news, text: "f", day: 20_000).with {
          $0.source = "s"
          $0.shelfLife = 9
        }),
      Item(Question(employer: "Acme", text: "q")),
      Item(Requirement(employer: "Acme", text: "r")),
      Item(Criterion(text: "c")),
      Item(Doubt(employer: "Acme", text: "d")),
    ])
    let interview = try #require(try store.notebook().interviews.first?.id)
    let more = try store.keep([
      Item(LogEntry(interview: interview, text: "e")),
      Item(Promise(interview: interview, text: "p")),
      Item(ThankYou(interview: interview, text: "t")),
    ])
    for item in (kept + more).reversed() {
      try store.delete([item])
      #expect(throws: StoreError.self, "\(item)") { try store.keep([item]) }
      do {
        _ = try store.keep([item])
      } catch {
        guard case .gone(let what) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(what.hasPrefix("the "))
      }
    }
    let notebook = try store.notebook()
    #expect(notebook.stories.isEmpty && notebook.interviews.isEmpty && notebook.facts.isEmpty)
  }

  @Test func whatBelongsToSomethingThatIsGoneIsSaidWithoutWordsOfSQL() throws {
    let store = try fixture.open()
    _ = try store.keep([
      Item(Story(title: "Freezer audit")),
      Item(Interview(employer: "Acme", round: 1, startsAt: 1000)),
      Item(Criterion(text: "c")),
    ])
    let notebook = try store.notebook()
    let story = try #require(notebook.stories.first?.id)
    let interview = try #require(notebook.interviews.first?.id)
    let criterion = try #require(notebook.criteria.first?.id)
    try store.delete([Item(notebook.stories[0]), Item(notebook.criteria[0])])
    let what = "something that this belongs to"
    expectGone(what) {
      _ = try store.keep([Item(Telling(story: story, interview: interview))])
    }
    expectGone(what) {
      _ = try store.keep([
        Item(Verdict(criterion: criterion, employer: "Acme", state: .no, evidence: "e"))
      ])
    }
    expectGone("the employer") {
      try store.keep(Employer(name: "Beta"), insteadOf: Employer(name: "Beta"))
    }
    #expect(try store.notebook().employers.map(\.name) == ["Acme"])
    for error in [StoreError.gone(what: what), .refused(detail: "there is one")] {
      #expect(!error.description.contains("constraint"))
    }
  }

  @Test func aNameThatIsTakenMeanwhileIsSaid() throws {
    let store = try fixture.open()
    _ = try store.keep([Item(Story(title: "Freezer audit"))])
    #expect(throws: StoreError.refused(detail: "there is one of that name already")) {
      _ = try store.keep([Item(Story(title: "Freezer audit"))])
    }
  }

  /// Looked at in the transaction that writes: there is no moment between.
  @Test func whatAnotherHasChangedSinceItWasReadIsNotWrittenOver() throws {
    let (one, two) = (try fixture.open(), try fixture.open())
    _ = try one.keep([
      Item(Story(title: "Freezer audit")),
      Item(Interview(employer: "Acme", round: 1, startsAt: 1000)),
    ])
    let read = try one.notebook()
    let (story, round) = (try #require(read.stories.first), try #require(read.interviews.first))
    let log = RoundLog(of: round, in: read)
    try two.keep(
      Item(Kept(story.id, story.thing.with { $0.task = "theirs" })), insteadOf: Item(story))
    _ = try two.keep([Item(LogEntry(interview: round.id, text: "theirs"))])
    let acme = try #require(read.employer(named: "Acme"))
    try two.keep(acme.with { $0.pay = "theirs" }, insteadOf: acme)
    let before = try one.notebook()
    let edits: [(what: String, edit: () throws -> Void)] = [
      (
        "the story “Freezer audit”",
        {
          let mine = story.thing.with { $0.task = "mine" }
          try one.keep(Item(Kept(story.id, mine)), insteadOf: Item(story))
        }
      ),
      ("the employer Acme", { try one.keep(acme.with { $0.pay = "mine" }, insteadOf: acme) }),
      ("the log of Acme, round 1,", { try one.keep(log, insteadOf: log) }),
    ]
    for (what, edit) in edits {
      #expect(throws: StoreError.changed(what: what)) { try edit() }
    }
    #expect(try one.notebook() == before)
  }

  // MARK: - Drafts

  private let card = CardID(deck: "sample", card: "A1")

  private func time(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

  @Test func aDraftThatLayElsewhereTakesThePlaceOfAnOlderOneOnly() throws {
    let store = try fixture.open()
    try store.keepDraft(["on"], of: card, at: time(1000))
    try store.bringBackDraft(["one", "two"], of: card, from: time(2000))
    #expect(try store.draft(of: card) == ["one", "two"])
    // Taken in twice, it is there once.
    try store.bringBackDraft(["one", "two"], of: card, from: time(2000))
    try store.keepDraft(["new", "two and three"], of: card, at: time(3000))
    try store.bringBackDraft(["one", "two"], of: card, from: time(2000))
    #expect(try store.draft(of: card) == ["new\none", "two and three"])
  }

  private func logDraft(of interview: Kept<Interview>) throws -> CardID {
    CardID(deck: Notebook.deckID, card: "log-\(interview.id)")
  }

  /// SQLite gives the number of the last row again to the next.
  @Test func whatWasTypedIntoALogGoesWithTheRoundOrItsEmployer() throws {
    let store = try fixture.open()
    let start = StoreFixture.noon(day: 1).time.milliseconds
    let round = Interview(employer: "Beta", round: 1, startsAt: start)
    for isEmployer in [false, true] {
      _ = try store.keep([Item(round)])
      let kept = try #require(try store.notebook().interviews.last)
      let id = try logDraft(of: kept)
      try store.keepDraft(["what they asked"], of: id, at: time(1000))
      try store.keepDraft(["an answer"], of: card, at: time(1000))
      try store.delete([isEmployer ? Item(Employer(name: "Beta")) : Item(kept)])
      #expect(try store.draft(of: id).isEmpty)
      #expect(try store.draft(of: card) == ["an answer"])
    }
  }

  @Test func whatWasTypedIntoAFormGoesWithItsThing() throws {
    let store = try fixture.open()
    let fact = try store.add(Fact(employer: "Beta", text: "They sell tea", day: 20_000))
    let story = try store.add(Story(title: "Freezer audit"))
    let ids = [
      Notebook.formDraft(of: Fact.table, number: fact.id.value),
      Notebook.formDraft(of: Story.table, number: story.id.value),
      Notebook.formDraft(ofNew: Fact.table, ["Beta"]),
    ]
    let moment = StoreFixture.noon(day: 0).time
    for id in ids { try store.keepDraft(["source", "", "a paper"], of: id, at: moment) }
    // Elsewhere the numbers are those of others.
    let other = StoreFixture()
    let here = try other.open()
    _ = try here.merge(try store.contents(), at: StoreFixture.noon(day: 0).time)
    #expect(try ids.map { try here.draft(of: $0).isEmpty } == [true, true, false])
    try store.delete([Item(Employer(name: "Beta"))])
    #expect(try ids.map { try store.draft(of: $0).isEmpty } == [true, false, false])
    try store.delete([Item(story)])
    #expect(try ids.map { try store.draft(of: $0).isEmpty } == [true, true, false])
  }

  @Test func whatWasTypedIntoALogElsewhereIsNotTakenIn() throws {
    let store = try fixture.open()
    let start = StoreFixture.noon(day: 1).time.milliseconds
    _ = try store.keep([Item(Interview(employer: "Beta", round: 1, startsAt: start))])
    let id = try logDraft(of: try #require(try store.notebook().interviews.last))
    let moment = StoreFixture.noon(day: 0).time
    try store.keepDraft(["what they asked"], of: id, at: moment)
    try store.keepDraft(["an answer"], of: card, at: moment)
    let other = StoreFixture()
    let here = try other.open()
    _ = try here.merge(try store.contents(), at: moment)
    #expect(try here.draft(of: id).isEmpty)
    #expect(try here.draft(of: card) == ["an answer"])
  }

  @Test func anAnswerToAPartLeavesTheDraftOfTheOthers() throws {
    let store = try fixture.open()
    try store.keepDraft(["s", "t", "a", "r"], of: card, at: time(1000))
    let moment = Moment(time: time(2000), utcOffset: 0)
    var attempt = Attempt(card: card, kind: .star, moment: moment, purpose: .rebuild)
    attempt.mode = .typed
    attempt.parts = [.result]
    attempt.texts = ["", "", "", "r"]
    _ = try store.keep(attempt)
    #expect(try store.draft(of: card) == ["s", "t", "a"])
    var regrade = Attempt(card: card, kind: .star, moment: moment, purpose: .regrade)
    regrade.mode = .typed
    _ = try store.keep(regrade)
    #expect(try store.draft(of: card) == ["s", "t", "a"])
  }
}
