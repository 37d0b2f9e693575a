import TestSupport
import Testing

/// All keys of all screens, by the command line.
@Suite struct HelpKeysTests {
  @Test func theKeysOfAllScreensAreListed() throws {
    let home = try TemporaryHome()
    let keys = try home.starling("help", "keys").output
    for title in ["Everywhere", "Home", "The reveal", "A form", "Stories", "Settings"] {
      #expect(keys.contains("\n\n\(title)\n"), "\(title)")
    }
    #expect(keys.contains("  Ctrl-R              Throw away what you typed here; it asks once"))
    #expect(keys.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try home.starling("help", "keyz").errors.contains("did you mean “keys”?"))
  }

  @Test func allSettingsAreListed() throws {
    let text = try TemporaryHome().starling("help", "settings").output
    for name in ["practice.minutes", "screen.mouse", "screen.signal", "screen.notices"] {
      #expect(text.contains("\n\n\(name)\n    "), "\(name)")
    }
    #expect(
      text.replacing("\n    ", with: " ").contains("off, sound or flash. The default is off."))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aKeyOfThePersonsOwnStandsInItsPlace() throws {
    let home = try TemporaryHome()
    _ = try home.starling("config", "keys.w", "F5")
    let keys = try home.starling("help", "keys").output
    #expect(keys.contains("  F5                  See the weak cards"))
  }
}
