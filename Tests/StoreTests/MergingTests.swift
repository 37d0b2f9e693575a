import Campaign
import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// What becomes of things that are here already, in other words or in other capitals.
@Suite struct MergingTests {
  private let now = StoreFixture.noon(day: 0).time
  private let at: Int64 = 1_790_000_000_000

  private func store(_ sql: String = "") throws -> (Store, StoreFixture) {
    let fixture = StoreFixture()
    let store = try fixture.open()
    try store.writing { db in try db.execute(sql: sql) }
    return (store, fixture)
  }

  private func fault(_ tables: [PlainTable], in store: Store) -> String? {
    do throws(StoreError) {
      _ = try store.merge(tables, at: now)
      return nil
    } catch {
      if case .unfitting(let detail) = error { return detail }
      return "another: \(error)"
    }
  }

  private func employers(_ names: String...) -> PlainTable {
    PlainTable(
      name: "employers", columns: ["id", "name"],
      rows: names.enumerated().map { [.integer(Int64($0.offset + 1)), .text($0.element)] })
  }

  @Test func answersThatWereNeverKeptAreTakenInOnce() throws {
    let (store, _) = try store()
    var answer = Attempt(
      card: CardID(deck: "d", card: "A"), kind: .star, moment: StoreFixture.noon(day: 0),
      purpose: .panel)
    (answer.texts, answer.duration, answer.story) = (["", "Snow."], 90_000, 7)
    var other = answer
    (other.texts, other.moment) = (["Rain."], StoreFixture.noon(day: -1))
    let contents = try Store.contents(of: [answer, other])
    for _ in 0..<2 { _ = try store.merge(contents, at: now) }
    let kept = try store.attempts(at: answer.card)
    #expect(kept.map(\.texts) == [["Rain."], ["", "Snow."]])
    #expect(kept.map(\.purpose) == [.panel, .panel])
    #expect(kept.map(\.duration) == [90_000, 90_000])
  }

  private func interview(_ column: String, _ value: PlainTable.Value) -> [PlainTable] {
    var row: [String: PlainTable.Value] = [
      "id": .integer(1), "employer": .integer(1), "round": .integer(2),
      "starts_ms": .integer(1_900_000_000_000),
    ]
    row[column] = value
    let columns = row.keys.sorted()
    return [
      employers("Acme"),
      PlainTable(
        name: "interviews", columns: columns, rows: [columns.map { row[$0] ?? .null }]),
    ]
  }

