import TestSupport
import Testing

/// What is done to a database's file under a trainer that has it open, and what is seen of it then.
extension TemporaryHome {
  /// Runs a script in this folder, which has to succeed.
  func script(_ script: String) throws {
    let run = try CommandRun(
      ProgramPath.installed("sh"), ["-e", "-c", "cd '\(path)'\n\(script)"],
      environment: environment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
  }

  /// The cards of all reviews in a database, as another program finds them.
  ///
  /// - Parameters:
  ///   - database: its path in this folder.
  ///   - order: the column by which they are in order.
  /// - Returns: the cards; the database is sound.
  /// - Throws: what keeps the program from being run.
  func reviewedCards(in database: String, by order: String = "id") throws -> [String] {
    let run = try CommandRun(
      ProgramPath.installed("python3"),
      [
        "-c",
        """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        assert db.execute('PRAGMA integrity_check').fetchone()[0] == 'ok'
        for row in db.execute('SELECT card FROM reviews ORDER BY \(order)'): print(row[0])
        """, file(database),
      ], environment: environment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  /// A trainer that shows the second card of the sample deck; the grade of the first is on disk.
  func openTrainer() throws -> ProgramSession {
    let session = try session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: "wrong")
    try session.type("\r", andWaitFor: Mark.reveal)
    return session
  }
}

extension ProgramSession {
  /// Leaves a session and its summary.
  func leaveSession() throws {
    try type("q", andWaitFor: Mark.left)
    type("q")
    #expect(try exitStatus() == .exitCode(0))
  }

  /// Goes back from a reveal to its question, and leaves a session without a grade.
  func leaveReveal() throws {
    try type("q", andWaitFor: Mark.question)
    type("q")
  }
}
