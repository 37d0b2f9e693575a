import Glibc
import TestSupport
import Testing

/// The terminal is given back as it was found, however the trainer ends.
@Suite(.timeLimit(.minutes(20))) struct TerminalRestoredTests {
  enum Ending: CaseIterable {
    case key, terminated, hungUp, interrupted, quit, segmentationFault, abort, controlC

    func happen(to session: ProgramSession) {
      switch self {
      case .key: session.type("q")
      case .controlC: session.type("\u{3}")
      case .terminated: session.process.send(SIGTERM)
      case .hungUp: session.process.send(SIGHUP)
      case .interrupted: session.process.send(SIGINT)
      case .quit: session.process.send(SIGQUIT)
      case .segmentationFault: session.process.send(SIGSEGV)
      case .abort: session.process.send(SIGABRT)
      }
    }

    var status: ExitStatus {
      switch self {
      case .segmentationFault: .signal(SIGSEGV)
      case .abort: .signal(SIGABRT)
      default: .exitCode(0)
      }
    }
  }

  /// Swift's backtrace of a crash takes seconds, and is not what is tested.
  private func environment(_ home: TemporaryHome) -> [String: String] {
    home.environment(adding: ["SWIFT_BACKTRACE": "enable=no"])
  }

  @Test(arguments: Ending.allCases) func atHome(ending: Ending) throws {
    let home = try TemporaryHome()
    let terminal = try home.session(environment: environment(home))
    try expectOrdinary(terminal, after: ending) { try $0.wait(for: Mark.home) }
  }

  @Test(arguments: [Ending.terminated, .hungUp, .segmentationFault, .abort])
  func whileSpeaking(ending: Ending) throws {
    let home = try TemporaryHome()
    let terminal = try home.session("practice", environment: environment(home))
    try expectOrdinary(terminal, after: ending) {
      try $0.wait(for: Mark.question)
      try $0.type(" ", andWaitFor: Mark.speaking)
    }
  }

  /// The program as it is, with one function of ncurses replaced from outside: the first read of a
  /// key never comes to an end of its own calls.
  @Test func afterAStackOverflow() throws {
    let home = try TemporaryHome()
    let source = """
      int wget_wch(void *window, unsigned *character) {
        volatile char frame[4096];
        frame[0] = 1;
        return wget_wch(window, character) + frame[0];
      }
      """
    try home.write(source, to: "overflow.c")
    let compiling = try CommandRun(
      ProgramPath.installed("clang"),
      ["-shared", "-fPIC", "-O0", "-o", home.file("overflow.so"), home.file("overflow.c")],
      environment: home.environment())
    #expect(compiling.status == .exitCode(0), "\(compiling.errors)")
    let terminal = try home.session(
      environment: environment(home).merging(["LD_PRELOAD": home.file("overflow.so")]) { $1 })
    #expect(try terminal.exitStatus() == .signal(SIGSEGV))
    let drawn = try #require(terminal.output.split(separator: "\u{1B}[?1049l").dropLast().last)
    #expect(drawn.contains(Mark.home))
    try expectOrdinary(terminal)
  }

  private func expectOrdinary(
    _ session: ProgramSession, after ending: Ending, reaching: (ProgramSession) throws -> Void
  ) throws {
    try reaching(session)
    let inside = PrivateModes(after: session.output)
    #expect(inside.hasAlternateScreen && inside.marksPastes && !inside.hasCursor)
    #expect(try session.terminal.modes() != PseudoTerminal().modes())
    ending.happen(to: session)
    #expect(try session.exitStatus() == ending.status)
    try expectOrdinary(session)
  }

  private func expectOrdinary(_ session: ProgramSession) throws {
    #expect(PrivateModes(after: session.output).isOrdinary)
    #expect(try session.terminal.modes() == PseudoTerminal().modes())
    // After the screen is left nothing is drawn any more.
    let last = try #require(session.output.split(separator: "\u{1B}[?1049l").last)
    #expect(!last.contains("\u{1B}[1;"), "\(last.debugDescription)")
  }

  @Test func aWindowThatIsClosedEndsIt() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: "wrong")
    session.terminal.hangUp()
    #expect(try session.process.wait() == .exitCode(0))
    #expect(try home.memory().count == 1)
  }

  @Test func aDatabaseThatCannotBeOpenedIsSaidOnTheOrdinaryScreen() throws {
    let home = try TemporaryHome()
    try home.write(
      "This is no database, but it is long enough to be looked at.", to: "starling.sqlite")
    let session = try home.session()
    #expect(try session.exitStatus() == .exitCode(65))
    #expect(PrivateModes(after: session.output).isOrdinary)
    #expect(try session.terminal.modes() == PseudoTerminal().modes())
    let last = try #require(session.output.split(separator: "\u{1B}[?1049l").last)
    #expect(last.contains("starling: \(home.file("starling.sqlite")) is damaged"))
  }
}
