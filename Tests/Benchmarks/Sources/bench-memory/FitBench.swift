import ArgumentParser
import Scheduler

/// How long the fit takes that the program makes by itself once a day.
struct FitBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Print the milliseconds of the daily fit, for more and more cards.")

  @Argument(help: "A CSV of reviews.")
  var reviews: String

  @Option(help: "How often; the median is printed.")
  var rounds = 9

  func run() throws {
    let cards = try ReviewFile(reviews).cards
    for share in [1, 2, 4, 8, 16, 32] {
      let log = ReviewLog(cards: Array(cards.prefix(cards.count / share)))
      for name in ModelName.allCases {
        let clock = ContinuousClock()
        var fit = AutomaticFit(log, model: name)
        let times = (0..<max(1, rounds)).map { _ in
          clock.measure { fit = AutomaticFit(log, model: name) } / .milliseconds(1)
        }.sorted()
        print(
          "\(name.rawValue): \(fit.answers) answers,", times[times.count / 2], "ms,", fit.verdict)
      }
    }
  }
}
