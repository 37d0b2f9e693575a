import TestSupport
import Testing

/// The mouse in a real terminal, by the bytes that xterm sends.
@Suite(.timeLimit(.minutes(20))) struct MouseTests {
  private func start(_ home: TemporaryHome, _ arguments: String..., terminal: String? = nil) throws
    -> ProgramSession
  {
    var environment = home.environment()
    if let terminal { environment["TERM"] = terminal }
    let session = try ProgramSession(
      ProgramPath.built("starling"), arguments, environment: environment, home: home)
    try session.wait(for: "help")
    return session
  }

  @Test func aListIsScrolledSelectedAndOpened() throws {
    let home = try TemporaryHome()
    let session = try start(home)
    #expect(session.output.contains("\u{1B}[?1000h\u{1B}[?1006h"))
    try session.type("d", andWaitFor: "Red flags")
    // The fifth of the list, twice; each press is followed by a release.
    session.type("\u{1B}[<0;20;7M\u{1B}[<0;20;7m\u{1B}[<0;20;7M\u{1B}[<0;20;7m")
    try session.wait(for: "question")
    #expect(session.answer.contains("Meet the team"))
    session.type("q")
    session.type("\u{1B}[<0;3;24M")
    session.type("qqq")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(PrivateModes(after: session.output).isOrdinary)
    #expect(session.output.contains("\u{1B}[?1000l"))
  }

  /// Its digits are no grades: not whole, not in pieces, not broken off.
  @Test func noReportGrades() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try start(home, "practice", "sample")
    try session.type("\r", andWaitFor: "Again")
    for report in ["\u{1B}[<35;1;2M", "\u{1B}[<3;3;3m", "\u{1B}[<1;4", "1;2M", "\u{1B}[M#34"] {
      session.type(report)
    }
    try session.type("?", andWaitFor: "Here")
    session.type("qqq")
    _ = try session.exitStatus()
    #expect(try home.starling("memory", "--json").output == "[]\n")
  }

  @Test func offItIsTheTerminals() throws {
    let home = try TemporaryHome()
    #expect(try home.starling("config", "screen.mouse", "off").status == .exitCode(0))
    let session = try start(home)
    session.type("q")
    _ = try session.exitStatus()
    #expect(!session.output.contains("?1000"))
  }

  @Test func aTerminalWithoutOneIsLeftInPeace() throws {
    let session = try start(try TemporaryHome(), terminal: "vt220")
    session.type("q")
    _ = try session.exitStatus()
    #expect(!session.output.contains("?1000"))
  }
}
