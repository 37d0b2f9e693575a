import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct ConfigCommandTests {
  @Test func aSettingIsShownChangedAndTakenBack() throws {
    let home = try TemporaryHome()
    #expect(try home.starling("config", "practice.minutes").output == "20\n")
    #expect(try home.starling("config", "practice.minutes", "35").status == .exitCode(0))
    #expect(try home.text(of: "config.yaml") == "practice:\n  minutes: 35\n")
    #expect(try home.starling("config", "practice.minutes").output == "35\n")
    #expect(try home.starling("due", "--json").output.contains("\"minutes\": 35.0"))
    #expect(try home.starling("config", "practice.minutes", "--reset").status == .exitCode(0))
    #expect(try home.starling("config", "practice.minutes").output == "20\n")
  }

  @Test func theListHasEverySettingAndTheChangedKeys() throws {
    let home = try TemporaryHome()
    #expect(try home.starling("config", "keys.w", "W").status == .exitCode(0))
    let list = try home.starling("config")
    #expect(list.status == .exitCode(0))
    for name in ["practice.minutes", "memory.model", "screen.colours", "keys.w"] {
      #expect(list.output.contains("\n\(name) "), "\(name)")
    }
    let json = try home.starling("config", "--json")
    #expect(json.output.contains(#""key": "keys.w""#))
    #expect(json.output.contains(#""takes": "auto, dark, light, plain or high-contrast""#))
  }

  @Test(arguments: [
    (["practice.minutes", "0"], "“practice.minutes” takes a number from 1 to 240"),
    (
      ["screen.colours", "red"], "“screen.colours” takes auto, dark, light, plain or high-contrast"
    ),
    (["practice.minute"], "“practice.minutes” is one"), (["keys.shift", "x"], "“shift” is no key"),
  ])
  func whatIsNoSettingOrNoValueExits78AndChangesNothing(arguments: [String], message: String)
    throws
  {
    let home = try TemporaryHome()
    try home.write("# mine\n", to: "config.yaml")
    let run = try CommandRun(
      ProgramPath.built("starling"), ["config"] + arguments, environment: home.environment())
    #expect(run.status == .exitCode(78))
    #expect(run.errors.contains(message))
    #expect(try home.text(of: "config.yaml") == "# mine\n")
  }

  @Test func faultsOfTheFileAreNamedByLineAndTheRestIsUsed() throws {
    let home = try TemporaryHome()
    try home.write("practice:\n  minutes: 30\n  colour: red\n", to: "config.yaml")
    let run = try home.starling("config", "practice.minutes")
    #expect(run.status == .exitCode(78))
    #expect(run.output == "30\n")
    #expect(run.errors.contains("config.yaml:3: there is no setting “practice.colour”"))
    #expect(try home.starling("due").status == .exitCode(0))
  }

  @Test func aFileThatIsLinkedStaysLinkedAndKeepsItsMode() throws {
    let home = try TemporaryHome()
    try home.write("practice:\n  minutes: 30\n", to: "dotfiles/starling.yaml")
    let link = try CommandRun(
      ProgramPath.installed("sh"),
      [
        "-c",
        "chmod 640 '\(home.file("dotfiles/starling.yaml"))' && ln -s dotfiles/starling.yaml '\(home.file("config.yaml"))'",
      ], environment: home.environment())
    #expect(link.status == .exitCode(0))
    #expect(try home.starling("config", "practice.minutes", "40").status == .exitCode(0))
    #expect(try home.text(of: "dotfiles/starling.yaml") == "practice:\n  minutes: 40\n")
    let mode = try CommandRun(
      ProgramPath.installed("stat"), ["-c", "%a", home.file("dotfiles/starling.yaml")],
      environment: home.environment())
    #expect(mode.output == "640\n")
  }

  @Test func theScreenChangesTheFileAndHoldsAtOnce() throws {
    let home = try TemporaryHome()
    try home.write("# mine\npractice:\n  minutes: 20 # daily\n", to: "config.yaml")
    let screen = try home.screen("")
    try screen.press(",")
    try screen.wait(for: "Minutes of a day's session")
    try screen.press("Right")
    try screen.wait(for: "25 *")
    #expect(try home.text(of: "config.yaml") == "# mine\npractice:\n  minutes: 25 # daily\n")
    try screen.press("Enter", "C-u", "9", "9", "9", "Enter")
    try screen.wait(for: "takes a number from 1 to 240")
    try screen.press("Escape")
    try screen.wait(for: Mark.home)
  }
}
