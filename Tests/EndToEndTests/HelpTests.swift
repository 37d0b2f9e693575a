import Foundation
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

  /// Each command shows how it is called, in lines that it takes.
  @Test func everyExampleIsTaken() throws {
    let home = try TemporaryHome()
    try home.write("", to: "form.yaml")
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z")
    let described = try home.starling("--experimental-dump-help").decoded(as: Described.self)
    for words in described.command.paths() where !words.isEmpty && words != ["help"] {
      let help = try CommandRun(
        ProgramPath.built("starling"), words + ["--help"], environment: home.environment())
      let examples = help.output.components(separatedBy: "\nEXAMPLES:\n").dropFirst().joined()
        .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect((1...3).contains(examples.count), "\(words)")
      for example in examples {
        let begin = (["starling"] + words.prefix(1)).joined(separator: " ")
        #expect(example.hasPrefix(begin), "\(example)")
        // Whatever it finds, it is no fault of the words; a help asked for would be given for any.
        let line = example + (words == ["simulate"] ? " --runs 1" : "")
        let run = try CommandRun(
          "/bin/sh",
          [
            "-c",
            "cd '\(home.path)'; starling() { '\(ProgramPath.built("starling"))' \"$@\"; }; \(line) </dev/null",
          ], environment: home.environment(adding: ["EDITOR": "true", "HOME": home.path]))
        #expect(!run.errors.contains("Usage: "), "\(example): \(run.errors)")
      }
    }
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
