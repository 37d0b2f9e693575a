import Files
import FoundationEssentials
import TestSupport
import Testing

@testable import starling

/// Installing, the manual, upgrading an older database, and taking everything away again, in a home
/// of nobody's.
@Suite(.timeLimit(.minutes(20))) struct InstallTests {
  /// Every file below a folder, from there on.
  private func files(in home: TemporaryHome, _ folder: String) throws -> Set<String> {
    let run = try CommandRun(
      ProgramPath.installed("sh"), ["-c", "cd '\(home.file(folder))' && find . -mindepth 1"],
      environment: ["PATH": ProgramPath.search])
    return Set(run.output.split(separator: "\n").map { String($0.dropFirst(2)) })
  }

  private func sh(_ home: TemporaryHome, _ script: String) throws -> CommandRun {
    try CommandRun(
      ProgramPath.installed("sh"), ["-c", "cd && \(script)"],
      environment: home.cleanEnvironment())
  }

  @Test func installedUsedUpgradedAndRemovedOnlyThePersonsDataIsLeft() throws {
    let home = try TemporaryHome()
    try home.write("", to: "home/.profile")
    let installed = try home.install()
    #expect(installed.status == .exitCode(0), "\(installed.errors)")
    let paths = installed.output.split(separator: "\n").map(String.init)
    #expect(paths.count == 5)
    for path in paths { #expect(path.hasPrefix(home.file("home/.local/"))) }
    // A second time brings it up to date, and can be done by the program itself.
    #expect(try sh(home, "starling install").status == .exitCode(0))
    #expect(
      try sh(home, "man -w starling").output
        == "\(home.file("home/.local/share/man/man1/starling.1"))\n")

    // Made by an older version, with reviews, one taken back, and an interview.
    let older = #filePath.dropLast("InstallTests.swift".count) + "older-database.sql"
    let made = try sh(
      home,
      """
      umask 077 && mkdir -p .local/share/starling && python3 -c "import sqlite3
      d = sqlite3.connect('.local/share/starling/starling.sqlite')
      d.executescript(open('\(older)').read())"
      """)
    #expect(made.status == .exitCode(0), "\(made.errors)")
    let memory = try sh(home, "starling memory --json --model fsrs-6 --at 2026-11-10T00:00Z")
    #expect(memory.status == .exitCode(0), "\(memory.errors)")
    #expect(memory.output.matches(of: /"card": "star-people\/PE-0[12]"/).count == 2)
    #expect(memory.output.contains("\"stability\": 2.3065"))
    #expect(memory.output.contains("\"stability\": 0.212"))
    #expect(try sh(home, "starling interviews list").output.contains("Halden Rail"))
    #expect(try sh(home, "starling grade star-people/PE-03 good").status == .exitCode(0))
    #expect(try sh(home, "starling decks new mine").status == .exitCode(0))
    #expect(try sh(home, "starling config practice.minutes 25").status == .exitCode(0))
    let doctor = try sh(home, "starling doctor")
    #expect(doctor.status == .exitCode(0), "\(doctor.output)\(doctor.errors)")
    #expect(try sh(home, "test -e .cache/starling/decks.sqlite").status == .exitCode(0))

    let removed = try sh(home, "starling uninstall")
    #expect(removed.status == .exitCode(0), "\(removed.errors)")
    var left = try files(in: home, "home")
    #expect(
      left.contains { $0.hasPrefix(".local/share/starling/backups/") && $0.contains("sqlite") })
    left = left.filter { !$0.hasPrefix(".local/share/starling/") }
    #expect(
      left.subtracting([".cache"]) == [
        ".profile", ".local", ".local/share", ".local/share/starling", ".config",
        ".config/starling", ".config/starling/config.yaml", ".config/starling/decks",
        ".config/starling/decks/mine.yaml",
      ])
    // It is all there still for whoever comes back.
    #expect(try home.install().status == .exitCode(0))
    #expect(
      try sh(home, "starling memory --json").output.matches(of: /"card":/).count == 3)
  }

  @Test func aPrefixInWhichNothingElseIsGoesAsWell() throws {
    let home = try TemporaryHome()
    let prefix = home.file("place/there")
    #expect(try home.starling("install", "--prefix", prefix).status == .exitCode(0))
    #expect(try home.starling("uninstall", "--prefix", prefix).status == .exitCode(0))
    #expect(try files(in: home, "place").isEmpty)
    let again = try home.starling("uninstall", "--prefix", prefix)
    #expect(again.status == .exitCode(0))
    #expect(again.errors.contains("there was nothing to take away"))

    try home.write("x", to: "file")
    let refused = try home.starling("install", "--prefix", home.file("file"))
    #expect(refused.status == .exitCode(73))
    #expect(refused.errors.hasPrefix("starling: cannot "))
    #expect(try home.text(of: "file") == "x")
  }

  @Test func theManualHasEveryCommandOptionAndExitCode() throws {
    let home = try TemporaryHome()
    #expect(try home.install().status == .exitCode(0))
    let page = try CommandRun(
      ProgramPath.installed("man"),
      ["--warnings", "-l", home.file("home/.local/share/man/man1/starling.1")],
      environment: home.cleanEnvironment().merging(["MANWIDTH": "100"]) { $1 })
    #expect(page.status == .exitCode(0))
    #expect(page.errors == "")
    let text = try CommandRun(
      ProgramPath.installed("col"), ["-b"], input: page.output,
      environment: home.cleanEnvironment()
    ).output

    let dump = try home.starling("--experimental-dump-help").output
    let parser = try JSONDecoder().decode(ToolInfo.self, from: Data(dump.utf8))
    var commands = 0
    func check(_ command: ToolInfo.Command, _ path: [String]) throws {
      guard command.commandName != "help" else { return }
      let path = path + [command.commandName]
      let title = "\n   starling \(path.joined(separator: " "))\n"
      let start = try #require(text.ranges(of: title).first?.upperBound, "\(path)")
      let rest = text[start...]
      let section = rest[..<(rest.ranges(of: "\n   starling ").first?.lowerBound ?? rest.endIndex)]
      commands += 1
      for argument in command.arguments ?? [] {
        for name in argument.names ?? [] where !["help", "version", "h"].contains(name.name) {
          // What is not for this command is not in its page.
          #expect(section.contains("--\(name.name)") == argument.shouldDisplay, "\(path)")
        }
        if argument.kind == "positional", let name = argument.valueName {
          #expect(section.contains("<\(name)>"), "\(path)")
        }
      }
      for child in command.subcommands ?? [] { try check(child, path) }
    }
    for child in parser.command.subcommands ?? [] { try check(child, []) }
    #expect(commands > 60)
    let keysStart = try #require(text.ranges(of: "\nKEYS\n").first?.upperBound)
    let keys = text[keysStart...]
    for line in ["   The reveal\n", "   Stories\n", "   Everywhere\n", "Ctrl-Z"] {
      #expect(keys.contains(line), "\(line)")
    }
    #expect(keys.contains("\nWORDS\n"))
    let start = try #require(text.ranges(of: "\nEXIT STATUS\n").first?.upperBound)
    let end = try #require(text[start...].ranges(of: "\nENVIRONMENT\n").first?.lowerBound)
    let codes = text[start..<end].split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(codes == ["0 done"] + Failure.Code.allCases.map { "\($0.rawValue) \($0.meaning)" })
  }

  /// What the parser says of itself.
  private struct ToolInfo: Decodable {
    struct Command: Decodable {
      var commandName: String
      var subcommands: [Command]?
      var arguments: [Argument]?
    }
    struct Argument: Decodable {
      var shouldDisplay: Bool
      struct Name: Decodable { var name: String }
      var kind: String
      var names: [Name]?
      var valueName: String?
    }
    var command: Command
  }

  @Test func helpTellsOfTopicsAndOfCommands() throws {
    let home = try TemporaryHome()
    #expect(try home.starling("help", "STAR").output.hasPrefix("STAR: how an answer is built\n"))
    let plan = try home.starling("help", "plan")
    #expect(plan.output.hasPrefix("The plan to the day\n"))
    #expect(plan.output.contains("“starling plan --help”"))
    #expect(plan.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try home.starling("help", "grade").output.contains("USAGE: starling grade"))
    let words = try home.starling("help", "words").output
    #expect(words.contains("\nready now\n    What would come back on the day if you stopped now"))
    #expect(words.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(
      try home.starling("help").output.replacing("\n", with: " ").contains(
        "“starling help TOPIC” explains guide, star, "))
  }

  @Test func aPackageOfAProgramThatNeedsLibrariesIsRefused() throws {
    let home = try TemporaryHome()
    let run = try home.starling("install", "--deb", home.file("starling.deb"))
    #expect(run.status == .exitCode(69))
    #expect(run.errors.contains("-static-executable"))
  }
}
