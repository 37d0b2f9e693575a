import ArgumentParser
import Exchange
import Scheduler

/// Plays scheduling policies against each other on simulated memories.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Compare ways to choose what to practise, by simulation.",
    discussion: """
      Each simulated person has a memory of their own that no policy is told, and the same luck \
      under every policy. READY is what they truly recall at the start of the interview, unseen \
      cards counting as nothing; WORST is that of the lowest tenth of their cards.
      """)

  @Option(help: "The memory model (default: that of the settings).")
  var model: ModelName?

  @Option(parsing: .unconditional, help: "Days of practice before the interview.")
  var days = 14

  @Option(parsing: .unconditional, help: "Cards to know by then.")
  var cards = 40

  @Option(parsing: .unconditional, help: "Minutes of practice a day; half of them on the eve.")
  var minutes = 20.0

  @Option(parsing: .unconditional, help: "Simulated people.")
  var runs = 200

  @Option(parsing: .unconditional, help: "What people and luck are drawn from.")
  var seed: UInt64 = 1

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    try check(Double(days), in: 1...365, "--days")
    try check(Double(cards), in: 1...10_000, "--cards")
    try check(minutes, in: 1...1440, "--minutes")
    try check(Double(runs), in: 1...100_000, "--runs")
    guard days * cards * runs <= Self.mostCardDays else {
      throw ValidationError(
        "--days times --cards times --runs is more than \(Self.mostCardDays), which would take too long."
      )
    }
  }

  private static let mostCardDays = 100_000_000

  private func check(_ value: Double, in range: ClosedRange<Double>, _ option: String) throws {
    guard range.contains(value) else {
      throw ValidationError(
        "\(option) takes a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)).")
    }
  }

  func run() throws {
    let name = try model ?? Workspace.readSettings().model
    let simulator = Simulator(
      model: name, days: days, cards: cards, minutes: minutes, runs: runs, seed: seed)
    let outcomes = try ProgressLine.during("simulating", ifStopped: "stopped") {
      simulator.run(progress: $0)
    }
    guard json else {
      try Output.table(
        [["POLICY", "READY", "WORST", "UNSEEN", "MINUTES", "BUSIEST"]] + outcomes.map(cells))
      return
    }
    try Output.json(
      .object([
        "model": .string(name.rawValue), "days": .int(days), "cards": .int(cards),
        "minutes": .double(minutes), "runs": .int(runs),
        "policies": .array(outcomes.map(listing)),
      ]))
  }

  private func cells(_ outcome: Simulator.Outcome) -> [String] {
    [
      outcome.policy.rawValue, outcome.meanReadiness.digits(3), outcome.worstTenth.digits(3),
      outcome.unseen.digits(3), outcome.minutes.digits(1), outcome.busiestDay.digits(1),
    ]
  }

  private func listing(_ outcome: Simulator.Outcome) -> JSONValue {
    .object([
      "policy": .string(outcome.policy.rawValue),
      "mean_readiness": .double(outcome.meanReadiness),
      "worst_tenth": .double(outcome.worstTenth),
      "unseen": .double(outcome.unseen),
      "minutes": .double(outcome.minutes),
      "busiest_day": .double(outcome.busiestDay),
    ])
  }
}
