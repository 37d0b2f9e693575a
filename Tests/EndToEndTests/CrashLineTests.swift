import Glibc
import TestSupport
import Testing

/// A crash shows nothing of what the person wrote: one line, and the end by the signal.
@Suite(.timeLimit(.minutes(20))) struct CrashLineTests {
  private static let line =
    "starling: crashed; what was kept is safe (“starling doctor” checks)"

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP])
  func aCommandThatCrashes(signal: Int32) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample", "--plain")
    try session.wait(for: "q quit.")
    let before = session.output.count
    session.process.send(signal)
    #expect(try session.exitStatus() == .signal(signal))
    let said = String(session.output.dropFirst(before))
    #expect(said.split(whereSeparator: \.isNewline) == [Self.line[...]])
  }

  @Test(arguments: [SIGSEGV, SIGILL]) func theTrainerThatCrashes(signal: Int32) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    session.process.send(signal)
    #expect(try session.exitStatus() == .signal(signal))
    #expect(PrivateModes(after: session.output).isOrdinary)
    let after = try #require(session.output.split(separator: "\u{1B}[?1049l").last)
    let lines = after.split(whereSeparator: \.isNewline)
    #expect(lines.last?.hasSuffix(Self.line) ?? false, "\(after.debugDescription)")
    #expect(!after.contains("piano"))
  }

  /// What a library writes to standard error may be what the person wrote; messages, and programs that
  /// are started, still have it.
  @Test func messagesAndEditorsStillHaveStandardError() throws {
    let home = try TemporaryHome()
    let run = try home.starling("decks", "show", "no-such-deck")
    #expect(run.errors.hasPrefix("starling: "))
    let editor = try home.writeScript("editor", "echo heard >&2; exit 3")
    let session = try home.session(
      "stories", "add", "--editor", environment: home.environment(adding: ["EDITOR": editor]))
    try session.wait(for: "heard")
    _ = try session.exitStatus()
  }

  /// Signals that nobody needs here, each the end of a program that does nothing about it.
  @Test(arguments: [
    SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPIPE, SIGIO, SIGPWR, SIGSTKFLT, 40,
  ])
  func signalsThatMeanNothingDoNothing(signal: Int32) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    session.process.send(signal)
    try session.type("\r", andWaitFor: Mark.reveal)
    session.process.send(signal)
    try session.type("3", andWaitFor: "wrong")
    session.process.send(SIGXCPU)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(PrivateModes(after: session.output).isOrdinary)
  }
}
