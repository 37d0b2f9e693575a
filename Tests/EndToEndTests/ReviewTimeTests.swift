import FoundationEssentials
import TestSupport
import Testing

/// Times that cannot be: refused where they come in, and out of the way where they are already.
@Suite(.timeLimit(.minutes(20))) struct ReviewTimeTests {
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    return home
  }

  @Test(arguments: [
    ("2062-11-26", "is in the future: it is 20"),
    ("9999-12-31T23:59:59.999-18:00", "is in the future"),
    ("9999-12-31T23:59:59.999-17:00", "is in the future"), ("1989-12-31", "is before 1990"),
    ("0000-01-01", "is before 1990"),
  ]) func aGradeOfATimeThatCannotBeIsRefused(at: String, message: String) throws {
    let home = try home()
    let run = try home.starling("grade", "sample/A1", "good", "--at", at)
    #expect(run.status == .exitCode(64))
    #expect(run.errors.hasPrefix("starling: “\(at)” ") && run.errors.contains(message))
    #expect(run.errors.split(separator: "\n").count <= 2)
    #expect(try home.memory().isEmpty)
  }

  @Test func aGradeThatNamesItsTimeTwiceIsOne() throws {
    let home = try home()
    let arguments = ["grade", "sample/A1", "good", "--at", "2026-01-02T10:00Z"]
    func grade() throws -> CommandRun {
      try CommandRun(
        ProgramPath.built("starling"), arguments, environment: home.environment())
    }
    _ = try grade()
    let memory = try home.memory("--at", "2026-02-01")
    #expect(try grade().errors == "starling: sample/A1: good at that time is there already\n")
    #expect(try home.memory("--at", "2026-02-01") == memory)
    #expect(memory.map(\.reps) == [1])
  }

  @Test func aReviewOfTheFutureIsNamedAndTakenBack() throws {
    let home = try home()
    _ = try home.starling("grade", "sample/A1", "good", "--at", "2026-01-02T10:00Z")
    let before = try home.memory("--at", "2026-02-01")
    try plant(card: "sample/A1", milliseconds: 2_931_724_800_000, in: home)
    #expect(try home.memory("--at", "2026-02-01") == before)

    let doctor = try home.starling("doctor")
    #expect(doctor.status == .exitCode(1))
    #expect(
      doctor.output.contains(
        """
        reviews   fault: 1 review with an impossible time, in the future or before 1990, does not count: \
        sample/A1 of 2062-11-26T00:00:00Z; is today
        """)
        && doctor.output.contains("? if so, “starling undo --wrong-times” takes it back\n"),
      "\(doctor.output)")
    let screen = try home.screen()
    try screen.wait(for: "lies in the future")
    try screen.press("q")
    let grade = try home.starling("grade", "sample/A1", "again")
    #expect(!grade.errors.contains("2062"))
    #expect(try home.memory().map(\.reps) == [2])

    let undo = try home.starling("undo", "--wrong-times")
    #expect(undo.errors == "starling: took back “good” on sample/A1, of 2062-11-26\n")
    #expect(
      try home.starling("undo", "--wrong-times").errors
        == "starling: there is no grade with an impossible time\n")
    #expect(try !home.starling("doctor").output.contains("\nreviews"))
    #expect(try home.memory().map(\.reps) == [2])
  }

  /// The clock of the machine is what is wrong, as after its battery was empty.
  @Test func aClockThatWentBackTakesNothingBack() throws {
    let home = try home()
    _ = try home.starling("grade", "sample/A1", "good", "--at", "2026-01-02T10:00Z")
    for day in 0..<7 {
      try plant(card: "sample/A1", milliseconds: 2_931_724_800_000 + day * 86_400_000, in: home)
    }
    let doctor = try home.starling("doctor")
    #expect(doctor.status == .exitCode(1))
    #expect(
      doctor.output.contains("7 of 8 grades lie after it, so that they do not count: set the"),
      "\(doctor.output)")
    #expect(!doctor.output.contains("--wrong-times"))
    let undo = try home.starling("undo", "--wrong-times")
    #expect(undo.status == .exitCode(65))
    #expect(undo.errors.contains("7 of 8 grades lie after it: set the clock if it is wrong"))
    #expect(try home.starling("doctor").output.contains("7 of 8 grades"))
  }

  @Test func eachDamagedCopyIsNamed() throws {
    let home = try home()
    _ = try home.starling("grade", "sample/A1", "good")
    _ = try home.starling("backup")
    for day in ["2026-01-01", "2099-01-01"] {
      try home.write("This is no database.", to: "backups/\(day).sqlite")
    }
    let doctor = try home.starling("doctor")
    #expect(doctor.status == .exitCode(1))
    for day in ["2026-01-01", "2099-01-01"] {
      #expect(
        doctor.output.contains("backups/\(day).sqlite cannot be brought back ("),
        "\(doctor.output)")
    }
    #expect(doctor.output.split(separator: "\n").count { $0.hasPrefix("copies ") } == 2)
  }

  /// Puts a review into the database, as a Starling under a wrong clock would have.
  private func plant(card: String, milliseconds: Int, in home: TemporaryHome) throws {
    let script = """
      import sqlite3, sys
      d = sqlite3.connect(sys.argv[1])
      d.execute("INSERT INTO reviews (card, at_ms, utc_offset, grade, mode) VALUES (?, ?, 0, 3, 'away')",
        (sys.argv[2], int(sys.argv[3])))
      d.execute("UPDATE cache SET value = '' WHERE name = 'memory'")
      d.commit()
      """
    let run = try CommandRun(
      "/usr/bin/python3",
      ["-c", script, home.file("starling.sqlite"), card, "\(milliseconds)"],
      environment: [:])
    #expect(run.status == .exitCode(0), "\(run.errors)")
  }

  @Test func reviewsInSecondsAreReadAsSuch() throws {
    let home = try home()
    try home.write(
      "card_id,review_time,review_rating\nsample/A1,1767268800,3\nsample/B2,1767355200,2\n",
      to: "seconds.csv")
    let path = home.file("seconds.csv")
    let run = try home.starling("import", path)
    #expect(
      run.errors
        == "starling: the times in \(path) are seconds since 1970, and were read as such\nstarling: 2 reviews were added\n"
    )
    #expect(
      try home.memory("--at", "2026-02-01").map(\.last_review)
        == ["2026-01-01T12:00:00Z", "2026-01-02T12:00:00Z"])
  }

  @Test func reviewsOfNoDeckAreTakenAndSaid() throws {
    let home = try home()
    try home.write(
      "card_id,review_time,review_rating\nsample/Z9,2026-01-01,3\nsample/A1,2026-01-01,3\n",
      to: "a.csv")
    let run = try home.starling("import", home.file("a.csv"))
    #expect(
      run.errors
        == "starling: 2 reviews were added, 1 of a card that is in no deck here: sample/Z9\n")
    let doctor = try home.starling("doctor")
    #expect(doctor.status == .exitCode(0))
    #expect(
      doctor.output.contains(
        "reviews   1 review is of a card that is in no deck here: sample/Z9\n"))
  }

  @Test func whatWasTakenBackStaysSo() throws {
    let home = try home()
    try home.write("card_id,review_time,review_rating\nsample/A1,2026-01-01,3\n", to: "a.csv")
    _ = try home.starling("import", home.file("a.csv"))
    _ = try home.starling("undo")
    let run = try home.starling("import", home.file("a.csv"))
    #expect(
      run.errors
        == "starling: 0 reviews were added, 1 was taken back here before and stays so\n")
    #expect(try home.memory("--at", "2026-02-01").isEmpty)
  }

  @Test(arguments: [
    "card_id,review_time\nsample/A1,1\n", "card_id;review_rating\n", "review_time\n",
  ]) func aMissingColumnIsSaidAndNoCompetencyAskedFor(text: String) throws {
    let home = try home()
    try home.write(text, to: "a.csv")
    let run = try home.starling("import", home.file("a.csv"))
    #expect(run.status == .exitCode(65))
    #expect(run.errors.contains("a.csv:1: the header names no column “"))
    #expect(!run.errors.contains("competency"))
  }

  /// Options and times at their ends: a word and an exit code, no trap and no endless work.
  @Test(arguments: [
    ["memory", "--at", "9999-12-31T23:59:59Z"], ["memory", "--at", "0000-01-01"],
    ["practice", "--plain", "--minutes", "999999999999"],
    ["practice", "--plain", "--minutes", "nan"],
    ["practice", "--plain", "--cards", "-1"],
    ["practice", "--plain", "--cards", "9223372036854775807"],
    ["practice", "--plain", "--seed", "18446744073709551615"],
    ["practice", "--plain", "--seed", "18446744073709551616"],
    ["plan", "--minutes", "1e300"], ["plan", "--minutes", "-inf"], ["plan", "--minutes", "0.0001"],
    ["simulate", "--days", "1000000000"], ["simulate", "--runs", "9223372036854775807"],
    ["simulate", "--cards", "-9223372036854775808"], ["simulate", "--minutes", "nan"],
    ["simulate", "--days", "365", "--cards", "10000", "--runs", "100000"],
    ["optimise", "--folds", "9223372036854775807"],
    ["config", "practice.minutes", "1000000000000000000"],
    ["config", "memory.desired_retention", "nan"],
    ["config", "memory.maximum_interval", "99999999999999999999"],
  ]) func extremesAreAnswered(_ arguments: [String]) throws {
    let home = try home()
    _ = try home.starling("grade", "sample/A1", "good", "--at", "1990-01-02")
    let run = try CommandRun(
      ProgramPath.built("starling"), arguments, environment: home.environment())
    guard case .exitCode(let code) = run.status else {
      Issue.record("\(arguments): \(run.status)")
      return
    }
    #expect([0, 64, 69, 78].contains(code), "\(arguments): \(code) \(run.errors)")
  }

  /// What has no end, or is no file, where one is meant.
  @Test func settingsThatAreNoFileAreNamed() throws {
    let home = try home()
    let path = home.file("config.yaml")
    for (make, reason) in [
      ("ln -s /dev/zero", "it is a device and not a file"),
      ("mkfifo", "it is a pipe and not a file"),
      ("truncate -s 5G", "it is larger than 1 MiB"),
    ] {
      let run = try CommandRun(
        "/bin/sh", ["-c", "mkdir -p \"$(dirname '\(path)')\"; rm -f '\(path)'; \(make) '\(path)'"],
        environment: ["PATH": ProgramPath.search])
      #expect(run.status == .exitCode(0), "\(run.errors)")
      let config = try home.starling("config")
      #expect((config.output + config.errors).contains(reason), "\(config.errors)")
      #expect(config.errors.contains("config.yaml"))
    }
  }
}
