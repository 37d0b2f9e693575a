import Campaign
import Decks
import Foundation
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// What is erased is in no file any more.
@Suite struct ErasingTests {
  private let fixture = StoreFixture()
  private let now = StoreFixture.noon(day: 4)

  /// The files below the database's folder in which a text stands.
  private func files(with text: String) throws -> [String] {
    let files = try #require(FileManager.default.enumerator(atPath: fixture.location.folder))
    return files.compactMap { $0 as? String }.filter { file in
      let path = fixture.location.folder + "/" + file
      return (try? Data(contentsOf: URL(filePath: path)))?.range(of: Data(text.utf8)) != nil
    }.sorted()
  }

  /// A form of something new has one draft after the other, and none is under the name of what became of it.
  @Test func whatWasWrittenInTheFormOfSomethingNewIsErasedWithIt() throws {
    let store = try fixture.open()
    let form = Notebook.formDraft(ofNew: "stories", [])
    func write(_ boxes: String...) throws {
      try store.keepDraft(["title headline action"] + boxes, of: form, at: now.time)
      // Whoever reads the records records it first.
      _ = try store.lines()
    }
    try write("Other tale", "kept line", "kept action")
    try store.keepDraft([], of: form, at: now.time)
    try write("Zebra", "", "")
    try write("Zebra crossing", "secret line", "secret thought")
    try write("Zebra crossing", "secret line", "secret action of some length")
    try store.makeCopy(.kept, at: now)
    _ = try store.add(
      Story(title: "Zebra crossing").with { $0.action = "secret action of some length" })
    try store.keepDraft([], of: form, at: now.time)
    try write("Harbour", "under way", "")
    _ = try store.erase(try #require(store.erasable(named: "zebra crossing").first), at: now)
    #expect(try store.recordFaults() == [])
    #expect(
      try store.searchedDrafts(utcOffset: 0).map(\.texts)
        == [["title headline action", "Harbour", "under way"]])
    try store.queue.close()
    for secret in ["secret", "Zebra"] { #expect(try files(with: secret) == [], "\(secret)") }
    for kept in ["kept line", "under way"] { #expect(try !files(with: kept).isEmpty, "\(kept)") }
  }

  @Test func anEmployerIsErasedWithAllThatHungOnItAndWasEverWrittenThere() throws {
    let store = try fixture.open()
    _ = try store.keep([
      Item(Employer(name: "Mordant").with { $0.notes = "secret-notes" }),
      Item(
        Interview(employer: "Mordant", round: 1, startsAt: 1000).with { $0.place = "secret-place" }),
      Item(Story(title: "Depot").with { $0.task = "kept-task" }),
    ])
    let round = try #require(try store.notebook().interviews.first)
    _ = try store.keep([Item(LogEntry(interview: round.id, text: "secret-question"))])
    try store.keepDraft(
      ["secret-draft"], of: CardID(deck: Notebook.deckID, card: "log-\(round.id)"), at: now.time)
    try store.makeCopy(.kept, at: now)
    let read = try #require(try store.notebook().employer(named: "Mordant"))
    try store.keep(read.with { $0.name = "Verdigris" }, insteadOf: read)
    try store.makeCopy(.import, at: now)
    let secrets = [
      "Mordant", "Verdigris", "secret-notes", "secret-place", "secret-question", "secret-draft",
    ]
    for secret in secrets { #expect(try !files(with: secret).isEmpty) }

    let found = try store.erasable(named: "VERDIGRIS")
    #expect(found.count == 1)
    let erased = try store.erase(try #require(found.first), at: now)
    #expect(erased == Store.Erased(count: 3, copies: 2, left: []))
    try store.queue.close()
    for secret in secrets {
      let left = try files(with: secret)
      #expect(left == [], "\(secret)")
    }
    #expect(try files(with: "kept-task").count == 3)
    let later = try fixture.open()
    #expect(try later.notebook().employers.isEmpty && later.notebook().stories.count == 1)
    let faults = try later.recordFaults() + later.shapeFaults() + later.integrityFaults()
    #expect(faults == [])
    #expect(try later.deleted(at: now.time).isEmpty)
    // Nothing brings it back.
    while try later.undoLastAction(at: now) != nil {}
    #expect(try later.notebook().employers.isEmpty)
    for copy in try fixture.location.copies.all() {
      #expect(DatabaseFile(copy.path).refusal() == nil)
      _ = try Store.restore(from: copy.path, to: fixture.location, at: now)
      let restored = try fixture.open()
      #expect(try restored.notebook().employers.isEmpty)
      let faults = try restored.recordFaults()
      #expect(faults == [])
    }
  }

  @Test func answersBeforeADayAreErasedAndLaterOnesStay() throws {
    let store = try fixture.open()
    let card = CardID(deck: "d", card: "A")
    for (day, text) in [(0, "secret-old"), (2, "kept-new")] {
      var attempt = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: day))
      attempt.mode = .typed
      attempt.texts = [text]
      _ = try store.record(StoreFixture.grading("A", .good, day: day), for: attempt)
    }
    try store.keepDraft(["secret-draft"], of: card, at: StoreFixture.noon(day: 0).time)
    try store.makeCopy(.kept, at: now)
    let memory = try store.memory(of: card)
    let erased = try store.erase(.answers(before: StoreFixture.noon(day: 1).time), at: now)
    #expect(erased == Store.Erased(count: 1, drafts: 1, copies: 1, left: []))
    try store.queue.close()
    for secret in ["secret-old", "secret-draft"] {
      let left = try files(with: secret)
      #expect(left == [], "\(secret)")
    }
    #expect(try files(with: "kept-new").count == 2)
    let later = try fixture.open()
    #expect(try later.memory(of: card) == memory)
    #expect(try later.attempts(at: card).map(\.texts) == [[""], ["kept-new"]])
    let faults = try later.recordFaults() + later.shapeFaults()
    #expect(faults == [])
  }

  /// The log is not taken away while another program has the database open.
  @Test func nothingIsLeftInTheLogThatAnotherProgramHasOpen() throws {
    let (store, other) = (try fixture.open(), try fixture.open())
    let card = CardID(deck: "d", card: "A")
    var attempt = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: 0))
    (attempt.mode, attempt.texts) = (.typed, ["secret-answer"])
    _ = try other.record(StoreFixture.grading("A", .good), for: attempt)
    _ = try other.keep([Item(Employer(name: "Mordant"))])
    #expect(try files(with: "secret-answer").contains { $0.hasSuffix("-wal") })
    _ = try store.erase(.answers(before: StoreFixture.noon(day: 1).time), at: now)
    _ = try store.erase(try #require(store.erasable(named: "mordant").first), at: now)
    for secret in ["secret-answer", "Mordant"] {
      let left = try files(with: secret)
      #expect(left == [], "\(secret)")
    }
    #expect(try other.attempts(at: card).map(\.texts) == [[""]])
    #expect(try other.notebook().employers.isEmpty)
  }

  @Test func aCopyThatCannotBeChangedIsNamed() throws {
    let store = try fixture.open()
    _ = try store.keep([Item(Story(title: "Depot"))])
    let copy = try #require(try store.makeCopy(.kept, at: now))
    try Data("no database at all, and longer than a header of one would be".utf8)
      .write(to: URL(filePath: copy))
    let found = try #require(try store.erasable(named: "depot").first)
    let erased = try store.erase(found, at: now)
    #expect(erased.copies == 0 && erased.left.count == 1)
    #expect(erased.left.first?.hasPrefix(copy) == true)
    #expect(try store.notebook().stories.isEmpty)
  }
}
