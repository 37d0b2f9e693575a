import Glibc
import TestSupport
import Testing

/// Another program writes into the database's file under a trainer that has it open, as if it were any
/// file.
@Suite(.timeLimit(.minutes(20))) struct OverwrittenFileTests {
  /// A home whose database is as one that was practised with on other days, and a copy of it.
  private func practised() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    _ = try home.starling("grade", "star-people/PE-01", "good")
    try home.script("umask 077; cp starling.sqlite copy.sqlite")
    _ = try home.starling("grade", "star-people/PE-02", "good")
    return home
  }

  @Test func anOlderCopyTakesNoGradeOfThisRun() throws {
    let home = try practised()
    let session = try home.openTrainer()
    try home.script("cp copy.sqlite starling.sqlite")
    try session.type("3", andWaitFor: "another program has written")
    try session.wait(for: "mistake")
    try session.leaveSession()
    let kept = try home.reviewedCards(in: "starling.sqlite", by: "card")
    #expect(kept.contains("sample/A1") && kept.contains("sample/B2"), "\(kept)")
    #expect(Set(kept).count == kept.count, "\(kept)")
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  /// A backup keeps no log, unlike what is open, and the program turns that into its own way.
  @Test func aBackupTakesNoGradeOfThisRun() throws {
    let home = try practised()
    let starling = try ProgramPath.built("starling")
    try home.script(
      """
      echo 'title: One' | '\(starling)' stories add --from -
      '\(starling)' backup backup.sqlite
      '\(starling)' grade star-people/PE-03 good
      echo 'title: Other' | '\(starling)' stories add --from -
      """)
    let session = try home.openTrainer()
    try home.script("cp backup.sqlite starling.sqlite")
    try session.type("3", andWaitFor: "another program has written")
    try session.wait(for: "mistake")
    try session.leaveSession()
    #expect(
      try home.reviewedCards(in: "starling.sqlite", by: "card") == [
        "sample/A1", "sample/B2", "star-people/PE-01", "star-people/PE-02",
      ])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  /// What a link leads to has its log beside it, not beside the link.
  @Test(arguments: ["cp copy.sqlite", "head -c 300000 /dev/urandom >", "rm"])
  func itIsNoticedThroughALink(script: String) throws {
    let home = try practised()
    try home.script(
      "mkdir -m 700 other; mv starling.sqlite other/db; ln -s other/db starling.sqlite")
    let session = try home.openTrainer()
    try home.script("\(script) other/db")
    try session.type("3", andWaitFor: script == "rm" ? "was deleted" : "has written")
    if script.hasPrefix("head") {
      try home.script("'\(ProgramPath.built("starling"))' restore copy.sqlite")
      try session.type("3", andWaitFor: "mistake")
    } else {
      try session.wait(for: "mistake")
    }
    try session.leaveSession()
    let kept = try home.reviewedCards(in: "starling.sqlite", by: "card")
    #expect(kept.contains("sample/A1") && kept.contains("sample/B2"), "\(kept)")
    if !script.hasPrefix("head") { try home.script("test -L starling.sqlite; test -f other/db") }
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
    let session = try home.openTrainer()
    try home.script(script)
    try session.type("3", andWaitFor: "another program has written over")
    try session.wait(for: "mistake")
    try session.leaveSession()
    #expect(
      try home.reviewedCards(in: "starling.sqlite", by: "card") == ["sample/A1", "sample/B2"])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test(arguments: garbage) func garbageHoldsTheGradesUntilACopyIsBroughtBack(
    script: String
  ) throws {
    let home = try practised()
    let session = try home.openTrainer()
    try home.script(script)
    try session.type("3", andWaitFor: "another program has written over")
    #expect(try home.names().contains { $0.hasPrefix("unsaved-run-") })
    try home.script("'\(ProgramPath.built("starling"))' restore copy.sqlite")
    try session.type("3", andWaitFor: "mistake")
    try session.leaveSession()
    #expect(
      try home.reviewedCards(in: "starling.sqlite", by: "card") == [
        "sample/A1", "sample/B2", "star-people/PE-01",
      ])
    #expect(try !home.names().contains { $0.hasPrefix("unsaved-run-") })
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test func whoLeavesFindsTheGradesInAFile() throws {
    let home = try practised()
    let session = try home.openTrainer()
    try home.script("head -c 300000 /dev/urandom > starling.sqlite")
    try session.type("3", andWaitFor: "another program has written over")
    session.process.send(SIGTERM)
    _ = try session.exitStatus()
    let starling = try ProgramPath.built("starling")
    try home.script("'\(starling)' restore copy.sqlite; '\(starling)' import unsaved-run-*.json")
    #expect(
      try home.reviewedCards(in: "starling.sqlite", by: "card") == [
        "sample/A1", "star-people/PE-01",
      ])
  }

  @Test func lineByLineItIsToldAndKept() throws {
    let home = try practised()
    let session = try home.session("practice", "sample", "--plain")
    try session.wait(for: "piano")
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "wrong")
    try home.script("head -c 300000 /dev/urandom > starling.sqlite")
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "another program has written over")
    try session.wait(for: "wrong")
    try home.script("'\(ProgramPath.built("starling"))' restore copy.sqlite")
    try session.type("\n", andWaitFor: "1 again")
    try session.type("3\n", andWaitFor: "mistake")
    session.type("q\n")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(
      try home.reviewedCards(in: "starling.sqlite", by: "card") == [
        "sample/A1", "sample/B2", "star-people/PE-01",
      ])
  }

  /// Other Starlings write through the log, and take it into the file.
  @Test func whatOtherStarlingsDoIsNothingOfTheKind() throws {
    let home = try practised()
    let session = try home.openTrainer()
    let rows = (0..<3000).map {
      "star-people/PE-0\($0 % 7 + 1),\(1_700_000_000_000 + $0 * 9_000_000),3"
    }
    try home.write(
      "card_id,review_time,review_rating\n" + rows.joined(separator: "\n") + "\n", to: "reviews.csv"
    )
    #expect(try home.starling("import", home.file("reviews.csv")).status == .exitCode(0))
    try home.script("chmod 600 starling.sqlite")
    try session.type("3", andWaitFor: "mistake")
    try session.leaveSession()
    #expect(!session.output.contains("another program"))
    #expect(try home.reviewedCards(in: "starling.sqlite", by: "card").count == 3004)
  }
}
