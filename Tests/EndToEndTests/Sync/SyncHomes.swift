import Foundation
import TestSupport
import Testing

/// Homes of one person that meet through the program.
struct SyncHomes {
  let home: TemporaryHome
  /// The clocks of those that do not go by the machine's.
  var clocks: [String: MovedClock] = [:]

  init() throws {
    home = try TemporaryHome()
    try home.write("", to: "meet/.keep")
  }

  /// The folder where they meet.
  var place: String { home.file("meet") }

  /// Runs the program in one of the homes.
  func run(_ name: String, _ arguments: [String], input: String = "") throws -> CommandRun {
    try CommandRun(
      ProgramPath.built("starling"), arguments, input: input,
      environment: home.environment(
        adding: (clocks[name]?.environment ?? [:]).merging([
          "STARLING_HOME": home.file(name), "GIT_CONFIG_GLOBAL": "/dev/null",
        ]) { $1 }))
  }

  /// The same for what has to go well.
  @discardableResult
  func done(_ name: String, _ arguments: String..., input: String = "") throws -> String {
    let run = try run(name, arguments, input: input)
    guard run.status == .exitCode(0) else {
      throw TestFailure("\(name) \(arguments): \(run.status) \(run.output)\(run.errors)")
    }
    return run.output
  }

  func export(_ name: String) throws -> String {
    try done(name, "export", "--format", "json", "--no-settings", "-")
  }

  /// Runs lines of the shell in the folder of all homes.
  @discardableResult
  func sh(_ script: String) throws -> String {
    let run = try CommandRun(
      ProgramPath.installed("sh"), ["-e", "-c", "cd '\(home.path)'\n\(script)"],
      environment: home.environment(adding: [
        "STARLING": try ProgramPath.built("starling"), "GIT_CONFIG_GLOBAL": "/dev/null",
      ]))
    guard run.status == .exitCode(0) else { throw TestFailure("\(run.output)\(run.errors)") }
    return run.output
  }

  /// Makes a bare repository.
  ///
  /// - Returns: where it is.
  func repository() throws -> String {
    try sh("git init -q --bare meet.git")
    return home.file("meet.git")
  }

  /// The folders of homes in a place, by what lies there.
  func folders(in place: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place + "/starling-1")
      .filter { $0 != "README" }.sorted()
  }

  /// All lines that lie in a place.
  func lines(in place: String) throws -> Set<String> {
    Set(try sh("cat '\(place)'/starling-1/*/*.jsonl").split(separator: "\n").map(String.init))
  }
}
