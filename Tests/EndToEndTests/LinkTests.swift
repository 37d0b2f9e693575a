import TestSupport
import Testing

/// Paths that are told are links where a terminal makes them such, and nowhere else.
@Suite struct LinkTests {
  @Test func theCopyThatWasMadeIsALink() throws {
    let home = try TemporaryHome()
    _ = try home.starling("stories", "add", "Night list")
    let session = try home.session("backup")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(session.output.contains("\u{1B}]8;;file://\(home.path)/"), "\(session.output)")
    let plain = try home.session(
      "backup", environment: home.environment(adding: ["TERM": "linux"]))
    #expect(try plain.exitStatus() == .exitCode(0))
    #expect(!plain.output.contains("\u{1B}"))
    #expect(try !home.starling("backup").output.contains("\u{1B}"))
  }
}
