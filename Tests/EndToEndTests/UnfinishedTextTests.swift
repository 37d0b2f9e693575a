import Foundation
import Glibc
import TestSupport
import Testing

/// What was left unfinished is for the thing that it was written of, as that was then.
@Suite(.timeLimit(.minutes(20))) struct UnfinishedTextTests {
  private func environment(_ home: TemporaryHome, editor: String) throws -> [String: String] {
    try home.write("", to: "tmp/.keep")
    let script = try home.writeScript("editor-\(editor.hashValue)", editor)
    return home.environment(adding: ["EDITOR": script, "TMPDIR": home.file("tmp")])
  }

  /// Changes the form, and is killed together with Starling.
  private func killed(
    _ home: TemporaryHome, changing change: String, _ arguments: String...
  ) throws {
    let environment = try environment(
      home, editor: "\(change)\necho the editor is here\nwhile :; do read x || exit; done")
    let session = try ProgramSession(
      ProgramPath.built("starling"), arguments, environment: environment, home: home)
    try session.wait(for: "the editor is here")
    session.process.send(SIGKILL)
    _ = try session.exitStatus()
  }

  /// What a form begins with, and what is said at it; it is left as it is.
  private func seen(
    _ home: TemporaryHome, _ arguments: String..., status: Int32 = 0
  ) throws -> (form: String, said: String) {
    let next = try environment(home, editor: "cp \"$1\" '\(home.file("seen"))'")
    let session = try ProgramSession(
      ProgramPath.built("starling"), arguments, environment: next, home: home)
    #expect(try session.exitStatus() == .exitCode(status), "\(session.output)")
    return (try home.text(of: "seen"), session.output)
  }

  private static let snow = "sed -i 's/^situation:.*/situation: Snow./' \"$1\""

  /// The path of what lies in `writing`.
  private func left(_ home: TemporaryHome) throws -> String {
    let run = try CommandRun(
      ProgramPath.installed("find"), [home.file("writing"), "-name", "*.yaml"],
      environment: home.environment())
    let paths = run.output.split(separator: "\n").map(String.init)
    #expect(paths.count == 1, "\(run.output)")
    return try #require(paths.first)
  }

  /// A database of another home takes the place of this one's: in one, no number is given twice.
  private func replaceDatabase(of home: TemporaryHome, byOneWith command: String...) throws {
    let other = try TemporaryHome()
    let run = try CommandRun(
      ProgramPath.built("starling"), command, environment: other.environment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
    try home.remove("starling.sqlite")
    try FileManager.default.copyItem(
      atPath: other.file("starling.sqlite"), toPath: home.file("starling.sqlite"))
  }

  @Test func anotherThingThatGotTheNumberDoesNotGetTheText() throws {
    let home = try TemporaryHome()
    _ = try home.starling("stories", "add", "One")
    try killed(home, changing: Self.snow, "stories", "edit", "1")
    // Of the same thing it is offered, and can be put off again.
    let path = try left(home)
    #expect(try home.starling("doctor").output.contains("1 unfinished text in "))
    #expect(try home.starling("stories", "delete", "1").status == .exitCode(0))
    let gone = try home.starling("doctor").output
    #expect(gone.contains("\(path) was left unfinished and belongs to nothing as it is now"))
    #expect(gone.contains("“starling stories add --from \(path)” keeps it as a new one"))
    try replaceDatabase(of: home, byOneWith: "stories", "add", "Other")
    let (form, said) = try seen(home, "stories", "edit", "1")
    #expect(form.contains("title: Other") && !form.contains("Snow."), "\(form)")
    #expect(form.contains("#! what you left unfinished of story 1, as it was then, is in \(path)"))
    #expect(said.contains("is in \(path);"), "\(said)")
    #expect(try home.starling("stories", "show", "1").output.contains("Title: Other"))
    // Another edit of the other takes nothing away, and what was left is brought in by hand.
    try killed(home, changing: "sed -i 's/^task:.*/task: Mine./' \"$1\"", "stories", "edit", "1")
    #expect(try seen(home, "stories", "edit", "1").form.contains("task: Mine."))
    #expect(try home.starling("stories", "add", "--from", path).status == .exitCode(0))
    #expect(try home.starling("stories", "show", "One").output.contains("Situation: Snow."))
    unlink(path)
    #expect(try !home.starling("doctor").output.contains("left unfinished"))
    _ = try home.starling("due")
    #expect(try !home.names().contains("writing"))
  }

  @Test func aThingThatIsAsItWasGetsTheText() throws {
    let home = try TemporaryHome()
    _ = try home.starling("stories", "add", "One")
    try killed(home, changing: Self.snow, "stories", "edit", "1")
    let form = try seen(home, "stories", "edit", "One").form
    #expect(form.contains("#! you left this form unfinished") && form.contains("Snow."), "\(form)")
    #expect(try home.starling("stories", "show", "1").output.contains("Situation: Snow."))
  }

  @Test func aThingThatWasChangedMeanwhileKeepsTheChange() throws {
    let home = try TemporaryHome()
    _ = try home.starling("stories", "add", "One")
    let starling = try ProgramPath.built("starling")
    let change = try home.writeScript("change", "sed -i 's/^task:.*/task: Mine./' \"$1\"")
    let environment = try environment(
      home,
      editor: "\(Self.snow)\nEDITOR='\(change)' '\(starling)' stories edit 1 </dev/tty >/dev/tty")
    let session = try home.session("stories", "edit", "1", environment: environment)
    #expect(try session.exitStatus() == .exitCode(75), "\(session.output)")
    #expect(session.output.contains("the story “One” was changed meanwhile"))
    #expect(!session.output.contains("begins with it"), "\(session.output)")
    let (form, said) = try seen(home, "stories", "edit", "1")
    #expect(form.contains("task: Mine.") && !form.contains("Snow."), "\(form)")
    #expect(said.contains("\(home.path)/unfinished-story-1-"), "\(said)")
    #expect(try home.starling("doctor").output.contains("\(home.path)/unfinished-story-1-"))
  }

  @Test(
    arguments: [
      (
        "employers", "s/^notes:.*/notes: Snow./", "employers edit Beta --from -",
        "{name: Beta, role: Cook}", "the employer Beta was changed meanwhile", "Cook"
      ),
      (
        "interviews", "s/^at:.*/at: 2026-01-05 14:00/", "interviews edit Beta --from -",
        "{employer: Beta, round: 2, at: 2026-01-04 14:00}",
        "the interview Beta, round 2, was changed meanwhile", "2026-01-04"
      ),
      (
        "log", "1s/^/# Snow./", "log add Beta Why?", "",
        "the log of Beta, round 2, was changed meanwhile", "Why?"
      ),
    ])
  func whatAnotherWindowChangedIsNotTakenBack(
    command: String, edit: String, other: String, form: String, said: String, kept: String
  ) throws {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Beta", "--at", "2026-01-03T14:00Z")
    let starling = try ProgramPath.built("starling")
    let environment = try environment(
      home, editor: "sed -i '\(edit)' \"$1\"\necho '\(form)' | '\(starling)' \(other)")
    let session = try home.session(command, "edit", "Beta", environment: environment)
    #expect(try session.exitStatus() == .exitCode(75), "\(session.output)")
    #expect(session.output.contains(said), "\(session.output)")
    #expect(session.output.contains("what you wrote is in \(home.path)/"), "\(session.output)")
    let now = try home.starling(command, "show", "Beta").output
    #expect(now.contains(kept), "\(now)")
  }

  /// Both logs are empty, and the rounds have one number in turn.
  @Test func theLogOfAnotherRoundIsNotBegunWithIt() throws {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Beta", "--at", "2026-01-03T14:00Z")
    try killed(home, changing: "echo '# Snow.' >> \"$1\"", "log", "edit", "Beta")
    try replaceDatabase(
      of: home, byOneWith: "interviews", "add", "Gamma", "--at", "2026-01-03T14:00Z")
    let (form, said) = try seen(home, "log", "edit", "Gamma")
    #expect(!form.contains("# Snow."), "\(form)")
    #expect(said.contains("writing/round-log-1-"), "\(said)")
  }

  /// The note that another front has changed meanwhile stays as that left it.
  @Test func aNoteThatWasChangedIsNotTakenBack() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let environment = try environment(
      home, editor: "echo Snow. > \"$1\"; echo the editor is here; while :; do read x; done")
    let session = try home.session("practice", "sample", environment: environment)
    try session.wait(for: "piano")
    try session.type("e\u{18}", andWaitFor: "the editor is here")
    session.process.send(SIGKILL)
    _ = try session.exitStatus()
    // Begun with, ended, and changed once more.
    let plain = try home.starling(
      "practice", "sample", "--plain", input: "\ne\n-\nRain.\n\nq\n", environment: environment)
    #expect(plain.output.contains("Snow.") && plain.output.contains("The note is kept."))
    let again = try home.starling(
      "practice", "sample", "--plain", input: "\ne\n\nq\n", environment: environment)
    #expect(again.output.contains("Rain.") && !again.output.contains("Snow."), "\(again.output)")
  }

  @Test(arguments: ["echo > writing", "ln -s /nowhere/at/all writing"])
  func aFaultyFormIsPutOffWhereThereIsNoPlaceForIt(spoiling: String) throws {
    let home = try TemporaryHome()
    _ = try home.starling("stories", "add", "One")
    let spoilt = try CommandRun(
      ProgramPath.installed("sh"), ["-c", "cd '\(home.path)'; \(spoiling)"],
      environment: home.environment())
    #expect(spoilt.status == .exitCode(0))
    let faulty = try environment(home, editor: "sed -i 's/^strength:.*/strength: 9/' \"$1\"")
    let session = try home.session("stories", "edit", "1", environment: faulty)
    try session.wait(for: "Enter opens the form again")
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(65))
    #expect(session.output.contains("\(home.path)/writing"), "\(session.output)")
    #expect(session.output.contains("what you write is in \(home.path)/tmp/"))
    let next = try environment(home, editor: "cp \"$1\" '\(home.file("seen"))'")
    let again = try home.session("stories", "edit", "1", environment: next)
    #expect(try again.exitStatus() == .exitCode(65))
    #expect(try home.text(of: "seen").contains("strength: 9"))
  }

  @Test func whatStandsAboveAnUnfinishedFormIsTrue() throws {
    let home = try TemporaryHome()
    try killed(
      home, changing: "sed -i 's/^title:.*/title: One/' \"$1\"", "stories", "add", "--editor")
    let form = try seen(home, "stories", "add", "--editor").form
    #expect(form.contains("# A new story. It is kept as you leave it.\n"), "\(form)")
    #expect(!form.contains("throw it away"))
    #expect(try home.starling("stories", "list").output.contains("One"))
  }
}
