import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct SimulateCommandTests {
  private struct Simulation: Decodable {
    struct Outcome: Decodable {
      var policy: String
      var mean_readiness: Double
      var worst_tenth: Double
      var unseen: Double
      var minutes: Double
      var busiest_day: Double
    }
    var policies: [Outcome]
  }

  @Test func everyPolicyIsListedAndTheSeedDecidesAll() throws {
    let home = try TemporaryHome()
    let run = try home.starling("simulate", "--runs", "3", "--days", "5", "--json")
    let policies = try run.decoded(as: Simulation.self).policies
    #expect(
      policies.map(\.policy) == [
        "starling", "fsrs-due", "fsrs-cap", "new-first", "sm-2", "weakest", "longest-ago", "random",
      ])
    for outcome in policies {
      #expect((0...1).contains(outcome.mean_readiness))
      #expect((0...outcome.mean_readiness).contains(outcome.worst_tenth))
      #expect((0...1).contains(outcome.unseen))
      #expect(outcome.busiest_day <= 20)
      #expect(outcome.minutes <= 4 * 20 + 10 + 15)
    }
    #expect(run.errors == "")
    #expect(
      try home.starling("simulate", "--runs", "3", "--days", "5", "--json").output == run.output)
    let other = try home.starling("simulate", "--runs", "3", "--days", "5", "--json", "--seed", "2")
    #expect(other.output != run.output)
  }

  @Test func theTableNamesItsColumns() throws {
    let home = try TemporaryHome()
    let run = try home.starling("simulate", "--runs", "2", "--days", "3", "--model", "fsrs-7")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[0].hasPrefix("POLICY       READY  WORST"))
    #expect(lines[1].hasPrefix("starling     0."))
  }

  @Test func anotherTruthIsNamedAndAllOfThemAreListed() throws {
    struct Simulations: Decodable {
      struct Truth: Decodable {
        var truth: String
        var policies: [Simulation.Outcome]
      }
      var truths: [Truth]
    }
    let home = try TemporaryHome()
    func simulate(_ truth: String) throws -> CommandRun {
      try home.starling(
        "simulate", "--runs", "2", "--days", "3", "--cards", "6", "--json", "--truth", truth)
    }
    let all = try simulate("all").decoded(as: Simulations.self).truths
    #expect(
      all.map(\.truth) == [
        "fsrs-6", "fsrs-7", "act-r", "act-r-easy", "multiscale", "multiscale-easy",
      ])
    for one in all {
      let alone = try simulate(one.truth).decoded(as: Simulation.self)
      #expect(alone.policies.map(\.mean_readiness) == one.policies.map(\.mean_readiness))
      #expect(alone.policies.count == 8)
    }
    #expect(try simulate("anki").status == .exitCode(64))
  }

  @Test func numbersOutOfRangeAreRefused() throws {
    let home = try TemporaryHome()
    for (option, value) in [
      ("--days", "0"), ("--cards", "-1"), ("--minutes", "nan"), ("--runs", "x"),
    ] {
      #expect(try home.starling("simulate", option, value).status == .exitCode(64))
    }
  }

  @Test func progressIsShownAndCtrlCStopsIt() throws {
    let home = try TemporaryHome()
    let session = try home.session("simulate", "--runs", "100000", "--model", "fsrs-7")
    try session.wait(for: "simulating")
    session.type("\u{3}")
    try session.wait(for: "stopped")
    #expect(try session.exitStatus() == .signal(2))
  }
}
