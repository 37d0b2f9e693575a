import Foundation
import TestSupport
import Testing

/// Homes that meet in a folder, or in a git repository, through the program.
@Suite(.timeLimit(.minutes(20))) struct SyncTests {
  private let home: TemporaryHome

  init() throws {
    home = try TemporaryHome()
    try home.write("", to: "meet/.keep")
  }

  /// Runs the program in one of the homes.
  private func run(_ name: String, _ arguments: String...) throws -> CommandRun {
    try run(name, arguments, input: "")
  }

  private func run(_ name: String, _ arguments: [String], input: String) throws -> CommandRun {
    try CommandRun(
      ProgramPath.built("starling"), arguments, input: input,
      environment: home.environment(adding: ["STARLING_HOME": home.file(name)]))
  }

  @discardableResult
  private func done(
    _ name: String, _ arguments: String..., input: String = ""
  ) throws -> String {
    let run = try run(name, arguments, input: input)
    guard run.status == .exitCode(0) else {
      throw TestFailure("\(name) \(arguments): \(run.output)\(run.errors)")
    }
    return run.output
  }

  private func export(_ name: String) throws -> String {
    try done(name, "export", "--format", "json", "--no-settings", "-")
  }

  /// A home with some of everything.
  private func fill(_ name: String) throws {
    try done(name, "grade", "star-people/PE-01", "good")
    try done(name, "interviews", "add", "Acme", "--at", "2040-01-05 10:00")
    try done(
      name, "stories", "add", "--from", "-", input: "title: The piano\nsituation: It was.\n")
    try home.write(sampleDeck, to: "\(name)/decks/sample.yaml")
    try done(
      name, "practice", "sample/A1", "--plain",
      input: "t\nA Monday.\n.\nmine\n.\nI lifted.\n.\nWell.\n.\n3\nq\n")
  }

  private func places(_ kind: String) throws -> String {
    guard kind == "git" else { return home.file("meet") }
    let run = try CommandRun(
      ProgramPath.installed("git"), ["init", "-q", "--bare", home.file("meet.git")],
      environment: home.environment())
    guard run.status == .exitCode(0) else { throw TestFailure(run.errors) }
    return home.file("meet.git")
  }

  @Test(arguments: ["folder", "git"])
  func aSecondMachineIsSetUpByOneCommand(kind: String) throws {
    let place = try places(kind)
    try fill("one")
    #expect(try done("one", "sync", place).hasSuffix(" went\n"))
    let first = try run("two", "sync", place)
    #expect(first.status == .exitCode(0))
    #expect(first.output.contains("records came from "), "\(first.output)")
    #expect(first.errors.contains("whoever can read it can read your answers"))
    #expect(try export("one") == export("two"))
    #expect(try home.text(of: "two/decks/sample.yaml") == sampleDeck)
    // A second time adds nothing and writes nothing.
    #expect(try done("two", "sync").hasPrefix("nothing new"))
    #expect(try done("one", "sync").hasPrefix("nothing new"))
    // What was taken back stays so, and what is graded on both comes together.
    try done("two", "undo")
    try done("two", "grade", "star-people/PE-02", "hard")
    try done("one", "grade", "star-people/PE-03", "easy")
    for name in ["one", "two", "one"] { try done(name, "sync") }
    #expect(try export("one") == export("two"))
    #expect(try done("two", "doctor").contains("records"))
    #expect(try done("one", "sync", "--status").contains("nothing new on this machine since"))
    #expect(try done("one", "sync", "--status", "--json").contains("\"has_new\": false"))
  }

  @Test func whatWasChangedOnBothSidesIsKeptAndSettled() throws {
    let place = home.file("meet")
    try fill("one")
    try done("one", "sync", place)
    try done("two", "sync", place)
    for (name, text) in [("one", "Ours."), ("two", "Theirs.")] {
      try done(
        name, "stories", "edit", "1", "--from", "-", input: "title: The piano\nsituation: \(text)\n"
      )
    }
    try done("one", "sync")
    #expect(try done("two", "sync").contains("1 wording was changed on both sides"))
    try done("one", "sync")
    let list = try done("one", "sync", "--conflicts")
    for words in ["the story “The piano”: situation", "shown", "Ours.", "Theirs."] {
      #expect(list.contains(words), "\(list)")
    }
    #expect(try run("one", "sync", "--conflicts", "--keep", "9").status == .exitCode(65))
    struct Wording: Decodable {
      var number: Int
      var text: String
    }
    let wordings = try JSONDecoder().decode(
      [Wording].self, from: Data(try done("one", "sync", "--conflicts", "--json").utf8))
    let ours = try #require(wordings.first { $0.text == "Ours." })
    try done("one", "sync", "--conflicts", "--keep", "\(ours.number)")
    try done("one", "sync")
    try done("two", "sync")
    for name in ["one", "two"] {
      #expect(try done(name, "stories", "show", "1").contains("Situation: Ours."))
      #expect(try done(name, "sync", "--conflicts") == "nothing was changed on both sides\n")
    }
    #expect(try export("one") == export("two"))
  }

  /// What carries a folder is slow, makes copies, and others put things there.
  @Test func aDisturbedFolderDoesNoHarm() throws {
    let place = home.file("meet")
    try fill("one")
    try done("one", "sync", place)
    let script = """
      set -e
      cd '\(place)/starling-1'
      own=$(ls | grep -v README); batch=$(ls $own/*.jsonl)
      cp $batch "$own/$(basename $batch .jsonl) (conflicted copy of kim 2026-11-27).jsonl"
      mkdir strange; cp $batch strange/renamed.jsonl
      head -c 700 $batch > strange/0123456789abcdef.jsonl
      : > strange/empty.jsonl
      printf 'no json\\n\\377\\376\\n{"k":"set"}\\n{"at":1,"k":"review","card":"../x","grade":9}\\n' > strange/garbage.jsonl
      printf '{"at":1795000000000,"k":"from-the-future","word":"kept"}\\n' > strange/future.jsonl
      printf '{"at":1795000000000,"field":"text","k":"set","of":[],"table":"decks","thing":"../../evil.yaml","value":"x"}\\n' > strange/evil.jsonl
      printf '{"at":1795000000000,"field":"title","k":"set","of":[],"table":"stories","thing":"00000000000000aa","value":"\\\\u001b]0;owned\\\\u0007 red"}\\n' > strange/escape.jsonl
      ln -s /etc/passwd strange/link.jsonl; mkfifo strange/pipe.jsonl; mkdir strange/folder.jsonl
      mv $batch late
      """
    let made = try CommandRun(
      ProgramPath.installed("sh"), ["-c", script], environment: home.environment())
    #expect(made.status == .exitCode(0), "\(made.errors)")
    let run = try run("two", "sync", place)
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(run.errors.contains("1 file in \(place) is not whole yet, or damaged"), "\(run.errors)")
    #expect(run.errors.contains("mean nothing to this Starling"), "\(run.errors)")
    #expect(run.errors.contains("1 change of a newer Starling"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: home.file("evil.yaml")))
    #expect(try home.text(of: "two/decks/sample.yaml") == sampleDeck)
    let stories = try done("two", "stories", "list")
    #expect(!stories.contains("\u{1B}"), "\(stories)")
    #expect(try done("two", "doctor").isEmpty == false)
    try done("one", "sync")
    try done("two", "sync")
    #expect(try export("one") == export("two"))
  }

  @Test func aFolderThatLeadsElsewhereIsNotWrittenTo() throws {
    let place = home.file("meet")
    try fill("one")
    try done("one", "sync", place)
    let script = """
      cd '\(place)/starling-1'; own=$(ls | grep -v README); mkdir ../../elsewhere
      mv $own ../../elsewhere/own; ln -s ../../elsewhere/own $own
      """
    _ = try CommandRun(
      ProgramPath.installed("sh"), ["-c", script], environment: home.environment())
    try done("one", "grade", "star-people/PE-04", "good")
    let run = try run("one", "sync")
    #expect(run.status == .exitCode(65) && run.errors.contains("is no folder"), "\(run.errors)")
  }

  @Test func whatIsErasedGoesFromTheFolder() throws {
    let place = home.file("meet")
    try fill("one")
    try done("one", "sync", place)
    try done("two", "sync", place)
    try done("one", "erase", "Acme", "--yes")
    try done("one", "sync")
    try done("two", "sync")
    let left = try CommandRun(
      ProgramPath.installed("grep"), ["-rl", "Acme", place], environment: home.environment())
    #expect(left.output.isEmpty, "\(left.output)")
    #expect(try export("one") == export("two"))
  }

  @Test func whatAnotherMachineDidIsNotTakenBackHere() throws {
    let place = home.file("meet")
    try done("one", "grade", "star-people/PE-01", "good")
    try done("one", "sync", place)
    try done("two", "grade", "star-people/PE-02", "good")
    try done("two", "sync", place)
    try done("one", "sync")
    #expect(try run("one", "undo").errors.contains("star-people/PE-01"))
    let second = try run("one", "undo")
    #expect(second.errors.contains("nothing to take back"), "\(second.errors)")
    try done("one", "sync")
    try done("two", "sync")
    #expect(try export("one") == export("two"))
    #expect(try run("two", "undo").errors.contains("star-people/PE-02"))
  }

  @Test func whatAnotherMachineErasesGoesFromTheOwnFolder() throws {
    let place = home.file("meet")
    try done(
      "one", "stories", "add", "--from", "-", input: "title: Heron\nsituation: secret heron\n")
    try done("one", "sync", place)
    try done("two", "sync", place)
    try done("two", "erase", "Heron", "--yes")
    try done("two", "sync")
    let told = try run("one", "sync")
    #expect(told.errors.contains("something was erased elsewhere"), "\(told.errors)")
    let left = try CommandRun(
      ProgramPath.installed("grep"), ["-rl", "secret heron", place],
      environment: home.environment())
    #expect(left.output.isEmpty, "\(left.output)")
    #expect(try export("one") == export("two"))
  }

  @Test func thePlaceIsNamedOnceAndForgottenOnDemand() throws {
    let nothing = try run("one", "sync")
    #expect(nothing.status == .exitCode(64) && nothing.errors.contains("starling sync FOLDER"))
    #expect(try run("one", "sync", "--", "-x").status == .exitCode(64))
    for word in ["status", "~/x"] {
      #expect(try run("one", "sync", word).status == .exitCode(64))
    }
    let missing = try run("one", "sync", home.file("none"))
    #expect(missing.status == .exitCode(66) && missing.errors.contains("there is no folder"))
    try done("one", "sync", home.file("meet"))
    try home.write("", to: "other/.keep")
    let other = try run("one", "sync", home.file("other"))
    #expect(other.errors.contains("and no longer to \(home.file("meet"))"), "\(other.errors)")
    _ = try CommandRun(
      ProgramPath.installed("rm"), ["-rf", home.file("other")], environment: home.environment())
    let gone = try run("one", "sync")
    #expect(gone.status == .exitCode(66) && gone.errors.contains("is not there"), "\(gone.errors)")
    try done("one", "sync", "--off")
    #expect(try done("one", "sync", "--status").hasPrefix("no place yet"))
  }

  @Test func aMachineIsForgottenOrRejected() throws {
    let place = home.file("meet")
    try fill("one")
    try done("one", "sync", place)
    try done("two", "sync", place)
    try done("two", "grade", "star-people/PE-05", "good")
    try done("two", "sync")
    let id = try home.text(of: "two/sync/home")
    let status = try done("one", "sync", "--status")
    #expect(status.contains("others: ") && status.contains(String(id.prefix(6))), "\(status)")
    #expect(try run("one", "sync", "--reject", "nobody").status == .exitCode(65))
    try done("one", "sync", "--reject", id)
    #expect(try done("one", "sync", "--status").contains("rejected"))
    try done("one", "sync")
    #expect(try !export("one").contains("PE-05"))
    // What is forgotten has come, or was rejected.
    try done("one", "sync", "--forget", id)
    #expect(!FileManager.default.fileExists(atPath: "\(place)/starling-1/\(id)"))
    try done("two", "sync")
    try done("one", "sync")
    #expect(try export("one") == export("two"))
    try done("one", "sync", "--forget", id)
    try done("three", "sync", place)
    #expect(try export("three") == export("two"))
  }

  /// With the setting on a folder is met by itself, in both directions; one that is away keeps nobody waiting.
  @Test func aFolderIsMetAtTheStartAndAtTheEnd() throws {
    for name in ["a", "b"] {
      try done(name, "sync", home.file("meet"))
      try done(name, "config", "sync.automatic", "on")
    }
    func open(_ name: String) throws -> ProgramSession {
      try home.session(environment: home.environment(adding: ["STARLING_HOME": home.file(name)]))
    }
    let first = try open("a")
    try first.wait(for: Mark.home)
    try first.type("\r", andWaitFor: Mark.question)
    try first.type("\r", andWaitFor: Mark.reveal)
    try first.type("3", andWaitFor: Mark.question)
    try first.type("q", andWaitFor: Mark.left)
    try first.type("q", andWaitFor: Mark.home)
    first.type("q")
    #expect(try first.exitStatus() == .exitCode(0))
    var second = try open("b")
    try second.wait(for: Mark.home)
    let end = Date(timeIntervalSinceNow: 60)
    while try !done("b", "memory").contains("/"), Date() < end {
      // On a slow machine the end gives up, and the next starts have to do it.
      usleep(1_000_000)
      for name in ["a", "b"] {
        second.type("q")
        #expect(try second.exitStatus() == .exitCode(0))
        second = try open(name)
        try second.wait(for: Mark.home)
        usleep(500_000)
      }
    }
    #expect(try done("b", "memory") == done("a", "memory"))
    // The stick is out.
    try FileManager.default.moveItem(atPath: home.file("meet"), toPath: home.file("away"))
    second.type("q")
    #expect(try second.exitStatus() == .exitCode(0))
    #expect(!FileManager.default.fileExists(atPath: home.file("meet")))
  }

  /// Two homes in which one text was changed on both, and the second knows of it.
  private func changeOnBoth() throws {
    try done("a", "stories", "add", "Night list")
    try done("a", "sync", home.file("meet"))
    try done("b", "sync", home.file("meet"))
    for (name, text) in [("a", "Ours."), ("b", "Theirs.")] {
      try done(
        name, "stories", "edit", "Night list", "--from", "-",
        input: "title: Night list\nnotes: \(text)\n")
    }
    try done("a", "sync")
    try done("b", "sync")
  }

  private func notes(_ name: String) throws -> String {
    try done(name, "stories", "show", "Night list").split(separator: "\n").map(String.init)
      .first { $0.hasPrefix("Notes:") } ?? ""
  }

  /// In a terminal what was changed on both is a screen, on which one is kept, and that taken back.
  @Test func bothWordingsAreSettledOnAScreen() throws {
    try changeOnBoth()
    let program = try ProgramPath.built("starling")
    let screen = try TmuxScreen(
      "'\(program)' sync --conflicts; echo left with $?; read x",
      environment: home.environment(adding: ["STARLING_HOME": home.file("b")]), home: home)
    try screen.wait(for: "Two wordings")
    var text = try screen.text()
    #expect(text.contains("used now") && text.contains("Ours.") && text.contains("Theirs."))
    #expect(text.contains("(this one)"), "\(text)")
    try screen.press("2")
    try screen.wait(for: "Nothing is to be settled any more.")
    #expect(try notes("b") == "Notes: Ours.")
    // Both are there again, as they were.
    try screen.press("u")
    try screen.wait(for: "Take back what was done last?")
    try screen.press("y")
    try screen.wait(for: "Two wordings")
    text = try screen.text()
    #expect(text.contains("Ours.") && text.contains("(this one)"), "\(text)")
    #expect(try notes("b") == "Notes: Theirs.")
    // A third takes the place of both, on both.
    try screen.press("e")
    try screen.wait(for: "Ctrl-D keep")
    try screen.press("C-u")
    try screen.type("Both.")
    try screen.press("C-d")
    try screen.wait(for: "Nothing is to be settled any more.")
    try screen.press("q")
    try screen.wait(for: "left with 0")
    for name in ["b", "a"] { try done(name, "sync") }
    #expect(try notes("a").contains("Both."))
    #expect(try done("a", "sync", "--conflicts") == "nothing was changed on both sides\n")
  }

  @Test func aSettlingIsTakenBackByItsCommandToo() throws {
    try changeOnBoth()
    let before = try done("b", "sync", "--conflicts")
    #expect(before.contains("(this one)") && before.contains("Theirs."))
    for number in ["1", "2"] {
      try done("b", "sync", "--conflicts", "--keep", number)
      try done("b", "undo")
      #expect(try done("b", "sync", "--conflicts") == before)
    }
    try done("b", "sync")
    try done("a", "sync")
    #expect(try export("a") == export("b"))
  }

  @Test func theStatusNamesTheOtherMachines() throws {
    try changeOnBoth()
    struct Status: Decodable {
      struct Machine: Decodable {
        var name: String
        var home: String
        var last_change_at: String?
        var changes: Int
        var is_rejected: Bool
      }
      var others: [Machine]
    }
    let json = try done("b", "sync", "--status", "--json")
    let status = try JSONDecoder().decode(Status.self, from: Data(json.utf8))
    let other = try #require(status.others.first)
    #expect(status.others.count == 1 && !other.name.isEmpty && !other.is_rejected)
    #expect(try other.home == home.text(of: "a/sync/home"))
    #expect(other.changes >= 2 && other.last_change_at?.hasPrefix("20") == true)
    struct Wording: Decodable { var machine: String }
    let wordings = try JSONDecoder().decode(
      [Wording].self, from: Data(try done("b", "sync", "--conflicts", "--json").utf8))
    #expect(wordings.count == 2 && wordings[0].machine.hasSuffix("(this one)"))
    #expect(wordings[1].machine == other.name)
  }

  /// Enter on the screen of sync brings the machines together, and says what came.
  @Test func theyMeetOnTheScreen() throws {
    try done("a", "sync", home.file("meet"))
    try done("b", "grade", "star-people/PE-05", "good")
    try done("b", "sync", home.file("meet"))
    let screen = try home.screen(
      environment: home.environment(adding: ["STARLING_HOME": home.file("a")]))
    try screen.wait(for: Mark.home)
    try screen.press("y")
    try screen.wait(for: "Enter sync now")
    try screen.press("Enter")
    try screen.wait(for: "1 record came from")
    #expect(try done("a", "memory").contains("PE-05"))
  }

  /// Home says it when it matters, and the report always.
  @Test func homeAndReportSayHowItStands() throws {
    try done("a", "stories", "add", "Night list")
    try done("a", "sync", home.file("meet"))
    try done("b", "sync", home.file("meet"))
    for (name, text) in [("a", "one"), ("b", "two")] {
      try done(
        name, "stories", "edit", "Night list", "--from", "-",
        input: "title: Night list\nnotes: \(text)\n")
    }
    try done("a", "sync")
    try done("b", "sync")
    #expect(try done("b", "report", "-").contains("Synced last: today."))
    #expect(try !done("c", "report", "-").contains("Synced last"))
    let screen = try home.screen(
      environment: home.environment(adding: ["STARLING_HOME": home.file("b")]))
    try screen.wait(for: "1 text was changed on two machines. y shows both.")
    try screen.press("y")
    try screen.wait(for: "Two wordings")
    #expect(try screen.text().contains("The story “Night list”, notes"))
    try screen.press("Escape")
    try screen.wait(for: "c shows both wordings.")
    try screen.press("Escape")
    try screen.wait(for: "1 text was changed on two")
    // Whoever writes it anew has settled it, too.
    try done(
      "b", "stories", "edit", "Night list", "--from", "-",
      input: "title: Night list\nnotes: three\n")
    try screen.press("d")
    try screen.wait(for: Mark.decks)
    try screen.press("Escape")
    try screen.wait(for: Mark.home)
    #expect(try !screen.text().contains("changed on two machines"))
  }
}
