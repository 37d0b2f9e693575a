import Campaign
import Decks
import GRDB
import Practice
import Records
import Scheduler
import Testing

@testable import Store

/// What two homes have comes together: nothing is doubled, nothing that was deleted comes back by itself.
@Suite struct UnionTests {
  private let now = StoreFixture.noon(day: 1)
  private let fixtures = [StoreFixture(), StoreFixture(), StoreFixture()]

  private func home(_ index: Int, day: Int = 0) throws -> Store {
    try fixtures[index].open(now: StoreFixture.noon(day: day))
  }

  @discardableResult
  private func take(_ giver: Store, into taker: Store) throws -> Store.Merging {
    let merging = try taker.merge(giver.belongings(), at: now.time) { _ in }
    let faults = try taker.recordFaults() + taker.integrityFaults()
    #expect(faults == [])
    #expect(try taker.staleMemories().isEmpty)
    return merging
  }

  private func expectSame(
    _ one: Store, _ other: Store, at location: SourceLocation = #_sourceLocation
  ) throws {
    let (left, right) = (try one.belongings(), try other.belongings())
    #expect(left.tables == right.tables, sourceLocation: location)
    #expect(left.records == right.records, sourceLocation: location)
  }

  @Test func twoGradesOfOneMillisecondWithDifferentAnswersAreOneReview() throws {
    let (a, b) = (try home(0), try home(1))
    let card = CardID(deck: "d", card: "A")
    for (store, mode, text) in [(a, AnswerMode.typed, "mine"), (b, .spoken, "theirs")] {
      var attempt = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: 0))
      (attempt.mode, attempt.texts) = (mode, [text])
      _ = try store.record(StoreFixture.grading("A", .good), for: attempt)
    }
    try take(a, into: b)
    try take(b, into: a)
    try expectSame(a, b)
    #expect(try a.reviewCount() == 1)
    #expect(Set(try a.attempts(at: card).flatMap(\.texts)) == ["mine", "theirs"])
  }

  @Test func textsOfOneAnswerAreVersionsAndNoneIsLost() throws {
    let (a, b) = (try home(0), try home(1))
    let card = CardID(deck: "d", card: "A")
    for (store, text) in [(a, "one"), (b, "two")] {
      var attempt = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: 0))
      (attempt.mode, attempt.texts) = (.typed, [text])
      _ = try store.record(StoreFixture.grading("A", .good), for: attempt)
    }
    try take(a, into: b)
    try take(b, into: a)
    try expectSame(a, b)
    let all = try a.reading { db in
      try String.fetchAll(
        db, sql: "SELECT text FROM attempt_texts UNION ALL SELECT text FROM attempt_versions")
    }
    #expect(all.sorted() == ["one", "two"])
  }

  @Test func whatCameDeletedAndIsTakenBackStaysDeleted() throws {
    let (a, b) = (try home(0), try home(1))
    _ = try a.add(Story(title: "Depot"))
    try a.delete([Item(try #require(try a.notebook().stories.first))])
    try take(a, into: b)
    _ = try b.undoLastAction(at: now)
    #expect(try b.notebook().stories.isEmpty)
    try take(b, into: a)
    #expect(try a.notebook().stories.isEmpty)
  }

  /// A card that was suspended and is so no more is as it ever was.
  @Test func aStateThatSaysNothingNeedsNoRow() throws {
    let (a, b) = (try home(0), try home(1))
    let card = CardID(deck: "d", card: "A")
    try a.setSuspended(card, to: true)
    try a.setSuspended(card, to: false)
    try take(a, into: b)
    #expect(try b.recordFaults() == [])
  }

  @Test func whatWasDeletedStaysSoUnlessAnEditDidNotKnow() throws {
    let (a, b) = (try home(0), try home(1))
    let story = try a.add(Story(title: "Depot").with { $0.headline = "first" })
    try take(a, into: b)
    try b.delete([Item(try #require(try b.notebook().stories.first))])
    #expect(try take(a, into: b).staysDeleted == ["the story “Depot”"])
    #expect(try b.notebook().stories.isEmpty)
    #expect(try take(b, into: a).gone == ["the story “Depot”"])
    #expect(try a.notebook().stories.isEmpty)
    _ = try a.undoLastAction(at: now)
    #expect(try a.notebook().stories.map(\.title) == ["Depot"], "an import is one step")

    var edited = story
    edited.headline = "second"
    _ = try a.keep([Item(edited)])
    let merging = try take(a, into: b)
    #expect(merging.added == 1)
    #expect(try b.notebook().stories.map(\.headline) == ["second"])
    try take(b, into: a)
    try expectSame(a, b)
  }

  /// Erased here and changed elsewhere by somebody who did not know: what they wrote is there, under no name
  /// of its own.
  @Test func whatWasWrittenOfThingsErasedElsewhereIsThereWithoutTheirNames() throws {
    let (a, b) = (try home(0), try home(1))
    for title in ["Depot", "Harbour", "Unnamed"] { _ = try a.add(Story(title: title)) }
    _ = try a.keep([Item(Employer(name: "Acme")), Item(Employer(name: "Contoso"))])
    try take(a, into: b)
    for name in ["Depot", "Harbour", "Acme", "Contoso"] {
      _ = try b.erase(try #require(b.erasable(named: name).first), at: now)
    }
    for story in try a.notebook().stories where story.title != "Unnamed" {
      var story = story
      story.headline = "changed"
      _ = try a.keep([Item(story)])
    }
    for employer in try a.notebook().employers {
      var employer = employer
      employer.notes = "tall house"
      _ = try a.keep([Item(employer)])
    }
    try take(b, into: a)
    try take(a, into: b)
    try take(b, into: a)
    try expectSame(a, b)
    for home in [a, b] {
      let notebook = try home.notebook()
      #expect(
        Set(notebook.stories.map { "\($0.title): \($0.headline)" })
          == ["Unnamed: ", "Unnamed (2): changed", "Unnamed (3): changed"])
      #expect(Set(notebook.employers.map(\.name)) == ["Unnamed", "Unnamed (2)"])
      #expect(notebook.employers.allSatisfy { $0.notes == "tall house" })
    }
  }

  @Test func employersOfOneNameAreOneWithAllThatHangsOnThemAndUndoPartsThem() throws {
    let (a, b) = (try home(0), try home(1))
    _ = try a.keep([
      Item(Employer(name: "Acme").with { $0.role = "lead" }),
      Item(Interview(employer: "Acme", round: 1, startsAt: 1_795_500_000_000)),
      Item(Doubt(employer: "Acme", text: "budget")),
    ])
    _ = try b.keep([
      Item(Employer(name: "ACME").with { $0.notes = "tall house" }),
      Item(Interview(employer: "acme", round: 2, startsAt: 1_795_900_000_000)),
      Item(Doubt(employer: "acme", text: "budget")),
    ])
    let numbers = try a.notebook().interviews.map(\.id)
    let before = try a.notebook()
    try take(b, into: a)
    let notebook = try a.notebook()
    #expect(notebook.employers.count == 1)
    #expect(notebook.employers.first?.role == "lead")
    #expect(notebook.employers.first?.notes == "tall house")
    #expect(notebook.interviews.map(\.round) == [1, 2])
    #expect(numbers.allSatisfy { notebook.interview($0) != nil }, "numbers stay")
    #expect(notebook.doubts.count == 1, "nothing is doubled")
    try take(a, into: b)
    try take(b, into: a)
    try expectSame(a, b)

    _ = try a.undoLastAction(at: now)
    let after = try a.notebook()
    #expect(after.interviews == before.interviews && after.employers == before.employers)
    #expect(after.doubts == before.doubts)
    #expect(try a.recordFaults() == [])
  }

  @Test func storiesOfOneTitleAreBothThereAndTheLaterGetsANumber() throws {
    let (a, b, c) = (try home(0), try home(1, day: -1), try home(2, day: 1))
    for (store, headline) in [(a, "a"), (b, "b"), (c, "c")] {
      _ = try store.add(Story(title: "Depot").with { $0.headline = headline })
    }
    try take(a, into: b)
    try take(c, into: a)
    try take(b, into: c)
    for (one, other) in [(b, a), (c, a), (a, b), (c, b), (a, c), (b, c), (c, a), (a, b)] {
      try take(one, into: other)
    }
    try expectSame(a, b)
    try expectSame(a, c)
    let titles = try a.notebook().stories.map(\.title).sorted()
    #expect(titles.count == 3 && Set(titles).count == 3 && titles.contains("Depot"), "\(titles)")
  }

  @Test func whatANewerStarlingSaysIsKeptAndPassedOn() throws {
    let (a, b) = (try home(0), try home(1))
    _ = try a.add(Story(title: "Depot"))
    var belongings = try a.belongings()
    let thing = try #require(try a.belongings().tables.first { $0.name == "stories" }?.rows[0][0])
    guard case .text(let name) = thing else { return }
    belongings.records? += [
      #"{"at":1795000000000,"k":"mood","of":[],"value":"calm"}"#,
      #"{ "k": "set", "at": 1795000000000, "field": "colour", "of": [], "table": "stories", "thing": "\#(name)", "value": "red" }"#,
      #"{"at":1795000000000,"field":"text","k":"set","of":[],"table":"songs","thing":"x","value":["l\u00e4"]}"#,
    ]
    let merging = try b.merge(belongings, at: now.time) { _ in }
    #expect(merging.unread == 1)
    #expect(try b.notebook().stories.map(\.title) == ["Depot"])
    let text = try #require(try b.belongings().records?.joined())
    #expect(text.contains("mood") && text.contains("colour") && text.contains("[\"lä\"]"))
    #expect(try b.recordFaults() == [])
  }

  @Test(arguments: [
    #"{"k":"set"}"#, #"[1]"#, #"{"at":"x","k":"gone"}"#, #"{"at":1.5,"k":"gone"}"#,
    #"{"at":5,"k":"gone","of":[],"table":"stories","thing":"0000000000000001"}"#,
    #"{"at":9000000000000000,"k":"back","of":[]}"#,
    #"{"at":0,"field":"title","k":"set","of":[],"table":"stories","thing":"../x","value":"T"}"#,
    #"{"at":0,"field":"title","k":"set","of":[],"table":"stories","thing":"0000000000000001","value":7}"#,
    #"{"at":0,"field":"title","k":"set","of":[],"table":"stories","thing":"0000000000000001","value":" "}"#,
    #"{"at":0,"field":"figures","k":"set","of":[],"table":"stories","thing":"0000000000000001","value":[7]}"#,
    #"{"at":0,"field":"fit:TEAM","k":"set","of":[],"table":"stories","thing":"0000000000000001","value":"huge"}"#,
    #"{"at":0,"field":"starts_ms","k":"set","of":[],"table":"interviews","thing":"0000000000000001","value":9223372036854775807}"#,
    #"{"at":0,"field":"employer","k":"set","of":[],"table":"interviews","thing":"0000000000000001","value":"x y"}"#,
    #"{"at":0,"field":"text","k":"set","of":[],"table":"decks","thing":"a.yaml","value":7}"#,
    #"{"at":0,"field":"title","id":"zz","k":"set","of":[],"table":"stories","thing":"0000000000000001"}"#,
  ])
  func whatMeansNothingIsRefusedWhole(line: String) throws {
    let store = try home(0)
    _ = try store.record(StoreFixture.grading("A", .good))
    let before = try store.belongings()
    var belongings = try home(1).belongings()
    belongings.records = [
      #"{"at":0,"field":"title","k":"set","of":[],"table":"stories","thing":"00000000000000aa","value":"Good"}"#,
      line,
    ]
    #expect {
      _ = try store.merge(belongings, at: now.time) { _ in }
    } throws: { error in
      if case StoreError.unfitting = error { true } else { false }
    }
    #expect(try store.belongings() == before)
  }

  @Test func rowsThatAreNotWhatTheirRecordsSayAreRefused() throws {
    let (a, b) = (try home(0), try home(1))
    _ = try a.add(Story(title: "Depot").with { $0.headline = "first" })
    let belongings = try a.belongings()
    let place = try #require(belongings.tables.firstIndex { $0.name == "stories" })
    let column = try #require(belongings.tables[place].columns.firstIndex(of: "headline"))
    var other = belongings
    other.tables[place].rows[0][column] = .text("another")
    #expect(throws: StoreError.self) { _ = try b.merge(other, at: now.time) { _ in } }
    other = belongings
    other.records = []
    #expect(throws: StoreError.self) { _ = try b.merge(other, at: now.time) { _ in } }
    #expect(try b.notebook().stories.isEmpty)
  }

  @Test func whatWasErasedIsErasedWhereverItComes() throws {
    let (a, b) = (try home(0), try home(1))
    _ = try a.keep([Item(Story(title: "Secretive").with { $0.task = "secret-task" })])
    var attempt = Attempt(
      card: CardID(deck: "d", card: "A"), kind: .star, moment: StoreFixture.noon(day: -5))
    (attempt.mode, attempt.texts) = (.typed, ["secret-answer"])
    _ = try a.record(StoreFixture.grading("A", .good, day: -5), for: attempt)
    try take(a, into: b)
    let old = try a.belongings()
    _ = try a.erase(try #require(try a.erasable(named: "secretive").first), at: now)
    _ = try a.erase(.answers(before: StoreFixture.noon(day: -1).time), at: now)
    try take(a, into: b)
    for store in [a, b] {
      _ = try store.merge(old, at: now.time) { _ in }
      let all = try store.belongings()
      let text = "\(all.tables)\(all.records ?? [])"
      #expect(!text.contains("secret") && !text.contains("Secretive"))
      #expect(try store.notebook().stories.isEmpty)
      #expect(try store.recordFaults() == [])
    }
    try take(b, into: a)
    try expectSame(a, b)
  }

  @Test func decksThatWereChangedOnBothSidesComeTogetherCardByCard() throws {
    let (a, b) = (try home(0), try home(1, day: 1))
    func deck(_ x: String, _ y: String) -> String {
      "id: d\ntitle: D\ncards:\n  - id: X\n    ask: \(x)\n  - id: Y\n    ask: \(y)\n"
    }
    try a.noteDecks(["d.yaml": deck("one", "two")])
    var changes: [DeckChange] = []
    _ = try b.merge(a.belongings(), at: now.time) { changes = $0 }
    #expect(changes == [DeckChange(name: "d.yaml", from: nil, to: deck("one", "two"))])
    try a.noteDecks(["d.yaml": deck("ONE", "two")])
    try b.noteDecks(["d.yaml": deck("one", "TWO") + "  - id: Z\n    ask: new\n"])
    _ = try b.merge(a.belongings(), at: now.time) { changes = $0 }
    let both = deck("ONE", "TWO") + "  - id: Z\n    ask: new\n"
    #expect(changes.map(\.to) == [both])
    _ = try a.merge(b.belongings(), at: now.time) { changes = $0 }
    #expect(changes.map(\.to) == [both])
    try expectSame(a, b)

    // One card changed on both sides is a conflict of the file.
    try a.noteDecks(["d.yaml": deck("mine", "TWO")])
    try b.noteDecks(["d.yaml": deck("yours", "TWO")])
    let merging = try a.merge(b.belongings(), at: now.time) { changes = $0 }
    #expect(merging.conflicts + merging.others == ["the deck file “d.yaml”"])
    var undone: [DeckChange] = []
    _ = try a.undoLastAction(at: now, decks: { undone = $0 })
    #expect(undone.map(\.to) == (changes.isEmpty ? [] : [deck("mine", "TWO")]))
  }

  @Test func anArchiveOfNumbersIsReadAndNeverDoubled() throws {
    let (a, b) = (try home(0), try home(1))
    _ = try a.keep([
      Item(Employer(name: "Acme")), Item(Story(title: "Depot")),
      Item(Interview(employer: "Acme", round: 1, startsAt: 1_795_500_000_000)),
    ])
    let old = try a.contents()
    for store in [a, b, a, b] { _ = try store.merge(old, at: now.time) }
    #expect(try a.notebook().stories.count == 1 && b.notebook().stories.count == 1)
    try take(a, into: b)
    try take(b, into: a)
    try expectSame(a, b)
    #expect(try b.notebook().interviews.count == 1 && b.notebook().stories.count == 1)
    // Deleted here and not changed there it stays so.
    try a.delete([Item(Employer(name: "Acme"))])
    let merging = try a.merge(old, at: now.time)
    #expect(try a.notebook().employers.isEmpty, "\(merging)")
  }
}
