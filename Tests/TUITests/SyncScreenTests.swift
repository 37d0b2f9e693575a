import Campaign
import Decks
import Practice
import Screen
import TestSupport
import Testing

@testable import TUI

/// How it stands with the person's machines, and what was changed on two of them.
@Suite struct SyncScreenTests {
  private func expect(_ fixture: AppFixture, _ name: String, _ size: Size) throws {
    try expectScreen(fixture.app.view(), "\(name)-\(size.width)x\(size.height)")
  }

  /// Home of one whose machines have met, with so many texts changed on both.
  private func home(_ size: Size = Size(width: 80, height: 24), conflicts: Int = 0) -> AppFixture {
    var fixture = AppFixture(size: size)
    var companion = HomeCompanion()
    companion.practisedDays = 5
    companion.sync = SyncStand(daysSince: 2, conflicts: conflicts)
    fixture.take(
      .home(
        HomeSummary(
          today: AppFixture.today(
            for: nil, waiting: Waiting(cards: 164, due: 12, unseen: 29, weak: 3), isBegun: false),
          due: 12,
          interview: nil, companion: companion)))
    return fixture
  }

  @Test(arguments: GoldenScreenTests.sizes) func howItLooks(_ size: Size) throws {
    var fixture = home(size, conflicts: 1)
    fixture.take(.sync(.two))
    try expect(fixture, "sync", size)
    fixture.take(.conflicts([.line], nil))
    try expect(fixture, "sync-conflict", size)
    fixture.press("e", "!")
    try expect(fixture, "sync-writing", size)
    fixture.press(.escape)
    fixture.take(.conflicts([.long], nil))
    try expect(fixture, "sync-long", size)
    fixture.press(.pageDown)
    try expect(fixture, "sync-long-below", size)
    fixture.take(.conflicts([], "Kept."))
    try expect(fixture, "sync-settled", size)
  }

