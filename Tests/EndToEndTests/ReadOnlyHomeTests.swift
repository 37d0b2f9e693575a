import Glibc
import TestSupport
import Testing

/// What lies where nothing can be written can be read, and be brought elsewhere.
@Suite(.timeLimit(.minutes(20)), .enabled(if: geteuid() == 0, "it mounts a disk of its own"))
struct ReadOnlyHomeTests {
  /// What a command does on a disk that was filled and may only be read since.
  private func run(_ command: String) throws -> (run: CommandRun, home: TemporaryHome) {
    let home = try TemporaryHome()
    _ = try home.starling("grade", "star-people/PE-01", "good")
    _ = try home.starling("stories", "add", "The refund")
    _ = try home.starling("interviews", "add", "Halden", "--at", "2040-01-05T10:00Z")
    try home.write("", to: "disk/.keep")
    let program = try ProgramPath.built("starling")
    let script = """
      cd '\(home.path)' && mount -t tmpfs -o size=8m tmpfs disk && cp starling.sqlite* disk/ &&
      mount -o remount,ro disk && '\(program)' \(command)
      """
    let run = try CommandRun(
      ProgramPath.installed("unshare"), ["-m", "sh", "-c", script],
      environment: home.environment(adding: ["STARLING_HOME": home.file("disk")]))
    return (run, home)
  }

  private static let reason = "it is on a disk that may only be read"

  @Test(arguments: [
    ("due", " min"), ("stories", "The refund"), ("memory", "star-people/PE-01"),
    ("export -", "The refund"), ("brief", "BRIEF"), ("plan", ""), ("stats", "1 answer"),
    ("backup copy.sqlite", "copy.sqlite"),
  ])
  func whatIsThereIsRead(command: String, output: String) throws {
    let (run, home) = try run(command)
    #expect(run.status == .exitCode(0), "\(run.output)\(run.errors)")
    #expect(run.output.contains(output) || output.isEmpty)
    #expect(run.errors.contains("\(Self.reason); it is read, and nothing is kept\n"))
    if command.hasPrefix("backup") {
      let copy = try home.starling("restore", home.file("copy.sqlite"))
      #expect(copy.status == .exitCode(0), "\(copy.errors)")
    }
  }

  @Test(arguments: [
    "grade star-people/PE-02 good", "stories add Another", "undo", "practice --plain",
    "import disk/starling.sqlite",
  ])
  func whatWouldBeKeptIsRefused(command: String) throws {
    let run = try run(command).run
    #expect(run.status != .exitCode(0), "\(run.output)")
    #expect(run.errors.contains(Self.reason) || command.hasPrefix("import"), "\(run.errors)")
  }
}
