import Glibc
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct IdleTests {
  @Test(arguments: ["", "\r"])
  func aScreenThatNobodyTouchesTakesNoTimeAndWritesNothing(keys: String) throws {
    let home = try TemporaryHome()
    let session = try home.session()
    try session.wait(for: Mark.home)
    if !keys.isEmpty { try session.type(keys, andWaitFor: Mark.question) }
    // What belongs to that frame, and the day's safety copy half a second later.
    while !session.terminal.read(milliseconds: 1500).isEmpty {}
    let before = try ProcessStatus(of: session.process.id).ticks
    // The wait itself is the test: for two seconds nothing may come.
    #expect(session.terminal.read(milliseconds: 2000).isEmpty)
    #expect(try ProcessStatus(of: session.process.id).ticks == before)
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
  }
}
