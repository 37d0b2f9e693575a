import TestSupport
import Testing

/// What `--help` says of each command, compared with `help.txt`.
@Suite(.timeLimit(.minutes(20))) struct HelpTests {
  /// The commands as the parser describes them to other programs.
  private struct Described: Decodable {
    struct Command: Decodable {
      var commandName: String
      var subcommands: [Command]?

      /// The words of this command and of all under it, each below the one it belongs to.
      func paths(below words: [String] = []) -> [[String]] {
        [words] + (subcommands ?? []).flatMap { $0.paths(below: words + [$0.commandName]) }
      }
    }
    var command: Command
  }

  @Test func helpOnEachCommand() throws {
    let home = try TemporaryHome()
    let described = try home.starling("--experimental-dump-help").decoded(as: Described.self)
    let texts = try described.command.paths().map { words in
      let run = try CommandRun(
        ProgramPath.built("starling"), words + ["--help"], environment: home.environment())
      #expect(run.status == .exitCode(0) && run.errors == "")
      return (["$ starling"] + words + ["--help"]).joined(separator: " ") + "\n" + run.output
    }
    let folder = #filePath.dropLast("HelpTests.swift".count)
    try expectSnapshot(texts.joined(separator: "\n"), at: folder + "help.txt")
  }
}
