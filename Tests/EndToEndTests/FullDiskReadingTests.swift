import Glibc
import TestSupport
import Testing

/// What is on a full disk can be read, so that it can be brought to another.
@Suite(.timeLimit(.minutes(20)), .enabled(if: geteuid() == 0, "it mounts a disk of its own"))
struct FullDiskReadingTests {
  @Test(arguments: ["due", "memory", "export -", "backup copy.sqlite", "plan", "stats"])
  func commandsOfTruthRun(_ command: String) throws {
    let home = try TemporaryHome()
    _ = try home.starling("grade", "star-people/PE-01", "good")
    try home.write("", to: "disk/.keep")
    let program = try ProgramPath.built("starling")
    let script = """
      cd '\(home.path)' && mount -t tmpfs -o size=4m tmpfs disk &&
      cp -r cache starling.sqlite disk/ && { dd if=/dev/zero of=disk/filling bs=4096 2>/dev/null
        '\(program)' \(command); }
      """
    let run = try CommandRun(
      ProgramPath.installed("unshare"), ["-m", "sh", "-c", script],
      environment: home.environment(adding: ["STARLING_HOME": home.file("disk")]))
    #expect(run.status == .exitCode(0), "\(run.output)\(run.errors)")
    // What could not be kept beside it, a line each.
    let lines = run.errors.split(separator: "\n").filter { !$0.contains("interview") }
    #expect(lines.allSatisfy { $0.contains("the disk is full") })
  }
}
