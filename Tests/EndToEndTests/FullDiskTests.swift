import Glibc
import TestSupport
import Testing

/// The disk of the home is full while something is written: the words are there when there is room again.
@Suite(.timeLimit(.minutes(20)), .enabled(if: geteuid() == 0, "it mounts a disk of its own"))
struct FullDiskTests {
  /// A home on a small disk that only one program sees.
  private struct SmallDisk {
    let home: TemporaryHome
    let session: ProgramSession

    /// Starts Starling with its home there, and an editor that runs these lines.
    init(_ arguments: String, editor: String = "true") throws {
      home = try TemporaryHome()
      try home.writeDeck("sample", sampleDeck)
      _ = try home.starling(
        "interviews", "add", "Beta", "--at", "2026-01-03T14:00Z", "--round", "1")
      let script = try home.writeScript("editor", editor)
      try home.write("", to: "disk/.keep")
      try home.write("", to: "tmp/.keep")
      let line = """
        mount -t tmpfs -o size=4m tmpfs disk && cp -r decks cache starling.sqlite* disk/ &&
        exec '\(try ProgramPath.built("starling"))' \(arguments)
        """
      session = try ProgramSession(
        ProgramPath.installed("unshare"), ["-m", "sh", "-c", "cd '\(home.path)' && \(line)"],
        environment: home.environment(adding: [
          "STARLING_HOME": home.file("disk"), "EDITOR": script, "TMPDIR": home.file("tmp"),
        ]), home: home)
    }

    /// The small disk as this program sees it.
    private var path: String { "/proc/\(session.process.id)/root\(home.file("disk"))" }

    func fill() throws {
      try sh("dd if=/dev/zero of='\(path)/filling' bs=4096 2>/dev/null; true")
    }

    func empty() throws { try sh("rm '\(path)/filling'") }

    /// Copies what is on it, while the program that sees it runs.
    func save() throws { try sh("mkdir copy && cp -r '\(path)'/. copy/") }

    /// Runs Starling with what was copied.
    func starling(_ arguments: String..., input: String = "") throws -> CommandRun {
      try CommandRun(
        ProgramPath.built("starling"), arguments, input: input,
        environment: home.environment(adding: ["STARLING_HOME": home.file("copy")]))
    }

    private func sh(_ script: String) throws {
      let run = try CommandRun(
        ProgramPath.installed("sh"), ["-c", "cd '\(home.path)' && \(script)"],
        environment: home.environment())
      #expect(run.status == .exitCode(0), "\(run.errors)")
    }
  }

  @Test func aTypedAnswer() throws {
    let disk = try SmallDisk("practice sample")
    try disk.session.wait(for: "piano")
    try disk.session.type("t", andWaitFor: "Situation")
    try disk.fill()
    disk.session.type("Snow in March")
    try disk.session.wait(for: "tried again")
    try disk.session.type("\u{1B}", andWaitFor: "not saved yet; t goes on with it")
    try disk.session.type("t", andWaitFor: "Snow in March")
    try disk.empty()
    disk.session.type("!")
    try disk.session.wait(for: "is saved now")
    try disk.save()
    #expect(
      try disk.starling("practice", "sample", "--plain", input: "t\n").output
        .contains("So far: Snow in March!"))
  }

  @Test func aNote() throws {
    let disk = try SmallDisk("practice sample", editor: "echo we carried it > \"$1\"")
    try disk.session.wait(for: "piano")
    try disk.fill()
    try disk.session.type("e\u{18}", andWaitFor: "\(disk.home.path)/tmp/starling-")
    try disk.empty()
    // The editor writes over what it is shown; that it is shown is in another test.
    disk.session.type("\u{18}")
    try disk.session.wait(for: Mark.question)
    try disk.session.type("\r", andWaitFor: "we carried it")
    #expect(try disk.home.namesOfTemporaryFiles() == [".keep"])
  }

  @Test func aForm() throws {
    let disk = try SmallDisk(
      "", editor: "sed -i 's/^title:.*/title: The depot/; s/^situation:.*/situation: Snow./' \"$1\""
    )
    try disk.session.wait(for: Mark.home)
    try disk.session.type("s", andWaitFor: "a add")
    try disk.fill()
    try disk.session.type("a", andWaitFor: "New story")
    try disk.session.type("\u{18}", andWaitFor: "\(disk.home.path)/tmp/starling-")
    try disk.empty()
    try disk.session.type("\u{18}", andWaitFor: "Kept.")
    try disk.save()
    #expect(try disk.starling("stories", "show", "The depot").output.contains("Snow."))
    #expect(try disk.home.namesOfTemporaryFiles() == [".keep"])
  }

  @Test func aFormWhoseDiskIsFilledWhileTheEditorHasIt() throws {
    let disk = try SmallDisk(
      "stories add --editor",
      editor: """
        echo the editor is here; read x
        sed -i 's/^title:.*/title: The depot/; s/^situation:.*/situation: Snow./' "$1"
        """)
    try disk.session.wait(for: "the editor is here")
    try disk.fill()
    disk.session.type("\n")
    #expect(try disk.session.exitStatus() == .exitCode(74))
    #expect(disk.session.output.contains("the disk is full"))
    #expect(disk.session.output.contains("what you wrote is in \(disk.home.path)/tmp/starling-"))
    let found = try CommandRun(
      ProgramPath.installed("sh"), ["-c", "cat '\(disk.home.path)'/tmp/starling-*/story.yaml"],
      environment: disk.home.environment())
    #expect(found.output.contains("situation: Snow."))
  }

  @Test func aLineOfALog() throws {
    let disk = try SmallDisk("")
    try disk.session.wait(for: Mark.home)
    try disk.session.type("i", andWaitFor: "Beta")
    try disk.session.type("\rl", andWaitFor: "Which questions did they ask?")
    try disk.fill()
    try disk.session.type("Why us?\r", andWaitFor: "Not saved yet: ")
    try disk.empty()
    try disk.session.type("What now?\r", andWaitFor: "· What now?")
    try disk.save()
    let list = try disk.starling("log", "list").output
    #expect(list.contains("Why us?") && list.contains("What now?"))
  }
}

extension TemporaryHome {
  fileprivate func namesOfTemporaryFiles() throws -> [String] {
    let run = try CommandRun(
      ProgramPath.installed("ls"), ["-A", file("tmp")], environment: environment())
    return run.output.split(separator: "\n").map(String.init)
  }
}
