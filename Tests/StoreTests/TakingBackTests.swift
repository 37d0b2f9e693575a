import Campaign
import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// Whatever this home did can be taken back: then lists, memory and figures are as before.
@Suite struct TakingBackTests {
  private let fixture = StoreFixture()
  private let now = StoreFixture.noon(day: 4)

  private func undo(_ store: Store) throws -> Store.TakenBack {
    try #require(try store.undoLastAction(at: now))
  }

  /// Everything that a person sees of what is kept.
  private struct Sight: Equatable {
    var notebook: Notebook
    var notes: [CardID: String]
    var memories: [CardMemory]
    var standings: Set<CardID>
    var drafts: [[String]]
    var suspended: [String]
    var calibration: String

    init(_ store: Store) throws {
      notebook = try store.notebook()
      notes = try store.notes()
      memories = try store.memories(of: nil, by: store.schedule)
      standings = Set(try store.standings().map(\.card))
      drafts = try ["A", "B"].map { try store.draft(of: CardID(deck: "d", card: $0)) }
      suspended = try store.reading { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT card || ' ' || is_suspended || ' ' || ifnull(buried_until_day, '')
            FROM card_states WHERE is_suspended OR buried_until_day IS NOT NULL ORDER BY card
            """)
      }
      calibration = "\(try store.calibration())"
    }
  }

  /// Rows are what the records say.
  private func expectInOrder(
    _ store: Store, _ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation
  ) {
    let faults = (try? store.recordFaults()) ?? ["they cannot be read"]
    #expect(faults == [], comment, sourceLocation: location)
  }

  /// Does something, takes it back, and looks whether all is as before.
  @discardableResult
  private func expectUndone(
    in store: Store, _ change: () throws -> Void, _ comment: Comment? = nil,
    at location: SourceLocation = #_sourceLocation
  ) throws -> Store.TakenBack {
    let before = try Sight(store)
    try change()
    #expect(try Sight(store) != before, "it changes something", sourceLocation: location)
    expectInOrder(store, comment, at: location)
    let taken = try undo(store)
    let after = try Sight(store)
    #expect(after == before, comment, sourceLocation: location)
    expectInOrder(store, comment, at: location)
    #expect(try store.staleMemories().isEmpty, sourceLocation: location)
    #expect(try store.integrityFaults().isEmpty, sourceLocation: location)
    return taken
  }

  private func campaign() throws -> Store {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: ["A", "B"])], in: store)
    try store.writing { db in try db.execute(sql: ContentsTests.everything) }
    _ = try store.rebuildMemory()
    return store
  }

  @Test func anEmployerDeletedWithRoundsAndStoriesComesBackWithAllThatHungOnIt() throws {
    let store = try campaign()
    let taken = try expectUndone(in: store) { try store.delete([Item(Employer(name: "acme"))]) }
    #expect(taken.things.count == 1)
    #expect(taken.things.first?.title == "the employer “Acme”")
    // Its round, person, doubt, fact, question, line of the advert, verdict, and of the round two
    // stories told, a question asked, a promise and a note of thanks.
    #expect(taken.things.first?.becoming == .thereAgain(with: 12))
    #expect(taken.left.isEmpty)
  }

  @Test func everyKindOfThingComesBackAsItWas() throws {
    let store = try campaign()
    let notebook = try store.notebook()
    func items<Thing: NumberedThing>(_: Thing.Type) -> [Item] {
      notebook[keyPath: Thing.list].map { Item($0) }
    }
    let all =
      Notebook.numbered.flatMap { items($0) } + notebook.tellings.map { Item($0) }
      + notebook.verdicts.map { Item($0) } + notebook.employers.map { Item($0) }
    for item in all {
      try expectUndone(in: store, { try store.delete([item]) }, "\(item.thing)")
    }
    try expectUndone(in: store) { try store.delete(all) }
  }

  @Test func whatWasAddedGoesAgain() throws {
    let store = try campaign()
    let taken = try expectUndone(in: store) {
      _ = try store.keep([Item(Story(title: "New").with { $0.fits = ["TEAM": .strong] })])
    }
    #expect(taken.things == [.init(title: "the story “New”", becoming: .gone(with: 0))])
    try expectUndone(in: store) {
      var interview = Interview(employer: "Novum", round: 1, startsAt: 5000)
      interview.addNewcomer("Dana")
      _ = try store.keep([Item(interview)])
    }
  }

  @Test func editsGoBackFieldByField() throws {
    let store = try campaign()
    let story = try #require(try store.notebook().stories.last)
    var edited = story
    edited.title = "Other"
    edited.fits = ["CUST": .workable, "LEAD": .strong]
    edited.figures.reverse()
    edited.strength = 2
    let taken = try expectUndone(in: store) { _ = try store.keep([Item(edited)]) }
    #expect(taken.things.map(\.becoming) == [.asBefore])
    var round = try #require(try store.notebook().interviews.first)
    round.people = []
    round.bring = ["pen"]
    round.utcOffset = nil
    try expectUndone(in: store) { _ = try store.keep([Item(round)]) }
    let acme = try #require(try store.notebook().employer(named: "Acme"))
    try expectUndone(in: store) { try store.keep(Employer(name: "Apex"), insteadOf: acme) }
  }

  @Test func notesSuspensionsAndBurialsGoBack() throws {
    let store = try campaign()
    let (a, b) = (CardID(deck: "d", card: "A"), CardID(deck: "d", card: "B"))
    try expectUndone(in: store) { try store.setNote("mine", on: a, at: now.time) }
    try expectUndone(in: store) { try store.setNote("", on: a, at: now.time) }
    try expectUndone(in: store) { try store.setNote("first", on: b, at: now.time) }
    let taken = try expectUndone(in: store) { try store.setSuspended(a, to: true) }
    #expect(
      taken.things == [
        .init(title: "whether it is suspended or buried, of d/A", becoming: .asBefore)
      ])
    try expectUndone(in: store) { try store.setSuspended(b, to: false) }
    try expectUndone(in: store) { try store.setBuried(b, until: Day(number: 30_000)) }
  }

  @Test func aSuspendedCardThatComesBackIsCountedAgain() throws {
    let store = try campaign()
    let before = try store.waiting(at: StoreFixture.noon(day: 400))
    try store.setSuspended(CardID(deck: "d", card: "A"), to: true)
    #expect(try store.waiting(at: StoreFixture.noon(day: 400)) != before)
    _ = try undo(store)
    #expect(try store.waiting(at: StoreFixture.noon(day: 400)) == before)
  }

  @Test func gradesOfTwoProgramsGoBackOneByOneTheLatestFirst() throws {
    let (one, two) = (try campaign(), try fixture.open())
    let before = try Sight(one)
    for (index, store) in [one, two, one].enumerated() {
      _ = try store.record(StoreFixture.grading("A", .hard, day: index))
    }
    for (index, store) in [two, one, two].enumerated() {
      #expect(try undo(store).reviews.map(\.time) == [StoreFixture.noon(day: 2 - index).time])
    }
    #expect(try Sight(one) == before && Sight(two) == before)
  }

  @Test func anImportGoesBackAsOneAndWhatWasChangedSinceStays() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("Z", .good))
    let other = StoreFixture()
    let source = try other.open()
    try source.writing { db in try db.execute(sql: ContentsTests.everything) }
    let gradings = (0..<200).map { StoreFixture.grading("C\($0)", .good, day: $0 % 5) }
    _ = try source.add(gradings)
    let contents = try source.contents()
    let taken = try expectUndone(in: store) { _ = try store.merge(contents, at: now.time) }
    #expect(taken.isImport && taken.reviews.count == 202 && taken.attempts == 0)
    #expect(taken.fits == 1)

    // What was taken back stays so, whenever it comes.
    let again = try store.merge(contents, at: now.time)
    #expect(again.added == 0 && again.staysDeleted.contains("the story “Audit”"))
    let third = try StoreFixture().open(now: now)
    try third.writing { db in try db.execute(sql: ContentsTests.everything) }
    _ = try store.merge(third.belongings(), at: now.time) { _ in }
    var story = try #require(try store.notebook().stories.first { $0.title == "Audit" })
    story.headline = "mine"
    _ = try store.keep([Item(story)])
    _ = try store.record(StoreFixture.grading("Z", .hard, day: 1))
    #expect(try undo(store).reviews.map(\.grade) == [.hard])
    // Once the edit is taken back the story is no longer changed since.
    #expect(try undo(store).things.map(\.becoming) == [.asBefore])
    story.headline = "mine again"
    _ = try store.keep([Item(story)])
    try store.setNote("later", on: CardID(deck: "d", card: "Y"), at: now.time)
    _ = try undo(store)
    _ = try undo(store)
    #expect(try undo(store).left.isEmpty)
    #expect(try store.notebook().stories.isEmpty)
    #expect(try undo(store).reviews.map(\.card.card) == ["Z"])
    #expect(try store.undoLastAction(at: now) == nil)
  }

  @Test func whatWasChangedSinceByWhatStillCountsIsLeftAndNamed() throws {
    let (one, two) = (try fixture.open(), try fixture.open())
    let source = try StoreFixture().open()
    _ = try source.keep([Item(Story(title: "Freezer")), Item(Story(title: "Depot"))])
    _ = try one.merge(try source.contents(), at: now.time)
    var story = try #require(try two.notebook().stories.first)
    story.headline = "changed elsewhere"
    // As it came from another machine: no action of this home.
    try two.writing { db in
      _ = try Item(story).kept(in: db)
    }
    try two.writing { db in
      try db.execute(sql: "UPDATE records SET action = NULL WHERE action = 2")
      try db.execute(sql: "UPDATE actions SET undone_by = 2 WHERE id = 2")
    }
    let taken = try undo(one)
    #expect(taken.left == ["the story “Freezer”"])
    #expect(taken.things.map(\.title) == ["the story “Depot”"])
    #expect(try one.notebook().stories.map(\.title) == ["Freezer"])
    expectInOrder(one)
  }

  @Test func deletingBringingBackDeletingAgainAndUndoingThat() throws {
    let store = try campaign()
    let full = try Sight(store)
    try store.delete([Item(Employer(name: "Acme"))])
    let bare = try Sight(store)
    let deleted = try store.deleted(at: now.time)
    #expect(deleted.map(\.title) == ["the employer “Acme”"])
    #expect(try store.bringBack(try #require(deleted.first), at: now).with == 12)
    #expect(try Sight(store) == full)
    #expect(try store.deleted(at: now.time).isEmpty)
    try store.delete([Item(Employer(name: "Acme"))])
    #expect(try Sight(store) == bare)
    _ = try undo(store)
    #expect(try Sight(store) == full)
    #expect(
      try undo(store).things.map(\.becoming) == [.deletedAgain(with: 12)], "the bringing back")
    #expect(try Sight(store) == bare)
    _ = try undo(store)
    #expect(try Sight(store) == full)
    expectInOrder(store)
  }

  @Test func whatCannotComeBackAsItWasIsSaidOrGetsAnotherName() throws {
    let store = try fixture.open()
    let story = try #require(try store.keep([Item(Story(title: "Freezer"))]).first)
    try store.delete([story])
    _ = try store.keep([Item(Story(title: "FREEZER"))])
    let deleted = try #require(try store.deleted(at: now.time).first)
    _ = try store.bringBack(deleted, at: now)
    #expect(try store.notebook().stories.map(\.title) == ["Freezer (2)", "FREEZER"])
    expectInOrder(store)

    _ = try store.keep([Item(Interview(employer: "Acme", round: 1, startsAt: 1000))])
    let round = try #require(try store.notebook().interviews.first)
    try store.delete([Item(round)])
    try store.delete([Item(Employer(name: "Acme"))])
    let gone = try #require(
      try store.deleted(at: now.time).first { $0.title.hasPrefix("the interview") })
    #expect(
      throws: StoreError.refused(
        detail: "what it belongs to is deleted: bring the employer “Acme” back first")
    ) {
      _ = try store.bringBack(gone, at: now)
    }
    _ = try store.keep([Item(Employer(name: "acme"))])
    let employer = try #require(
      try store.deleted(at: now.time).first { $0.title.hasPrefix("the employer") })
    #expect(
      throws: StoreError.refused(
        detail: "there is an employer of that name already: rename that one first")
    ) {
      _ = try store.bringBack(employer, at: now)
    }
  }

  @Test func whatWasDeletedIsListedForNinetyDays() throws {
    var day = 0
    let store = try Store(at: fixture.location, schedule: fixture.schedule) {
      StoreFixture.noon(day: 0).time
    }
    let story = try #require(try store.keep([Item(Story(title: "Freezer"))]).first)
    try store.delete([story])
    day = 90
    #expect(try store.deleted(at: StoreFixture.noon(day: day).time).count == 1)
    day = 91
    #expect(try store.deleted(at: StoreFixture.noon(day: day).time).isEmpty)
  }

  @Test func aNumberIsNeverGivenAgain() throws {
    let store = try fixture.open()
    let first = try store.add(Story(title: "one"))
    try store.delete([Item(first)])
    let second = try store.add(Story(title: "two"))
    #expect(second.id != first.id)
    _ = try store.record(
      StoreFixture.grading("A", .good))
    _ = try undo(store)
    _ = try undo(store)
    _ = try undo(store)
    #expect(try store.notebook().stories == [first])
  }

  @Test func aDraftIsNoStepOfItsOwnAndComesBackWithTheAnswer() throws {
    let store = try fixture.open()
    let card = CardID(deck: "d", card: "A")
    _ = try store.record(StoreFixture.grading("B", .good))
    try store.keepDraft(["one", "two"], of: card, at: now.time)
    #expect(try store.lastAction(at: now)?.reviews.map(\.card.card) == ["B"])
    var attempt = Attempt(card: card, kind: .star, moment: now)
    attempt.mode = .typed
    attempt.texts = ["one", "two"]
    _ = try store.record(StoreFixture.grading("A", .good), for: attempt)
    #expect(try store.draft(of: card) == [])
    #expect(try undo(store).reviews.map(\.card.card) == ["A"])
    #expect(try store.draft(of: card) == ["one", "two"])
    #expect(try undo(store).reviews.map(\.card.card) == ["B"])
  }

  @Test func aDraftIsRecordedOnceHoweverOftenItIsKept() throws {
    let store = try fixture.open()
    let card = CardID(deck: "d", card: "A")
    let other = CardID(deck: "d", card: "B")
    let before = try store.recordCount()
    for length in 1...60 {
      let time = now.time.adding(days: Double(length) / 86_400)
      try store.keepDraft([String(repeating: "a", count: length)], of: card, at: time)
      try store.keepDraft(["", String(repeating: "b", count: length)], of: other, at: time)
    }
    // Another program sees them, and so does whoever reads the records.
    let elsewhere = try fixture.open()
    #expect(try elsewhere.draft(of: card) == [String(repeating: "a", count: 60)])
    let recorded = try #require(elsewhere.belongings().records)
      .filter { $0.contains("drafts") }
    #expect(recorded.count == 2)
    #expect(recorded.allSatisfy { $0.contains("\"at\":\(now.time.milliseconds + 60_000)") })
    #expect(try store.recordCount() == before + 2)
    #expect(try store.recordCount() == before + 2, "reading them records nothing more")
    expectInOrder(store)
    // What is written after that is recorded with the next step, of which it is no part.
    try store.keepDraft(["anew"], of: card, at: now.time.adding(days: 0.1))
    try store.keepDraft(["anew", "again"], of: card, at: now.time.adding(days: 0.2))
    _ = try store.record(StoreFixture.grading("C", .good))
    #expect(try undo(store).reviews.map(\.card.card) == ["C"])
    #expect(try store.draft(of: card) == ["anew", "again"])
    expectInOrder(store)
  }

  @Test func aSessionTakesItsOwnStepsBackAndTheyAreNotTakenBackAgain() throws {
    let store = try campaign()
    let card = CardID(deck: "d", card: "A")
    let before = try Sight(store)
    try store.setNote("mine", on: card, at: now.time)
    try store.setSuspended(card, to: true, in: nil, at: now)
    try store.setSuspended(card, to: false, in: nil, at: now)
    let attempt = Attempt(card: card, kind: .star, moment: now, purpose: .rebuild)
    let kept = try store.keep(attempt)
    try store.undoAttempt(try #require(kept.id), at: now)
    #expect(try undo(store).things.map(\.title) == ["the note on d/A"])
    #expect(try Sight(store) == before)
    expectInOrder(store)
  }

  @Test func anAttemptWithoutAGradeGoesBack() throws {
    let store = try campaign()
    let attempt = Attempt(
      card: CardID(deck: "d", card: "A"), kind: .star, moment: now, purpose: .rebuild)
    _ = try store.keep(attempt)
    #expect(try undo(store).attempts == 1)
    #expect(try store.attempts(at: attempt.card).allSatisfy { $0.purpose != .rebuild })
  }

  @Test func whatWouldBeTakenBackIsSaidAndStays() throws {
    let store = try campaign()
    try store.setNote("mine", on: CardID(deck: "d", card: "A"), at: now.time)
    let before = try Sight(store)
    #expect(try store.lastAction(at: now)?.things.map(\.title) == ["the note on d/A"])
    #expect(try Sight(store) == before)
    #expect(try undo(store).things.map(\.title) == ["the note on d/A"])
  }
}
