import TestSupport
import Testing

/// What the trainer asks of the system, as strace sees it.
@Suite(.timeLimit(.minutes(20))) struct SystemCallTests {
  @Test func everyGradeIsOnTheDiskBeforeTheNextQuestion() throws {
    let trace = try Trace("piano") { session in
      for next in ["wrong", "mistake", Mark.summary] {
        try session.type("\r", andWaitFor: Mark.reveal)
        try session.type("3", andWaitFor: next)
      }
    }
    let grades = trace.answers(to: "3")
    #expect(grades.count == 3)
    for calls in grades {
      let sync = calls.firstIndex { $0.isSync }
      let frame = try #require(calls.firstIndex { $0.isOutput })
      #expect(try #require(sync, "no fdatasync in \(calls)") < frame)
    }
  }

  @Test func everyKeyIsAnsweredByOneWrite() throws {
    let trace = try Trace("piano") { session in
      try session.type("\r", andWaitFor: Mark.reveal)
      try session.type("?", andWaitFor: Mark.help)
      try session.type("\t", andWaitFor: "all keys")
      for _ in 0..<5 { try session.typeAndWaitForOutput("j") }
      for _ in 0..<5 { try session.typeAndWaitForOutput("k") }
      try session.type("q", andWaitFor: Mark.reveal)
      try session.type("3", andWaitFor: "wrong")
      try session.type("\u{C}", andWaitFor: "wrong")
      try session.type("q", andWaitFor: Mark.left)
    }
    for (key, count) in ["\\r": 1, "?": 1, "j": 5, "k": 5, "3": 1, "\\f": 1] {
      let writes = trace.answers(to: key).map { $0.count { $0.isOutput } }
      #expect(writes == Array(repeating: 1, count: count), "key \(key)")
    }
  }
}

extension ProgramSession {
  /// Presses a key that changes something on the screen, whatever it is.
  fileprivate func typeAndWaitForOutput(_ key: String) throws {
    try type(key, andWaitFor: "\u{1B}")
  }
}

/// The reads, writes and syncs of a trainer while a body works it.
private struct Trace {
  struct Call: CustomStringConvertible {
    let description: String

    var isSync: Bool { description.contains("fdatasync(") || description.contains("fsync(") }
    var isOutput: Bool { description.contains("write(1,") }
    /// The key that was read, as strace writes it.
    var key: String? {
      guard let start = description.firstRange(of: "read(0, \"") else { return nil }
      let rest = description[start.upperBound...]
      return rest.firstRange(of: "\",").map { String(rest[..<$0.lowerBound]) }
    }
  }

  private let calls: [Call]

  init(_ first: String, body: (ProgramSession) throws -> Void) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try ProgramSession(
      ProgramPath.installed("strace"),
      [
        "-f", "-e", "trace=read,write,writev,fsync,fdatasync", "-s", "8", "-o",
        home.file("trace"), ProgramPath.built("starling"), "practice", "sample",
      ], environment: home.environment(), home: home)
    try session.wait(for: first)
    try body(session)
    session.type("q")
    guard try session.exitStatus() == .exitCode(0) else {
      throw TestFailure("under strace it ended with \(try session.exitStatus())")
    }
    calls = try home.text(of: "trace").split(separator: "\n").map {
      Call(description: String($0))
    }
  }

  /// For each time that a key was read: what was done until the next one.
  func answers(to key: String) -> [[Call]] {
    var answers: [[Call]] = []
    var isWanted = false
    for call in calls {
      if let read = call.key {
        isWanted = read == key
        if isWanted { answers.append([]) }
      } else if isWanted {
        answers[answers.count - 1].append(call)
      }
    }
    return answers
  }
}
