import Decks
import Foundation
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// A copy is made, kept and offered by the rule by which it is brought back.
@Suite struct CopyRuleTests {
  private let fixture = StoreFixture()

  private static let evil =
    "CREATE TRIGGER evil AFTER INSERT ON reviews BEGIN DELETE FROM stories; END"

  private func store(_ script: String = "") throws -> Store {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    if !script.isEmpty { try store.queue.inDatabase { try $0.execute(sql: script) } }
    return store
  }

  @Test(arguments: RestoringTests.foreign)
  func whatRestoringRefusesIsRefusedBeforehand(script: String, detail: String) throws {
    let store = try store()
    let path = fixture.folder + "/copy.sqlite"
    try store.copy(to: path)
    #expect(DatabaseFile(path).refusal() == nil)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { try $0.execute(sql: script) }
    try queue.close()
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(DatabaseFile(path).refusal()?.detail == detail)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  /// SQLite does not look at such rules in a file that it only reads.
  @Test func aValueThatARuleOfTheTableForbidsIsFoundBeforehand() throws {
    let store = try store(
      """
      DROP TRIGGER reviews_keep;
      PRAGMA ignore_check_constraints = ON;
      UPDATE reviews SET grade = 9;
      PRAGMA ignore_check_constraints = OFF;
      CREATE TRIGGER reviews_keep BEFORE UPDATE ON reviews
        BEGIN SELECT RAISE(ABORT, 'reviews are only ever added'); END;
      """)
    let path = fixture.folder + "/copy.sqlite"
    try store.copy(to: path)
    #expect(
      DatabaseFile(path).refusal()?.detail == "it is damaged: CHECK constraint failed in reviews")
  }

  @Test func aRefusedDatabaseIsCopiedAndPushesNoSoundCopyOut() throws {
    let store = try store()
    for day in 0..<7 { _ = try store.makeDailyCopy(at: StoreFixture.noon(day: day)) }
    for second in 0..<5 {
      var moment = StoreFixture.noon(day: 6)
      moment.time = moment.time.adding(milliseconds: Int64(second) * 1000)
      try store.makeCopy(.import, at: moment)
    }
    let sound = try fixture.location.copies.all().map(\.path)
    #expect(sound.count == 12)
    try store.queue.inDatabase { try $0.execute(sql: Self.evil) }
    for day in 7..<40 {
      let refusal = try store.makeDailyCopy(at: StoreFixture.noon(day: day))
      #expect(refusal?.detail == "it has a trigger “evil” that Starling does not make")
      try store.makeCopy(.import, at: StoreFixture.noon(day: day))
    }
    let all = try fixture.location.copies.all().map(\.path)
    #expect(Set(sound).isSubset(of: all))
    // Those that cannot be brought back do not grow without end either.
    #expect(all.count < 40)
    let offered = try fixture.location.copies.newestSound(at: StoreFixture.noon(day: 40))
    #expect(offered.map { sound.contains($0.path) } == true)

    // The sound ones are thinned out by sound ones again.
    #expect(try store.removeStrangers(at: StoreFixture.noon(day: 40)) != nil)
    for day in 40..<50 { _ = try store.makeDailyCopy(at: StoreFixture.noon(day: day)) }
    #expect(try !Set(sound).isSubset(of: fixture.location.copies.all().map(\.path)))
  }

