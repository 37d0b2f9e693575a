import Testing

@testable import Scheduler

/// What holds for every plan, over requests drawn from a seed that a failure prints.
@Suite struct PlanPropertyTests {
  static let now = PlannerTests.now

  /// Cards with and without reviews, core and not, and one to three interviews.
  static func request(_ generator: inout SeededGenerator, _ model: any MemoryModel) -> PlanRequest {
    // Equal costs, so that which card comes first is never a question of what still fits.
    let cost = PracticeCost(answer: Double.random(in: 1...5, using: &generator), retry: 0)
    let coreShare = Double(Int.random(in: 0...2, using: &generator)) / 2
    let items = (0..<Int.random(in: 0...60, using: &generator)).map { id in
      let goes = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        (0.1 + 40 * generator.unit(), Grade.allCases.randomElement(using: &generator) ?? .good)
      }
      return PlanItem(
        id: id, memory: PlannerTests.memory(model, goes.sorted { $0.0 > $1.0 }),
        priority: Double.random(in: 1...4, using: &generator),
        isCore: generator.unit() < coreShare, restsToday: generator.unit() < 0.1, cost: cost)
    }
    return PlanRequest(
      now: now, utcOffset: 3600 * Int.random(in: -12...13, using: &generator),
      interviews: (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        InterviewTime(now.adding(days: 0.1 + 20 * generator.unit()))
      },
      minutesPerDay: Double.random(in: 0...60, using: &generator), items: items)
  }

  private func forEachRequest(
    _ name: ModelName, _ body: (_ seed: UInt64, PlanRequest, any MemoryModel) throws -> Void
  ) rethrows {
    for seed in UInt64(1)...80 {
      var generator = SeededGenerator(seed: seed)
      let model = name.model
      try body(seed, Self.request(&generator, model), model)
    }
  }

  /// Days are filled to the nearest card: at most half of one is over.
  @Test(arguments: ModelName.allCases) func noDayTakesMoreThanItsMinutes(name: ModelName) {
    forEachRequest(name) { seed, request, model in
      let half = (request.items.first?.cost.answer ?? 0) / 2
      let plan = Planner.plan(request, model: model)
      for day in plan.days {
        #expect(day.minutes <= day.available + half + 1e-9, "seed \(seed)")
        #expect(day.available > 0 || day.cards.isEmpty, "seed \(seed)")
        #expect(day.available <= request.minutesPerDay, "seed \(seed)")
        #expect(Set(day.cards).count == day.cards.count, "seed \(seed)")
      }
      #expect(plan.days.first?.available == Planner.minutesToday(request), "seed \(seed)")
    }
  }

  @Test(arguments: ModelName.allCases) func noCoreCardIsUnseenWhileTimeRemains(name: ModelName) {
    forEachRequest(name) { seed, request, model in
      let plan = Planner.plan(request, model: model)
      let anyCore = request.items.contains(where: \.isCore)
      var unseen = Set(
        request.items.filter { $0.memory == nil && ($0.isCore || !anyCore) }.map(\.id))
      var never = Set(request.items.filter { $0.memory == nil }.map(\.id))
      let resting = Set(request.items.filter(\.restsToday).map(\.id))
      for (index, day) in plan.days.enumerated() {
        let waiting = index == 0 ? unseen.subtracting(resting) : unseen
        // Unseen core cards come first; anything else only once none of them is left.
        let first = day.cards.prefix { waiting.contains($0) }
        let isClose = request.interviews.contains {
          let own = $0.day(utcOffset: request.utcOffset, startHour: request.startHour)
          return (0...1).contains(own - day.day)
        }
        if isClose {
          // Right before an interview what was never seen comes last.
          let new = day.cards.drop { !never.contains($0) }
          #expect(new.allSatisfy { never.contains($0) }, "seed \(seed), day \(index)")
        } else if first.count < day.cards.count {
          #expect(Set(first) == waiting, "seed \(seed), day \(index)")
        }
        unseen.subtract(day.cards)
        never.subtract(day.cards)
        if index == 0 { #expect(resting.isDisjoint(with: day.cards), "seed \(seed)") }
      }
    }
  }

  @Test(arguments: ModelName.allCases) func whatDoesNotFitIsNamedCoreCardsLast(name: ModelName) {
    forEachRequest(name) { seed, request, model in
      let plan = Planner.plan(request, model: model)
      let planned = Set(plan.days.flatMap(\.cards))
      let unseen = Set(request.items.filter { $0.memory == nil }.map(\.id))
      #expect(Set(plan.willNotFit) == unseen.subtracting(planned), "seed \(seed)")
      let isCore = plan.willNotFit.map { request.items[$0].isCore }
      #expect(isCore == isCore.sorted { !$0 && $1 }, "seed \(seed)")
      // Within the core set what is left out matters no more than what is not.
      let kept = request.items.filter {
        $0.memory == nil && $0.isCore && !$0.restsToday && planned.contains($0.id)
      }
      let least = kept.map { $0.priority(interview: 0) }.min() ?? .infinity
      if request.interviews.count == 1 {
        for id in plan.willNotFit where request.items[id].isCore {
          let item = request.items[id]
          #expect(item.restsToday || item.priority(interview: 0) <= least, "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: ModelName.allCases) func theSameRequestIsTheSamePlan(name: ModelName) {
    forEachRequest(name) { seed, request, model in
      let plan = Planner.plan(request, model: model)
      #expect(plan == Planner.plan(request, model: model), "seed \(seed)")
      #expect(plan.today == Planner.today(request, model: model), "seed \(seed)")
    }
  }

  /// A day missed is a day less and no more: later days are no fuller than days are.
  @Test(arguments: ModelName.allCases) func missedDaysArePlannedAnew(name: ModelName) {
    forEachRequest(name) { seed, request, model in
      let before = Planner.plan(request, model: model)
      var later = request
      later.now = request.now.adding(days: 1)
      guard later.interviews.allSatisfy({ $0.start > later.now }) else { return }
      let after = Planner.plan(later, model: model)
      #expect(after.days.count == before.days.count - 1, "seed \(seed)")
      #expect(after.days.first?.day == before.days[1].day, "seed \(seed)")
      #expect(
        after.days.map(\.available) == before.days.dropFirst().map(\.available), "seed \(seed)")
      let half = (request.items.first?.cost.answer ?? 0) / 2
      #expect(
        after.days.allSatisfy { $0.minutes <= $0.available + half + 1e-9 }, "seed \(seed)")
    }
  }
}
