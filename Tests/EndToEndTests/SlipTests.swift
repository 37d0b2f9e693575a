import TestSupport
import Testing

/// What is typed nearly right is answered with what was probably meant.
@Suite(.timeLimit(.minutes(10))) struct SlipTests {
  @Test(arguments: [
    ("practise", "starling practice"), ("practce", "starling practice"),
    ("study", "starling practice"), ("session", "starling practice"),
    ("review", "starling practice"), ("today", "starling due"), ("statistics", "starling stats"),
    ("stat", "starling stats"), ("progress", "starling stats"), ("undoo", "starling undo"),
    ("intervews", "starling interviews"), ("interview", "starling interviews"),
    ("storys", "starling stories"), ("story", "starling stories"),
    ("story add", "starling stories add"), ("stories lst", "starling stories list"),
    ("add story", "starling stories add"), ("new interview", "starling interviews add"),
    ("deck", "starling decks"), ("deck list", "starling decks list"),
    ("decks lst", "starling decks list"), ("decks serch x", "starling decks search"),
    ("decks find x", "starling decks search"), ("search x", "starling decks search"),
    ("doubts shw 1", "starling doubts show"), ("facts remove 1", "starling facts delete"),
    ("imprt x", "starling import"), ("exprt x", "starling export"),
    ("optimize", "starling optimise"),
    ("docter", "starling doctor"), ("settings", "starling config"),
    ("version", "starling --version"),
    ("companies", "starling employers"), ("employer", "starling employers"),
    ("breif", "starling brief"), ("pln", "starling plan"), ("resotre x", "starling restore"),
    ("config set practice.minutes 30", "starling config KEY VALUE"),
    ("config minutes 30", "practice.minutes"), ("config session.minuts 30", "practice.minutes"),
    ("config theme dark", "screen.colours"), ("config retention 0.9", "memory.desired_retention"),
    ("grade star-peple/PE-01", "star-people/PE-01"),
    ("grade star-peple/PE-01 good", "star-people/PE-01"),
    ("grade star-people/PE01 good", "star-people/PE-01"),
    ("practice --plain star-peple", "star-people"),
    ("decks show star-peple", "star-people"), ("decks off star-peple", "star-people"),
    ("help practise", "practice"), ("help memry", "memory"),
  ])
  func aSlipIsAnsweredWithWhatWasMeant(words: String, meant: String) throws {
    let home = try TemporaryHome()
    let run = try self.run(words, in: home)
    #expect(run.status != .exitCode(0))
    #expect(run.errors.contains("“\(meant)”"), "\(run.errors)")
    #expect(run.output == "")
  }

  private func run(_ words: String, in home: TemporaryHome) throws -> CommandRun {
    try CommandRun(
      ProgramPath.built("starling"), words.split(separator: " ").map(String.init), input: "",
      environment: home.environment())
  }

  @Test(arguments: ["quit", "xyzzy", "doctor --wrong", "undo twice"])
  func whatIsNearNothingIsNotGuessed(words: String) throws {
    let home = try TemporaryHome()
    let run = try self.run(words, in: home)
    #expect(run.status == .exitCode(64))
    #expect(!run.errors.contains("Did you mean"), "\(run.errors)")
  }
}
