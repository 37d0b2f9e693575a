import Glibc
import TestSupport
import Testing

/// The database's file goes away, or becomes another, under a trainer that has it open.
@Suite(.timeLimit(.minutes(20))) struct LostFileTests {
  @Test(arguments: [
    "rm starling.sqlite*", "rm starling.sqlite", "rm starling.sqlite starling.sqlite-wal",
  ])
  func aGradeAfterTheDatabaseWasDeletedIsToldAndKept(script: String) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.openTrainer()
    try home.script(script)
    try session.type("3", andWaitFor: "the database was deleted while Starling ran")
    try session.wait(for: "mistake")
    #expect(try home.reviewedCards(in: "starling.sqlite") == ["sample/A1", "sample/B2"])
    // And the next is kept there, too, as if nothing had been.
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: Mark.summary)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(
      try home.reviewedCards(in: "starling.sqlite") == ["sample/A1", "sample/B2", "sample/C3"])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test func gradesBeforeAreThereAfterLeavingWithoutAnother() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.openTrainer()
    try home.script("rm starling.sqlite*")
    try session.type("q", andWaitFor: Mark.question)
    try session.leaveSession()
    #expect(session.output.contains("the database was deleted while Starling ran"))
    #expect(try home.reviewedCards(in: "starling.sqlite") == ["sample/A1"])
  }

  @Test func aGradeAfterAnotherDatabaseWasPutThereIsKeptInThat() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.openTrainer()
    try home.script(
      """
      umask 077; python3 -c "import sqlite3
      sqlite3.connect('starling.sqlite').execute('VACUUM INTO \\"copy.sqlite\\"')"
      """)
    #expect(try home.starling("grade", "sample/C3", "hard").status == .exitCode(0))
    try home.script("mv copy.sqlite starling.sqlite")
    try session.type("3", andWaitFor: "another database was put in the place of yours")
    try session.leaveSession()
    #expect(try home.reviewedCards(in: "starling.sqlite") == ["sample/A1", "sample/B2"])
    try home.script("mv backups/*-kept.sqlite kept.sqlite")
    #expect(try home.reviewedCards(in: "kept.sqlite") == ["sample/A1", "sample/C3"])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test func whatIsNoDatabaseHoldsTheGradeUntilThereIsOne() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.openTrainer()
    try home.script("rm starling.sqlite*; echo This is no database. > starling.sqlite")
    try session.type("3", andWaitFor: "another database is now at")
    try home.script("ls backups/*-kept.sqlite")
    try home.script("'\(ProgramPath.built("starling"))' restore backups/*-kept.sqlite")
    try session.type("3", andWaitFor: "mistake")
    try session.leaveSession()
    #expect(try home.reviewedCards(in: "starling.sqlite") == ["sample/A1", "sample/B2"])
  }

  @Test func aMovedHomeIsGoneOnWith() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.openTrainer()
    try home.script("mkdir home && mv starling.sqlite* home/")
    try session.type("3", andWaitFor: "the database was moved while Starling ran")
    try session.leaveSession()
    #expect(try home.reviewedCards(in: "home/starling.sqlite") == ["sample/A1", "sample/B2"])
  }

  @Test func lineByLineItIsToldAndKept() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample", "--plain")
    try session.wait(for: "piano")
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "wrong")
    try home.script("rm starling.sqlite*")
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "mistake")
    #expect(session.output.contains("the database was deleted while Starling ran"))
    session.type("q\n")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try home.reviewedCards(in: "starling.sqlite") == ["sample/A1", "sample/B2"])
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
