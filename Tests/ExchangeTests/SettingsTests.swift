import Exchange
import Scheduler
import Screen
import Testing

@Suite struct SettingsTests {
  private func read(_ text: String) -> (settings: Settings, faults: [String]) {
    let (settings, faults) = Settings.read(text, path: "config.yaml")
    return (settings, faults.map(\.description))
  }

  @Test func everySettingIsRead() {
    let (settings, faults) = read(
      """
      practice:
        minutes: 35
        day_start: 5
      memory:
        model: fsrs-6
        desired_retention: 0.85
        maximum_interval: 120
        fuzz: on
      screen:
        colours: high-contrast
      programs:
        editor: nano -w
      keys:
        w: W Ctrl-N
      """)
    #expect(faults.isEmpty)
    #expect(settings.minutes == 35)
    #expect(settings.dayStart == 5)
    #expect(settings.model == .fsrs6)
    #expect(settings.desiredRetention == 0.85)
    #expect(settings.maximumInterval == 120)
    #expect(settings.fuzz == .on)
    #expect(settings.colours == .highContrast)
    #expect(settings.editor == "nano -w")
    #expect(settings.keyChanges.keys(for: .character("w")) == [.character("W"), .control("n")])
  }

  /// What it was called once goes on.
  @Test(arguments: [
    ("auto", ColourChoice.auto), ("dark", .dark), ("light", .light), ("plain", .plain),
    ("high-contrast", .highContrast), ("highContrast", .highContrast),
  ]) func themesHaveTheirNames(_ name: String, _ choice: ColourChoice) {
    let (settings, faults) = read("screen:\n  colours: \(name)\n")
    #expect(settings.colours == choice && faults.isEmpty)
  }

  @Test func anEmptyFileMeansTheDefaults() {
    #expect(read("") == (Settings(), []))
    #expect(read("# nothing yet\n") == (Settings(), []))
    #expect(read("practice:\n  # minutes: 30\nmemory:\n") == (Settings(), []))
  }

  @Test func everyFaultIsNamedByItsLineAndTheRestIsUsed() {
    let (settings, faults) = read(
      """
      practice:
        minutes: 0
        colour: red
      memory:
        desired_retention: high
        maximum_interval: 99
        fuzz: a little
      flags: yes
      keys:
        shift: x
        w: d x
        e: x
        d: [x]
      """)
    #expect(
      faults == [
        "config.yaml:2: “practice.minutes” takes a number from 1 to 240",
        "config.yaml:3: there is no setting “practice.colour”; “screen.colours” is one",
        "config.yaml:5: “memory.desired_retention” takes a number from 0.7 to 0.99",
        "config.yaml:7: “memory.fuzz” takes off or on",
        "config.yaml:8: “flags” should hold settings on lines of their own",
        "config.yaml:10: “shift” is no key",
        "config.yaml:12: “keys.e” takes one key or several that stand for no other, such as “w” or “Space Ctrl-N”",
        "config.yaml:13: “keys.d” takes one key or several that stand for no other, such as “w” or “Space Ctrl-N”",
      ])
    #expect(settings.minutes == 20)
    #expect(settings.maximumInterval == 99)
  }

  @Test(arguments: ["practice: [", "\t", "a: b: c", "practice:\n  minutes: 1\n  minutes: 2\n"])
  func whatIsNotYAMLIsOneFault(_ text: String) {
    let (settings, faults) = read(text)
    #expect(settings == Settings())
    #expect(faults.count == 1)
  }
}
