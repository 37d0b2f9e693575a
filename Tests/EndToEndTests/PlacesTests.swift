import TestSupport
import Testing

/// Where the person's files are.
@Suite(.timeLimit(.minutes(20))) struct PlacesTests {
  @Test(arguments: [false, true]) func withoutAHomeOfItsOwnItUsesTheFoldersOfXDG(isSet: Bool) throws
  {
    let home = try TemporaryHome()
    var environment = home.environment()
    environment["STARLING_HOME"] = nil
    if isSet {
      environment["XDG_CONFIG_HOME"] = home.file("c")
      environment["XDG_DATA_HOME"] = home.file("d")
      environment["XDG_CACHE_HOME"] = home.file("k")
    }
    let configuration = isSet ? "c" : ".config"
    let data = isSet ? "d" : ".local/share"
    try home.write(sampleDeck, to: "\(configuration)/starling/decks/sample.yaml")
    try home.write("practice:\n  minutes: 7\n", to: "\(configuration)/starling/config.yaml")
    let grade = try home.starling("grade", "sample/A1", "good", environment: environment)
    #expect(grade.status == .exitCode(0), "\(grade.errors)")
    let due = try home.starling("due", "--json", environment: environment)
    #expect(due.output.contains("\"minutes\": 7.0"))
    let doctor = try home.starling("doctor", environment: environment)
    #expect(doctor.output.contains("\(home.file(data))/starling/starling.sqlite: sound"))
    #expect(try home.memory().isEmpty)
  }

  @Test func foldersAndFilesAreForTheirOwnerOnly() throws {
    let home = try TemporaryHome()
    let base = home.file("new/place")
    let environment = home.environment(adding: ["STARLING_HOME": base])
    let session = try home.session(environment: environment)
    try session.wait(for: Mark.home)
    let modes = try CommandRun(
      ProgramPath.installed("find"), [base, "-printf", "%y %m %P\n"], environment: environment)
    let lines = Set(modes.output.split(separator: "\n"))
    #expect(
      lines.isSuperset(of: ["d 700 ", "f 600 starling.sqlite", "f 600 starling.sqlite-wal"]))
    #expect(lines.allSatisfy { $0.hasPrefix("d 700 ") || $0.hasPrefix("f 600 ") }, "\(lines)")
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
  }

  @Test func aPlaceThatCannotBeMeantIsRefused() throws {
    let home = try TemporaryHome()
    var environment = home.environment()
    environment["STARLING_HOME"] = nil
    environment["HOME"] = "somewhere"
    let relative = try home.starling("due", environment: environment)
    #expect(relative.status == .exitCode(69))
    #expect(
      relative.errors
        == "starling: HOME is “somewhere”, which does not begin with “/”; mend it, or set STARLING_HOME to a folder\n"
    )
    // By a shell, since no text of Swift's holds such bytes.
    let other = try CommandRun(
      ProgramPath.installed("sh"),
      [
        "-c",
        "STARLING_HOME=$(printf '%s/caf\\351' '\(home.path)') '\(ProgramPath.built("starling"))' due",
      ], environment: home.environment())
    #expect(other.status == .exitCode(69))
    #expect(other.errors.contains("STARLING_HOME is “") && other.errors.contains("no UTF-8"))
    let names = try CommandRun(
      ProgramPath.installed("ls"), [home.path], environment: home.environment())
    #expect(!names.output.contains("caf"))
  }

  @Test func aFileInThePlaceOfTheCopiesIsNamedAsSuch() throws {
    let home = try TemporaryHome()
    try home.write("", to: "backups")
    let doctor = try home.starling("doctor")
    #expect(doctor.status == .exitCode(1))
    let folder = home.file("backups")
    #expect(
      doctor.output.contains(
        "copies    fault: \(folder) is a file, so there can be no safety copies; run “mv \(folder) \(folder).old”\n"
      ))
    #expect(!doctor.output.contains("chmod"))
  }

  /// The link stays one, and what it leads to is the copy, though there may have been nothing.
  @Test(arguments: [false, true]) func aBackupGoesWhereALinkLeads(isThere: Bool) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    #expect(try home.starling("grade", "sample/A1", "good").status == .exitCode(0))
    if isThere { try home.write("SQLite format 3, an old one", to: "target") }
    let linking = try CommandRun(
      ProgramPath.installed("ln"), ["-s", "target", home.file("link")],
      environment: home.environment())
    #expect(linking.status == .exitCode(0))
    #expect(try home.starling("backup", home.file("link")).status == .exitCode(0))
    for name in ["target", "link"] {
      let test = try CommandRun(
        ProgramPath.installed("sh"),
        [
          "-c",
          "head -c 15 '\(home.file(name))'; ! grep -q 'an old one' '\(home.file(name))' && test -L '\(home.file("link"))'",
        ],
        environment: home.environment())
      #expect(test.status == .exitCode(0))
      #expect(test.output == "SQLite format 3")
    }
  }
}