  @Test(arguments: GoldenScreenTests.sizes) func howAPlaceIsNamed(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(":")
    fixture.type("sync")
    fixture.press(.enter)
    try expect(fixture, "sync-place", size)
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("! Name a folder"))
    fixture.type("~/Sync ")
    fixture.press(.enter)
    #expect(fixture.effects == [.setUpSync("~/Sync")])
    fixture.take(.syncRefused("There is no folder /home/you/Sync yet."))
    #expect(fixture.app.view().text.contains("! There is no folder /home/you/Sync"))
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("Your machines are being brought"))
    // Once is enough.
    fixture.press(.enter)
    #expect(fixture.effects.isEmpty)
    fixture.take(
      .synced(
        "Sync is set up: 41 records came from laptop, 12 went.", isProblem: false))
    #expect(fixture.effects == [.loadSync])
    fixture.take(.sync(.two))
    #expect(fixture.app.path[fixture.app.top] is SyncScreen && fixture.app.path.count == 2)
    #expect(fixture.effects == [.loadHome] && fixture.drafts.last == [])
    // How it stands there, and what came, with no word broken.
    try expect(fixture, "sync-set-up", size)
  }

  @Test func anotherPlaceIsNamedWhereOneLooks() {
    var fixture = home(conflicts: 0)
    var figures = SyncFigures.two
    figures.conflicts = 0
    fixture.take(.sync(figures))
    let screens = fixture.app.path.count
    fixture.press("c")
    #expect(fixture.app.view().text.contains("Nothing was changed on two machines."))
    fixture.press("e")
    #expect(fixture.app.view().text.contains("now "), "\(fixture.app.view().text)")
    fixture.type("~/Other")
    fixture.press(.enter)
    #expect(fixture.effects == [.setUpSync("~/Other")])
    fixture.take(.synced("Sync is set up: nothing new.", isProblem: false))
    fixture.take(.sync(.two))
    #expect(fixture.app.path.count == screens && fixture.app.path[screens - 1] is SyncScreen)
    #expect(fixture.effects == [.loadHome, .loadSync] && fixture.drafts.last == [])
  }

  /// Whoever leaves by mistake has what was typed, in this home alone.
  @Test func aPlaceThatIsTypedIsADraft() {
    var fixture = AppFixture.withNotebook(size: Size(width: 40, height: 12))
    func open() {
      fixture.press(":")
      fixture.type("sync")
      fixture.press(.enter)
    }
    open()
    fixture.type("kim@host:starling.git")
    fixture.press(.escape)
    let typed = ["kim@host:starling.git"]
    #expect(fixture.drafts.last == typed)
    #expect(fixture.app.view().text.contains("What you typed is there next time."))
    fixture.leftDraft = typed
    open()
    #expect(fixture.app.view().text.contains("kim@host:starling.git"))
    // One that was refused is not lost, either, and can be mended.
    fixture.press(.enter)
    #expect(fixture.effects == [.setUpSync(typed[0])])
    fixture.take(.synced("cannot clone it", isProblem: true))
    #expect(fixture.app.view().text.contains("! cannot clone it"))
    fixture.press(.enter)
    #expect(fixture.effects == [.setUpSync(typed[0])])
    // Nothing typed since: nothing to be kept.
    fixture.take(.syncRefused("no"))
    fixture.press(.escape)
    #expect(fixture.effects == [.loadHome])
    #expect(Notebook.isDraftOfThisHome(Notebook.placeDraft.description))
  }

  /// Whoever writes a third wording sees the two, as far as there is room.
  @Test func bothWordingsStandAboveWhatIsWritten() throws {
    var fixture = home(conflicts: 1)
    fixture.take(.conflicts([.line], nil))
    fixture.press("e", .control("u"))
    fixture.type("A third.")
    for wording in WordingConflict.line.wordings {
      let word = try #require(wording.text.split(separator: " ").first)
      #expect(fixture.app.view().text.contains(word), "\(fixture.app.view().text)")
    }
    #expect(fixture.app.view().text.contains("A third."))
    // A long one leaves room to write in a small window.
    var small = home(Size(width: 40, height: 12), conflicts: 1)
    small.take(.conflicts([.long], nil))
    small.press("e", .control("u"))
    small.type("A third.")
    #expect(small.app.view().text.contains("A third."))
  }

  @Test func yAtHomeLeadsThereAndBothWordingsStandOnTop() {
    var fixture = home()
    fixture.press("y")
    #expect(fixture.effects == [.loadSync])
    fixture = home(conflicts: 1)
    fixture.press("y")
    #expect(fixture.effects == [.loadSync, .loadConflicts])
    fixture.take(.sync(.two))
    fixture.take(.conflicts([.line], nil))
    #expect(fixture.app.view().text.contains("Two wordings"))
    // Escape settles nothing.
    fixture.press(.escape)
    #expect(fixture.effects.isEmpty)
    #expect(fixture.app.view().text.contains("1 text was changed on both."))
    fixture.press("c")
    #expect(fixture.effects == [.loadConflicts])
  }

  @Test func enterBringsThemTogetherWhileKeysGoOnWorking() {
    var fixture = home()
    fixture.take(.sync(.two))
    fixture.press(.enter)
    #expect(fixture.effects == [.syncNow])
    fixture.press(.down, .enter)
    #expect(fixture.effects.isEmpty)
    fixture.take(.synced("41 records came from laptop, 12 went", isProblem: false))
    #expect(fixture.effects == [.loadSync])
    #expect(fixture.app.view().text.contains("41 records came from laptop, 12 went"))
    fixture.take(.sync(.two))
    fixture.press(.enter)
    #expect(fixture.effects == [.syncNow])
    fixture.take(.synced("the disk is full", isProblem: true))
    #expect(fixture.app.view().text.contains("! the disk is full"))
  }

  @Test func aWordingIsKeptByItsNumberOrWrittenAnew() {
    var fixture = home(conflicts: 1)
    fixture.take(.sync(.two))
    fixture.take(.conflicts([.line, .long], nil))
    // There is no third.
    fixture.press("3")
    #expect(fixture.effects.isEmpty)
    fixture.press("2")
    #expect(fixture.effects == [.settle(.line, by: .keep(1))])
    fixture.press(.right, "1")
    #expect(fixture.effects == [.settle(.long, by: .keep(0))])
    fixture.press(.left, "e", .control("u"), "I", " ", "d", "i", "d")
    // What is left for a moment is there again.
    fixture.press(.escape, "e")
    #expect(fixture.app.view().text.contains("I did"))
    fixture.press(.control("d"))
    guard case .settle(.line, by: .write(let text)) = fixture.effects.first else {
      Issue.record("\(fixture.effects)")
      return
    }
    #expect(text.hasSuffix("I did"))
    fixture.take(.conflicts([.long], "Kept."))
    #expect(fixture.app.view().text.contains("1 of 1"))
  }

  @Test func aChoiceThatIsTakenBackBringsBothWordingsBack() {
    var fixture = home(conflicts: 1)
    fixture.take(.sync(.two))
    fixture.take(.conflicts([.line], nil))
    fixture.press("1")
    fixture.take(.conflicts([], "Kept."))
    fixture.press("u")
    #expect(fixture.effects == [.nameLastAction])
    fixture.take(.lastAction(["the change of the story “Handover cut”"]))
    fixture.press("y")
    fixture.take(.tookBack(["the story “Handover cut” is as it was"]))
    #expect(fixture.effects.contains(.loadConflicts))
    fixture.take(.conflicts([.line], nil))
    #expect(fixture.app.view().text.contains("Two wordings"))
  }

  @Test func whatIsNoTextCannotBeWrittenAnew() {
    var conflict = WordingConflict.line
    conflict.isText = false
    var fixture = home(conflicts: 1)
    fixture.take(.conflicts([conflict], nil))
    fixture.press("e")
    #expect(fixture.effects.isEmpty && !fixture.app.view().text.contains("keep  Esc leave"))
  }

  @Test func onlyWhatDiffersIsMarked() {
    #expect(WordingsPage.differences(["one two three", "one 2 three"]) == [4..<7, 4..<5])
    #expect(WordingsPage.differences(["same", "same"]) == [4..<4, 4..<4])
    #expect(WordingsPage.differences(["begin", "beginning"]) == [0..<5, 0..<9])
    #expect(WordingsPage.differences(["", "all"]) == [0..<0, 0..<3])
    #expect(WordingsPage.differences(["a b c", "a c"]) == [2..<4, 2..<2])
    #expect(WordingsPage.differences(["a a", "a a a"]) == [2..<2, 2..<4])
  }

  @Test func noSizeTraps() {
    for size in [0, 1, 2] {
      var fixture = home(conflicts: 1)
      fixture.take(.sync(.two))
      if size > 0 { fixture.take(.conflicts([.line, .long], nil)) }
      if size > 1 { fixture.press("e") }
      for width in stride(from: 0, through: 140, by: 7) {
        for height in stride(from: 0, through: 40, by: 2) {
          fixture.send(.resize(Size(width: width, height: height)))
          #expect(fixture.app.view().size == Size(width: width, height: height))
        }
      }
    }
  }
}

