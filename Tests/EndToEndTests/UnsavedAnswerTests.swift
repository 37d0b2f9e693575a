import Glibc
import TestSupport
import Testing

/// What is typed while the database takes nothing: in the boxes, in a file, and in the end in the database.
@Suite(.timeLimit(.minutes(20))) struct UnsavedAnswerTests {
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    return home
  }

  /// Another program that has the database for itself until a line is typed at it.
  private func holder(of home: TemporaryHome) throws -> ProgramSession {
    let session = try ProgramSession(
      ProgramPath.installed("python3"),
      [
        "-c",
        """
        import sqlite3
        d = sqlite3.connect('\(home.file("starling.sqlite"))', isolation_level=None)
        d.execute('BEGIN IMMEDIATE'); print('held', flush=True); input()
        d.execute('ROLLBACK'); print('free', flush=True)
        """,
      ], environment: home.environment(), home: home)
    try session.wait(for: "held")
    return session
  }

  private func plainQuestion(_ home: TemporaryHome, _ keys: String) throws -> String {
    let run = try home.starling("practice", "sample", "--plain", input: keys)
    #expect(run.status == .exitCode(0), "\(run.errors)")
    return run.output
  }

  @Test func anAnswerTypedWhileAnotherProgramWritesStaysInItsBoxes() throws {
    let home = try home()
    let screen = try home.screen("practice sample")
    try screen.wait(for: "piano")
    let other = try holder(of: home)
    try screen.press("t")
    try screen.wait(for: "Situation")
    try screen.type("Snow in March")
    try screen.press("Escape")
    try screen.wait(for: "! Not saved yet: another Starling is writing")
    try screen.wait(for: "What you typed here is not saved yet; t goes on with it.")
    try screen.press("t")
    try screen.wait(for: "Snow in March")
    try other.type("\n", andWaitFor: "free")
    try screen.type(", again")
    try screen.wait(for: "What you typed is saved now.")
    kill(try screen.processID(), SIGKILL)
    #expect(try plainQuestion(home, "t\n").contains("So far: Snow in March"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, 0]) func anEndKeepsEveryKey(signal: Int32) throws {
    let home = try home()
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("t", andWaitFor: "Situation")
    try session.type("Snow in March", andWaitFor: "March")
    // 0 stands for a window that is closed.
    if signal == 0 { session.terminal.hangUp() } else { session.process.send(signal) }
    #expect(try session.process.wait() == .exitCode(0))
    #expect(try plainQuestion(home, "t\n").contains("So far: Snow in March"))
  }

  @Test func anEndWhileNothingCanBeSavedPutsItIntoAFileThatTheNextStartTakesIn() throws {
    let home = try home()
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("t", andWaitFor: "Situation")
    let other = try holder(of: home)
    try session.type("Snow in March", andWaitFor: "March")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(
      session.output.contains("what you typed could not be saved; it is in \(home.path)/unsaved-"))
    let mode = try CommandRun(
      ProgramPath.installed("sh"), ["-c", "stat -c %a '\(home.path)'/unsaved-*.txt"],
      environment: home.environment())
    #expect(mode.output == "600\n")
    try other.type("\n", andWaitFor: "free")
    #expect(try plainQuestion(home, "t\n").contains("So far: Snow in March"))
    #expect(try home.names().allSatisfy { !$0.hasPrefix("unsaved-") })
  }

  @Test func answersBeforeAPanelAreTakenInAtTheNextStart() throws {
    let home = try home()
    try home.write(
      """
      {"starling_archive": 1, "decks": {}, "tables": {
        "attempts": [{"id": 1, "review": null, "card": "sample/A1", "kind": "star",
          "at_ms": 1790000000000, "utc_offset": 0, "purpose": "panel", "mode": "typed",
          "wording": 0, "ticks": "", "is_ticked": 0, "parts": ""}],
        "attempt_texts": [{"attempt": 1, "position": 0, "text": "Snow in March"}]}}
      """, to: "unsaved-panel-1-1.json")
    _ = try plainQuestion(home, "q\n")
    #expect(try home.names().allSatisfy { !$0.hasPrefix("unsaved-") })
    #expect(try home.starling("export", "-").output.contains("Snow in March"))
  }

  @Test func withoutAScreenLinesAreTriedAgainAndInTheEndPutIntoAFile() throws {
    let home = try home()
    _ = try home.starling("due")
    let other = try holder(of: home)
    let session = try home.session("practice", "sample", "--plain")
    try session.wait(for: "piano")
    try session.type("t\n", andWaitFor: "full stop")
    try session.type("Snow in March\n", andWaitFor: "Not saved yet: another Starling is writing")
    try other.type("\n", andWaitFor: "free")
    try session.type("and again\n", andWaitFor: "What you typed is saved now.")
    let third = try holder(of: home)
    session.type("and then\n\u{4}\u{4}")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(session.output.contains("could not be saved; it is in \(home.path)/unsaved-"))
    try third.type("\n", andWaitFor: "free")
    let output = try plainQuestion(home, "t\n")
    #expect(output.contains("So far: Snow in March\nand again\nand then\n"), "\(output)")
  }

  @Test func aLineOfALogIsThereAgainAfterAKill() throws {
    let home = try home()
    _ = try home.starling("interviews", "add", "Beta", "--at", "2026-01-03T14:00Z", "--round", "1")
    let screen = try home.screen("")
    try screen.wait(for: Mark.home)
    try screen.press("i")
    try screen.wait(for: "Beta")
    try screen.press("Enter", "l")
    try screen.wait(for: "Which questions did they ask?")
    try screen.type("Why the rota")
    try screen.wait(for: "> Why the rota")
    usleep(4_000_000)
    kill(try screen.processID(), SIGKILL)
    let again = try home.screen("")
    try again.wait(for: Mark.home)
    try again.press("i")
    try again.wait(for: "Beta")
    try again.press("Enter", "l")
    try again.wait(for: "> Why the rota")
    try again.press("Enter")
    try again.wait(for: "· Why the rota")
    #expect(try home.starling("log", "list").output.contains("Why the rota"))
  }
}

extension TemporaryHome {
  /// The names of what lies in the folder.
  func names() throws -> [String] {
    let run = try CommandRun(
      ProgramPath.installed("ls"), ["-A", path], environment: environment())
    return run.output.split(separator: "\n").map(String.init)
  }
}
