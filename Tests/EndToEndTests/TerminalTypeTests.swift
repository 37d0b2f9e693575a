import TestSupport
import Testing

/// Terminals, locales and variables that people really have.
@Suite(.timeLimit(.minutes(20))) struct TerminalTypeTests {
  @Test(arguments: ["xterm", "linux", "screen", "tmux-256color", "vt100", "rxvt"])
  func theTrainerRunsOn(type: String) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session(
      "practice", "sample", environment: home.environment(adding: ["TERM": type]))
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: "wrong")
    try session.type("q", andWaitFor: Mark.left)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try session.terminal.modes() == PseudoTerminal().modes())
    #expect(PrivateModes(after: session.output).isOrdinary)
  }

  @Test func controlSFreezesNothing() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    #expect(try session.terminal.modes().contains("-ixon"))
    session.type("\u{13}")
    try session.type("\r", andWaitFor: Mark.reveal)
    session.type("\u{13}\u{11}")
    try session.type("3", andWaitFor: "wrong")
    try session.type("q", andWaitFor: Mark.left)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try session.terminal.modes() == PseudoTerminal().modes())
  }

  /// Newer terminals whose descriptions few systems have.
  @Test(arguments: [
    "xterm-ghostty", "xterm-kitty", "alacritty", "foot", "wezterm", "ghostty", "nobody-256color",
  ])
  func theTrainerRunsOnTerminalsThatAreNotDescribedHere(type: String) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session(
      "practice", "sample", environment: home.environment(adding: ["TERM": type]))
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: "wrong")
    try session.type("q", andWaitFor: Mark.left)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(PrivateModes(after: session.output).isOrdinary)
  }

  @Test(arguments: ["xterm-nobody", "foot", "nobody"])
  func doctorSaysWhatTheStartDoes(type: String) throws {
    let home = try TemporaryHome()
    let environment = home.environment(adding: ["TERM": type])
    let doctor = try home.starling("doctor", environment: environment)
    #expect(doctor.status == .exitCode(0))
    #expect(
      doctor.output.contains("terminal  \(type), drawn as xterm-256color: sound\n"),
      "\(doctor.output)")
    let session = try home.session(environment: environment)
    try session.wait(for: type == "nobody" ? "it is drawn as xterm-256color" : "first question")
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test(arguments: ["C", "POSIX", "xx_XX.UTF-8", "C.UTF-8"])
  func everyScriptIsDrawnInEveryLocale(locale: String) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck.replacing("the piano", with: "das Klavier für 漢字"))
    let session = try home.session(
      "practice", "sample", environment: home.environment(adding: ["LC_ALL": locale]))
    try session.wait(for: "das Klavier für 漢字")
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
  }

  /// Signs are of ASCII where the locale has no others; letters are the person's own.
  @Test(arguments: [("C", true), ("POSIX", true), ("xx_XX.UTF-8", false), ("C.UTF-8", false)])
  func signsAreThoseOfTheLocale(locale: String, isPlain: Bool) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck.replacing("the piano", with: "das Klavier für 漢字"))
    let session = try home.session(
      "practice", "sample", environment: home.environment(adding: ["LC_ALL": locale]))
    try session.wait(for: "das Klavier für 漢字")
    #expect(session.output.contains("·") == !isPlain)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test func theWindowCountsAndNotTheVariables() throws {
    let home = try TemporaryHome()
    let plain = try home.session()
    try plain.wait(for: "help")
    let told = try home.session(
      environment: home.environment(adding: ["COLUMNS": "200", "LINES": "60"]))
    try told.wait(for: "help")
    for session in [plain, told] {
      session.type("q")
      #expect(try session.exitStatus() == .exitCode(0))
    }
    #expect(told.output == plain.output)
  }

  @Test(arguments: [("", true), ("1", false)])
  func noColourIsSentWhereNoneIsWanted(value: String, hasColour: Bool) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session(
      "practice", "sample",
      environment: home.environment(adding: ["NO_COLOR": value, "EDITOR": "false"]))
    try session.wait(for: "piano")
    // The sign of a problem is the one thing that is red wherever one is; its words are bold.
    session.type("e\u{18}")
    try session.wait(for: hasColour ? "\u{1B}[31m!" : "! ")
    #expect(session.output.contains("\u{1B}[31m") == hasColour)
    try session.type("\u{1B}", andWaitFor: Mark.question)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
  }
}
