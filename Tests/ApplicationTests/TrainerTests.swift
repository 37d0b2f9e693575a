import Decks
import Practice
import Scheduler
import Screen
import Store
import TestSupport
import Testing

@testable import Application

/// The trainer from a key to what is kept, without a terminal.
@Suite struct TrainerTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
  }

  private func run(_ terminal: TypedTerminal, decks: [String] = []) throws -> [String] {
    let workspace = try stage.workspace()
    try Trainer.run(
      workspace, in: terminal,
      opening: decks.isEmpty
        ? .home
        : .session { workspace in
          var request = workspace.dailyRequest
          request.decks = decks
          return request
        })
    return terminal.screens
  }

  @Test func theHomeScreenSaysWhatIsWaiting() throws {
    let screens = try run(TypedTerminal(keys: "q"))
    #expect(screens.count == 1)
    #expect(screens.first?.contains("When is your interview?") == true)
  }

  @Test func theMouseIsAsItIsSet() throws {
    let terminal = TypedTerminal(keys: "q")
    _ = try run(terminal)
    #expect(terminal.isMouseOn)
    try stage.home.write("screen:\n  mouse: off\n", to: "config.yaml")
    let other = TypedTerminal(keys: "q")
    _ = try run(other)
    #expect(!other.isMouseOn)
  }

  @Test func aGradeIsKept() throws {
    let terminal = TypedTerminal(keys: .enter, "3", "q", "q", "q", "q")
    let screens = try run(terminal, decks: ["sample"])
    #expect(screens.first?.contains("Who lifted the piano?") == true)
    let store = try stage.workspace().store
    #expect(try store.reviewCount() == 1)
    #expect(
      try store.memories(of: nil, by: store.schedule, until: nil).map(\.card.deck) == ["sample"])
  }

  @Test func aGradeIsTakenBack() throws {
    let terminal = TypedTerminal(keys: .enter, "3", "u", "q", "q", "q", "q")
    _ = try run(terminal, decks: ["sample"])
    #expect(try stage.workspace().store.reviewCount() == 0)
  }

  @Test func aNoteIsWrittenInTheEditor() throws {
    stage.willEdit { _ in "Name the product.\n" }
    let terminal = TypedTerminal(keys: .enter, "e", .control("x"), "q", "q", "q", "q")
    _ = try run(terminal, decks: ["sample"])
    #expect(terminal.suspensions == 1)
    #expect(try stage.workspace().store.notes().values.map(\.self) == ["Name the product."])
  }

  @Test func aSettingIsChanged() throws {
    _ = try run(TypedTerminal(keys: ",", .right, "q", "q"))
    let file = SettingsFile.usable(in: try stage.places())
    #expect(file.complaints.isEmpty)
    #expect(try FileBytesText.read(file.path).isEmpty == false)
  }

  @Test func whoGoesAwayLeavesTheTrainer() throws {
    let terminal = TypedTerminal([])
    #expect(try run(terminal).count == 1)
  }
}
