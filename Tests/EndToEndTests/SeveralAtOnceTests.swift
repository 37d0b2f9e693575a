import Glibc
import TestSupport
import Testing

/// More than one Starling on the same database.
@Suite(.timeLimit(.minutes(20))) struct SeveralAtOnceTests {
  @Test func aSecondStarlingWorksWhileTheFirstIsOpen() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let first = try home.session("practice", "sample")
    try first.wait(for: "piano")
    let second = try home.session("practice", "sample")
    try second.wait(for: "piano")
    #expect(try home.starling("grade", "sample/C3", "hard").status == .exitCode(0))
    for session in [first, second] {
      try session.type("\r", andWaitFor: Mark.reveal)
      try session.type("3", andWaitFor: "wrong")
    }
    #expect(try home.starling("due").status == .exitCode(0))
    for session in [first, second] {
      try session.type("q", andWaitFor: Mark.left)
      session.type("q")
      #expect(try session.exitStatus() == .exitCode(0))
    }
    #expect(try home.memory().map(\.reps) == [2, 1])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test func whoeverFindsTheDatabaseLockedSaysSoAndGoesOn() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)

    let lock = try WriteLock(of: home)
    let grade = try home.starling("grade", "sample/C3", "good")
    #expect(grade.status == .exitCode(75))
    #expect(grade.output == "")
    #expect(
      grade.errors
        == "starling: another Starling is writing to \(home.file("starling.sqlite")); try again in a moment\n"
    )
    // Reading goes on as ever.
    #expect(try home.starling("due").status == .exitCode(0))
    try session.type("3", andWaitFor: "another Starling is writing")
    lock.release()

    // The same card still waits for its grade.
    try session.type("3", andWaitFor: "wrong")
    #expect(try home.memory().map(\.card) == ["sample/A1"])
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test func gradesFromManyProcessesAreAllKept() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    #expect(try home.starling("due").status == .exitCode(0))
    try grade(in: home, processes: 3, times: 4)
    #expect(try home.memory().map(\.reps) == [12])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test(arguments: 1...5) func aNewHomeIsMadeOnceHoweverManyFindItMissing(run: Int) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    try grade(in: home, processes: 16, times: 1)
    #expect(try home.memory().map(\.reps) == [16])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  /// Grades a card in several processes at the same time.
  private func grade(in home: TemporaryHome, processes: Int, times: Int) throws {
    let starling = try ProgramPath.built("starling")
    let grades = Array(repeating: "'\(starling)' grade sample/A1 good", count: times)
    let script = """
      set --
      for i in \((1...processes).map(String.init).joined(separator: " ")); do
        (\(grades.joined(separator: " && "))) & set -- "$@" $!
      done
      code=0
      for child in "$@"; do wait $child || code=$?; done
      exit $code
      """
    let run = try CommandRun(
      ProgramPath.installed("sh"), ["-c", script], environment: home.environment())
    let complaints = run.errors.split(separator: "\n").filter { !$0.contains(": good; due") }
    #expect(run.status == .exitCode(0))
    #expect(complaints == [])
  }
}

/// SQLite's lock for writing, held as another process would hold it.
///
/// In WAL mode it is a lock of byte 120 of the file `-shm` (<https://sqlite.org/walformat.html>),
/// which is there as long as somebody has the database open.
private struct WriteLock {
  private let file: Int32

  init(of home: TemporaryHome) throws {
    file = open(home.file("starling.sqlite-shm"), O_RDWR | O_CLOEXEC)
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 120
    lock.l_len = 1
    guard file >= 0, fcntl(file, F_SETLK, &lock) == 0 else {
      throw TestFailure("cannot lock \(home.file("starling.sqlite-shm"))")
    }
  }

  func release() { close(file) }
}
