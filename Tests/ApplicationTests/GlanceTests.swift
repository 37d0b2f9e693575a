import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store
import TUI
import TestSupport
import Testing

@testable import Application

/// What was said last is said again as long as nothing has changed, and not once more.
@Suite struct GlanceTests {
  private let stage: Stage
  private let card = CardID(deck: "sample", card: "A1")

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
  }

  private func due() throws -> String {
    try stage.output { try DueListing.write(as: .short, in: stage) }
  }

  private func kept(_ sort: Glance.Sort) throws -> String? {
    Glance(in: try stage.places(), at: stage.clock.now)?.kept(sort)
  }

  /// Looks three times, the last time without opening anything.
  private func look() throws -> String {
    // The first look brings all up to date, and what has just changed may change once more at the same
    // time.
    _ = try due()
    RunningProgram.wait(milliseconds: 30)
    let line = try due()
    #expect(try kept(.due).map { $0 + "\n" } == line)
    #expect(try due() == line)
    return line
  }

  @Test func aGlanceIsTakenWhileNothingHasChanged() throws {
    var draw = CaseGenerator(seed: 7)
    let changes: [() throws -> Void] = [
      {
        let name = try #require(CardName("sample/A1"))
        try AwayAnswer(to: name, .again, at: nil).record(in: self.stage)
      },
      { try self.stage.workspace().store.setSuspended(self.card, to: true) },
      { try self.stage.workspace().store.setSuspended(self.card, to: false) },
      {
        try self.stage.home.writeDeck(
          "other", "id: other\n" + sampleDeck.split(separator: "\n", maxSplits: 1)[1])
      },
      { Disk.removeIfPossible(self.stage.home.file("decks/other.yaml")) },
      { try self.stage.home.write("practice:\n  day_start: 3\n", to: "config.yaml") },
      { self.stage.wait(minutes: 60 * 7) },
      {
        let start = self.stage.clock.now.time.adding(days: 2).milliseconds
        _ = try self.stage.workspace().store.add(
          Interview(employer: "Acme", round: 1, startsAt: start))
      },
    ]
    for _ in 0..<24 {
      if let change = changes.randomElement(using: &draw) { _ = try Output.collecting(change) }
      let line = try look()
      let waiting = try stage.readyWorkspace().store.waiting(at: stage.clock.now)
      let today = try stage.readyWorkspace().today(at: stage.clock.now)
      #expect(line == today.shortLine + "\n")
      #expect(try stage.readyWorkspace().waiting(at: stage.clock.now) == waiting)
      let due = today.next == nil && today.done.isEmpty && !today.isDone ? waiting.due : nil
      #expect(try stage.readyWorkspace().homeSummary().due == due)
    }
  }

  @Test func whatIsAmissIsSaidEachTime() throws {
    try stage.home.writeDeck("faulty", "id: faulty\n")
    for _ in 0..<3 {
      RunningProgram.wait(milliseconds: 30)
      let said = try stage.messages { try DueListing.write(as: .short, in: stage) }
      #expect(said.contains("faulty.yaml has faults"))
    }
    #expect(try kept(.due) == nil)
  }

  @Test func whatIsInTheLogOrHalfWrittenIsNotTaken() throws {
    let line = try look()
    let store = try stage.readyWorkspace().store
    try store.setSuspended(card, to: true)
    #expect(try kept(.due) == nil)
    #expect(!line.isEmpty)
    #expect(try due().hasSuffix("\n"))
    withExtendedLifetime(store) {}
  }

  @Test func whatWasCutOffIsMadeAnew() throws {
    let line = try look()
    let path = stage.home.file("cache/due")
    let bytes = try FileBytes.read(path, limit: 1 << 20)
    for count in [0, 10, bytes.count - 1] {
      RunningProgram.wait(milliseconds: 30)
      try Disk.jot(String(decoding: bytes.prefix(count), as: UTF8.self), into: path)
      #expect(try kept(.due) == nil)
      #expect(try due() == line)
    }
    #expect(FileStatus(path)?.isOpenToOthers == false)
  }
}
