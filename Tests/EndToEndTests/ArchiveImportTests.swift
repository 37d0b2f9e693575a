import Foundation
import TestSupport
import Testing

/// Archives are taken in whole or not at all, and nothing in them runs.
@Suite(.timeLimit(.minutes(20))) struct ArchiveImportTests {
  private func run(_ home: TemporaryHome, importing json: String) throws -> CommandRun {
    try home.write(json, to: "in.json")
    return try home.starling("import", home.file("in.json"))
  }

  @Test func storiesOfOneTitleFromTwoHomesAreBothThere() throws {
    let home = try TemporaryHome()
    let other = try TemporaryHome()
    for (home, result) in [(home, "stayed"), (other, "the client stayed")] {
      let form = "title: The refund\nresult: \(result)\n"
      #expect(
        try home.starling("stories", "add", "--from", "-", input: form).status == .exitCode(0))
    }
    let export = try other.starling("export", "-").output
    let run = try home.starling("import", "-", input: export)
    #expect(run.status == .exitCode(0))
    #expect(run.errors == "starling: 1 row and 0 files were added\n")
    #expect(try home.starling("stories", "show", "1").output.contains("Result: stayed"))
    let list = try home.starling("stories", "list").output
    #expect(list.contains("The refund (2)"), "\(list)")
    let same = try other.starling("import", "-", input: export)
    #expect(same.errors == "starling: 0 rows and 0 files were added, 1 row was there already\n")
    #expect(try home.starling("undo").errors.contains("took back an import: 1 thing"))
    #expect(try !home.starling("stories", "list").output.contains("(2)"))
  }

  @Test func whatDiffersIsNamed() throws {
    let home = try TemporaryHome()
    let other = try TemporaryHome()
    func edit(_ home: TemporaryHome, _ headline: String) throws {
      let run = try home.starling(
        "stories", "edit", "1", "--from", "-",
        input: "title: The refund\nheadline: \(headline)\n")
      #expect(run.status == .exitCode(0), "\(run.errors)")
    }
    _ = try home.starling("stories", "add", "The refund")
    _ = try other.starling("import", "-", input: home.starling("export", "-").output)
    try edit(home, "mine")
    var run = try other.starling("import", "-", input: home.starling("export", "-").output)
    #expect(run.errors.contains("the story “The refund” was changed, as it was there"))
    try edit(home, "mine again")
    try edit(other, "theirs")
    run = try home.starling("import", "-", input: other.starling("export", "-").output)
    #expect(run.errors.contains("the story “The refund” changed here and there"), "\(run.errors)")
    run = try other.starling("import", "-", input: home.starling("export", "-").output)
    #expect(run.errors.contains("the story “The refund” is another one here and stays"))
    let both = [home, other].map {
      try? $0.starling("export", "--no-settings", "-").output
    }
    #expect(both[0] != nil && both[0] == both[1])
    _ = try home.starling("stories", "delete", "1")
    run = try other.starling("import", "-", input: home.starling("export", "-").output)
    #expect(run.errors.contains("the story “The refund” was deleted there, and is deleted here"))
    run = try home.starling("import", "-", input: both[0] ?? "")
    #expect(run.errors.contains("deleted here, and stays so: the story “The refund”"))
  }

  @Test func anImportThatIsTakenBackTakesItsDeckFilesAlong() throws {
    let home = try TemporaryHome()
    let other = try TemporaryHome()
    try other.writeDeck("sample", sampleDeck)
    let archive = try other.starling("export", "-").output
    _ = try home.starling("import", "-", input: archive)
    #expect(try home.text(of: "decks/sample.yaml") == sampleDeck)
    let run = try home.starling("undo")
    #expect(run.errors.contains("took back an import: 1 deck file"), "\(run.errors)")
    #expect(access(home.file("decks/sample.yaml"), F_OK) != 0)
    #expect(try home.starling("deleted").output.contains("the deck file “sample.yaml”"))
    #expect(try home.starling("deleted", "back", "sample").status == .exitCode(0))
    #expect(try home.text(of: "decks/sample.yaml") == sampleDeck)

    // A deck that was changed since is left, and named.
    _ = try home.starling("decks", "new", "mine")
    try home.write(sampleDeck.replacing("sample", with: "mine"), to: "decks/mine.yaml")
    let left = try home.starling("undo")
    #expect(left.errors.contains("the deck file “mine.yaml” was changed since"), "\(left.errors)")
    #expect(access(home.file("decks/mine.yaml"), F_OK) == 0)
  }

  @Test func makingADeckIsAStep() throws {
    let home = try TemporaryHome()
    _ = try home.starling("grade", "star-people/PE-01", "good")
    try home.write("Why us?\nWhy now?\n", to: "q.txt")
    for command in [
      ["decks", "new", "mine"], ["import", home.file("q.txt"), "--competency", "teamwork"],
      ["decks", "copy", "star-people"],
    ] {
      let before = try? FileManager.default.contentsOfDirectory(atPath: home.file("decks"))
      let made = try CommandRun(
        ProgramPath.built("starling"), command, environment: home.environment())
      #expect(made.status == .exitCode(0), "\(made.errors)")
      let undone = try home.starling("undo")
      #expect(undone.errors.contains("the deck file"), "\(undone.errors)")
      let after = try? FileManager.default.contentsOfDirectory(atPath: home.file("decks"))
      #expect((after ?? []) == (before ?? []))
    }
    #expect(try home.starling("undo").errors.contains("took back “good”"))
  }

  @Test func nothingOfAnArchiveEverRuns() throws {
    let home = try TemporaryHome()
    let mark = home.file("PWNED")
    let run = try run(
      home,
      importing: """
        {"starling_archive": 1, "settings": "practice:\\n  minutes: 30\\nprograms:\\n  recorder: touch \(mark); cat >\\n  editor: touch \(mark)\\n"}
        """)
    #expect(run.status == .exitCode(0))
    #expect(run.errors.contains("“starling config --from \(home.file("in.json"))”"))
    #expect(access(home.file("config.yaml"), F_OK) != 0)
    let taken = try home.starling("config", "--from", home.file("in.json"))
    #expect(taken.status == .exitCode(0))
    #expect(taken.output == "practice.minutes: 30\n")
    for name in ["recorder", "editor"] {
      #expect(taken.errors.contains("programs.\(name) is left, as it runs a program"))
    }
    #expect(try home.starling("config", "programs.recorder").output == "\n")
    _ = try home.starling("practice", "--plain", "--cards", "1", input: "\n3\n")
    _ = try home.starling(
      "stories", "add", "--editor", environment: home.environment(adding: ["EDITOR": "true"]))
    #expect(access(mark, F_OK) != 0)
  }

  @Test func settingsThatAreNoneAreLeftAndNamed() throws {
    let home = try TemporaryHome()
    try home.write(
      "practice:\n  minutes: 999\n  day_start: 5\nkeys:\n  nokey: x\n", to: "other.yaml")
    let run = try home.starling("config", "--from", home.file("other.yaml"))
    #expect(run.status == .exitCode(78))
    #expect(run.output == "practice.day_start: 5\n")
    #expect(run.errors.contains("other.yaml:2: “practice.minutes” takes a number from 1 to 240"))
    #expect(run.errors.contains("other.yaml:5: “nokey” is no key"))
    #expect(try home.text(of: "config.yaml") == "practice:\n  day_start: 5\n")
    #expect(try home.starling("config", "--from", home.file("none")).status == .exitCode(66))
    #expect(try home.starling("config", "--from", "x", "practice.minutes").status == .exitCode(64))
    try home.write("{\"starling_archive\": 1}", to: "a.json")
    let empty = try home.starling("config", "--from", home.file("a.json"))
    #expect(empty.status == .exitCode(0))
    #expect(empty.errors.hasSuffix("a.json holds no settings\n"))
  }

  private static let review =
    #"{"card": "sample/A1", "at_ms": 1790000000000, "utc_offset": 0, "grade": 3, "mode": "away"}"#

  @Test func rowsAndDecksGoInTogetherOrNotAtAll() throws {
    let home = try TemporaryHome()
    try home.write("a file", to: "decks")
    let archive =
      #"{"starling_archive": 1, "decks": {"new.yaml": "id: new\n"}, "tables": {"reviews": [\#(Self.review)]}}"#
    let refused = try run(home, importing: archive)
    #expect(refused.status != .exitCode(0))
    try home.remove("decks")
    #expect(
      try home.starling("export", "--format", "csv", "-").output.split(separator: "\n").count == 1)

    // A row that is refused leaves no deck, nor its folder.
    let faulty = archive.replacingOccurrences(of: #""grade": 3"#, with: #""grade": 9"#)
    let run = try run(home, importing: faulty)
    #expect(run.status == .exitCode(65))
    #expect(
      run.errors.contains(
        "in.json: reviews, row 1: grade 9 is not from 1 to 4; nothing was imported"))
    #expect(access(home.file("decks/new.yaml"), F_OK) != 0)
    // What SQLite alone refuses comes after the decks were written beside their places.
    let twice = archive.replacingOccurrences(
      of: #""tables": {"#,
      with: #""tables": {"undos": [{"id": 1, "review": 7, "at_ms": 1790000000000}], "#)
    #expect(try self.run(home, importing: twice).status == .exitCode(65))
    let left = try? FileManager.default.contentsOfDirectory(atPath: home.file("decks"))
    #expect((left ?? []).isEmpty)

    #expect(try self.run(home, importing: archive).status == .exitCode(0))
    #expect(try home.text(of: "decks/new.yaml") == "id: new\n")
    // The same name but for capitals is the same file.
    let capitals = archive.replacingOccurrences(of: "new.yaml", with: "NEW.yaml")
      .replacingOccurrences(of: "id: new", with: "id: other")
    let again = try self.run(home, importing: capitals)
    #expect(again.errors.contains("“new.yaml” is another one here and stays as it is"))
    #expect(access(home.file("decks/NEW.yaml"), F_OK) != 0)
  }

  @Test func whatAKilledImportLeftIsTakenAway() throws {
    let home = try TemporaryHome()
    try home.write("id: x\n", to: "decks/.starling-import-999999999-0")
    #expect(
      try run(home, importing: #"{"starling_archive": 1, "decks": {"new.yaml": "id: new\n"}}"#)
        .status == .exitCode(0))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: home.file("decks")) == ["new.yaml"])
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0], "is packed with gzip"),
      (Array("PK\u{3}\u{4}xx".utf8), "is a zip archive"),
      ([0xFF, 0xFE, 0x7B, 0], "is UTF-16; save it as UTF-8"),
      (Array("[1]".utf8), "this is not a Starling archive"),
    ] as [([UInt8], String)])
  func whatElseComesIsCalledWhatItIs(bytes: [UInt8], message: String) throws {
    let home = try TemporaryHome()
    try home.write(bytes, to: "in.bin")
    let run = try home.starling("import", home.file("in.bin"))
    #expect(run.status == .exitCode(65))
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!run.errors.contains("name it"))
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    let home = try TemporaryHome()
    let run = try run(
      home,
      importing: "\u{FEFF}{\"starling_archive\": 1, \"tables\": {\"reviews\": [\(Self.review)]}}")
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(run.errors == "starling: 1 row and 0 files were added\n")
  }
}
