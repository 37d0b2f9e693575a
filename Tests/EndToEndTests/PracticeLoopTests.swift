import Glibc
import TestSupport
import Testing

/// A session from beginning to end, in a terminal of 80 × 24.
@Suite(.timeLimit(.minutes(20))) struct PracticeLoopTests {
  @Test func threeGoodAnswersFromTheHomeScreenAreInTheMemory() throws {
    let home = try TemporaryHome()
    let session = try home.session()
    try session.wait(for: Mark.home)
    try session.type("\r", andWaitFor: Mark.question)
    for _ in 0..<3 {
      try session.type(" ", andWaitFor: Mark.speaking)
      try session.type("\r", andWaitFor: Mark.reveal)
      try session.type("3", andWaitFor: Mark.question)
    }
    try session.type("q", andWaitFor: Mark.left)
    try session.type("q", andWaitFor: Mark.home)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))

    let memory = try home.memory("--model", "fsrs-6")
    #expect(memory.map(\.stability) == [2.3065, 2.3065, 2.3065])
    #expect(Set(memory.map(\.card)).count == 3)
    #expect(memory.allSatisfy { $0.reps == 1 && $0.lapses == 0 && $0.model == "fsrs-6" })
  }

  @Test func aCardAnsweredAgainComesBackInTheSessionUntilItWasRight() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("1", andWaitFor: "wrong")
    for next in ["mistake", "piano"] {
      try session.type("\r", andWaitFor: Mark.reveal)
      try session.type("3", andWaitFor: next)
    }
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: Mark.summary)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    let memory = try home.memory()
    #expect(memory.map(\.card) == ["sample/A1", "sample/B2", "sample/C3"])
    #expect(memory.map(\.reps) == [2, 1, 1])
  }

  @Test func aGradeSurvivesAKillStraightAfterIt() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("3", andWaitFor: "wrong")
    session.process.send(SIGKILL)
    #expect(try session.exitStatus() == .signal(SIGKILL))
    #expect(try home.memory().map(\.card) == ["sample/A1"])
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test func undoTakesTheGradeBackAndAsksForItAgain() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: Mark.reveal)
    try session.type("2", andWaitFor: "wrong")
    try session.type("u", andWaitFor: "piano")
    #expect(try home.memory().isEmpty)
    try session.type("4", andWaitFor: "wrong")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try home.memory("--model", "fsrs-6").map(\.stability) == [8.2956])
  }

  @Test func suspendedAndBuriedCardsStayAwayAndUndoBringsThemBack() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("x", andWaitFor: "wrong")
    try session.type("B", andWaitFor: "mistake")
    try session.type("u", andWaitFor: "wrong")
    session.type("q")
    try session.wait(for: Mark.left)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))

    let plain = try home.starling("practice", "sample", "--plain")
    #expect(!plain.output.contains("piano"))
    #expect(plain.output.contains("1 of 2: B2"))
  }

  @Test func weakCardsShowWhatWasAnsweredAgainBeforeWhatHasFaded() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    #expect(
      try home.starling("grade", "sample/A1", "good", "--at", "2020-01-01T12:00Z").status
        == .exitCode(0))
    #expect(try home.starling("grade", "sample/B2", "again").status == .exitCode(0))
    #expect(try home.starling("grade", "sample/C3", "good").status == .exitCode(0))

    let session = try home.session()
    try session.wait(for: Mark.home)
    try session.type("w", andWaitFor: Mark.weak)
    let list = session.answer
    let again = try #require(list.firstRange(of: "When were you wrong?"))
    let faded = try #require(list.firstRange(of: "Who lifted the piano?"))
    #expect(again.lowerBound < faded.lowerBound)
    #expect(!list.contains("best mistake"))
    session.type("q")
    try session.wait(for: Mark.home)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))

    let plain = try home.starling("practice", "--weak", "--plain")
    #expect(plain.output.contains("1 of 2: B2"))
    #expect(plain.status == .exitCode(0))
  }
}
