import Application
import ArgumentParser
import Scheduler

/// Plays scheduling policies against each other on simulated memories.
struct SimulateCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Compare ways to choose what to practise, by simulation.",
    discussion: """
      Each simulated person has a memory of their own that no policy is told, and the same luck \
      under every policy. READY is what they truly recall at the start of the interview, unseen \
      cards counting as nothing; WORST is that of the lowest tenth of their cards. Their memory is of \
      the planner's own kind, with other numbers, unless --truth names another.
      """)

  @Option(help: "The memory model (default: that of the settings).")
  var model: ModelName?

  @Option(
    help: "What memory truly is, or all for each in turn (default: as the model has it).")
  var truth: TruthChoice?

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

  @OptionGroup var form: ListForm

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

  func run(in machine: Machine) throws {
    try PolicyComparison(
      model: model, truths: truth?.truths, days: days, cards: cards, minutes: minutes, runs: runs,
      seed: seed
    ).run(asJSON: form.json, in: machine)
  }
}

/// One truth, or all of them.
struct TruthChoice: ExpressibleByArgument {
  let truths: [Truth]

  init?(argument: String) {
    if argument == "all" {
      truths = Truth.allCases
    } else if let truth = Truth(rawValue: argument) {
      truths = [truth]
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { Truth.allCases.map(\.rawValue) + ["all"] }
}