  @Test func anOfferNamesNoCopyThatWouldBeRefused() throws {
    let store = try store(Self.evil)
    try store.makeCopy(.kept, at: StoreFixture.noon(day: 0))
    let copies = fixture.location.copies
    #expect(
      copies.offer(at: StoreFixture.noon(day: 0))
        == "none of the safety copies can be brought back; “starling restore PATH” brings back one that you made"
    )
  }

  @Test func aCopyBeforeAChangeOfMuchThatWouldBeRefusedIsTold() throws {
    let store = try store("DROP TABLE notes")
    try store.makeCopy(.import, at: StoreFixture.noon(day: 0))
    let news = store.takeNews()
    #expect(news.count == 1)
    #expect(
      news.first?.contains("could not be brought back: its table “notes” is missing; ") == true)
  }

  @Test(arguments: [
    ("DROP TABLE notes", "table “notes”"),
    ("DROP INDEX reviews_by_card", "index “reviews_by_card”"),
    ("DROP TRIGGER undos_keep", "trigger “undos_keep”"), ("DROP TABLE memory", "table “memory”"),
    (
      "DROP TRIGGER fits_keep; CREATE TRIGGER fits_keep BEFORE UPDATE ON fits BEGIN SELECT 1; END",
      "trigger “fits_keep”"
    ),
  ]) func whatIsMissingIsMadeAnewAfterACopy(script: String, thing: String) throws {
    let store = try store(script)
    #expect(try !store.shapeFaults().isEmpty)
    let mending = try #require(try store.mend(at: StoreFixture.noon(day: 1)))
    #expect(mending.made.contains(thing))
    // What can be computed keeps no copy from coming back.
    let isRefused = mending.copy.map { DatabaseFile($0).refusal() != nil }
    #expect(isRefused == !thing.contains("memory"))
    #expect(try store.shapeFaults() == [])
    #expect(try store.reviewCount() == 1)
    #expect(try store.mend(at: StoreFixture.noon(day: 1)) == nil)
    let copy = try #require(try store.makeCopy(.kept, at: StoreFixture.noon(day: 1)))
    #expect(DatabaseFile(copy).refusal() == nil)
  }

  @Test func oddValuesBecomeWhatTheyAreReadAs() throws {
    let store = try store(
      """
      INSERT INTO reviews (card, at_ms, utc_offset, grade, mode, duration_ms)
        VALUES ('d/B', 1795435200000, 90000, 3, 'sung', -5);
      INSERT INTO fits (model, at_ms, parameters) VALUES ('fsrs-6', 1795435200000, '1 2');
      INSERT INTO fits (model, at_ms, parameters)
        VALUES ('fsrs-6', 1795435200000, '1e9 \(FSRS6.defaults.dropFirst().map { "\($0)" }.joined(separator: " "))');
      """)
    #expect(
      try store.refusal(of: Belongings(tables: store.contents()), at: StoreFixture.noon(day: 1))
        != nil)
    let mending = try #require(try store.mend(at: StoreFixture.noon(day: 1)))
    #expect(mending.values.count == 5)
    #expect(try store.valueFaults() == [])
    #expect(try store.shapeFaults() == [])
    #expect(
      try store.refusal(of: Belongings(tables: store.contents()), at: StoreFixture.noon(day: 1))
        == nil)
    #expect(try store.model(.fsrs6).parameters[0] == 100)
    // What refuses changes does so again.
    #expect(throws: DatabaseError.self) {
      try store.queue.inDatabase { try $0.execute(sql: "UPDATE reviews SET grade = 1") }
    }
  }

  /// One rule for copies and archives: what comes back from a copy can be taken out and in.
  @Test func aCopyWithOddValuesComesBackFitForAnArchive() throws {
    let store = try store(
      "INSERT INTO reviews (card, at_ms, utc_offset, grade, mode) VALUES ('d/A', 1795435200000, 0, 3, 'sung')"
    )
    let path = fixture.folder + "/copy.sqlite"
    try store.copy(to: path)
    let other = StoreFixture()
    let restoring = try Store.restore(
      from: path, to: other.location, at: StoreFixture.noon(day: 1))
    #expect(restoring.oddity?.column == "mode")
    let contents = try other.open().contents()
    #expect(
      try StoreFixture().open().merge(contents, at: StoreFixture.noon(day: 1).time).added == 1)
  }

  @Test func aMissingTableIsNoEmptyOne() throws {
    let store = try store("DROP TABLE notes; DROP TABLE facts")
    #expect(try store.missingTables() == ["facts", "notes"])
  }
}
