import Exchange
import Testing

/// What else may be brought along, and how it is told apart.
@Suite struct ForeignFileTests {
  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0], .gzip), ([0x28, 0xB5, 0x2F, 0xFD, 4], .zstandard),
      (Array("PK\u{3}\u{4}....deck.yaml".utf8), .zip),
      (Array("PK\u{3}\u{4}....collection.anki21".utf8), .ankiPackage),
      (Array("SQLite format 3\u{0}..".utf8), .database),
      ([0xFF, 0xFE, 0x7B, 0, 0x0A, 0], .wideJSON), ([0xFE, 0xFF, 0, 0x5B], .wideJSON),
      ([0x7B, 0, 0x22, 0], .wideJSON), (Array("{}".utf8), nil), (Array("Why us?".utf8), nil),
      ([], nil), ([0xFF, 0xFE, 0x41, 0], nil),
    ] as [([UInt8], ForeignFile?)])
  func filesAreKnownByHowTheyBegin(bytes: [UInt8], file: ForeignFile?) {
    #expect(ForeignFile(bytes) == file)
  }

  @Test(arguments: [
    ("{", "x.txt", true), ("\u{FEFF} {", "-", true), ("[1]", "x", true), ("[1]", "x.json", true),
    ("[a](b)", "x.md", false), ("7", "X.JSON", true), ("Why us?", "x.txt", false), ("", "x", false),
  ]) func archivesAreKnownByHowTheyBeginOrByName(text: String, path: String, isArchive: Bool) {
    #expect(Archive.isBegin(of: Array(text.utf8), path: path) == isArchive)
  }

  @Test func settingsAreTakenOneByOneAndNothingThatRuns() {
    let text = """
      practice: {minutes: 30, day_start: 4, hours: 2}
      memory: {fuzz: maybe}
      programs: {recorder: 'touch PWNED', editor: vi}
      keys: {w: W, nokey9: x}
      """
    let taking = SettingsTaking(from: text, path: "c", into: Settings())
    #expect(taking.taken.map(\.key.name) == ["practice.minutes", "keys.w"])
    #expect(taking.taken.map(\.value) == ["30", "W"])
    #expect(taking.programs == ["programs.recorder", "programs.editor"])
    #expect(taking.faults.map(\.line) == [1, 2, 4])
    #expect(SettingsTaking(from: "[", path: "c", into: Settings()).isEmpty)
  }
}
