import ArgumentParser
import Scheduler

/// Reviews scheduled per second, one after the other with the date each time.
struct ReplayBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Print reviews per second, as JSON.")

  @Argument(help: "A CSV of reviews.")
  var reviews: String

  @Option(help: "How often; the median is printed.")
  var rounds = 25

  func run() throws {
    let file = try ReviewFile(reviews)
    var figures: [String] = []
    for name in ModelName.allCases {
      let model = name.model
      let singly = rate(of: file.count) { Self.answered(file.cards, model) }
      figures.append(
        "\"\(name.rawValue)\": {\"one_by_one\": \(Int(singly))}")
    }
    print("{\(figures.joined(separator: ", "))}")
  }

  /// As the program does it at each grade: the new memory, then the date.
  private static func answered(_ cards: [[Review]], _ model: any MemoryModel) -> Double {
    let rule = DueRule()
    var sum = 0.0
    for reviews in cards {
      var memory: Memory?
      for review in reviews {
        let next = model.memory(after: review, from: memory)
        if case .day(let day) = rule.due(of: next, model: model) { sum += Double(day.number) }
        memory = next
      }
    }
    return sum
  }

  /// Reviews per second: the median of the rounds.
  private func rate(of count: Int, _ work: () -> Double) -> Double {
    let clock = ContinuousClock()
    var sum = 0.0
    let times = (0..<max(1, rounds)).map { _ in clock.measure { sum += work() } }.sorted()
    // Used, so that the work cannot be left out.
    if sum.isNaN { print("no number") }
    return Double(count) / (times[times.count / 2] / .seconds(1))
  }
}
