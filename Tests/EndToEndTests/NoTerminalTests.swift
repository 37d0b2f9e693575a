import TestSupport
import Testing

/// Where no screen can be shown, one line says so and names the way without one.
@Suite(.timeLimit(.minutes(20))) struct NoTerminalTests {
  @Test(arguments: [[], ["practice"], ["practice", "star-people", "--weak"]])
  func withoutATerminal(arguments: [String]) throws {
    let home = try TemporaryHome()
    let run = try CommandRun(
      ProgramPath.built("starling"), arguments, environment: home.environment())
    #expect(run.status == .exitCode(69))
    #expect(run.output == "")
    #expect(
      run.errors
        == "starling: this needs a terminal; without one, use: starling practice --plain\n")
  }

  @Test(arguments: [nil, "", "dumb", "unknown"])
  func withATerminalOfNoUse(type: String?) throws {
    let home = try TemporaryHome()
    var environment = home.environment()
    environment["TERM"] = type
    let session = try home.session(environment: environment)
    #expect(try session.exitStatus() == .exitCode(69))
    // ncurses returns the carriage of a terminal that can do nothing else.
    let message = session.output.drop { $0 == "\r" }
    #expect(message.hasPrefix("starling: "))
    #expect(message.hasSuffix("use: starling practice --plain\r\n"))
    #expect(message.count { $0.isNewline } == 1, "\(message.debugDescription)")
    #expect(!session.output.contains("\u{1B}"))
    #expect(try session.terminal.modes() == PseudoTerminal().modes())
  }

  @Test(arguments: [
    "doubts add Acme", "facts add Acme", "stories add", "stories edit Rota_row", "people add Acme",
    "employers edit Acme", "interviews edit Acme", "log edit Acme", "advert paste Acme",
  ])
  func noEditorIsStartedWithoutATerminal(_ line: String) throws {
    let home = try NotebookCommandTests.candidate()
    let environment = home.environment(adding: ["EDITOR": "touch \(home.path)/started"])
    let words = line.split(separator: " ").map { String($0).replacing("_", with: " ") }
    let run = try CommandRun(ProgramPath.built("starling"), words, environment: environment)
    #expect(run.status == .exitCode(69))
    #expect(run.output == "")
    #expect(
      run.errors == "starling: your editor needs a terminal; without one, use: --from FILE\n")
    // A screen on one side is not enough.
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    for redirection in ["</dev/null", ">/dev/null"] {
      let session = try ProgramSession(
        ProgramPath.installed("sh"),
        ["-c", "exec '\(ProgramPath.built("starling"))' \(quoted) \(redirection)"],
        environment: environment, home: home)
      #expect(try session.exitStatus() == .exitCode(69))
      #expect(session.output.hasSuffix("use: --from FILE\r\n"))
    }
    #expect(throws: (any Error).self) { try home.text(of: "started") }
  }

  @Test func nothingIsMadeForSomeoneWithoutATerminal() throws {
    let home = try TemporaryHome()
    #expect(try home.starling().status == .exitCode(69))
    #expect(throws: (any Error).self) { try home.text(of: "starling.sqlite") }
  }
}
