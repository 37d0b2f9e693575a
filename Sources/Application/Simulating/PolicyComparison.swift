import Exchange
import Practice
package import Scheduler

/// Scheduling policies, played against each other on simulated memories.
package struct PolicyComparison {
  /// Nil takes that of the settings.
  private let model: ModelName?
  /// What memory truly is, in turn; nil takes the model's own.
  private let truths: [Truth]?
  private let days: Int
  private let cards: Int
  private let minutes: Double
  private let runs: Int
  private let seed: UInt64

  private var isOfAll: Bool { (truths?.count ?? 0) > 1 }

  package init(
    model: ModelName?, truths: [Truth]?, days: Int, cards: Int, minutes: Double, runs: Int,
    seed: UInt64
  ) {
    self.model = model
    self.truths = truths
    self.days = days
    self.cards = cards
    self.minutes = minutes
    self.runs = runs
    self.seed = seed
  }

  /// Plays them, and writes what came of it as a table or as JSON.
  ///
  /// - Throws: ``Failure`` when the settings cannot be found, or the output takes no more.
  package func run(asJSON json: Bool, in surroundings: any Surroundings) throws {
    let name = try model ?? surroundings.settings().model
    let truths = truths ?? [Truth(name)]
    let results = try ProgressLine.during("simulating", ifStopped: "stopped") {
      progress -> Results? in
      var results: Results = []
      for (index, truth) in truths.enumerated() {
        let simulator = Simulator(
          model: name, truth: truth, days: days, cards: cards, minutes: minutes, runs: runs,
          seed: seed)
        let outcomes = simulator.run { done in
          progress((Double(index) + done) / Double(truths.count))
        }
        guard let outcomes else { return nil }
        results.append((truth, outcomes))
      }
      return results
    }
    json ? try write(json: results, name) : try write(table: results)
  }

  private typealias Results = [(truth: Truth, outcomes: [Simulator.Outcome])]

  private func write(table results: Results) throws {
    let heads = ["POLICY", "READY", "WORST", "UNSEEN", "MINUTES", "BUSIEST"]
    guard isOfAll else {
      return try Output.table([heads] + results.flatMap(\.outcomes).map(cells))
    }
    try Output.table(
      [["TRUTH"] + heads]
        + results.flatMap { truth, outcomes in outcomes.map { [truth.rawValue] + cells($0) } })
  }

  private func write(json results: Results, _ name: ModelName) throws {
    var fields: [(key: String, value: JSONValue)] = [
      ("model", .string(name.rawValue)), ("days", .int(days)), ("cards", .int(cards)),
      ("minutes", .double(minutes)), ("runs", .int(runs)),
    ]
    func list(_ outcomes: [Simulator.Outcome]) -> JSONValue { .array(outcomes.map(listing)) }
    if isOfAll {
      let truths = results.map { truth, outcomes -> JSONValue in
        .object(["truth": .string(truth.rawValue), "policies": list(outcomes)])
      }
      fields.append(("truths", .array(truths)))
    } else if let only = results.first {
      if truths != nil { fields.append(("truth", .string(only.truth.rawValue))) }
      fields.append(("policies", list(only.outcomes)))
    }
    try Output.json(.object(fields))
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