  @Test func theFirstRowThatMeansNothingIsNamedAndNoneIsTaken() throws {
    let (store, _) = try store()
    #expect(
      fault(interview("starts_ms", .integer(.max)), in: store)
        == "interviews, row 1: starts_ms 9223372036854775807 is not within 20 years of today")
    #expect(
      fault(interview("utc_offset", .integer(.min)), in: store)
        == "interviews, row 1: utc_offset -9223372036854775808 is not within 18 hours")
    #expect(
      fault(interview("employer", .integer(2)), in: store)
        == "interviews, row 1 names row 2 of “employers”, which is not there")
    #expect(
      fault(interview("round", .null), in: store) == "interviews, row 1: round is missing")
    #expect(
      fault([employers("Acme"), employers("Beta")], in: store) == "“employers” is there twice")
    var twice = employers("Acme", "Beta")
    twice.rows[1][0] = .integer(1)
    #expect(fault([twice], in: store) == "employers, row 2: an earlier row has the same id")
    let fit = PlainTable(
      name: "fits", columns: ["id", "model", "at_ms", "parameters"],
      rows: [[.integer(1), .text("fsrs-7"), .integer(at), .text("x")]])
    #expect(fault([fit], in: store)?.hasPrefix("fits, row 1: parameters “x” are none") == true)
    #expect(try store.contents().allSatisfy { $0.rows.isEmpty })
  }

  @Test func aTableWithoutRowsIsNoFault() throws {
    let (store, _) = try store()
    #expect(fault([PlainTable(name: "reviews", columns: [])], in: store) == nil)
    #expect(fault([PlainTable(name: "wishes", columns: [])], in: store) == nil)
  }

  @Test func namesAreTheSameHoweverCapitalsAreUsed() throws {
    let (store, _) = try store(
      """
      INSERT INTO employers (id, name) VALUES (7, 'Acme');
      INSERT INTO interviews (id, employer, round, starts_ms) VALUES (1, 7, 2, 1900000000000);
      """)
    let story = PlainTable(
      name: "stories",
      columns: [
        "id", "title", "headline", "situation", "task", "action", "result", "learning", "notes",
      ],
      rows: ["Audit", "AUDIT"].enumerated().map { index, title in
        [.integer(Int64(index + 1)), .text(title)] + [.text("")] * 7
      })
    var tables = interview("round", .integer(2)) + [story]
    tables[0] = employers("ACME", "acme")
    let merging = try store.merge(tables, at: now)
    // Only the story is new, and of its two rows one; employer and interview are known.
    #expect(merging == Store.Merging(added: 1, known: 2))
    let names = try store.reading { db in
      try String.fetchAll(db, sql: "SELECT name FROM employers UNION ALL SELECT title FROM stories")
    }
    #expect(names == ["Acme", "Audit"])
  }

  @Test func whatDiffersIsNamedAndStaysWithItsParts() throws {
    let (home, _) = try store(Self.story(result: "stayed", figures: ["one"]))
    let (other, _) = try store(Self.story(result: "the client stayed", figures: ["one"]))
    #expect(
      try home.merge(other.contents(), at: now)
        == Store.Merging(added: 0, known: 0, others: ["the story “The refund”"]))

    // The story itself is the same, but not its figures: they are not mixed.
    let (third, _) = try store(Self.story(result: "stayed", figures: ["two", "three"]))
    #expect(
      try home.merge(third.contents(), at: now)
        == Store.Merging(added: 0, known: 0, others: ["the story “The refund”"]))
    let figures = try home.reading { db in
      try String.fetchAll(db, sql: "SELECT text FROM story_figures")
    }
    #expect(figures == ["one"])
  }

  private static func story(result: String, figures: [String]) -> String {
    let values = figures.enumerated().map { "(3, \($0.offset), '\($0.element)', '', 0)" }
    return """
      INSERT INTO stories VALUES (3, 'The refund', '', '', '', '', '\(result)', '', NULL, '');
      INSERT INTO story_figures VALUES \(values.joined(separator: ", "));
      """
  }

  @Test func aDraftIsNeverMixedOfTwo() throws {
    let (home, _) = try store("INSERT INTO drafts VALUES ('d/A', 0, 'mine', \(at))")
    let (other, _) = try store(
      "INSERT INTO drafts VALUES ('d/A', 0, 'theirs', \(at)), ('d/A', 1, 'too', \(at)), ('d/B', 1, 'b', \(at))"
    )
    let merging = try home.merge(other.contents(), at: now)
    #expect(merging == Store.Merging(added: 1, known: 0, others: ["the draft at d/A"]))
    let texts = try home.reading { db in
      try String.fetchAll(db, sql: "SELECT text FROM drafts ORDER BY card, position")
    }
    #expect(texts == ["mine", "b"])
  }

  @Test func whatFollowsIsInTheSameTransaction() throws {
    struct Refused: Error {}
    let (store, fixture) = try store()
    let (other, _) = try self.store()
    _ = try other.record(StoreFixture.grading("A", .good))
    let contents = try other.contents()
    #expect(throws: StoreError.self) {
      _ = try store.merge(contents, at: now) { throw Refused() }
    }
    #expect(try store.reviewCount() == 0)
    #expect(try store.memory(of: .init(deck: "d", card: "A")) == nil)
    _ = try store.merge(contents, at: now)
    #expect(try store.memory(of: .init(deck: "d", card: "A")) != nil)
    #expect(try fixture.open().staleMemories().isEmpty)
  }

  @Test func valuesOfAnOlderTimeStopNothing() throws {
    let most = Int64.max
    let (store, _) = try store(
      """
      INSERT INTO employers (id, name) VALUES (1, 'Acme');
      INSERT INTO interviews (id, employer, round, starts_ms, utc_offset)
        VALUES (1, 1, \(most), \(most), \(most)), (2, 1, 1, -\(most), -\(most));
      INSERT INTO facts VALUES (1, 1, 'news', 'f', 's', -\(most), 30, NULL), (2, 1, 'x', 'g', 's', \(most), \(most), NULL);
      INSERT INTO promises VALUES (1, 1, 'p', \(most), 0);
      INSERT INTO doubts VALUES (1, 1, 'd', NULL, NULL, NULL, NULL, '', NULL, \(most), 0);
      INSERT INTO attempts (\(StoreFixture.attemptColumns)) VALUES (1, NULL, 'd/A', 'star', \(most), \(most), 'answer', 'typed', -\(most), NULL,
        \(most), \(most), \(most), \(most), \(most), \(most), 'S1', 1, NULL, '', NULL);
      INSERT INTO attempt_texts VALUES (1, \(most), 'last'), (1, 1000000000000000, 'x');
      """)
    let notebook = try store.notebook()
    #expect(notebook.interviews.nextRound(with: "Acme") > 1)
    for fact in notebook.facts { #expect(fact.thing.age(on: 20_000) >= 0) }
    _ = notebook.facts.map { $0.thing.age(on: 20_000) - $0.shelfLife }
    #expect(notebook.doubts.allSatisfy { $0.timesSaidWell < 10_000 })
    let attempt = try #require(store.attempts().first)
    #expect(attempt.texts.filter { !$0.isEmpty } == ["x", "last"])
    #expect(attempt.times?.percentages.reduce(0, +) == 100)
    #expect(try store.valueFaults().count > 5)
  }
}

private func * (list: [PlainTable.Value], count: Int) -> [PlainTable.Value] {
  Array(repeatElement(list, count: count).joined())
}
