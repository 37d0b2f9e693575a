import Decks
import Foundation
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

@Suite struct ReviewTests {
  private let fixture = StoreFixture()
  private let card = CardID(deck: "d", card: "A")

  @Test func aGradeIsThereAfterOpeningAgain() throws {
    let memory = try fixture.open().record(StoreFixture.grading("A", .good))
    #expect(memory.state.stability == 2.3065)
    #expect(try fixture.open().memory(of: card) == memory)
  }

  @Test func onlyGradesThatAreNotThereYetAreAdded() throws {
    let store = try fixture.open()
    let later = StoreFixture.grading("A", .good, day: 2)
    _ = try store.record(StoreFixture.grading("A", .good))
    _ = try store.record(later)
    let memory = try store.memory(of: card)
    // A row that stands twice in a file is one grade; one that was taken back stays so.
    let new = StoreFixture.grading("A", .hard, day: 3)
    #expect(try store.undoLast(at: StoreFixture.noon(day: 3))?.grade == .good)
    let gradings = [later, StoreFixture.grading("A", .good), new, new]
    #expect(
      try store.add(gradings) == Store.Adding(added: [card: 1], known: 2, takenBack: 1))
    #expect(try store.memory(of: card) != memory)
    #expect(try store.add(gradings) == Store.Adding(known: 3, takenBack: 1))
    // The person can give it again, which is another.
    _ = try store.record(later)
    #expect(try store.add([later]) == Store.Adding(takenBack: 1))
    #expect(try store.reviewCount() == 3)
    #expect(try store.practisedCards().map(\.id) == [card])
  }

  @Test func everyCommitReachesTheDisk() throws {
    let setting = try fixture.open().queue.inDatabase {
      try Int.fetchOne($0, sql: "PRAGMA main.synchronous")
    }
    // Full.
    #expect(setting == 2)
  }

  @Test func onlyThePersonMayReadTheFiles() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    for name in ["starling.sqlite", "starling.sqlite-wal", "starling.sqlite-shm"] {
      let mode = try FileManager.default.attributesOfItem(
        atPath: fixture.folder + "/data/" + name)[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
    let folder = try FileManager.default.attributesOfItem(atPath: fixture.folder + "/data")
    #expect(folder[.posixPermissions] as? Int == 0o700)
  }

  @Test func undoIsARecordAndGoesFurtherBackEachTime() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .again))
    _ = try store.record(StoreFixture.grading("B", .good, day: 1))
    _ = try store.record(StoreFixture.grading("A", .good, day: 2))
    let now = StoreFixture.noon(day: 3)
    #expect(try store.undoLast(at: now)?.card.card == "A")
    #expect(try store.undoLast(at: now)?.card.card == "B")
    #expect(try store.memory(of: CardID(deck: "d", card: "B")) == nil)
    #expect(try store.undoLast(at: now)?.grade == .again)
    #expect(try store.undoLast(at: now) == nil)
    let kept = try store.reading { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM reviews")
    }
    #expect(kept == 3)
  }

  @Test func reviewsAndUndosCanNeitherBeChangedNorDeleted() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    _ = try store.undoLast(at: StoreFixture.noon(day: 0))
    for sql in [
      "UPDATE reviews SET grade = 4", "DELETE FROM reviews", "UPDATE undos SET at_ms = 0",
      "DELETE FROM undos",
    ] {
      #expect(throws: StoreError.self, "\(sql)") {
        try store.writing { db in try db.execute(sql: sql) }
      }
    }
  }

  @Test func aReviewMadeEarlierTakesItsPlaceAmongTheOthers() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good, day: 5))
    let memory = try store.record(StoreFixture.grading("A", .again, day: 0))
    let inOrder = StoreFixture()
    let other = try inOrder.open()
    _ = try other.record(StoreFixture.grading("A", .again, day: 0))
    #expect(memory == (try other.record(StoreFixture.grading("A", .good, day: 5))))
  }

  /// Random histories of grades, undos and clock steps: what is kept after each is what a replay
  /// of all reviews gives.
  @Test(arguments: ModelName.allCases, 1...8 as ClosedRange<UInt64>)
  func replayEqualsWhatWasKept(name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let store = try fixture.open(schedule: Schedule(model: name.model))
    var day = 0
    for _ in 0..<60 {
      if generator.unit() < 0.2 {
        _ = try store.undoLast(at: StoreFixture.noon(day: day))
      } else {
        day += Int.random(in: -1...4, using: &generator)
        let grade = Grade(rawValue: Int.random(in: 1...4, using: &generator)) ?? .good
        let name = String(Int.random(in: 1...4, using: &generator))
        _ = try store.record(StoreFixture.grading(name, grade, day: day))
      }
      #expect(try store.staleMemories().isEmpty, "seed \(seed)")
    }
    let before = try store.memories(of: nil, by: store.schedule)
    #expect(try store.rebuildMemory().corrected == 0, "seed \(seed)")
    #expect(try store.memories(of: nil, by: store.schedule) == before, "seed \(seed)")
  }

  /// A grade and its undo leave everything as it was, whatever came before.
  @Test(arguments: ModelName.allCases, 1...8 as ClosedRange<UInt64>)
  func gradeAndUndoIsTheIdentity(name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let store = try fixture.open(schedule: Schedule(model: name.model))
    for day in 0..<15 {
      let grade = Grade(rawValue: Int.random(in: 1...4, using: &generator)) ?? .good
      _ = try store.record(StoreFixture.grading("A", grade, day: day / 2))
      let before = try store.memory(of: card)
      _ = try store.record(StoreFixture.grading("A", .again, day: day))
      let undone = try store.undoLast(at: StoreFixture.noon(day: day))
      #expect(undone?.memory == before, "seed \(seed)")
      #expect(try store.memory(of: card) == before, "seed \(seed)")
    }
  }

  @Test func anotherScheduleComputesMemoryAnew() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    let other = Schedule(model: FSRS7())
    let reopened = try fixture.open(schedule: other)
    let expected = other.memory(after: .good, at: StoreFixture.noon(day: 0), from: nil)
    #expect(try reopened.memory(of: card) == expected)
  }

  @Test func aSpoiltCacheIsFoundAndRebuilt() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    try store.writing { db in try db.execute(sql: "UPDATE memory SET stability = 99") }
    #expect(try store.staleMemories() == [card])
    #expect(try store.rebuildMemory() == Store.Rebuilding(cards: 1, reviews: 1, corrected: 1))
    #expect(try store.memory(of: card)?.state.stability == 2.3065)
  }

  @Test func manyGradesAreAllOrNone() throws {
    let store = try fixture.open()
    try store.record((0..<50).map { StoreFixture.grading("C\($0 % 7)", .good, day: $0) })
    #expect(try store.reviewCount() == 50)
    #expect(try store.staleMemories().isEmpty)
  }
}
