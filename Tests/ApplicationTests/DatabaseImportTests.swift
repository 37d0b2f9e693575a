import Campaign
import Decks
import Files
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// What one home makes of the database of another.
@Suite struct DatabaseImportTests {
  private let here: Stage
  private let there: Stage
  init() throws {
    (here, there) = (try Stage(), try Stage())
  }

  private func take(_ path: String, in stage: Stage) throws -> String {
    try stage.messages { try FileImport(path).run(in: stage) }
  }

  /// The path of a home's database.
  private func database(of stage: Stage) -> String { stage.home.file("starling.sqlite") }

  private func change(_ stage: Stage, _ change: (inout Story) -> Void) throws {
    let store = try stage.workspace().store
    let old = try #require(try store.notebook().stories.first)
    try store.keep([Item(old.thing.with(change), number: old.id.value)])
  }

  /// A story in both, changed in both: there an hour later.
  private func disagree() throws {
    _ = try here.workspace().store.add(Story(title: "The refund").with { $0.action = "Old." })
    _ = try take(database(of: here), in: there)
    here.wait(minutes: 60)
    there.wait(minutes: 120)
    try change(here) { $0.action = "I asked.\nThen I did." }
    try change(there) { $0.action = "I did." }
  }

  @Test func anotherDatabaseComesInAsAUnion() throws {
    let card = try #require(CardID("star-people/PE-01"))
    for (stage, days) in [(here, -3.0), (there, -2.0)] {
      _ = try stage.readyWorkspace().store.record(
        Grading(
          card: card, moment: Moment(time: Stage.evening.adding(days: days), utcOffset: 0),
          grade: .good,
          mode: .away))
      _ = try stage.workspace().store.add(
        Interview(employer: "Acme", round: 2, startsAt: 1_796_893_200_000))
    }
    try there.home.writeDeck(
      "own", "id: own\ntitle: Own\ncards:\n  - {id: A, kind: star, competency: data, ask: Why?}\n")
    try there.workspace().noteDecks()
    let before = try FileBytes.read(database(of: there), limit: 1 << 24)
    let said = try take(database(of: there), in: here)
    #expect(said.contains("were added"), "\(said)")
    #expect(try FileBytes.read(database(of: there), limit: 1 << 24) == before)
    let workspace = try here.workspace()
    #expect(try workspace.store.reviewCount() == 2)
    #expect(try workspace.store.notebook().interviews.count == 1)
    #expect(try here.home.text(of: "decks/own.yaml").hasPrefix("id: own"))
    let again = try take(database(of: there), in: here)
    #expect(again.contains("0 rows and 0 files were added"), "\(again)")
    // What was deleted here stays so.
    try workspace.store.delete([Item(try #require(try workspace.store.notebook().interviews.first))]
    )
    #expect(try take(database(of: there), in: here).contains("deleted here, and stays so"))
    // And all of it is one step.
    _ = try here.messages {
      try TakingBack(wrongTimes: false).run(in: here)
      try TakingBack(wrongTimes: false).run(in: here)
    }
    #expect(try here.workspace().store.reviewCount() == 1)
    #expect(!Disk.has(here.home.file("decks/own.yaml")))
    #expect(
      try FolderContents.read(here.home.path).allSatisfy {
        !$0.hasPrefix(".restoring") && !$0.hasPrefix(".package")
      })
  }

  @Test func homesThatTakeInEachOthersDatabasesAreTheSame() throws {
    try disagree()
    _ = try take(database(of: there), in: here)
    _ = try take(database(of: here), in: there)
    func export(_ stage: Stage) throws -> String {
      _ = try stage.messages {
        try Export(.json, hasSettings: false).write(to: stage.home.file("all.json"), in: stage)
      }
      return try stage.home.text(of: "all.json")
    }
    #expect(try export(here) == export(there))
  }

  @Test func whatIsNoDatabaseOfStarlingsIsRefused() throws {
    _ = try here.workspace()
    let own = database(of: here)
    #expect(
      here.refusal { _ = try take(own, in: here) }?.contains("it is the database itself") == true)
    try here.home.write(Array("SQLite format 3\u{0}and so on".utf8), to: "bad.sqlite")
    let bad = here.home.file("bad.sqlite")
    #expect(here.refusal { _ = try take(bad, in: here) }?.contains("nothing was imported") == true)
    #expect(try here.workspace().store.reviewCount() == 0)
  }

  // MARK: - Doctor

  @Test func copiesBesideTheDatabaseAreNamed() throws {
    try disagree()
    let bytes = try FileBytes.read(database(of: there), limit: 1 << 24)
    for name in [
      "starling.sync-conflict-20261126-100000-ABCDEFG.sqlite",
      "starling (conflicted copy 2026-11-26).sqlite",
    ] {
      try here.home.write(bytes, to: name)
    }
    func lines() throws -> [String] {
      Findings(
        try here.places(), SettingsFile.usable(in: try here.places()), terminal: nil, here
      ).lines
    }
    let named = try lines().filter { $0.contains("is another database") }
    #expect(named.count == 2, "\(named)")
    #expect(named.first?.hasPrefix("copies    fault: ") == true)
    let path = here.home.file("starling (conflicted copy 2026-11-26).sqlite")
    #expect(named.contains { $0.contains("“starling import '\(path)'”") })
    _ = try take(path, in: here)
    #expect(try lines().contains { $0.contains("“starling sync --conflicts”") })
    try here.home.remove("starling (conflicted copy 2026-11-26).sqlite")
    try here.home.remove("starling.sync-conflict-20261126-100000-ABCDEFG.sqlite")
    #expect(try !lines().contains { $0.contains("is another database") })
  }
}
