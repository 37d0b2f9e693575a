import TestSupport
import Testing

/// Where the person's files are.
@Suite(.timeLimit(.minutes(5))) struct PlacesTests {
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
}
