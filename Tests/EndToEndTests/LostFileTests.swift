import Glibc
import TestSupport
import Testing

/// The database's file goes away, or becomes another, under a trainer that has it open.
@Suite(.timeLimit(.minutes(5))) struct LostFileTests {
  /// A trainer that shows the second card; the grade of the first is on disk.
  private func practising(_ home: TemporaryHome) throws -> ProgramSession {
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: "wrong")
    try session.type("\r", andWaitFor: Mark.reveal)
    return session
  }

  private func sh(_ script: String, _ home: TemporaryHome) throws {
    let run = try CommandRun(
      ProgramPath.installed("sh"), ["-e", "-c", "cd '\(home.path)'\n\(script)"],
      environment: home.environment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
  }

  /// The cards of all reviews in a database, as another program finds them.
  private func cards(in database: String, _ home: TemporaryHome) throws -> [String] {
    let run = try CommandRun(
      ProgramPath.installed("python3"),
      [
        "-c",
        """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        assert db.execute('PRAGMA integrity_check').fetchone()[0] == 'ok'
        for row in db.execute('SELECT card FROM reviews ORDER BY id'): print(row[0])
        """, home.file(database),
      ], environment: home.environment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  private func leave(_ session: ProgramSession) throws {
    try session.type("q", andWaitFor: Mark.left)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test(arguments: [
    "rm starling.sqlite*", "rm starling.sqlite", "rm starling.sqlite starling.sqlite-wal",
  ])
  func aGradeAfterTheDatabaseWasDeletedIsToldAndKept(script: String) throws {
    let home = try TemporaryHome()
    let session = try practising(home)
    try sh(script, home)
    try session.type("3", andWaitFor: "the database was deleted while Starling ran")
    try session.wait(for: "mistake")
    #expect(try cards(in: "starling.sqlite", home) == ["sample/A1", "sample/B2"])
    // And the next is kept there, too, as if nothing had been.
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: Mark.summary)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(
      try cards(in: "starling.sqlite", home) == ["sample/A1", "sample/B2", "sample/C3"])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test func gradesBeforeAreThereAfterLeavingWithoutAnother() throws {
    let home = try TemporaryHome()
    let session = try practising(home)
    try sh("rm starling.sqlite*", home)
    try leave(session)
    #expect(session.output.contains("the database was deleted while Starling ran"))
    #expect(try cards(in: "starling.sqlite", home) == ["sample/A1"])
  }

  @Test func aGradeAfterAnotherDatabaseWasPutThereIsKeptInThat() throws {
    let home = try TemporaryHome()
    let session = try practising(home)
    try sh(
      """
      umask 077; python3 -c "import sqlite3
      sqlite3.connect('starling.sqlite').execute('VACUUM INTO \\"copy.sqlite\\"')"
      """, home)
    #expect(try home.starling("grade", "sample/C3", "hard").status == .exitCode(0))
    try sh("mv copy.sqlite starling.sqlite", home)
    try session.type("3", andWaitFor: "another database was put in the place of yours")
    try leave(session)
    #expect(try cards(in: "starling.sqlite", home) == ["sample/A1", "sample/B2"])
    try sh("mv backups/*-kept.sqlite kept.sqlite", home)
    #expect(try cards(in: "kept.sqlite", home) == ["sample/A1", "sample/C3"])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test func whatIsNoDatabaseHoldsTheGradeUntilThereIsOne() throws {
    let home = try TemporaryHome()
    let session = try practising(home)
    try sh("rm starling.sqlite*; echo This is no database. > starling.sqlite", home)
    try session.type("3", andWaitFor: "another database is now at")
    try sh("ls backups/*-kept.sqlite", home)
    try sh("'\(ProgramPath.built("starling"))' restore backups/*-kept.sqlite", home)
    try session.type("3", andWaitFor: "mistake")
    try leave(session)
    #expect(try cards(in: "starling.sqlite", home) == ["sample/A1", "sample/B2"])
  }

  @Test func aMovedHomeIsGoneOnWith() throws {
    let home = try TemporaryHome()
    let session = try practising(home)
    try sh("mkdir home && mv starling.sqlite* home/", home)
    try session.type("3", andWaitFor: "the database was moved while Starling ran")
    try leave(session)
    #expect(try cards(in: "home/starling.sqlite", home) == ["sample/A1", "sample/B2"])
  }

  @Test func lineByLineItIsToldAndKept() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample", "--plain")
    try session.wait(for: "piano")
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "wrong")
    try sh("rm starling.sqlite*", home)
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "mistake")
    #expect(session.output.contains("the database was deleted while Starling ran"))
    session.type("q\n")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try cards(in: "starling.sqlite", home) == ["sample/A1", "sample/B2"])
  }

  @Test func aFileThatMayNotGrowIsAnErrorAndNothingHalfIsLeft() throws {
    let home = try TemporaryHome()
    let rows = (0..<3000).map {
      "star-people/PE-0\($0 % 7 + 1),\(1_700_000_000_000 + $0 * 9_000_000),3"
    }
    try home.write(
      "card_id,review_time,review_rating\n" + rows.joined(separator: "\n") + "\n", to: "reviews.csv"
    )
    #expect(try home.starling("import", home.file("reviews.csv")).status == .exitCode(0))
    for command in ["backup", "backup mine.sqlite", "restore backups/*.sqlite", "import again.csv"]
    {
      let run = try CommandRun(
        ProgramPath.installed("sh"),
        [
          "-c",
          """
          cd '\(home.path)'; sed 's/PE/PR/' reviews.csv > again.csv; umask 077; mkdir -p backups; cp starling.sqlite backups/2026-11-01.sqlite
          ulimit -f 200; exec '\(ProgramPath.built("starling"))' \(command)
          """,
        ], environment: home.environment())
      #expect(run.status == .exitCode(74), "\(command): \(run.status) \(run.errors)")
      #expect(run.errors.contains("the file may not grow further (ulimit -f)"), "\(run.errors)")
      let left = try CommandRun(
        ProgramPath.installed("sh"),
        ["-c", "cd '\(home.path)'; find . -name '*part*' -o -name '.restoring*'"],
        environment: home.environment())
      #expect(left.output == "", "\(command)")
    }
    #expect(try home.starling("doctor").status == .exitCode(0))
  }
}
