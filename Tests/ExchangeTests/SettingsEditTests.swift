import Exchange
import Testing

@Suite struct SettingsEditTests {
  private func edit(_ text: String, _ key: String, _ value: String?) throws -> String {
    try SettingsEdit(SettingKey.named(key), to: value).applied(to: text, path: "config.yaml")
  }

  @Test func commentsOrderAndEverythingElseStay() throws {
    let text = """
      # mine
      memory:
        model: fsrs-6     # or fsrs-7

      practice:   # daily
        # not more
        minutes: 25   # on weekdays
        day_start: '5'

      # the end
      """
    #expect(
      try edit(text, "practice.minutes", "30")
        == text.replacing("minutes: 25 ", with: "minutes: 30 "))
    #expect(
      try edit(text, "practice.day_start", "6")
        == text.replacing("day_start: '5'", with: "day_start: 6"))
    #expect(
      try edit(text, "memory.desired_retention", "0.85")
        == text.replacing(
          "# or fsrs-7", with: "# or fsrs-7\n  desired_retention: 0.85"))
    #expect(
      try edit(text, "screen.colours", "plain")
        == text + "\n\nscreen:\n  colours: plain\n")
  }

  @Test func aSettingTakenBackLosesItsLineOnly() throws {
    let text = "practice:\n  minutes: 25\n  day_start: 5\n"
    #expect(try edit(text, "practice.minutes", nil) == "practice:\n  day_start: 5\n")
    let once = "practice:\n  minutes: 25\n"
    #expect(try edit(once, "practice.minutes", nil) == "practice:\n")
    #expect(try edit("practice:\n", "practice.minutes", "9") == "practice:\n  minutes: 9\n")
    #expect(try edit(once, "memory.model", nil) == once)
  }

  @Test func anEmptyFileGetsTheSection() throws {
    #expect(try edit("", "practice.minutes", "30") == "practice:\n  minutes: 30\n")
    #expect(
      try edit("# nothing yet\n", "practice.minutes", "30")
        == "# nothing yet\n\npractice:\n  minutes: 30\n")
  }

  @Test func lineEndsOfWindowsStay() throws {
    #expect(
      try edit("practice:\r\n  minutes: 25\r\n", "practice.minutes", "30")
        == "practice:\r\n  minutes: 30\r\n")
    #expect(
      try edit("practice:\r\n  minutes: 25\r\n", "practice.day_start", "3")
        == "practice:\r\n  minutes: 25\r\n  day_start: 3\r\n")
  }

  @Test func textsAndKeysAreQuotedAsYAMLNeedsIt() throws {
    #expect(
      try edit("", "programs.editor", "sh -c 'vi # \"$1\"'")
        == "programs:\n  editor: 'sh -c ''vi # \"$1\"'''\n")
    let changed = try edit("", "keys.?", "F1 ?")
    #expect(changed == "keys:\n  '?': 'F1 ?'\n")
    #expect(try edit(changed, "keys.?", "F2") == "keys:\n  '?': 'F2'\n")
    #expect(try edit(changed, "keys.?", nil) == "keys:\n")
  }

  @Test func whatIsOutOfRangeIsRefusedWithWhatIsTaken() {
    #expect {
      try edit("", "memory.desired_retention", "1")
    } throws: {
      "\($0)" == "“memory.desired_retention” takes a number from 0.7 to 0.99"
    }
    #expect {
      try edit("", "practice.minute", "1")
    } throws: {
      "\($0)" == "there is no setting “practice.minute”; “practice.minutes” is one"
    }
  }

  @Test(arguments: [
    "practice: {minutes: 25}\n", "practice:\n  minutes: |\n    25\n", "practice: [\n",
    "practice:\n  \"min\\u0075tes\": 25\n", "? practice\n: minutes: 25\n",
  ])
  func aFormThatOnlyAPersonCanChangeIsLeftAlone(_ text: String) {
    #expect(throws: SettingKey.Refusal.self) { try edit(text, "practice.minutes", "30") }
  }

  /// Every setting can be written and read back, whatever the file holds already.
  @Test func everySettingCanBeWrittenAndReadBack() throws {
    var text = "# mine\n"
    for key in SettingKey.all {
      let values: [String] =
        switch key.values {
        case .number(let range, _): ["\(range.lowerBound)", "\(range.upperBound)"]
        case .whole(let range, _): ["\(range.lowerBound)", "\(range.upperBound)"]
        case .choice(let choices): choices
        case .command: ["nano", "code --wait", ""]
        case .place: ["/srv/meeting", "host:starling.git", ""]
        case .keys: ["w"]
        }
      for value in values {
        text = try SettingsEdit(key, to: value).applied(to: text, path: "config.yaml")
        let (settings, faults) = Settings.read(text, path: "config.yaml")
        #expect(faults.isEmpty)
        var expected = settings
        try key.set(value, in: &expected)
        #expect(settings == expected)
      }
      text = try SettingsEdit(key, to: nil).applied(to: text, path: "config.yaml")
      #expect(key.text(Settings.read(text, path: "").0) == key.standard)
    }
  }
}
