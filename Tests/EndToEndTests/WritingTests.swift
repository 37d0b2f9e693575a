import Glibc
import TestSupport
import Testing

/// Texts in the person's editor when something goes wrong: they are found again.
@Suite(.timeLimit(.minutes(20))) struct WritingTests {
  /// A home with an employer, and an editor that runs these lines of shell.
  private func home(editor: String) throws -> (TemporaryHome, [String: String]) {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Beta", "--at", "2040-01-03T14:00Z")
    try home.write("", to: "tmp/.keep")
    return (home, try environment(home, editor: editor))
  }

  private func environment(_ home: TemporaryHome, editor: String) throws -> [String: String] {
    let name = "editor-\(editor.hashValue)"
    let script = try home.writeScript(name, editor)
    return home.environment(adding: ["EDITOR": script, "TMPDIR": home.file("tmp")])
  }

  /// Writes a title and a situation, says so, and never ends.
  private static let writing = """
    sed -i 's/^title:.*/title: The depot/; s/^situation:.*/situation: Snow./' "$1"
    echo the editor is here
    while :; do read x; done
    """

  /// What the next form for a story begins with.
  private func nextForm(_ home: TemporaryHome, _ arguments: String...) throws -> String {
    let next = try environment(home, editor: "cp \"$1\" '\(home.file("seen"))'")
    let session = try ProgramSession(
      ProgramPath.built("starling"), arguments, environment: next, home: home)
    #expect(try session.exitStatus() == .exitCode(0), "\(session.output)")
    return try home.text(of: "seen")
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP]) func whatTheEditorSavedIsInTheNextForm(
    signal: Int32
  ) throws {
    let (home, environment) = try home(editor: Self.writing)
    let session = try home.session("stories", "add", "--editor", environment: environment)
    try session.wait(for: "the editor is here")
    session.process.send(signal)
    #expect(try session.exitStatus() == .signal(signal))
    if signal != SIGKILL {
      #expect(session.output.contains("what you wrote is in \(home.path)/writing/story-"))
    }
    // Another home or another sort of form does not take it.
    #expect(try !nextForm(home, "facts", "add", "Beta", "--editor").contains("Snow."))
    let seen = try nextForm(home, "stories", "add", "--editor")
    #expect(seen.contains("you left this form unfinished"))
    #expect(seen.contains("title: The depot") && seen.contains("situation: Snow."), "\(seen)")
    #expect(try home.starling("stories", "list").output.contains("The depot"))
    #expect(try !home.names().contains("writing"))
    #expect(try !nextForm(home, "stories", "add", "--editor").contains("Snow."))
  }

  /// A window of its own lives on when Starling is killed.
  @Test func whatAnEditorStillHasIsLeftToIt() throws {
    let (home, environment) = try home(
      editor: """
        sed -i 's/^title:.*/title: The depot/' "$1"
        setsid sleep 60 &
        window=$!; sleep 0.5
        echo $window >"$1.window"; mv "$1.window" "$HOME/window"
        echo the editor is here
        while :; do read x || exit; done
        """)
    var own = environment
    own["HOME"] = home.path
    let session = try home.session("stories", "add", "--editor", environment: own)
    try session.wait(for: "the editor is here")
    session.process.send(SIGKILL)
    _ = try session.exitStatus()
    #expect(try !nextForm(home, "stories", "add", "--editor").contains("The depot"))
    #expect(try home.names().contains("writing"))
    let window = try #require(
      pid_t(home.text(of: "window").filter(\.isNumber)), "setsid does not fork here")
    kill(window, SIGKILL)
    usleep(1_000_000)
    #expect(try nextForm(home, "stories", "add", "--editor").contains("The depot"))
  }

  @Test func aFormThatWasOnlyOpenedLeavesNothing() throws {
    let (home, environment) = try home(
      editor: "echo the editor is here; while :; do read x; done")
    let session = try home.session("stories", "add", "--editor", environment: environment)
    try session.wait(for: "the editor is here")
    session.process.send(SIGKILL)
    _ = try session.exitStatus()
    #expect(try home.names().contains("writing"))
    _ = try home.starling("due")
    #expect(try !home.names().contains("writing"))
  }

  @Test func theEditorThatDoesNotListenIsLeftAfterTwoSeconds() throws {
    let (home, environment) = try home(
      editor: "trap '' TERM\n\(Self.writing)")
    let session = try home.session("stories", "add", "--editor", environment: environment)
    try session.wait(for: "the editor is here")
    let before = ContinuousClock.now
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .signal(SIGTERM))
    #expect(before.duration(to: .now) < .seconds(20))
    #expect(try nextForm(home, "stories", "add", "--editor").contains("Snow."))
  }

  @Test func twoFormsAtOnceDoNotTakeEachOther() throws {
    let (home, environment) = try home(
      editor: "sed -i 's/^title:.*/title: First/' \"$1\"; echo the editor is here; read x")
    let first = try home.session("stories", "add", "--editor", environment: environment)
    try first.wait(for: "the editor is here")
    #expect(try !nextForm(home, "stories", "add", "--editor").contains("First"))
    first.type("\n")
    #expect(try first.exitStatus() == .exitCode(0))
    #expect(try home.starling("stories", "list").output.contains("First"))
  }

  @Test func aFormOfAThingThatIsGoneIsKeptForANewOne() throws {
    let (home, _) = try home(editor: "")
    _ = try home.starling("facts", "add", "Beta", "They sell tea")
    let starling = try ProgramPath.built("starling")
    let environment = try environment(
      home,
      editor: "'\(starling)' facts delete 1; sed -i 's/^fact:.*/fact: They sell coffee/' \"$1\"")
    let session = try home.session("facts", "edit", "1", environment: environment)
    #expect(try session.exitStatus() == .exitCode(65))
    #expect(session.output.contains("the fact is gone: it was deleted meanwhile"))
    #expect(!session.output.contains("changed “"))
    #expect(
      session.output.contains(
        "what you wrote is in \(home.path)/unfinished-fact.yaml; the next form"))
    #expect(
      try nextForm(home, "facts", "add", "Beta", "--editor").contains("fact: They sell coffee"))
    #expect(try home.starling("facts", "list", "Beta").output.contains("coffee"))
  }

  @Test(arguments: [
    ("rm \"$1\"; mkfifo \"$1\"", "is no file"),
    ("rm \"$1\"; ln -s /dev/zero \"$1\"", "is no file"),
    ("head -c 5000000 /dev/zero | tr '\\0' x > \"$1\"", "is larger than 4 MiB"),
    ("printf 'caf\\351\\n' > \"$1\"", "is not UTF-8"),
  ]) func whatIsNoTextChangesNothing(editor: String, message: String) throws {
    let (home, environment) = try home(editor: editor)
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample", environment: environment)
    try session.wait(for: "piano")
    try session.type("e\u{18}", andWaitFor: message)
    try session.type("\u{1B}", andWaitFor: Mark.question)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    let plain = try home.starling("practice", "sample", "--plain", input: "\n")
    #expect(!plain.output.contains("Your note"))
    // Only where there is a file are there words to be found.
    #expect(try home.names().contains("writing") == !message.contains("no file"))
  }

  @Test func anUnfinishedFormThatIsNotUTF8IsNamedAndStays() throws {
    let (home, environment) = try home(editor: "true")
    let bytes = Array("title: caf".utf8) + [0xE9, 0x0A]
    try home.write(bytes, to: "unfinished-story.yaml")
    let session = try home.session("stories", "add", "--editor", environment: environment)
    #expect(try session.exitStatus() == .exitCode(65))
    #expect(session.output.contains("\(home.path)/unfinished-story.yaml is not UTF-8"))
    try home.write(Array("practice:\n  minutes: 20 # caf".utf8) + [0xE9, 0x0A], to: "config.yaml")
    let config = try home.starling("config", "practice.day_start", "5")
    #expect(config.status == .exitCode(78))
    #expect(config.errors.contains("config.yaml: not UTF-8"))
    let dump = try CommandRun(
      ProgramPath.installed("od"),
      ["-An", "-tx1", home.file("config.yaml"), home.file("unfinished-story.yaml")],
      environment: home.environment())
    #expect(dump.output.contains("e9") && !dump.output.contains("ef bf bd"))
  }

  @Test func whatAKillLeftWithoutWordsInItIsTakenAway() throws {
    let (home, _) = try home(editor: "true")
    try home.write("x", to: ".starling-AbC123")
    try home.write("x", to: "decks/.starling-AbC123")
    try home.write("x", to: "starling.sqlite.4194305.part")
    try home.write("x", to: "starling.sqlite.\(getpid()).part")
    _ = try home.starling("due")
    let names = try home.names()
    #expect(!names.contains(".starling-AbC123") && !names.contains("starling.sqlite.4194305.part"))
    #expect(names.contains("starling.sqlite.\(getpid()).part"), "its maker is at work")
    #expect(access(home.file("decks/.starling-AbC123"), F_OK) != 0)
  }
}
