import ArgumentParser
import Glibc
import Scheduler

/// Times planning: so many cards, some of them seen, to an interview some days off.
@main
struct BenchPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-plan", abstract: "Time the plan to an interview.")

  @Option(help: "Cards there are.")
  var cards = 10_000

  @Option(help: "Of those, cards with reviews.")
  var seen = 2000

  @Option(help: "Days until the interview.")
  var days = 14

  @Option(help: "Minutes a day.")
  var minutes = 30.0

  @Option(help: "Times it is planned; the figures are the median and the least.")
  var runs = 21

  @Option(help: "What the reviews are drawn from.")
  var seed: UInt64 = 1

  func run() throws {
    for name in ModelName.allCases {
      // New cards first, which are taken by importance; then seen ones first, which are compared.
      try time(name, seenAreCore: false)
      try time(name, seenAreCore: true)
      try time(name, seenAreCore: false, hasInterview: false)
    }
  }

  private func time(_ name: ModelName, seenAreCore: Bool, hasInterview: Bool = true) throws {
    var request = request(name.model, seenAreCore: seenAreCore)
    if !hasInterview { request.interviews = [] }
    let milliseconds = (0..<max(1, runs)).map { _ in
      let begin = Self.now
      let plan = Planner.plan(request, model: name.model)
      precondition(!hasInterview || plan.days.count == days + 1)
      return (Self.now - begin) * 1000
    }.sorted()
    print(
      "\(name.rawValue): \(cards) cards, \(seen) seen\(seenAreCore ? " and core" : ""),",
      hasInterview ? "\(days) days of \(minutes) min:" : "no interview:",
      "median \(Self.rounded(milliseconds[milliseconds.count / 2])) ms,",
      "least \(Self.rounded(milliseconds[0])) ms")
  }

  private func request(_ model: any MemoryModel, seenAreCore: Bool) -> PlanRequest {
    var generator = SeededGenerator(seed: seed)
    let now = Timestamp(milliseconds: 1_795_460_400_000)
    let items = (0..<cards).map { id in
      PlanItem(
        id: id, memory: id < seen ? memory(model, before: now, &generator) : nil,
        isCore: seenAreCore && id < seen)
    }
    return PlanRequest(
      now: now, utcOffset: 0, interviews: [InterviewTime(now.adding(days: Double(days) - 0.2))],
      minutesPerDay: minutes, items: items)
  }

  /// A card practised one to six times over the last two months.
  private func memory(
    _ model: any MemoryModel, before now: Timestamp, _ generator: inout SeededGenerator
  ) -> Memory? {
    let times = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      now.adding(days: -60 * generator.unit())
    }
    return model.replay(
      times.sorted().map { time in
        let luck = generator.unit()
        let grade: Grade = luck < 0.15 ? .again : luck < 0.3 ? .hard : luck < 0.9 ? .good : .easy
        return Review(time: time, utcOffset: 0, grade: grade)
      })
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
