import Foundation
import TestSupport
import Testing

/// Archives whose values, columns and references are spoiled: each is refused as a whole, or taken in
/// and then everything runs.
@Suite(.timeLimit(.minutes(60))) struct ArchiveCampaignTests {
  /// What a command may end with.
  private static let exitCodes: Set<Int32> = [0, 1, 64, 65, 66, 69, 73, 74, 75, 78]

  /// The commands that look at what may have been taken in, each with its input.
  private static let commands: [[String]] = [
    ["due"], ["due", "--json"], ["doctor"], ["memory"], ["memory", "--json"], ["stats"],
    ["stats", "--json"], ["plan"], ["plan", "--json"], ["brief", "Acme"],
    ["brief", "Acme", "--format", "html"], ["report", "-"], ["decks", "list"],
    ["decks", "show", "notebook"], ["interviews", "list"], ["interviews", "show", "Acme"],
    ["log", "list"], ["log", "show", "Acme"], ["employers", "list"], ["employers", "show", "Acme"],
    ["people", "list"], ["stories", "list"], ["stories", "matrix"],
    ["stories", "show", "Freezer audit"], ["doubts", "list"], ["facts", "list"],
    ["facts", "check"],
    ["questions", "list"], ["questions", "pick", "Acme"], ["advert", "list"],
    ["decision", "table"], ["export", "-"], ["export", "--format", "csv", "-"],
    ["export", "--format", "markdown", "-"], ["export", "--format", "anki", "-"], ["optimise"],
    ["grade", "sample/A1", "good"], ["undo"], ["practice", "--plain", "--cards", "1"], ["backup"],
    ["config"], ["doctor", "--rebuild"],
  ]

  @Test func whatIsSpoiledIsRefusedWholeOrRuns() throws {
    let campaign = Campaign("archives", whole: 1000, slice: 25)
    let isWhole = campaign.count >= 1000
    let base = try SpoiledArchive.base()
    let bases = [base, try SpoiledArchive.recorded(base)]
    let home = try TemporaryHome()
    _ = try home.starling("grade", "star-people/PE-01", "good")
    _ = try home.starling("stories", "add", "Freezer AUDIT")
    let before = try home.starling("export", "-").output
    var taken = 0
    for seed in campaign.seeds {
      var archive = SpoiledArchive(bases[Int(seed % 2)], seed: seed)
      let text = try archive.spoiled()
      try home.write(text, to: "in.json")
      let run = try home.starling("import", home.file("in.json"))
      let what: Comment = "seed \(seed), \(archive.changes): \(run.errors)"
      switch run.status {
      case .exitCode(65):
        #expect(run.errors.contains("nothing was imported"), what)
        #expect(run.errors.split(separator: "\n").count <= 2, what)
        #expect(try home.starling("export", "-").output == before, what)
      case .exitCode(0):
        taken += 1
        let other = try TemporaryHome()
        try other.write(text, to: "in.json")
        #expect(try other.starling("import", other.file("in.json")).status == .exitCode(0), what)
        var generator = archive.generator
        let commands = isWhole ? Self.commands : Self.commands.shuffled(using: &generator)
        for command in commands.prefix(isWhole ? commands.count : 6) {
          let run = try CommandRun(
            ProgramPath.built("starling"), command, input: "\n3\nq\n",
            environment: other.environment())
          guard case .exitCode(let code) = run.status, Self.exitCodes.contains(code) else {
            Issue.record(
              "seed \(seed), \(archive.changes), \(command): \(run.status) \(run.errors)")
            continue
          }
          #expect(code != 74, "seed \(seed), \(archive.changes), \(command): \(run.errors)")
        }
        // What is here already makes the home another one; the next case begins with the old.
        try restore(home, to: before)
      default:
        Issue.record(what)
      }
    }
    print("campaign archives: \(taken) of \(campaign.count) were taken in")
  }

  /// Makes the home what it was.
  private func restore(_ home: TemporaryHome, to text: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: home.path) {
      try home.remove(name)
    }
    _ = try home.starling("import", "-", input: text)
    #expect(try home.starling("export", "-").output == text)
  }
}
