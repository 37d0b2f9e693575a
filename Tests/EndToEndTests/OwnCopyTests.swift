import Foundation
import TestSupport
import Testing

/// What Starling makes itself, copies and exports, is what it takes, or says that it is not.
@Suite(.timeLimit(.minutes(20))) struct OwnCopyTests {
  private func home(_ script: String = "") throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let grade = try home.starling("grade", "sample/A1", "good")
    #expect(grade.status == .exitCode(0), "\(grade.errors)")
    if !script.isEmpty { try change(home, script) }
    return home
  }

  /// Changes the database as another program would.
  private func change(_ home: TemporaryHome, _ script: String) throws {
    let run = try CommandRun(
      "/usr/bin/python3",
      [
        "-c",
        "import sqlite3, sys\nd = sqlite3.connect(sys.argv[1])\nd.executescript(sys.argv[2])\nd.commit()",
        home.file("starling.sqlite"), script,
      ], environment: [:])
    #expect(run.status == .exitCode(0), "\(run.errors)")
  }

  private static let trigger =
    "CREATE TRIGGER evil AFTER INSERT ON reviews BEGIN DELETE FROM stories; END;"

  @Test(arguments: [
    (trigger, "it has a trigger “evil” that Starling does not make"),
    ("DROP TABLE notes;", "its table “notes” is missing"),
    ("DROP TRIGGER reviews_keep;", "its trigger “reviews_keep” is missing"),
  ]) func aBackupThatWouldBeRefusedIsMadeAndSaid(script: String, detail: String) throws {
    let home = try home(script)
    for path in [nil, home.file("copy.sqlite")] {
      let backup = try path.map { try home.starling("backup", $0) } ?? home.starling("backup")
      #expect(backup.status == .exitCode(65))
      #expect(backup.errors.contains("would refuse it: \(detail); "), "\(backup.errors)")
      #expect(backup.errors.contains("“starling doctor --rebuild”"))
      #expect(backup.errors.split(separator: "\n").count == 1)
      let file = backup.output.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(FileManager.default.fileExists(atPath: file))
      #expect(try home.starling("restore", file).errors.contains(detail))
    }
    let doctor = try home.starling("doctor")
    #expect(doctor.status == .exitCode(1))
    #expect(doctor.output.contains("cannot be brought back (\(detail))"), "\(doctor.output)")

    // The way that is named leads out.
    _ = try home.starling("doctor", "--rebuild")
    let backup = try home.starling("backup", home.file("sound.sqlite"))
    #expect(backup.status == .exitCode(0), "\(backup.errors)")
    #expect(try home.starling("restore", home.file("sound.sqlite")).status == .exitCode(0))
    #expect(try home.memory().map(\.reps) == [1])
  }

  @Test func anExportWithoutATableSaysSo() throws {
    let home = try home("DROP TABLE notes;")
    let export = try home.starling("export", home.file("out.json"))
    #expect(export.status == .exitCode(65))
    #expect(export.errors.contains("the table “notes” is missing"), "\(export.errors)")
    #expect(FileManager.default.fileExists(atPath: home.file("out.json")))
  }

  @Test func aDraftAndANoteOfAWrongClockComeRightAndGoOutAndIn() throws {
    let home = try home(
      """
      INSERT INTO notes VALUES ('sample/A1', 'mine', 2931724800000);
      INSERT INTO drafts VALUES ('sample/A1', 0, 'begun', 2931724800000);
      INSERT INTO fits (model, at_ms, parameters) VALUES ('fsrs-6', 2931724800000, NULL);
      """)
    let doctor = try home.starling("doctor")
    #expect(doctor.status == .exitCode(1))
    #expect(doctor.output.contains("the note on sample/A1, of 2062-11-26"), "\(doctor.output)")
    #expect(doctor.output.contains("“starling undo --wrong-times” brings them right"))
    let out = home.file("out.json")
    let before = try home.starling("export", out)
    #expect(before.errors.contains("“starling import” would refuse this export: "))
    #expect(before.errors.contains("“starling undo --wrong-times” mends that"))
    #expect(before.errors.hasPrefix("starling: the export is in \(out)\n"))
    #expect(before.errors.split(separator: "\n").count == 2)

    let undo = try home.starling("undo", "--wrong-times")
    #expect(undo.errors.contains("the draft at sample/A1, of 2062-11-26: it is of now"))
    #expect(try home.starling("export", out).errors == "starling: the export is in \(out)\n")
    let other = try TemporaryHome()
    let imported = try other.starling("import", out)
    #expect(imported.status == .exitCode(0), "\(imported.errors)")
    #expect(try other.starling("doctor").status == .exitCode(0))
  }

  @Test func aYearThatNobodyMeansIsRefusedAtEveryRoadIn() throws {
    let home = try home()
    let add = try home.starling("interviews", "add", "Acme", "--at", "2999-01-02")
    #expect(add.status == .exitCode(64))
    #expect(add.errors.contains("“2999-01-02” is not within 20 years of today, "))
    #expect(try home.starling("interviews", "list").output.contains("Acme") == false)
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z")
    for (command, form) in [
      (["interviews", "edit", "Acme"], "employer: Acme\nat: 2999-01-02 10:00\n"),
      (["facts", "add", "Acme"], "fact: They grow\nday: 1890-01-01\n"),
      (
        ["log", "edit", "Acme", "--round", "2"],
        "promises:\n  - text: a link\n    due: 2999-01-01\n"
      ),
    ] {
      let run = try CommandRun(
        ProgramPath.built("starling"), command + ["--from", "-"], input: form,
        environment: home.environment())
      #expect(run.status == .exitCode(65), "\(command): \(run.errors)")
      #expect(run.errors.contains("is not within 20 years of today, "), "\(run.errors)")
    }
  }

  @Test func aYearThatStandsAlreadyIsNamedAndKeepsNobodyOut() throws {
    let home = try home()
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z")
    try change(home, "UPDATE interviews SET starts_ms = 32472144000000;")
    let doctor = try home.starling("doctor")
    #expect(
      doctor.output.contains(
        "times     fault: the interview “Acme, round 2” is more than 20 years away, which no import takes; “starling interviews edit 1” mends it"
      ), "\(doctor.output)")
    let export = try home.starling("export", home.file("out.json"))
    #expect(export.errors.contains("“starling interviews edit 1” mends"), "\(export.errors)")
    let edit = try home.starling(
      "interviews", "edit", "1", "--from", "-",
      input: "employer: Acme\nround: 2\nat: 2999-01-01T00:00Z\nplace: Leeds\n")
    #expect(edit.status == .exitCode(0), "\(edit.errors)")
    _ = try home.starling(
      "interviews", "edit", "1", "--from", "-", input: "employer: Acme\nat: 2040-01-02\n")
    let mended = home.file("out.json")
    #expect(
      try home.starling("export", mended).errors == "starling: the export is in \(mended)\n")
  }

  @Test func parametersOutOfTheModelsBoundsAreRefusedByTheirRow() throws {
    let home = try home(
      "INSERT INTO fits (model, at_ms, parameters) VALUES ('fsrs-6', 1790000000000, '1e9"
        + String(repeating: " 0.5", count: 20) + "');")
    let out = home.file("out.json")
    _ = try home.starling("export", out)
    let run = try TemporaryHome().starling("import", out)
    #expect(run.status == .exitCode(65))
    #expect(
      run.errors.contains("fits, row 1: parameters ")
        && run.errors.contains("parameter 1 is not from 0.001 to 100.0"), "\(run.errors)")
    _ = try home.starling("doctor", "--rebuild")
    _ = try home.starling("export", out)
    #expect(try TemporaryHome().starling("import", out).status == .exitCode(0))
  }

  @Test func aNameThatTurnsItsLettersRoundIsNoDecks() throws {
    let home = try home()
    try home.write(
      #"{"starling_archive": 1, "settings": null, "decks": {"a\u202elmay.yaml": "x"}, "tables": {}}"#,
      to: "in.json")
    let run = try home.starling("import", home.file("in.json"))
    #expect(run.status == .exitCode(65))
    #expect(run.errors.contains("is no name of a deck's file"), "\(run.errors)")
    // One's own is left out, so that the others come in.
    try home.writeDeck("b\u{202E}c", sampleDeck)
    let export = try home.starling("export", home.file("out.json"))
    #expect(export.errors.contains("is none that an import takes; it is left out"))
    #expect(
      try TemporaryHome().starling("import", home.file("out.json")).status == .exitCode(0))
  }

  @Test func aReviewTableSaysWhatIsWrongWithALine() throws {
    let home = try home()
    try home.write(
      "# made by hand\n\ncard_id,review_time,review_rating\nsample/A1\n\"sample/A1,2026-01-01,3\n",
      to: "a.csv")
    let run = try home.starling("import", home.file("a.csv"))
    #expect(run.status == .exitCode(65))
    #expect(run.errors.contains("a.csv:4: 1 field where the header has 3\n"), "\(run.errors)")
    #expect(run.errors.contains("a.csv:5: a quote is opened in this line and not closed\n"))
  }

  @Test func settingsThatAreNoYAMLAreLeftInOneSentence() throws {
    let home = try home()
    try home.write("practice: [\n", to: "c.yaml")
    let run = try home.starling("config", "--from", home.file("c.yaml"))
    #expect(run.errors.hasSuffix("this is not YAML; it is left\n"), "\(run.errors)")
  }

  @Test func whatIsInTheDatabasesPlaceIsNamed() throws {
    for (make, message) in [
      ("mkfifo starling.sqlite", "it is a pipe and no database; “mv "),
      (
        "ln -s /nowhere/x.sqlite starling.sqlite", "it is a link to /nowhere/x.sqlite, which is not"
      ),
    ] {
      let home = try TemporaryHome()
      let run = try CommandRun(
        "/bin/sh", ["-c", "cd '\(home.path)' && \(make)"],
        environment: ["PATH": ProgramPath.search])
      #expect(run.status == .exitCode(0), "\(run.errors)")
      #expect(try home.starling("due").errors.contains(message))
    }
  }

  @Test(.enabled(if: geteuid() == 0, "it gives files to another user"), arguments: ["000", "600"])
  func aFolderThatMayNotBeEnteredIsNamedWithWhatAllowsIt(mode: String) throws {
    let home = try home()
    _ = try home.starling("backup")
    func sh(_ script: String) throws -> CommandRun {
      try CommandRun(
        "/bin/sh", ["-c", "cd '\(home.path)' && \(script)"],
        environment: home.environment().merging(["PATH": ProgramPath.search]) { $1 })
    }
    #expect(try sh("chown -R 65534 .").status == .exitCode(0))
    let program = try "setpriv --reuid 65534 --clear-groups '\(ProgramPath.built("starling"))'"
    for (folder, command) in [(".", "due"), ("backups", "backup")] {
      let run = try sh(
        "chmod \(mode) '\(folder)'; \(program) \(command); chmod 700 \(home.path)/\(folder)")
      #expect(run.errors.contains("“chmod 700 \(home.path)"), "\(mode) \(folder): \(run.errors)")
    }
  }
}
