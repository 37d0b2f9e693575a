import TestSupport
import Testing

/// Random copies that are not quite what Starling made: each is refused, and then nothing has changed,
/// or it is taken, and then every command goes on.
@Suite(.timeLimit(.minutes(60))) struct CopyCampaignTests {
  @Test func everyCopyIsRefusedAsAWholeOrServesEveryCommand() throws {
    let campaign = Campaign("copies", whole: 500, slice: 14)
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    try prepare(home)
    let names = try makeCopies(campaign, in: home)
    var taken = 0
    for (seed, what) in names {
      let copy = home.file("copies/\(seed).sqlite")
      let before = try home.shell("cat starling.sqlite starling.sqlite-wal 2>/dev/null | sha256sum")
      let restore = try home.starling("restore", copy)
      let about: Comment =
        "copy \(seed), \(what): \(restore.status) \(restore.output)\(restore.errors)"
      #expect(try home.shell("ls -A | grep restoring; true") == "", about)
      guard restore.status == .exitCode(0) else {
        #expect(
          [65, 66, 69, 74].contains { restore.status == .exitCode($0) }, about)
        #expect(restore.errors.hasPrefix("starling: "), about)
        #expect(restore.errors.split(separator: "\n").count <= 2, about)
        #expect(
          try home.shell("cat starling.sqlite starling.sqlite-wal 2>/dev/null | sha256sum")
            == before,
          about)
        continue
      }
      taken += 1
      for command in Self.commands(in: home) {
        let run = try home.starling(command)
        #expect(
          run.hasEndedByItself,
          "\(about), then \(command): \(run.status) \(run.output)\(run.errors)")
      }
      try home.restoreBeginning()
    }
    print("campaign copies: \(taken) of \(names.count) were taken")
    // Else nothing was tried of one of the two.
    #expect(taken > 0 && taken < names.count)
  }

  private static func commands(in home: TemporaryHome) -> [[String]] {
    [
      ["due", "--json"], ["doctor"], ["memory", "--json"], ["stats", "--json"], ["plan", "--json"],
      ["export", home.file("out.json")], ["export", "--format", "csv", home.file("out.csv")],
      ["interviews", "list"],
      ["brief"], ["stories", "list"], ["facts", "list"], ["optimise"],
      ["practice", "sample", "--plain"], ["grade", "sample/A1", "good"], ["undo"], ["backup"],
      ["doctor", "--rebuild"], ["restore"],
    ]
  }

  /// A home with something of everything, and a copy of it.
  private func prepare(_ home: TemporaryHome) throws {
    let rows = (0..<300).map { index in
      "sample/\(["A1", "B2", "C3"][index % 3]),\(1_700_000_000_000 + index * 90_000_000),\(index % 4 + 1)"
    }
    try home.write(
      "card_id,review_time,review_rating\n" + rows.joined(separator: "\n") + "\n", to: "reviews.csv"
    )
    for command in [
      ["import", home.file("reviews.csv")],
      ["interviews", "add", "Halden", "--at", "2027-01-05 10:00"],
      ["stories", "add", "The day the lift stopped"], ["grade", "sample/A1", "good"], ["undo"],
      ["grade", "sample/B2", "hard"], ["backup", home.file("base.sqlite")],
    ] {
      let run = try home.starling(command)
      #expect(run.status == .exitCode(0), "\(command): \(run.errors)")
    }
    _ = try home.shell("mkdir begin; cp -a starling.sqlite* backups begin/")
  }

  private func makeCopies(_ campaign: Campaign, in home: TemporaryHome) throws
    -> [(seed: String, what: String)]
  {
    let here = #filePath.dropLast("CopyCampaignTests.swift".count)
    let made = try home.shell(
      """
      mkdir copies; python3 '\(here)mutate_copies.py' base.sqlite '\(here)older-database.sql' copies \
        \(campaign.seed) \(campaign.count)
      """)
    let lines = made.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      return (seed: parts[0], what: parts.last ?? "")
    }
    #expect(lines.count == campaign.count)
    return lines
  }
}

extension CommandRun {
  /// Whether it has ended as a command ends: with a code of its own, and not by a signal.
  fileprivate var hasEndedByItself: Bool {
    [0, 1, 65, 66, 69, 73, 74].contains { status == .exitCode($0) }
  }
}

extension TemporaryHome {
  fileprivate func starling(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(
      ProgramPath.built("starling"), arguments, environment: environment())
  }

  fileprivate func shell(_ script: String) throws -> String {
    let run = try CommandRun(
      ProgramPath.installed("sh"), ["-c", "cd '\(path)'\n\(script)"], environment: environment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
    return run.output
  }

  /// Goes back to how the home was before the first copy.
  fileprivate func restoreBeginning() throws {
    _ = try shell(
      """
      rm -rf backups starling.sqlite* out.*
      cp -a begin/starling.sqlite* begin/backups .
      """)
  }
}
