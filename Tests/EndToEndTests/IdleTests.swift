import Glibc
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct IdleTests {
  @Test(arguments: ["", "\r"])
  func aScreenThatNobodyTouchesTakesNoTimeAndWritesNothing(keys: String) throws {
    let home = try TemporaryHome()
    let session = try home.session()
    try session.wait(for: Mark.home)
    if !keys.isEmpty { try session.type(keys, andWaitFor: Mark.question) }
    // First comes what belongs to that frame, and the day's safety copy half a second later, which
    // take as long as the machine needs. Then nothing may come, for two seconds.
    #expect(
      try succeedsOnce(in: 15) {
        let before = try ProcessStatus(of: session.process.id)
        let isSilent = session.terminal.read(milliseconds: 2000).isEmpty
        let after = try ProcessStatus(of: session.process.id)
        return isSilent && after.ticks == before.ticks && after.wakeUps == before.wakeUps
      })
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
  }
}
