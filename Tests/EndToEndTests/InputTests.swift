import TestSupport
import Testing

/// What arrives at the keyboard is read as it was meant.
@Suite(.timeLimit(.minutes(20))) struct InputTests {
  private func revealed(_ home: TemporaryHome) throws -> ProgramSession {
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    return session
  }

  @Test(arguments: [
    ("pasted text", "\u{1B}[200~3\r4\r\u{1B}[201~"), ("a key with modifiers", "\u{1B}[99;3u"),
    ("a mouse", "\u{1B}[<0;33;13M"), ("an answer of the terminal", "\u{1B}[4;3R\u{1B}[?62;4c"),
    ("a title", "\u{1B}]0;3333\u{7}"), ("Alt and a digit", "\u{1B}3"), ("a wide digit", "９"),
  ]) func nothingButAKeyGrades(name: String, bytes: String) throws {
    let home = try TemporaryHome()
    let session = try revealed(home)
    session.type(bytes)
    // Keys are taken in order: when the help is there, what came before it has been read.
    try session.type("?", andWaitFor: Mark.help)
    try session.type("q", andWaitFor: "piano")
    #expect(try home.memory().isEmpty)
    try session.type("3", andWaitFor: "wrong")
    try session.type("q", andWaitFor: Mark.left)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try home.memory().map(\.card) == ["sample/A1"])
  }

  @Test func keysTypedAheadAreAllTakenInTheirOrder() throws {
    let home = try TemporaryHome()
    let session = try revealed(home)
    try session.type("1\r2\r3\r4", andWaitFor: Mark.summary)
    session.type("qq")
    #expect(try session.exitStatus() == .exitCode(0))
    let memory = try home.memory("--model", "fsrs-6")
    #expect(memory.map(\.card) == ["sample/A1", "sample/B2", "sample/C3"])
    #expect(memory.map(\.reps) == [2, 1, 1])
    #expect(memory.map(\.stability).dropFirst() == [1.2931, 2.3065])
  }
}
