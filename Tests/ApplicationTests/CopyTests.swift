import Campaign
import Files
import Practice
import Scheduler
import Screen
import Store
import TestSupport
import Testing

@testable import Application

/// Copies of everything practised and written.
@Suite struct CopyTests {
  private let stage: Stage
  init() throws { stage = try Stage() }

  private func keep(_ story: String) throws {
    _ = try stage.workspace().store.add(Story(title: story))
  }
  private var stories: [String] {
    get throws { try stage.workspace().store.notebook().stories.map(\.title) }
  }

  @Test func aCopyIsKeptAndBroughtBack() throws {
    #expect(
      stage.refusal { try CopyMaking(nil).run(in: stage) } == "there is nothing to copy yet")
    try keep("One")
    let path = try stage.output { try CopyMaking(nil).run(in: stage) }.dropLast()
    #expect(path.hasSuffix("2026-11-23T19-00-00-kept.sqlite"))
    try keep("Two")
    let name = try #require(path.split(separator: "/").last.map(String.init))
    let said = try stage.messages { try CopyRestoring(name).run(in: stage) }
    #expect(said.hasPrefix("starling: brought back \(path), with 0 reviews\n"))
    #expect(said.contains("what was there before is kept as "))
    #expect(try stories == ["One"])
    let list = try stage.output { try CopyRestoring(nil).run(in: stage) }
    #expect(list.contains("when you asked for it"))
    #expect(list.contains("before bringing a copy back"))
    #expect(KnownNames(in: stage).copies.contains(name))
  }

  @Test func aCopyGoesIntoAFolderOrAFile() throws {
    try keep("One")
    try stage.home.write("", to: "out/empty")
    let folder = stage.home.file("out")
    #expect(
      try stage.output { try CopyMaking(folder).run(in: stage) }
        == "\(folder)/starling-2026-11-23.sqlite\n")
    #expect(DatabaseFile("\(folder)/starling-2026-11-23.sqlite").refusal() == nil)
    let file = "\(folder)/mine.sqlite"
    #expect(try stage.output { try CopyMaking(file).run(in: stage) } == "\(file)\n")
    _ = try stage.messages { try CopyRestoring(file).run(in: stage) }
  }

  @Test func aCopyTakesNoOtherFilesPlace() throws {
    try keep("One")
    try stage.home.write("precious", to: "text.txt")
    let text = stage.home.file("text.txt")
    #expect(
      stage.refusal { try CopyMaking(text).run(in: stage) }
        == "\(text) is there already, and is no database; give another name")
    #expect(
      stage.refusal { try CopyMaking("-").run(in: stage) }?.contains("needs a file of its own")
        == true)
    #expect(
      stage.refusal { try CopyRestoring("nothing").run(in: stage) }
        == "there is no copy nothing; “starling restore” lists the safety copies")
    #expect(stage.refusal { try CopyRestoring(text).run(in: stage) } != nil)
    #expect(try stories == ["One"])
  }

  @Test func withoutCopiesThereIsNothingToList() throws {
    #expect(
      try stage.messages { try CopyRestoring(nil).run(in: stage) }
        == "starling: there are no safety copies yet\n")
  }

  @Test func theDaysFirstCommandMakesACopy() throws {
    try keep("One")
    _ = try Workspace.forCommand(.truth, in: stage)
    let copies = try stage.places().store.copies.all()
    #expect(copies.map(\.day.description) == ["2026-11-23"])
    _ = try Workspace.forCommand(.truth, in: stage)
    #expect(try stage.places().store.copies.all().count == 1)
    stage.wait(minutes: 60 * 24)
    _ = try Workspace.forCommand(.truth, in: stage)
    #expect(try stage.places().store.copies.all().count == 2)
  }

  /// The trainer makes it half a second after the last key, when a tick comes.
  @Test(arguments: [
    [InputEvent.tick, .tick, .hangUp], [.key("?"), .key(.escape), .tick, .tick, .hangUp],
  ])
  func anIdleTrainerMakesTheDaysCopy(events: [InputEvent]) throws {
    try keep("One")
    try Trainer.run(stage.workspace(), in: TypedTerminal(events))
    #expect(try stage.places().store.copies.all().map(\.day.description) == ["2026-11-23"])
  }

  /// What came of the copy would be said in its place.
  @Test func noCopyIsMadeWhileSomethingIsSaid() throws {
    try keep("One")
    try stage.home.writeDeck("sample", sampleDeck)
    func run(_ events: [InputEvent]) throws {
      try Trainer.run(
        stage.workspace(), in: TypedTerminal(events + [.hangUp]),
        opening: .session {
          var request = $0.dailyRequest
          request.decks = ["sample"]
          return request
        })
    }
    try run([.key(.enter), .key("3"), .key("u"), .tick, .tick])
    #expect(try stage.places().store.copies.all().isEmpty)
    try run([.key(.enter), .key("3"), .key("u"), .tick, .key("?"), .key(.escape), .tick])
    #expect(try stage.places().store.copies.all().count == 1)
  }

  @Test func aTrainerThatIsNeverIdleMakesNone() throws {
    try keep("One")
    try Trainer.run(stage.workspace(), in: TypedTerminal(keys: "?", .escape, "q"))
    #expect(try stage.places().store.copies.all().isEmpty)
  }

  @Test func aDamagedDatabaseIsSaidWithTheCopyThatHelps() throws {
    try keep("One")
    _ = try stage.output { try CopyMaking(nil).run(in: stage) }
    try stage.home.write("SQLite format 3 and then nothing of use", to: "starling.sqlite")
    for ending in ["-wal", "-shm"] where Disk.has(stage.home.file("starling.sqlite" + ending)) {
      try stage.home.remove("starling.sqlite" + ending)
    }
    #expect {
      try Workspace(in: stage)
    } throws: { error in
      let failure = Failure(offeringCopyAfter: error, in: stage)
      return failure?.code == .badData && failure?.message?.contains("starling restore") == true
    }
  }
}
