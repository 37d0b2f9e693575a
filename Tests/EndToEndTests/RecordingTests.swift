import Glibc
import TestSupport
import Testing

/// Answers recorded and played by programs of the person's own; here scripts in their place.
@Suite(.timeLimit(.minutes(20))) struct RecordingTests {
  /// A home where a recorder writes until it is told to end, and a player copies what it plays.
  private func home(recorder: String = "echo take > \"$1\"", player: String? = nil) throws
    -> TemporaryHome
  {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let record = try home.writeScript(
      "recorder",
      """
      trap 'echo complete >> "$1"; exit 0' TERM
      \(recorder)
      echo $$ > '\(home.file("recorder-id"))'
      while :; do sleep 600 & wait $!; done
      """)
    let play = try home.writeScript("player", player ?? "cp \"$1\" '\(home.file("heard"))'")
    for (key, value) in [("programs.recorder", record), ("programs.player", play)] {
      let run = try home.starling("config", key, value)
      #expect(run.status == .exitCode(0), "\(run.errors)")
    }
    return home
  }

  private func paths(in home: TemporaryHome) throws -> [String] {
    let run = try home.starling("recordings", "--json")
    #expect(run.status == .exitCode(0))
    return run.output.split(separator: "\"").map(String.init).filter { $0.hasSuffix(".wav") }
  }

  private func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  private func wait(_ what: String, until isTrue: () -> Bool) throws {
    let deadline = Deadline(seconds: patience)
    while !isTrue() {
      guard !deadline.hasPassed else { throw TestFailure("waited for \(what)") }
      deadline.nap()
    }
  }

  /// The number of a script that runs, once it does.
  private func process(_ name: String, in home: TemporaryHome) throws -> pid_t {
    try wait("the \(name)") { (try? home.text(of: "\(name)-id"))?.hasSuffix("\n") ?? false }
    return try #require(pid_t(home.text(of: "\(name)-id").dropLast()))
  }

  @Test func anAnswerIsRecordedPrivatelyHeardListedAndDeleted() throws {
    let home = try home()
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: "recorded")
    _ = try process("recorder", in: home)
    try session.type("\r", andWaitFor: "listen")
    let path = try #require(try paths(in: home).first)
    #expect(path.hasSuffix("+sample+A1.wav"))
    #expect(mode(of: path) == 0o600)
    #expect(mode(of: home.file("recordings")) == 0o700)
    session.type("L")
    try wait("the player") { (try? home.text(of: "heard")) == "take\ncomplete\n" }
    try session.type("3", andWaitFor: "wrong")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))

    let list = try home.starling("recordings")
    #expect(list.output.contains("sample/A1"))
    let name = try #require(list.output.split(separator: "\n").last?.split(separator: " ").first)
    try home.remove("heard")
    #expect(try home.starling("recordings", "play", "sample/A1").status == .exitCode(0))
    #expect(try home.text(of: "heard") == "take\ncomplete\n")
    #expect(try home.starling("recordings", "delete", String(name)).status == .exitCode(0))
    #expect(try paths(in: home).isEmpty)
    #expect(try home.starling("recordings", "delete", String(name)).status == .exitCode(66))
  }

  @Test func startingOverLeavesNoRecording() throws {
    let home = try home()
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: "recorded")
    try session.type("\u{1B}", andWaitFor: Mark.question)
    #expect(try paths(in: home).isEmpty)
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
  }

  /// A recorder that went on in a room where nobody knows of it would be the worst of faults.
  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP]) func noRecorderOutlivesTheTrainer(signal: Int32)
    throws
  {
    let home = try home()
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: "recorded")
    let id = try process("recorder", in: home)
    session.process.send(signal)
    _ = try session.exitStatus()
    try wait("the recorder's end") { kill(id, 0) != 0 }
    let path = try #require(try paths(in: home).first)
    #expect(mode(of: path) == 0o600)
    let name = try #require(path.split(separator: "/").last)
    #expect(try home.text(of: "recordings/\(name)") == "take\ncomplete\n")
  }

  /// Nor one that does not listen, nor what it has started, and not while it was stopped either.
  @Test(arguments: [SIGKILL, SIGTERM], [false, true])
  func whatDoesNotListenIsKilledWithAllItHasStarted(signal: Int32, isStopped: Bool) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let deaf = try home.writeScript(
      "deaf",
      """
      trap '' TERM HUP INT
      echo take > "$1"
      sleep 600 & echo $! > '\(home.file("child-id"))'
      echo $$ > '\(home.file("deaf-id"))'
      while :; do sleep 0.05; done
      """)
    #expect(try home.starling("config", "programs.recorder", deaf).status == .exitCode(0))
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: "recorded")
    let ids = [try process("deaf", in: home), try process("child", in: home)]
    let group = getpgid(ids[0])
    if isStopped { kill(ids[0], SIGSTOP) }
    let start = Deadline(seconds: patience)
    session.process.send(signal)
    _ = try session.exitStatus()
    try wait("the end of the group") { kill(-group, 0) != 0 }
    #expect(!start.hasPassed)
    for id in ids { #expect(kill(id, 0) != 0) }
  }

  /// Nobody waits at the keyboard for a recorder that does not listen, and what it has made of an
  /// answer that was begun anew goes in the end.
  @Test func theNextKeyDoesNotWaitForARecorderThatDoesNotListen() throws {
    #expect(try succeedsOnce(in: 5) { try isQuestionBackSoon() })
  }

  /// Whether the question comes back before the recorder's shell would have killed it.
  private func isQuestionBackSoon() throws -> Bool {
    let home = try home(recorder: "trap '' TERM; echo take > \"$1\"")
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: "recorded")
    let id = try process("recorder", in: home)
    kill(id, SIGSTOP)
    let soon = Deadline(seconds: 1.5)
    try session.type("\u{1B}", andWaitFor: Mark.question)
    let isSoon = !soon.hasPassed
    try wait("the recorder's end") { kill(id, 0) != 0 }
    #expect(try paths(in: home).isEmpty)
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    return isSoon
  }

  /// Whoever has stopped the trainer does other things, which are nobody's business.
  @Test func theRecorderRestsWhileTheTrainerIsStopped() throws {
    let home = try home()
    let session = try ProgramSession(
      ProgramPath.installed("sh"), ["-i"],
      environment: home.environment(
        adding: ["PS1": "ready> ", "STARLING": ProgramPath.built("starling")]), home: home)
    try session.wait(for: "ready> ")
    try session.type("\"$STARLING\" practice sample\n", andWaitFor: "piano")
    try session.type(" ", andWaitFor: "recorded")
    let id = try process("recorder", in: home)
    func isStopped() -> Bool {
      (try? ProcessStatus(of: id).isStopped) ?? false
    }
    #expect(!isStopped())
    try session.type("\u{1A}", andWaitFor: "ready> ")
    try wait("the recorder's rest") { isStopped() }
    try session.type("fg\n", andWaitFor: "piano")
    try wait("the recorder's going on") { !isStopped() }
    try session.type("\r", andWaitFor: "listen")
    #expect(try paths(in: home).count == 1)
    session.process.send(SIGKILL)
    _ = try session.exitStatus()
  }

  @Test func aRecorderThatDoesNothingIsNamedAndKeepsNobodyFromPractising() throws {
    let home = try home(recorder: "exit 1")
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: "speaking")
    try session.type("\r", andWaitFor: "recorded nothing")
    try session.type("3", andWaitFor: "wrong")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try home.memory().map(\.card) == ["sample/A1"])
  }

  @Test func aRecorderThatDoesNotListenIsStopped() throws {
    let home = try home(recorder: "trap '' TERM; echo take > \"$1\"")
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: "recorded")
    let id = try process("recorder", in: home)
    try session.type("\r", andWaitFor: "listen")
    try wait("the recorder's end") { kill(id, 0) != 0 }
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test func theKeyThatPlaysStopsToo() throws {
    let home = try TemporaryHome()
    let player = "echo $$ > '\(home.file("player-id"))'; exec sleep 100"
    let other = try self.home(player: player)
    let session = try other.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: "recorded")
    _ = try process("recorder", in: other)
    try session.type("\r", andWaitFor: "listen")
    session.type("L")
    let id = try process("player", in: home)
    #expect(kill(id, 0) == 0)
    session.type("L")
    try wait("silence") { kill(id, 0) != 0 }
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test func lineByLineAnAnswerIsRecordedAndHeardAsWell() throws {
    let home = try home()
    let session = try home.session("practice", "sample", "--plain")
    try session.wait(for: "q quit.")
    try session.type("m\n", andWaitFor: "You are recorded.")
    _ = try process("recorder", in: home)
    try session.type("d\n", andWaitFor: "L listen to your answer")
    session.type("L\n")
    try wait("the player") { (try? home.text(of: "heard")) == "take\ncomplete\n" }
    session.type("q\n")
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test func withoutARecorderNothingIsMissing() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: Mark.speaking)
    try session.type("\r", andWaitFor: Mark.reveal)
    #expect(!session.output.contains("recorded") && !session.output.contains("listen"))
    try session.type("L", andWaitFor: "Nothing is recorded for this question.")
    try session.type("3", andWaitFor: "wrong")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(mode(of: home.file("recordings")) == nil)
    #expect(try home.starling("recordings").errors == "starling: there are no recordings\n")
  }
}
