import Glibc
import TestSupport
import Testing

/// Another program writes into the database's file under a trainer that has it open, as if it were any
/// file.
@Suite(.timeLimit(.minutes(5))) struct OverwrittenFileTests {
  private func sh(_ script: String, _ home: TemporaryHome) throws {
    let run = try CommandRun(
      ProgramPath.installed("sh"), ["-e", "-c", "cd '\(home.path)'\n\(script)"],
      environment: home.environment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
  }

  /// The cards of all reviews, as another program finds them.
  private func cards(in database: String, _ home: TemporaryHome) throws -> [String] {
    let run = try CommandRun(
      ProgramPath.installed("python3"),
      [
        "-c",
        """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        assert db.execute('PRAGMA integrity_check').fetchone()[0] == 'ok'
        for row in db.execute('SELECT card FROM reviews ORDER BY card'): print(row[0])
        """, home.file(database),
      ], environment: home.environment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  /// A home whose database is as one that was practised with on other days, and a copy of it.
  private func practised() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    _ = try home.starling("grade", "star-people/PE-01", "good")
    try sh("umask 077; cp starling.sqlite copy.sqlite", home)
    _ = try home.starling("grade", "star-people/PE-02", "good")
    return home
  }

  /// A trainer that shows the second card; the grade of the first is on disk.
  private func practising(_ home: TemporaryHome) throws -> ProgramSession {
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: "wrong")
    try session.type("\r", andWaitFor: Mark.reveal)
    return session
  }

  private func leave(_ session: ProgramSession) throws {
    try session.type("q", andWaitFor: Mark.left)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test func anOlderCopyTakesNoGradeOfThisRun() throws {
    let home = try practised()
    let session = try practising(home)
    try sh("cp copy.sqlite starling.sqlite", home)
    try session.type("3", andWaitFor: "another program has written")
    try session.wait(for: "mistake")
    try leave(session)
    let kept = try cards(in: "starling.sqlite", home)
    #expect(kept.contains("sample/A1") && kept.contains("sample/B2"), "\(kept)")
    #expect(Set(kept).count == kept.count, "\(kept)")
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  /// A backup keeps no log, unlike what is open, and the program turns that into its own way.
  @Test func aBackupTakesNoGradeOfThisRun() throws {
    let home = try practised()
    let starling = try ProgramPath.built("starling")
    try sh(
      """
      echo 'title: One' | '\(starling)' stories add --from -
      '\(starling)' backup backup.sqlite
      '\(starling)' grade star-people/PE-03 good
      echo 'title: Other' | '\(starling)' stories add --from -
      """, home)
    let session = try practising(home)
    try sh("cp backup.sqlite starling.sqlite", home)
    try session.type("3", andWaitFor: "another program has written")
    try session.wait(for: "mistake")
    try leave(session)
    #expect(
      try cards(in: "starling.sqlite", home) == [
        "sample/A1", "sample/B2", "star-people/PE-01", "star-people/PE-02",
      ])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  /// What a link leads to has its log beside it, not beside the link.
  @Test(arguments: ["cp copy.sqlite", "head -c 300000 /dev/urandom >", "rm"])
  func itIsNoticedThroughALink(script: String) throws {
    let home = try practised()
    try sh("mkdir -m 700 other; mv starling.sqlite other/db; ln -s other/db starling.sqlite", home)
    let session = try practising(home)
    try sh("\(script) other/db", home)
    try session.type("3", andWaitFor: script == "rm" ? "was deleted" : "has written")
    if script.hasPrefix("head") {
      try sh("'\(ProgramPath.built("starling"))' restore copy.sqlite", home)
      try session.type("3", andWaitFor: "mistake")
    } else {
      try session.wait(for: "mistake")
    }
    try leave(session)
    let kept = try cards(in: "starling.sqlite", home)
    #expect(kept.contains("sample/A1") && kept.contains("sample/B2"), "\(kept)")
    if !script.hasPrefix("head") { try sh("test -L starling.sqlite; test -f other/db", home) }
  }

  private static let garbage = [
    "truncate -s 0 starling.sqlite",
    "dd if=/dev/zero of=starling.sqlite bs=4096 count=40 conv=notrunc 2>/dev/null",
    "head -c 300000 /dev/urandom > starling.sqlite",
  ]

  /// All of a new database is in its log still, and is written again.
  @Test(arguments: garbage) func garbageOverANewDatabaseIsTakenAway(script: String) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try practising(home)
    try sh(script, home)
    try session.type("3", andWaitFor: "another program has written over")
    try session.wait(for: "mistake")
    try leave(session)
    #expect(try cards(in: "starling.sqlite", home) == ["sample/A1", "sample/B2"])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test(arguments: garbage) func garbageHoldsTheGradesUntilACopyIsBroughtBack(
    script: String
  ) throws {
    let home = try practised()
    let session = try practising(home)
    try sh(script, home)
    try session.type("3", andWaitFor: "another program has written over")
    #expect(try home.names().contains { $0.hasPrefix("unsaved-run-") })
    try sh("'\(ProgramPath.built("starling"))' restore copy.sqlite", home)
    try session.type("3", andWaitFor: "mistake")
    try leave(session)
    #expect(
      try cards(in: "starling.sqlite", home) == ["sample/A1", "sample/B2", "star-people/PE-01"])
    #expect(try !home.names().contains { $0.hasPrefix("unsaved-run-") })
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test func whoLeavesFindsTheGradesInAFile() throws {
    let home = try practised()
    let session = try practising(home)
    try sh("head -c 300000 /dev/urandom > starling.sqlite", home)
    try session.type("3", andWaitFor: "another program has written over")
    session.process.send(SIGTERM)
    _ = try session.exitStatus()
    let starling = try ProgramPath.built("starling")
    try sh("'\(starling)' restore copy.sqlite; '\(starling)' import unsaved-run-*.json", home)
    #expect(try cards(in: "starling.sqlite", home) == ["sample/A1", "star-people/PE-01"])
  }

  @Test func lineByLineItIsToldAndKept() throws {
    let home = try practised()
    let session = try home.session("practice", "sample", "--plain")
    try session.wait(for: "piano")
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "wrong")
    try sh("head -c 300000 /dev/urandom > starling.sqlite", home)
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "another program has written over")
    try session.wait(for: "wrong")
    try sh("'\(ProgramPath.built("starling"))' restore copy.sqlite", home)
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "mistake")
    session.type("q\n")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(
      try cards(in: "starling.sqlite", home) == ["sample/A1", "sample/B2", "star-people/PE-01"])
  }

  /// Other Starlings write through the log, and take it into the file.
  @Test func whatOtherStarlingsDoIsNothingOfTheKind() throws {
    let home = try practised()
    let session = try practising(home)
    let rows = (0..<3000).map {
      "star-people/PE-0\($0 % 7 + 1),\(1_700_000_000_000 + $0 * 9_000_000),3"
    }
    try home.write(
      "card_id,review_time,review_rating\n" + rows.joined(separator: "\n") + "\n", to: "reviews.csv"
    )
    #expect(try home.starling("import", home.file("reviews.csv")).status == .exitCode(0))
    try sh("chmod 600 starling.sqlite", home)
    try session.type("3", andWaitFor: "mistake")
    try leave(session)
    #expect(!session.output.contains("another program"))
    #expect(try cards(in: "starling.sqlite", home).count == 3004)
  }
}
