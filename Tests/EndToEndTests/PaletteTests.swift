import TestSupport
import Testing

/// The two lists by which anything is found, in a real terminal.
@Suite(.timeLimit(.minutes(20))) struct PaletteTests {
  private func start(_ home: TemporaryHome, width: Int = 80, height: Int = 24) throws -> TmuxScreen
  {
    let screen = try home.screen("", width: width, height: height)
    try screen.wait(for: Mark.home)
    return screen
  }

  @Test(arguments: [(80, 24), (40, 12)]) func aPlaceIsFoundAndGoneTo(width: Int, height: Int) throws
  {
    let screen = try start(try TemporaryHome(), width: width, height: height)
    try screen.press(":")
    try screen.wait(for: "Do or go to")
    try screen.type("prefer")
    try screen.wait(for: "Settings")
    try screen.press("Enter")
    try screen.wait(for: "minutes  ")
    try screen.press("Escape")
    try screen.wait(for: Mark.home)
    try screen.press("C-p")
    try screen.type("exit")
    try screen.wait(for: "Quit Starling")
    try screen.press("Enter")
    try screen.wait(for: "pane_dead", toBe: "1")
  }

  @Test func whatCanBeDoneHereIsDone() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let screen = try home.screen("practice sample", width: 80, height: 24)
    try screen.wait(for: "piano")
    try screen.press(":")
    try screen.type("out of practice")
    try screen.wait(for: "Keep the card out of practice")
    try screen.press("Enter")
    try screen.wait(for: "wrong")
    try screen.press(":")
    try screen.type("export")
    try screen.wait(for: "starling export")
    try screen.press("Enter")
    try screen.wait(for: "--format")
    try screen.press("Escape")
    try screen.wait(for: "wrong")
  }

  @Test(arguments: [(80, 24), (40, 12)]) func anythingIsFoundAndOpened(width: Int, height: Int)
    throws
  {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    #expect(
      try home.starling(
        "stories", "add", "--from", "-",
        input: "title: Piano stairs\naction: I counted the lifts.\n"
      ).status == .exitCode(0))
    let screen = try start(home, width: width, height: height)
    try screen.press("/")
    try screen.wait(for: "Search everything")
    try screen.type("PIÁNO lift")
    try screen.wait(for: "/ PIÁNO lift")
    try screen.wait(for: "I counted the lifts")
    #expect(try screen.text().contains("Who lifted the piano?"))
    let found = try screen.cells()
    try screen.press("Enter")
    try screen.wait(for: "practise")
    try screen.press("Escape")
    try screen.waitToLook(like: found)
    try screen.press("Tab", "Enter")
    try screen.wait(for: "I counted the lifts")
    try screen.press("q")
    try screen.wait(for: "Search everything")
    try screen.press("Escape")
    try screen.wait(for: Mark.home)
  }

  /// What a command says is read here, and what it makes is made.
  @Test(arguments: [(80, 24), (40, 12)]) func aCommandIsRun(width: Int, height: Int) throws {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z")
    let screen = try start(home, width: width, height: height)
    try screen.press(":")
    try screen.type("doctor")
    try screen.wait(for: "starling doctor")
    try screen.press("Enter")
    try screen.wait(for: "sound")
    #expect(try screen.text().hasPrefix(" starling doctor"))
    try screen.press("Escape")
    try screen.wait(for: Mark.home)
    try screen.press(":")
    try screen.type("backup")
    try screen.wait(for: "starling backup")
    try screen.press("Enter")
    try screen.wait(for: "Enter goes back to Starling.")
    try screen.press("Enter")
    try screen.wait(for: Mark.home)
    try screen.press(":")
    try screen.type("add a doubt")
    try screen.wait(for: "Add a doubt")
    try screen.press("Enter")
    try screen.wait(for: "New doubt")
    try screen.type("budget size")
    try screen.press("C-r")
    try screen.wait(for: "Throw away")
    try screen.press("n", "C-d")
    try screen.wait(for: "Kept.")
    #expect(try home.starling("doubts", "list").output.contains("budget size"))
  }
}
