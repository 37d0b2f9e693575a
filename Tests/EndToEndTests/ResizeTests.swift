import TestSupport
import Testing

/// What stands on the screen does not depend on how it came there.
@Suite(.timeLimit(.minutes(20))) struct ResizeTests {
  @Test func aResizeToFortyByTwelveAndBackLeavesNoStrayCell() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    #expect(try home.starling("grade", "sample/C3", "again").status == .exitCode(0))
    let screen = try home.screen("")
    let small = try home.screen("", width: 40, height: 12)
    try screen.wait(for: Mark.home)
    try small.wait(for: Mark.home)
    try expectSame(screen, small)
    let steps = [
      (["?"], Mark.help), (["q"], Mark.home), (["w"], Mark.weak), (["P"], Mark.question),
      (["Enter"], Mark.reveal), (["1"], Mark.question), (["q"], Mark.left),
    ]
    for (keys, text) in steps {
      for window in [screen, small] {
        for key in keys { try window.press(key) }
        try window.wait(for: text)
      }
      try expectSame(screen, small)
    }
  }

  /// Makes the screen as small as the other and then large again.
  private func expectSame(_ screen: TmuxScreen, _ small: TmuxScreen) throws {
    let before = try screen.cells()
    let wanted = try small.cells()
    #expect(before != wanted)
    try screen.resize(width: 40, height: 12)
    try screen.waitToLook(like: wanted)
    try screen.resize(width: 80, height: 24)
    try screen.waitToLook(like: before)
  }

  @Test func everySizeIsDrawnAndKeysGoOnWorking() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let screen = try home.screen("practice sample")
    try screen.wait(for: "piano")
    let before = try screen.cells()
    for (width, height) in [(200, 60), (20, 6), (19, 5), (5, 2), (2, 1), (1, 1), (300, 4)] {
      try screen.resize(width: width, height: height)
    }
    try screen.resize(width: 12, height: 4)
    try screen.wait(for: "Too small")
    try screen.press("Enter")
    try screen.resize(width: 80, height: 24)
    try screen.wait(for: Mark.reveal)
    try screen.press("1")
    try screen.wait(for: "wrong")
    try screen.press("u")
    try screen.wait(for: "piano")
    #expect(try screen.cells() != before)
  }
}

extension TmuxScreen {
  /// Waits until the screen is the same, cell by cell, in text and style.
  func waitToLook(like wanted: ScreenCells) throws {
    let deadline = Deadline(seconds: patience)
    var screen = try cells()
    while screen != wanted, !deadline.hasPassed {
      deadline.nap()
      screen = try cells()
    }
    guard screen == wanted else {
      throw TestFailure(Difference(wanted.description, screen.description).text)
    }
  }
}
