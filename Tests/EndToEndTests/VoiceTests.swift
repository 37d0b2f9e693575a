import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Answers written down and questions said by programs of the person's own; here scripts in their place.
@Suite(.timeLimit(.minutes(20))) struct VoiceTests {
  private static let words = "In March I counted. Then I asked her."

  /// A home with a recorder, and with an engine or a speaker that is a script.
  private func home(engine: String? = nil, speaker: String? = nil) throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let recorder = try home.writeScript(
      "recorder",
      """
      trap 'exit 0' TERM
      echo take > "$1"
      echo $$ > "$STARLING_HOME/recorder-id"
      while :; do sleep 600 & wait $!; done
      """)
    var programs = ["recorder": recorder]
    if let engine { programs["transcriber"] = try home.writeScript("engine", engine) }
    if let speaker { programs["speaker"] = try home.writeScript("speaker", speaker) }
    for (name, path) in programs {
      #expect(try home.starling("config", "programs.\(name)", path).status == .exitCode(0))
    }
    return home
  }

  private func wait(_ what: String, until isTrue: () throws -> Bool) throws {
    let deadline = Deadline(seconds: patience)
    while try !isTrue() {
      guard !deadline.hasPassed else { throw TestFailure("waited for \(what)") }
      deadline.nap()
    }
  }

  /// The number that a script has written down, once it has.
  private func number(_ name: String, in home: TemporaryHome) throws -> pid_t {
    try wait("the number in \(name)") { (try? home.text(of: name))?.hasSuffix("\n") ?? false }
    return try #require(pid_t(home.text(of: name).dropLast()))
  }

  /// Whether a process has ended, though nobody may have taken note of that yet.
  private func isGone(_ id: pid_t) -> Bool {
    guard kill(id, 0) == 0 else { return true }
    let status = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)) ?? ") Z"
    return status.split(separator: ")").last?.hasPrefix(" Z") ?? true
  }

  /// The processes of a group that have not ended.
  private func living(in group: pid_t) throws -> [pid_t] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }
      .filter { getpgid($0) == group && !isGone($0) }
  }

  /// Speaks an answer at the question that shows, up to its answer side.
  private func answer(in session: ProgramSession, of home: TemporaryHome) throws {
    try session.type(" ", andWaitFor: "recorded")
    _ = try number("recorder-id", in: home)
    try session.type("\r", andWaitFor: "writing it down")
  }

  /// The first texts and the later ones of answers, as an export has them.
  private func exported(from home: TemporaryHome) throws -> String {
    let path = home.file("export-\(exports).json")
    #expect(try home.starling("export", path).status == .exitCode(0))
    defer { unlink(path) }
    return try home.text(of: "export-\(exports).json")
  }

  private let exports = 1

  private func count(_ text: String, in whole: String) -> Int {
    whole.ranges(of: text).count
  }

  @Test func wordsArriveBesideTheRevealAndAreKeptPrivately() throws {
    let home = try home(engine: "echo '\(Self.words)'")
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try answer(in: session, of: home)
    try session.wait(for: "Your words are below")
    try session.type("3", andWaitFor: "wrong")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try count(Self.words, in: exported(from: home)) == 1)
    let folder = home.file("recordings")
    let list = try CommandRun(
      ProgramPath.installed("ls"), [folder], environment: home.environment())
    let names = list.output.split(separator: "\n")
    #expect(names.count == 2, "\(names)")
    for name in names {
      var status = stat()
      #expect(stat("\(folder)/\(name)", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  @Test func whatIsMisheardIsMended() throws {
    let home = try home(engine: "echo '\(Self.words)'")
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try answer(in: session, of: home)
    try session.wait(for: "Your words are below")
    try session.type("t", andWaitFor: "In March")
    session.type("Well. ")
    try session.type("\u{4}", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: "wrong")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    let archive = try exported(from: home)
    #expect(archive.contains("\"\(Self.words)\""))
    #expect(archive.contains("Well."))
    // It is an answer now, and no draft: the last that is said of that is that it went.
    #expect(archive.contains("\"drafts\",\"thing\":\"sample/A1\"},"))
  }

  /// An engine that takes longer than the person.
  @Test func wordsFindTheirAnswerThreeCardsOn() throws {
    let home = try home(
      engine: "while ! test -e \"$STARLING_HOME/go\"; do sleep 0.02; done; echo '\(Self.words)'")
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try answer(in: session, of: home)
    try session.type("3", andWaitFor: "wrong")
    for next in ["mistake", Mark.summary] {
      try session.type("\r", andWaitFor: Mark.reveal)
      try session.type("3", andWaitFor: next)
    }
    try home.write("", to: "go")
    try wait("the words") { try count(Self.words, in: exported(from: home)) == 1 }
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    let table = try home.starling("memory", "--json").output
    #expect(table.contains("sample/A1"))
  }

  @Test(arguments: [SIGTERM, SIGKILL]) func wordsThatAreOwedComeAtTheNextStartOnce(signal: Int32)
    throws
  {
    let home = try home(
      engine:
        "test -e \"$STARLING_HOME/go\" || { echo $$ > \"$STARLING_HOME/engine-id\"; sleep 600; }; echo '\(Self.words)'"
    )
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try answer(in: session, of: home)
    try session.type("3", andWaitFor: "wrong")
    let engine = try number("engine-id", in: home)
    session.process.send(signal)
    _ = try session.exitStatus()
    try wait("the engine's end") { isGone(engine) }
    #expect(try count(Self.words, in: exported(from: home)) == 0)
    try home.write("", to: "go")
    for _ in 0..<2 {
      let next = try home.session("practice", "sample")
      try next.wait(for: "wrong")
      try wait("the words") { try count(Self.words, in: exported(from: home)) == 1 }
      next.process.send(SIGTERM)
      #expect(try next.exitStatus() == .exitCode(0))
    }
    let later = try home.starling("recordings", "transcribe")
    #expect(later.errors.contains("nothing to write down"))
    #expect(try count(Self.words, in: exported(from: home)) == 1)
  }

  @Test func anEngineThatFailsIsNamedAndTriedAgain() throws {
    let home = try home(
      engine: "test -e \"$STARLING_HOME/go\" || exit 3; printf '\\033[31m\(Self.words)\\033[0m\\n'")
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try answer(in: session, of: home)
    try session.wait(for: "ended with 3")
    try home.write("", to: "go")
    try session.type("R", andWaitFor: "Your words are below")
    try session.type("3", andWaitFor: "wrong")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try count("\"\(Self.words)\"", in: exported(from: home)) == 1)
  }

  /// An engine uses every core for minutes: whoever is at the keyboard comes first.
  @Test(arguments: [SIGTERM, SIGKILL]) func aDeafEngineStandsBackAndDoesNotOutliveTheTrainer(
    signal: Int32
  ) throws {
    let home = try home(
      engine: """
        trap '' TERM HUP INT
        sleep 600 & echo $! > "$STARLING_HOME/child-id"
        echo $$ > "$STARLING_HOME/engine-id"
        while :; do sleep 0.05; done
        """)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try answer(in: session, of: home)
    let ids = try [number("child-id", in: home), number("engine-id", in: home)]
    let whose = Int32(PRIO_PROCESS.rawValue)
    for id in ids { #expect(getpriority(whose, id_t(id)) == 15) }
    session.process.send(signal)
    _ = try session.exitStatus()
    for id in ids { try wait("the end of \(id)") { isGone(id) } }
  }

  @Test func theEngineRestsWhileTheTrainerIsStopped() throws {
    let home = try home(
      engine: "echo $$ > \"$STARLING_HOME/engine-id\"; sleep 600 & wait $!")
    let session = try ProgramSession(
      ProgramPath.installed("sh"), ["-i"],
      environment: home.environment(
        adding: ["PS1": "ready> ", "STARLING": ProgramPath.built("starling")]), home: home)
    try session.wait(for: "ready> ")
    try session.type("\"$STARLING\" practice sample\n", andWaitFor: "piano")
    try answer(in: session, of: home)
    let id = try number("engine-id", in: home)
    func isStopped() -> Bool { (try? ProcessStatus(of: id).isStopped) ?? false }
    try session.type("\u{1A}", andWaitFor: "ready> ")
    try wait("the engine's rest") { isStopped() }
    try session.type("fg\n", andWaitFor: "piano")
    try wait("the engine's going on") { !isStopped() }
    session.process.send(SIGKILL)
    _ = try session.exitStatus()
    try wait("the engine's end") { isGone(id) }
  }

  // MARK: - The speaker

  private static let speaker = """
    cat > "$STARLING_HOME/said"
    echo $$ > "$STARLING_HOME/speaker-id"
    sleep 600 | cat
    """

  @Test func theQuestionIsSaidAndAKeyEndsIt() throws {
    let home = try home(speaker: Self.speaker)
    #expect(try home.starling("config", "practice.ask_aloud", "always").status == .exitCode(0))
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    let id = try number("speaker-id", in: home)
    let group = getpgid(id)
    #expect(try home.text(of: "said") == "Who lifted the piano?\n")
    try home.remove("speaker-id")
    try session.type(" ", andWaitFor: "recorded")
    _ = try number("recorder-id", in: home)
    try wait("silence") { try living(in: group).isEmpty }
    // Nothing is said over an answer, nor at its reveal.
    try session.type("\r", andWaitFor: Mark.reveal)
    #expect((try? home.text(of: "speaker-id")) == nil)
    try session.type("3", andWaitFor: "wrong")
    let nextGroup = getpgid(try number("speaker-id", in: home))
    #expect(try home.text(of: "said") == "When were you wrong?\n")
    session.process.send(SIGKILL)
    _ = try session.exitStatus()
    try wait("silence") { try living(in: nextGroup).isEmpty }
  }

  @Test func silenceComesWithinABlink() throws {
    #expect(try succeedsOnce(in: 5) { try isSilentInABlink() })
  }

  private func isSilentInABlink() throws -> Bool {
    let home = try home(speaker: Self.speaker)
    #expect(try home.starling("config", "practice.ask_aloud", "always").status == .exitCode(0))
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    let id = try number("speaker-id", in: home)
    session.type("\u{C}")
    let blink = Deadline(seconds: 0.05)
    while !isGone(id), !blink.hasPassed { usleep(500) }
    let isSilent = isGone(id)
    session.process.send(SIGTERM)
    _ = try session.exitStatus()
    return isSilent
  }

  @Test func itIsSaidAgainWhenAsked() throws {
    let home = try home(speaker: "cat >> \"$STARLING_HOME/said\"")
    #expect(try home.starling("config", "practice.ask_aloud", "always").status == .exitCode(0))
    let session = try home.session("practice", "sample")
    try session.wait(for: "say again")
    try wait("the question") { (try? home.text(of: "said")) == "Who lifted the piano?\n" }
    session.type("'")
    try wait("it again") {
      try home.text(of: "said") == "Who lifted the piano?\nWho lifted the piano?\n"
    }
    session.process.send(SIGTERM)
    _ = try session.exitStatus()
  }

  @Test func outsideAPanelNothingIsSaidUnlessWanted() throws {
    let home = try home(speaker: "cat >> \"$STARLING_HOME/said\"")
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect((try? home.text(of: "said")) == nil)
  }

  /// Who breaks into an answer is heard over it, by the voice of their place at the table.
  @Test func whoBreaksInIsHeardByTheirOwnVoice() throws {
    let home = try home()
    // {voice} is the number of who speaks.
    let speaker = try home.writeScript(
      "speaker", "printf '%s: ' \"$1\" >> \"$STARLING_HOME/said\"; cat >> \"$STARLING_HOME/said\"")
    #expect(
      try home.starling("config", "programs.speaker", "\(speaker) {voice}").status == .exitCode(0))
    // After six whole panels they press, and soon.
    for number in 1...6 {
      let form = "panel: rehearsal \(number)\nday: 2026-01-0\(number)\nwhole: true\n"
      let run = try home.starling("panels", "add", "--from", "-", input: form)
      #expect(run.status == .exitCode(0), "\(run.errors)")
    }
    let screen = try home.screen()
    try screen.wait(for: Mark.home)
    try screen.press("m")
    try screen.wait(for: "They press you")
    let table = try screen.text().split(separator: "\n").map { $0.drop { $0 == " " } }
    try screen.press("Enter")
    try screen.wait(for: "Answer aloud")
    func said() -> [Substring] {
      let text = (try? home.text(of: "said")) ?? ""
      return text.hasSuffix("\n") ? text.split(separator: "\n") : []
    }
    try wait("the first question") { said().count == 1 }
    try screen.press("Space")
    try screen.wait(for: "speaking")
    try screen.press("Enter")
    try screen.wait(for: "That was your answer.")
    try screen.press("Enter")
    // The second answer is one that is interrupted.
    try wait("the second question") { said().count == 2 }
    try screen.press("Space")
    let text = try screen.wait(for: "somebody breaks in") { $0.contains(" breaks in:") }
    let name = try #require(
      text.split(separator: "\n").first { $0.contains(" breaks in:") }?.drop { $0 == " " }
        .split(separator: " breaks").first)
    let known = ["Hiring manager", "Future peer", "Human resources", "Director"]
    let voice = try #require(known.firstIndex { name == $0 }) + 1
    #expect(known.allSatisfy { who in table.contains { $0.hasPrefix(who) } }, "\(table)")
    try wait("who breaks in") { said().count == 3 }
    let last = said()[2]
    #expect(last.hasPrefix("\(voice): "), "\(last)")
    let words = last.dropFirst("\(voice): ".count)
    let shown = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(shown.split(separator: " ").joined(separator: " ").contains(words), "\(shown)")
    try screen.press("Escape")
    try screen.wait(for: "2 answers in")
  }

  // MARK: - Line by line

  @Test func lineByLineTheSame() throws {
    let home = try home(
      engine: "echo '\(Self.words)'", speaker: "cat >> \"$STARLING_HOME/said\"; sleep 600")
    #expect(try home.starling("config", "practice.ask_aloud", "always").status == .exitCode(0))
    let session = try home.session("practice", "sample", "--plain")
    try session.wait(for: "q quit.")
    try wait("the question") { (try? home.text(of: "said")) == "Who lifted the piano?\n" }
    try session.type("m\n", andWaitFor: "You are recorded.")
    _ = try number("recorder-id", in: home)
    try session.type("d\n", andWaitFor: "y waits for your words")
    try session.type("y\n", andWaitFor: Self.words)
    try session.type("3\n", andWaitFor: "wrong")
    session.type("q\n")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try count("\"\(Self.words)\"", in: exported(from: home)) == 1)
  }

  // MARK: - Trying the programs

  @Test func checkSaysWhatItSaw() throws {
    let nothing = try TemporaryHome()
    let none = try nothing.starling("voice", "--check")
    #expect(none.status == .exitCode(0))
    #expect(
      none.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        == ["recorder not set", "player not set", "transcriber not set", "speaker not set"])

    let home = try home(engine: "echo '\(Self.words)'", speaker: "cat > \"$STARLING_HOME/said\"")
    let player = try home.writeScript("player", "test -s \"$1\"")
    #expect(try home.starling("config", "programs.player", player).status == .exitCode(0))
    let all = try home.starling("voice", "--check")
    #expect(all.status == .exitCode(0), "\(all.output)")
    for words in [
      "recorded 5 bytes", "played it to its end", "heard “\(Self.words)”", "said a sentence",
    ] { #expect(all.output.contains(words), "\(all.output)") }
    #expect(try home.text(of: "said").contains("Starling"))

    // A file of the right form in which nothing is to be heard.
    let silent = try home.writeScript(
      "silent",
      """
      trap 'exit 0' TERM
      { printf 'RIFF\\044\\000\\000\\000WAVEfmt \\020\\000\\000\\000\\001\\000\\001\\000\\200\\076\\000\\000\\000\\175\\000\\000\\002\\000\\020\\000data\\000\\000\\000\\000'
      head -c 64000 /dev/zero; } > "$1"
      while :; do sleep 600 & wait $!; done
      """)
    for (name, value, words) in [
      ("recorder", silent, "of silence"), ("player", "false", "ended with 1"),
      ("transcriber", "no-such-engine-anywhere -f", "there is no no-such-engine-anywhere"),
    ] {
      #expect(try home.starling("config", "programs.\(name)", value).status == .exitCode(0))
      let run = try home.starling("voice", "--check", "--json")
      #expect(run.status == .exitCode(1))
      #expect(run.output.contains(words), "\(run.output)")
    }
    let doctor = try home.starling("doctor")
    #expect(doctor.status == .exitCode(1))
    #expect(doctor.output.contains("there is no no-such-engine-anywhere in your PATH"))
  }

  // MARK: - Nothing leaves the machine

  @Test func neitherStarlingNorItsShellsOpenASocket() throws {
    let home = try home(engine: "echo '\(Self.words)'", speaker: "cat > /dev/null")
    #expect(try home.starling("config", "practice.ask_aloud", "always").status == .exitCode(0))
    let session = try ProgramSession(
      ProgramPath.installed("strace"),
      [
        "-f", "-e", "trace=network", "-o", home.file("trace"), ProgramPath.built("starling"),
        "practice", "sample",
      ], environment: home.environment(), home: home)
    try session.wait(for: "piano")
    try answer(in: session, of: home)
    try session.wait(for: "Your words are below")
    try session.type("3", andWaitFor: "wrong")
    try session.type("q", andWaitFor: Mark.left)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    let calls = try home.text(of: "trace").split(separator: "\n").filter {
      $0.contains("(") && !$0.contains("+++") && !$0.contains("---")
    }
    #expect(calls.isEmpty, "\(calls)")
  }
}
