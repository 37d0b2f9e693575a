import Campaign
import Decks
import Practice
import Records
import Scheduler
import Testing

@testable import Store

/// What two homes have changed without knowing of each other is settled, and that is taken back.
@Suite struct ConflictTests {
  private let now = StoreFixture.noon(day: 9)
  private let fixtures = [StoreFixture(), StoreFixture()]

  /// Two homes in which a story was changed on both days, and the second knows of it.
  private func homes() throws -> (Store, Store) {
    let a = try fixtures[0].open(now: StoreFixture.noon(day: 0))
    let b = try fixtures[1].open(now: StoreFixture.noon(day: 1))
    _ = try a.add(Story(title: "Depot"))
    try take(a, into: b)
    for (store, text) in [(a, "first"), (b, "second")] {
      let kept = try #require(try store.notebook().stories.first)
      var story = kept.thing
      story.situation = text
      _ = try store.keep([Item(story, number: kept.id.value)])
    }
    try take(a, into: b)
    return (a, b)
  }

  private func take(_ giver: Store, into taker: Store) throws {
    let lines = try giver.lines().all
    let here = try taker.lines()
    let arrival = try taker.arrival(of: lines, besides: here, at: now.time) { _, _ in true }
    _ = try taker.take(arrival, at: now.time) { _ in }
    #expect(try taker.recordFaults() == [])
  }

  private func situation(_ store: Store) throws -> String {
    try #require(try store.notebook().stories.first).thing.situation
  }

  private func wordings(_ store: Store) throws -> [String] {
    try store.conflicts().flatMap { $0.wordings.map(\.text) }
  }

  @Test func eachWordingSaysWhoseItIs() throws {
    let (a, b) = try homes()
    let conflict = try #require(try b.conflicts().first)
    #expect(conflict.wordings.map(\.text) == ["second", "first"])
    #expect(conflict.wordings.map(\.isOfThisHome) == [true, false])
    #expect(conflict.isText && conflict.field == "situation")
    let lines = try a.lines().all
    #expect(lines.count { conflict.isSaid(conflict.wordings[1], by: $0) } == 1)
    #expect(lines.count { conflict.isSaid(conflict.wordings[0], by: $0) } == 0)
  }

  @Test(arguments: [0, 1]) func aSettlingThatIsTakenBackBringsBothBack(kept: Int) throws {
    let (a, b) = try homes()
    let before = try b.conflicts()
    try b.settle(try #require(before.first), by: .keeping(kept)) { _ in }
    #expect(try wordings(b) == [] && situation(b) == ["second", "first"][kept])
    _ = try #require(try b.undoLastAction(at: now))
    #expect(try b.recordFaults() == [])
    // As they were: the same is shown, of the same times and machines.
    #expect(try b.conflicts() == before && situation(b) == "second")
    try take(b, into: a)
    #expect(try wordings(a) == ["second", "first"] && situation(a) == "second")
    // And settled anew, for both.
    try a.settle(try #require(try a.conflicts().first), by: .keeping(1)) { _ in }
    try take(a, into: b)
    #expect(try wordings(b) == [] && situation(b) == "first")
  }

  @Test func anEditThatSettledIsTakenBackLikewise() throws {
    let (_, b) = try homes()
    let before = try b.conflicts()
    let kept = try #require(try b.notebook().stories.first)
    var story = kept.thing
    story.situation = "third"
    _ = try b.keep([Item(story, number: kept.id.value)])
    #expect(try wordings(b) == [])
    _ = try b.undoLastAction(at: now)
    #expect(try b.conflicts() == before && situation(b) == "second")
  }

  @Test func aDeletionThatIsTakenBackBringsBothBack() throws {
    let (_, b) = try homes()
    let before = try b.conflicts()
    try b.delete([Item(try #require(try b.notebook().stories.first))])
    _ = try b.undoLastAction(at: now)
    #expect(try b.conflicts() == before)
  }

  @Test func aThirdWordingIsWritten() throws {
    let (a, b) = try homes()
    let conflict = try #require(try b.conflicts().first)
    try b.settle(conflict, by: .writing("both")) { _ in }
    #expect(try situation(b) == "both")
    // It is another one by now.
    #expect(throws: StoreError.self) { try b.settle(conflict, by: .keeping(0)) { _ in } }
    try take(b, into: a)
    #expect(try situation(a) == "both" && wordings(a) == [])
  }
}
