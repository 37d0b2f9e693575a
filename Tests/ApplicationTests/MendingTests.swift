import Campaign
import Decks
import Files
import GRDB
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// What doctor finds in a home that something happened to, and what it mends.
@Suite struct MendingTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    _ = try stage.workspace().store.add(Story(title: "Piano"))
    let card = try #require(CardName("star-people/PE-01"))
    _ = try stage.messages { try AwayAnswer(to: card, .good, at: nil).record(in: stage) }
  }

  /// Does something to the database that Starling does not.
  private func spoil(_ sql: String) throws {
    try DatabaseQueue(path: stage.home.file("starling.sqlite")).write { try $0.execute(sql: sql) }
  }

  /// What it says, but for the locale that the tests run in.
  private func doctor() -> String { lines(rebuilds: false) }
  private func rebuild() -> String { lines(rebuilds: true) }

  private func lines(rebuilds: Bool) -> String {
    let (_, said) = Output.collecting {
      do {
        try Doctor.run(rebuilds: rebuilds, terminal: nil, in: stage)
      } catch {
        // Faults end it, too, of which there is a line each.
        #expect((error as? Failure)?.code == .faults)
      }
    }
    return said.output.split(separator: "\n").filter { !$0.hasPrefix("locale") }
      .joined(separator: "\n")
  }

  @Test func whatStarlingDidNotCreateIsTakenOut() throws {
    try spoil("CREATE TABLE strange (a)")
    #expect(doctor().contains("“starling doctor --rebuild” takes it out, after a copy"))
    let said = rebuild()
    #expect(said.contains("removed   "))
    #expect(said.contains("kept      all as it was before is "))
    #expect(said.contains("rebuilt   1 card from 1 review; 0 were different"))
    #expect(!doctor().contains(" fault: "))
  }

  @Test func whatIsMissingIsMadeAnew() throws {
    try spoil("DROP TABLE notes")
    #expect(doctor().contains("makes it anew"))
    let path = stage.home.file("all.json")
    #expect(
      stage.refusal { try Export(.json).write(to: path, in: stage) }?.hasPrefix(
        "not everything is in the export: the table “notes” is missing in ") == true)
    #expect(rebuild().contains("made      "))
    #expect(!doctor().contains(" fault: "))
  }

  @Test func memoryThatIsNotWhatTheReviewsComeToIsComputedAnew() throws {
    try spoil("UPDATE memory SET stability = stability * 2")
    #expect(doctor().contains("what is kept of 1 card is not what the reviews come to"))
    #expect(rebuild().contains("1 was different"))
    #expect(!doctor().contains(" fault: "))
  }

  @Test func reviewsOfNoDeckAndOfAnotherTimeAreNamed() throws {
    let strange = try #require(CardID("x/Y-1"))
    _ = try stage.workspace().store.add([
      Grading(card: strange, moment: stage.clock.now, grade: .good, mode: .away)
    ])
    #expect(doctor().contains("1 review is of a card that is in no deck here: x/Y-1"))
    stage.wait(minutes: -60 * 24 * 5)
    let lines = doctor()
    #expect(lines.contains("2 reviews with an impossible time"))
    #expect(lines.contains("“starling undo --wrong-times” takes them back"))
  }

  @Test func filesThatOthersCanReadAreNamed() throws {
    Disk.setMode(0o644, of: stage.home.file("starling.sqlite"))
    #expect(
      doctor().contains("others can read \(stage.home.file("starling.sqlite")); run “chmod 600 "))
  }

  @Test func copiesThatCannotBeBroughtBackAreNamed() throws {
    _ = try stage.output { try CopyMaking(nil).run(in: stage) }
    let copy = try #require(try stage.places().store.copies.all().first?.path)
    try stage.home.write(
      "SQLite format 3, and no more", to: String(copy.dropFirst(stage.home.path.count + 1)))
    #expect(doctor().contains("\(copy) cannot be brought back ("))
    #expect(
      try stage.output { try CopyRestoring(nil).run(in: stage) }.contains("cannot be brought back"))
    #expect(stage.refusal { try CopyRestoring(copy).run(in: stage) } != nil)
  }

  @Test func whatWasLeftUnfinishedIsNamed() throws {
    stage.willEdit { _ in "title: [\n" }
    #expect(
      stage.refusal { try NotebookDesk(in: stage).edit(Story.self, named: "1", from: nil) } != nil)
    #expect(doctor().contains("1 unfinished text in "))
    // Once it is another thing, the text belongs to nothing.
    try stage.home.write("title: The piano\n", to: "form.yaml")
    _ = try stage.messages {
      try NotebookDesk(in: stage).edit(Story.self, named: "1", from: stage.home.file("form.yaml"))
    }
    let lines = doctor()
    #expect(lines.contains("belongs to nothing as it is now; “starling stories add --from "))
    #expect(lines.contains("“starling stories edit 1 --from "))
    for (name, words) in [
      (
        "unfinished-employer-Acme-0123456789abcdef.yaml", "“starling employers edit EMPLOYER --from"
      ),
      ("unfinished-odd-0123456789abcdef.txt", "read it there, and delete it"),
      ("unfinished-note-star-people-PE-01-0123456789abcdef.txt", "read it there"),
    ] {
      try stage.home.write("words", to: name)
      #expect(doctor().contains(words))
    }
  }

  @Test func decksAreReadWithoutADatabase() throws {
    try stage.home.writeDeck("bad", "id: bad\n")
    try stage.home.write("no database", to: "starling.sqlite")
    let lines = doctor()
    #expect(lines.contains("database  fault: "))
    #expect(lines.contains("bad.yaml"))
  }

  // MARK: - What could not be saved

  @Test func whatCannotBeTakenInStaysAndIsNamed() throws {
    let workspace = try stage.workspace()
    try stage.home.write("star-people/PE-01 0 nonsense\n", to: "unsaved-1-1.txt")
    try stage.home.write("{", to: "unsaved-panel-1-1.json")
    let problems = workspace.bringBackUnsaved()
    #expect(problems.count == 2)
    #expect(problems.allSatisfy { $0.hasPrefix("what you typed before is still in ") })
    #expect(UnsavedFile.all(in: stage.home.path).count == 2)
  }

  @Test func answersBeforeAPanelThatCouldNotBeSavedComeBack() throws {
    let workspace = try stage.readyWorkspace()
    let id = try #require(CardID("star-people/PE-01"))
    var attempt = Attempt(card: id, kind: .star, moment: stage.clock.now)
    attempt.texts = ["Once."]
    #expect(
      stage.messages { workspace.rescue([attempt]) }.contains(
        "what you answered before a panel could not be saved; it is in "))
    #expect(workspace.bringBackUnsaved().isEmpty)
    #expect(try workspace.store.attempts().map(\.texts.first) == ["Once."])
    #expect(stage.messages { workspace.rescue([Attempt]()) }.isEmpty)
  }

  @Test func leftoversAreTakenAway() throws {
    let places = try stage.places()
    _ = try stage.workspace()
    try stage.home.write("half", to: "decks/keep.yaml")
    Leftovers(places: places).clear()
    #expect(Disk.has(stage.home.file("decks/keep.yaml")))
  }

  @Test func placesFollowTheEnvironment() throws {
    let places = try Places(environment: ["HOME": "/home/ann", "XDG_DATA_HOME": "/data"])
    #expect(places.store.database == "/data/starling/starling.sqlite")
    #expect(places.decks == "/home/ann/.config/starling/decks")
    #expect(throws: Failure.self) { try Places(environment: [:]) }
    #expect(throws: Failure.self) { try Places(environment: ["HOME": "ann"]) }
    #expect(Places.absolute("x").hasSuffix("/x"))
  }
}
