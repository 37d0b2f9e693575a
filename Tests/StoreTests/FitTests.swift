import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// Parameters that are kept, and memory that follows them.
@Suite struct FitTests {
  private let fixture = StoreFixture()
  private let card = CardID(deck: "d", card: "A")
  private let now = StoreFixture.noon(day: 9)

  private var fitted: [Double] {
    FSRS6.defaults.enumerated().map { $0 == 2 ? 7.25 : $1 + 0.001 / 3 }
  }

  @Test func memoryFollowsAKeptFitUntilItIsTakenBack() throws {
    let store = try fixture.open()
    let memory = try store.record(StoreFixture.grading("A", .good))
    try store.keep(fitted, for: .fsrs6, at: now)
    let reopened = try fixture.open()
    #expect(reopened.schedule.model.parameters == (try FSRS6(parameters: fitted)).parameters)
    #expect(try reopened.memory(of: card)?.state.stability == 7.25)
    #expect(try reopened.model(.fsrs7).parameters == FSRS7.defaults)
    #expect(try reopened.staleMemories().isEmpty)
    try reopened.keep(nil, for: .fsrs6, at: now)
    #expect(try fixture.open().memory(of: card) == memory)
  }

  @Test func eachModelHasItsOwnFit() throws {
    let store = try fixture.open()
    let seven = FSRS7.defaults.map { $0 * 1.01 }
    try store.keep(fitted, for: .fsrs6, at: now)
    try store.keep(seven, for: .fsrs7, at: now)
    let expected = try FSRS7(parameters: seven).parameters
    #expect(try store.schedule(by: .fsrs7).model.parameters == expected)
    #expect(
      try fixture.open(schedule: Schedule(model: FSRS7())).schedule.model.parameters == expected)
    #expect(try fixture.open().schedule.model.parameters[2] == 7.25)
  }

  /// A Starling that was open while another kept a fit still writes by the old parameters.
  @Test func whatAnOlderStarlingWroteIsRebuilt() throws {
    let old = try fixture.open()
    _ = try old.record(StoreFixture.grading("A", .good))
    try old.keep(fitted, for: .fsrs6, at: now)
    let new = try fixture.open()
    _ = try old.record(StoreFixture.grading("B", .good))
    #expect(try new.memory(of: CardID(deck: "d", card: "B"))?.state.stability == 2.3065)
    #expect(
      try fixture.open().memory(of: CardID(deck: "d", card: "B"))?.state.stability == 7.25)
    #expect(try fixture.open().staleMemories().isEmpty)
  }

  @Test func fitsAreOnlyEverAdded() throws {
    let store = try fixture.open()
    try store.keep(fitted, for: .fsrs6, at: now)
    for sql in ["UPDATE fits SET parameters = NULL", "DELETE FROM fits"] {
      #expect(throws: StoreError.self) { try store.writing { db in try db.execute(sql: sql) } }
    }
  }

  @Test func aFitThatIsNoneLeavesTheOneBeforeInForce() throws {
    let store = try fixture.open()
    let standard = store.schedule.model.parameters
    func add(_ parameters: String) throws {
      try store.writing { db in
        try db.execute(
          literal:
            "INSERT INTO fits (model, at_ms, parameters) VALUES ('fsrs-6', 0, \(parameters))")
      }
    }
    try add("1 x")
    #expect(try fixture.open().schedule.model.parameters == standard)
    var fitted = standard
    fitted[0] += 0.1
    try store.keep(fitted, for: .fsrs6, at: now)
    try add("")
    #expect(try fixture.open().schedule.model.parameters == fitted)
  }

  @Test func theLogHoldsWhatCounts() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("B", .again))
    _ = try store.record(StoreFixture.grading("A", .good, day: 1))
    _ = try store.record(StoreFixture.grading("B", .good, day: 3))
    _ = try store.record(StoreFixture.grading("A", .hard, day: 4))
    _ = try store.undoLast(at: now)
    let log = try store.reviewLog()
    #expect(log.cardCount == 2)
    #expect(log.grades == [1, 3, 3])
    #expect(log.wholeDays == [0, 3, 0])
  }
}
