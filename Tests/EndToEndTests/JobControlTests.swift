import Glibc
import TestSupport
import Testing

/// Ctrl-Z and `fg`, under a real shell.
@Suite(.timeLimit(.minutes(20))) struct JobControlTests {
  private static let prompt = "ready> "

  private func shell(
    _ home: TemporaryHome, adding extra: [String: String] = [:]
  ) throws -> ProgramSession {
    try home.writeDeck("sample", sampleDeck)
    let session = try ProgramSession(
      ProgramPath.installed("sh"), ["-i"],
      environment: home.environment(
        adding: [
          "PS1": Self.prompt, "STARLING": ProgramPath.built("starling"),
        ].merging(extra) { $1 }), home: home)
    try session.wait(for: Self.prompt)
    return session
  }

  @Test func aStopGivesTheShellItsTerminalAndFgBringsTheScreenBack() throws {
    let home = try TemporaryHome()
    let session = try shell(home)
    let ordinary = try session.terminal.modes()
    try session.type("\"$STARLING\" practice sample\n", andWaitFor: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    let inside = try session.terminal.modes()
    #expect(inside != ordinary)

    for _ in 0..<2 {
      try session.type("\u{1A}", andWaitFor: Self.prompt)
      #expect(PrivateModes(after: session.output).isOrdinary)
      #expect(try session.terminal.modes() == ordinary)
      try session.type("echo still $((6 * 7))\n", andWaitFor: "still 42")
      // All of it is drawn again: question, answer and grades.
      try session.type("fg\n", andWaitFor: "Who lifted the piano?")
      try session.wait(for: Mark.reveal)
      #expect(PrivateModes(after: session.output).hasAlternateScreen)
      #expect(PrivateModes(after: session.output).marksPastes)
      #expect(try session.terminal.modes() == inside)
    }
    try session.type("3", andWaitFor: "wrong")
    try session.type("q", andWaitFor: Mark.left)
    try session.type("q", andWaitFor: Self.prompt)
    #expect(PrivateModes(after: session.output).isOrdinary)
    #expect(try session.terminal.modes() == ordinary)
    try session.type("echo left with $?\n", andWaitFor: "left with 0")
    #expect(try home.memory().map(\.card) == ["sample/A1"])
    session.type("exit\n")
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test func theEditorIsStoppedAndContinuedWithTheTrainer() throws {
    let home = try TemporaryHome()
    let editor = try home.writeScript(
      "editor", "echo the editor is here; read answer; echo \"$answer\" > \"$1\"")
    let session = try shell(home, adding: ["EDITOR": editor])
    let ordinary = try session.terminal.modes()
    try session.type("\"$STARLING\" practice sample\n", andWaitFor: "piano")
    try session.type("e\u{18}", andWaitFor: "the editor is here")
    try session.type("\u{1A}", andWaitFor: Self.prompt)
    #expect(try session.terminal.modes() == ordinary)
    session.type("fg\n")
    try session.type("four men did\n", andWaitFor: "piano")
    try session.type("\r", andWaitFor: "four men did")
    // To the question, and out.
    try session.type("qq", andWaitFor: Self.prompt)
    #expect(PrivateModes(after: session.output).isOrdinary)
    #expect(try session.terminal.modes() == ordinary)
    session.type("exit\n")
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test func aWindowResizedMeanwhileIsDrawnInItsNewSize() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let expected = try home.screen("practice sample", width: 40, height: 12)
    try expected.wait(for: "piano")

    let screen = try TmuxScreen(
      "exec sh -i",
      environment: home.environment(adding: [
        "PS1": Self.prompt, "STARLING": ProgramPath.built("starling"),
      ]), home: home)
    try screen.wait(for: "ready>")
    try screen.type("echo before; \"$STARLING\" practice sample\n")
    try screen.wait(for: "piano")
    try screen.press("C-z")
    try screen.wait(for: "Stopped")
    #expect(try screen.value("alternate_on") == "0")
    #expect(try screen.value("cursor_flag") == "1")
    #expect(try screen.text().contains("before"))
    try screen.resize(width: 40, height: 12)
    try screen.type("fg\n")
    try screen.wait(for: "piano")
    #expect(try screen.cells() == expected.cells())
    try screen.press("q")
    try screen.wait(for: "alternate_on", toBe: "0")
    #expect(try screen.value("cursor_flag") == "1")
    #expect(try screen.value("keypad_cursor_flag") == "0")
    try screen.wait(for: "before")
  }
}
