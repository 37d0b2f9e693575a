import Practice
import TestSupport
import Testing

@testable import Application

@Suite struct DoctorTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  private func findings(terminal: TerminalDescription? = nil) throws -> Findings {
    let places = try stage.places()
    return Findings(places, SettingsFile.usable(in: places), terminal: terminal, stage)
  }

  /// The faults, but for those of the locale that the tests run in.
  private func faults(_ findings: Findings) -> [String] {
    findings.lines.filter { $0.contains(" fault: ") && !$0.hasPrefix("locale") }
  }

  @Test func aNewHomeIsSound() throws {
    let findings = try findings(
      terminal: TerminalDescription(name: "xterm", drawnAs: "xterm"))
    #expect(faults(findings).isEmpty)
    for subject in ["database", "memory", "index", "decks", "private", "settings"] {
      #expect(
        findings.lines.contains { $0.hasPrefix(subject) && $0.hasSuffix(": sound") }, "\(subject)")
    }
    #expect(findings.lines.contains { $0.hasPrefix("terminal  xterm: sound") })
  }

  @Test func aTerminalThatIsNotKnownIsAFault() throws {
    let findings = try findings(terminal: TerminalDescription(name: "odd", drawnAs: nil))
    #expect(faults(findings).count == 1)
    #expect(findings.lines.contains { $0.contains("no description of “odd” is installed here") })
  }

  @Test func aTerminalThatIsDrawnAsAnotherIsSound() throws {
    let description = TerminalDescription(name: "odd", drawnAs: "xterm", isKin: false)
    let findings = try findings(terminal: description)
    #expect(faults(findings).isEmpty)
    #expect(findings.lines.contains("terminal  odd, drawn as xterm: sound"))
    #expect(description.warning?.contains("it is drawn as xterm") == true)
    #expect(TerminalDescription(name: "foot", drawnAs: "xterm").warning == nil)
  }

  @Test func settingsThatCannotBeUsedAreFaults() throws {
    try stage.home.write("practice:\n  nonsense: 3\n", to: "config.yaml")
    let findings = try findings()
    #expect(faults(findings).count == 1)
    #expect(findings.lines.contains { $0.hasPrefix("settings  fault: ") })
  }

  @Test func deckFilesWithFaultsAreNamed() throws {
    try stage.home.writeDeck("bad", "id: bad\n")
    let findings = try findings()
    #expect(findings.lines.contains { $0.hasPrefix("decks") && $0.contains("bad.yaml") })
    #expect(faults(findings).isEmpty == false)
  }
}
