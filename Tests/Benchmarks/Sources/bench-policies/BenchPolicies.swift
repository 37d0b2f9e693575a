import ArgumentParser
import Practice
import Scheduler

/// Plays the plan against other policies on all kinds of memory, and says how often it holds what it
/// is to hold.
@main
struct BenchPolicies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-policies",
    abstract: "The plan against other policies: 6 truths, 5 horizons, 3 sizes.")

  @Option(help: "Simulated people in each cell.")
  var people = 200

  @Option(help: "What people and luck are drawn from; 501 and 601 to 605 are those tuned with.")
  var seed: UInt64 = 1

  @Option(help: "What the policies take memory for.")
  var model = "fsrs-7"

  @Option(help: "Only this part: cells, scenarios, paces, headlines or forecasts.")
  var only: Part?

  enum Part: String, ExpressibleByArgument, CaseIterable {
    case cells, scenarios, paces, headlines, forecasts
  }

  static let horizons = [3, 7, 14, 28, 60]
  static let sizes = [14, 40, 120]

  func run() throws {
    guard let name = ModelName(rawValue: model) else {
      throw ValidationError("--model takes fsrs-6 or fsrs-7.")
    }
    for part in only.map({ [$0] }) ?? Part.allCases {
      switch part {
      case .cells: try cells(name)
      case .scenarios: try scenarios(name)
      case .paces: try paces(name)
      case .headlines: headlines(name)
      case .forecasts: forecasts(name)
      }
    }
  }

  // MARK: - The cells

  private func cells(_ name: ModelName) throws {
    var table = PolicyTable()
    for truth in Truth.allCases {
      for days in Self.horizons {
        for cards in Self.sizes {
          let simulator = Simulator(
            model: name, truth: truth, days: days, cards: cards, runs: people, seed: seed)
          guard let outcomes = simulator.run() else { continue }
          table.add(outcomes)
          print(truth.rawValue, "\(days) d", "\(cards) cards", PolicyTable.line(outcomes))
        }
      }
    }
    table.printSummary()
  }

  // MARK: - Other circumstances

  private func scenarios(_ name: ModelName) throws {
    let changes: [(String, (inout Simulator) -> Void)] = [
      ("with priorities", { $0.circumstances.hasPriorities = true }),
      ("a third of the days missed", { $0.circumstances.missedDays = 1 / 3 }),
      ("two interviews", { $0.circumstances.earlierInterview = $0.days / 2 }),
    ]
    for (words, change) in changes {
      var table = PolicyTable()
      for truth in Truth.allCases {
        for (days, cards) in [(7, 14), (14, 40), (28, 40)] {
          var simulator = Simulator(
            model: name, truth: truth, days: days, cards: cards, runs: people, seed: seed)
          change(&simulator)
          if let outcomes = simulator.run() { table.add(outcomes) }
        }
      }
      print("\n\(words):")
      table.printSummary()
    }
  }

  private func paces(_ name: ModelName) throws {
    func recall(_ pace: Double, _ change: (inout Simulator.Circumstances) -> Void) -> Double {
      var sum = 0.0
      var count = 0.0
      for truth in Truth.allCases {
        for (days, cards) in [(7, 14), (7, 40), (14, 40)] {
          var simulator = Simulator(
            model: name, truth: truth, days: days, cards: cards, runs: people, seed: seed)
          simulator.circumstances.pace = pace
          change(&simulator.circumstances)
          sum += simulator.run([.plan])?.first?.meanReadiness ?? 0
          count += 1
        }
      }
      return sum / count
    }
    print("")
    for minutes in [2.5, 6] {
      let learned = recall(minutes / 4) { _ in }
      let ignored = recall(minutes / 4) { $0.learnsPace = false }
      let known = recall(minutes / 4) {
        $0.learnsPace = false
        $0.knowsPace = true
      }
      print(
        "\(minutes) min an answer: costs learned \(learned.places(3)), known from the start",
        "\(known.places(3)), never learned \(ignored.places(3))")
    }
  }

  /// What headlines in the minutes that no whole answer fills are worth, were they to work.
  private func headlines(_ name: ModelName) {
    print("\nheadlines as good as so much of a whole answer, mean recall beside none")
    for days in [7, 14, 28] {
      for cards in Self.sizes {
        let recalls = [0, 0.25, 0.5].map { strength in
          Truth.allCases.reduce(0.0) { sum, truth in
            var simulator = Simulator(
              model: name, truth: truth, days: days, cards: cards, runs: people, seed: seed)
            simulator.circumstances.headlineStrength = strength
            return sum + (simulator.run([.plan])?.first?.meanReadiness ?? 0)
          } / Double(Truth.allCases.count)
        }
        print(
          "\(days) d, \(cards) cards: 0 \(recalls[0].places(3)),",
          ".25 +\((recalls[1] - recalls[0]).places(3)), .5 +\((recalls[2] - recalls[0]).places(3))")
      }
    }
  }

  // MARK: - Readiness as a range

  private func forecasts(_ name: ModelName) {
    print("\nreadiness as a range, shares within, and how far the middle is off")
    var byTruth: [Truth: Coverage] = [:]
    for days in Self.horizons {
      var whole = Coverage()
      for truth in Truth.allCases {
        for cards in Self.sizes {
          let simulator = Simulator(
            model: name, truth: truth, days: days, cards: cards, runs: people, seed: seed)
          for forecast in simulator.forecasts() {
            whole.add(forecast)
            byTruth[truth, default: Coverage()].add(forecast)
          }
        }
      }
      print("\(days) d:", whole.words)
    }
    for truth in Truth.allCases { print(truth.rawValue + ":", byTruth[truth]?.words ?? "") }
  }
}

/// How often outcomes lie in the range that was said.
private struct Coverage {
  private var count = 0.0
  private var within = 0.0
  private var error = 0.0
  private var width = 0.0
  private var later = 0.0
  private var laterWithin = 0.0
  private var laterError = 0.0

  mutating func add(_ forecast: Simulator.Forecast) {
    count += 1
    width += forecast.atFirst.high - forecast.atFirst.low
    error += forecast.atFirst.middle - forecast.truth
    within += forecast.atFirst.contains(forecast.truth) ? 1 : 0
    guard let range = forecast.afterAnswers else { return }
    later += 1
    laterError += range.middle - forecast.truth
    laterWithin += range.contains(forecast.truth) ? 1 : 0
  }

  var words: String {
    """
    at first \((within / max(1, count)).places(3)) within (width \((width / max(1, count)).places(2)), \
    middle off by \((error / max(1, count)).places(3))); after 20 later-day answers \
    \((laterWithin / max(1, later)).places(3)) within, off by \((laterError / max(1, later)).places(3))
    """
  }
}

extension ReadinessRange {
  fileprivate func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
