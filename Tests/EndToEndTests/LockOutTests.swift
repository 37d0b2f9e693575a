import Glibc
import TestSupport
import Testing

/// States in which a command that does not need what is broken runs all the same.
@Suite(.timeLimit(.minutes(20))) struct LockOutTests {
  /// Commands of what was practised and written.
  static let truth = [
    "undo", "backup", "export -", "doubts", "interviews", "employers", "stories", "log show Acme",
    "stories add New", "doctor",
  ]
  static let decks = ["due", "stats", "decks list", "plan", "brief", "grade doubts/DB-01 good"]

  struct State: Sendable, CustomTestStringConvertible {
    /// A script that makes it, in the folder of everything.
    var script: String
    /// What is said, once and in one line, by commands that meet it.
    var message: String?
    /// Whether the doctor names a fault.
    var isFault = true

    var testDescription: String { script }
  }

  static let states = [
    State(script: "$STARLING doubts add Acme 'too junior'", isFault: false),
    State(script: "echo garbage > cache/decks.sqlite", isFault: false),
    State(script: "rm -r cache && touch cache", message: "cache: there is a file of that name"),
    State(
      script: "rm cache/decks.sqlite && mkdir cache/decks.sqlite",
      message: "decks.sqlite: it is a folder; move it away"),
    State(script: "touch decks", message: "decks: it is a file; move it away"),
    State(script: "ln -s nowhere decks", message: "decks: it is a link to what is not there"),
    State(script: "mkdir -p decks/d.yaml; ln -s nowhere decks/e.yaml"),
    State(
      script: "mkdir config.yaml", message: "config.yaml: Is a directory; the defaults are used"),
    State(
      script: "ln -s /dev/zero config.yaml",
      message: "config.yaml: it is a device and not a file; the defaults are used"),
    State(
      script: "printf '# caf\\351' > config.yaml", message: "config.yaml: not UTF-8"),
  ]

  @Test(arguments: states) func stopsNothingThatDoesNotNeedIt(state: State) throws {
    let home = try TemporaryHome()
    func sh(_ script: String) throws -> CommandRun {
      try CommandRun(
        ProgramPath.installed("sh"), ["-c", "cd '\(home.path)'; \(script)"],
        environment: home.environment(adding: ["STARLING": ProgramPath.built("starling")]))
    }
    _ = try sh(
      """
      $STARLING interviews add Acme --at 2040-12-20T10:00; $STARLING doubts add Acme 'too junior'
      $STARLING interviews add Acme --at 2020-12-20T10:00 --round 1
      $STARLING grade star-people/PE-01 good; $STARLING due; \(state.script)
      """)
    for command in Self.truth + Self.decks {
      let run = try sh("$STARLING \(command)")
      let isFault = command == "doctor" && state.isFault
      #expect(run.status == .exitCode(isFault ? 1 : 0), "\(command): \(run.errors)")
      #expect(!run.errors.contains("damaged") && !run.errors.contains("restore"), "\(run.errors)")
      if let message = state.message {
        let said = run.errors.split(separator: "\n").count { $0.contains(message) }
        #expect(said <= 1 && (command != "due" || said == 1), "\(command): \(run.errors)")
        if isFault { #expect(run.output.contains(message), "\(run.output)") }
      }
    }
    let config = try sh("$STARLING config practice.minutes")
    #expect(config.status == .exitCode(state.script.contains("config.yaml") ? 78 : 0))
  }

  @Test func anUnreadableFolderOfDecksLeavesOnlyThemOut() throws {
    try #require(geteuid() == 0, "it runs as another user")
    let home = try TemporaryHome()
    try home.write(sampleDeck, to: "decks/sample.yaml")
    let run = try CommandRun(
      ProgramPath.installed("sh"),
      [
        "-c",
        """
        cd '\(home.path)' && chmod 755 . && chown -R 65534 . && chmod 000 decks
        for c in due 'export -' undo 'decks list'; do setpriv --reuid=65534 "$STARLING" $c > /dev/null || echo "failed $c"; done
        chmod 755 decks; chmod 000 decks/sample.yaml
        setpriv --reuid=65534 "$STARLING" export e.json || echo failed
        """,
      ], environment: home.environment(adding: ["STARLING": ProgramPath.built("starling")]))
    #expect(!run.output.contains("failed"), "\(run.output)\(run.errors)")
    #expect(run.errors.contains("decks: it may not be read; “chmod 700 "), "\(run.errors)")
    #expect(run.errors.contains("sample.yaml: Permission denied; it is left out"), "\(run.errors)")
  }

  @Test func theDecksCheckNamesWhatTakesTheIdOfAnother() throws {
    let home = try TemporaryHome()
    let copies = [
      "mine.sync-conflict-20261126-101112-ABCDEFG.yaml", "mine (Ann's conflicted copy).yaml",
      "a.orig.yaml",
    ]
    for name in copies { try home.write(sampleDeck, to: "decks/\(name)") }
    try home.write(sampleDeck.replacing("Sample deck", with: "Mine"), to: "decks/mine.yaml")
    try home.write(
      sampleDeck.replacing("id: sample", with: "id: notebook"), to: "decks/notebook.yaml")
    let check = try home.starling("decks", "check")
    #expect(check.status == .exitCode(1))
    for name in copies {
      let line = "/\(name):1:1: error: the deck id “sample” is that of "
      #expect(check.output.contains(line), "\(check.output)")
    }
    #expect(!check.output.contains("mine.yaml:1:1"), "\(check.output)")
    #expect(check.output.contains("notebook.yaml:1:1: error: the deck id “notebook” is that of"))
    let list = try home.starling("decks", "list").output
    #expect(list.contains("Mine") && !list.contains("Sample deck"), "\(list)")
    let one = try home.starling("decks", "check", home.file("decks/\(copies[0])"))
    #expect(one.status == .exitCode(1), "\(one.output)")
    #expect(try home.starling("decks", "new", "notebook").status == .exitCode(73))
  }
}