extension SyncFigures {
  static let two = SyncFigures(
    place: "/home/kim/Sync", last: "Wed 25 Nov 21:40, 2 days ago",
    machines: [
      Machine(name: "desk", isThis: true, last: "Fri 27 Nov 8:31", changes: 412, waiting: 12),
      Machine(name: "laptop", isThis: false, last: "Wed 25 Nov 21:02", changes: 187),
      Machine(
        name: "old phone", isThis: false, last: "Sat 27 Nov 9:00", changes: 3,
        remark: "its clock is a year ahead"),
    ], conflicts: 1)
}

extension WordingConflict {
  static let line = WordingConflict(
    title: "the story “Handover cut”", field: "first line",
    wordings: [
      Wording(
        machine: "laptop", time: "Wed 25 Nov 21:02",
        text: "In March our manager cut the handover between the shifts."),
      Wording(
        machine: "desk (this one)", time: "Wed 25 Nov 20:14",
        text: "In March my manager cut the time between two shifts, and I thought she was wrong."),
    ], isText: true)

  static let long = WordingConflict(
    title: "the story “Freezer audit”", field: "situation",
    wordings: ["we counted every one of them", "nobody had a list"].enumerated().map { place, end in
      Wording(
        machine: place == 0 ? "laptop" : "desk (this one)", time: "Wed 25 Nov 20:1\(place)",
        text: (1...12).map { "\($0). In the week of the audit the freezers failed." }
          .joined(separator: "\n") + "\nIn the end \(end).")
    }, isText: true)
}
