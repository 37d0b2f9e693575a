import TestSupport
import Testing

/// What is typed nearly right is answered with what was probably meant.
@Suite(.timeLimit(.minutes(20))) struct SlipTests {
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
    ("practice --plain star-peple", "star-people"),
    ("decks show star-peple", "star-people"), ("decks off star-peple", "star-people"),
    ("help practise", "practice"), ("help memry", "memory"), ("star", "starling help star"),
    ("practice --kind str", "star"), ("grade star-people/PE-01 god", "good"),
    ("export --format jsn x", "json"), ("simulate --truth actr", "act-r"),
    ("simulate --model fsrs7", "fsrs-7"), ("practice star-peple", "star-people"),
    ("interviews show Acm", "Acme"), ("brief Akme", "Acme"), ("log Acm", "Acme"),
    ("stories show Nigt", "Night list"), ("practice --story Nigt", "Night list"),
    ("stories edit list", "Night list"),
  ])
  func aSlipIsAnsweredWithWhatWasMeant(words: String, meant: String) throws {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z")
    _ = try home.starling("stories", "add", "Night list")
    let run = try self.run(words, in: home)
    #expect(run.status != .exitCode(0))
    #expect(run.errors.contains("“\(meant)”"), "\(run.errors)")
    // One voice, and not a page of it.
    #expect(run.errors.hasPrefix("starling: "), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count <= 2, "\(run.errors)")
    #expect(run.output == "")
  }

  private func run(_ words: String, in home: TemporaryHome) throws -> CommandRun {
    try CommandRun(
      ProgramPath.built("starling"), words.split(separator: " ").map(String.init), input: "",
      environment: home.environment())
  }

  /// Where only one can be meant, it is taken.
  @Test(arguments: [
    ("decks show star-people/PE-1", "PE-01  star"), ("decks show STAR-people/pe-01", "PE-01  star"),
    ("decks show care", "Care and teaching"), ("decks on care", "Care and teaching is on"),
    ("practice --plain star-people/PE-1", "PE-01"), ("practice --plain deliv", "1 of "),
    ("grade star-people/PE-1 good", ""), ("plan delivery", ""),
    ("practice --plain PE-01", "1 of 1: PE-01"), ("practice --plain pe-1", "1 of 1: PE-01"),
    ("grade PE1 good", ""), ("grade star-people/PE01 good", ""),
    ("memory PE-001", "star-people/PE-01"),
    ("decks show PE-1", "PE-01  star"),
  ]) func whatCanOnlyMeanOneIsTaken(words: String, output: String) throws {
    let run = try self.run(words, in: TemporaryHome())
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(output.isEmpty || run.output.contains(output), "\(run.output)")
  }

  @Test(arguments: [
    ("practice --plain people", "“star-people” or “managing-people”"),
    ("grade star-peple/PE-1 good", "did you mean “star-people/PE-01”?"),
  ]) func whatCanMeanSeveralIsAsked(words: String, meant: String) throws {
    let run = try self.run(words, in: TemporaryHome())
    #expect(run.status != .exitCode(0))
    #expect(run.errors.contains(meant), "\(run.errors)")
  }

  /// What is missing or too many is named, with what to do.
  @Test(arguments: [
    ("due --jsn", "there is no option --jsn here; did you mean --json?"),
    ("grade star-people/PE-01", "<grade> is missing: how it went: again, hard, good or easy"),
    ("doubts done 9", "has list, "), ("undo twice", "“twice” is more than this command takes"),
    ("practice --kind", "--kind <kind> lacks its value: only these kinds of card"),
    ("practice --minutes ten", "“ten” is no value of --minutes <minutes>"),
  ])
  func whatTheParserFindsIsSaidInTheSameVoice(words: String, said: String) throws {
    let run = try self.run(words, in: TemporaryHome())
    #expect(run.status == .exitCode(64))
    #expect(run.errors.hasPrefix("starling: ") && run.errors.contains(said), "\(run.errors)")
    #expect(!run.errors.contains("Error:"), "\(run.errors)")
  }

  @Test(arguments: ["quit", "xyzzy", "doctor --wrong", "undo twice"])
  func whatIsNearNothingIsNotGuessed(words: String) throws {
    let home = try TemporaryHome()
    let run = try self.run(words, in: home)
    #expect(run.status == .exitCode(64))
    #expect(!run.errors.contains("did you mean"), "\(run.errors)")
  }
}
