import Testing

@testable import Scheduler

/// Cards that one story answers, in the plan and nowhere else.
@Suite struct PlanLinkTests {
  private func items(_ count: Int, linking pairs: [(Int, Int)] = []) -> [PlanItem] {
    var items = (0..<count).map { PlanItem(id: $0, memory: nil, isCore: true) }
    for (one, other) in pairs {
      items[one].links.append(other)
      items[other].links.append(one)
    }
    return items
  }

  @Test(arguments: ModelName.allCases) func linkedCardsNeverStandInOneSession(name: ModelName) {
    let pairs = [(0, 1), (2, 3), (3, 4)]
    let request = PlannerTests.request(items(12, linking: pairs), minutes: 30)
    let plan = Planner.plan(request, model: name.model)
    for day in plan.days {
      for (one, other) in pairs {
        #expect(!day.cards.contains(one) || !day.cards.contains(other), "\(day)")
      }
    }
    // All of them are reached all the same.
    #expect(Set(plan.days.flatMap(\.cards)) == Set(0..<12))
    #expect(Planner.today(request, model: name.model) == plan.today)
  }

  @Test(arguments: ModelName.allCases) func withoutAnInterviewTheyAreKeptApartToo(name: ModelName) {
    let request = PlannerTests.request(items(4, linking: [(0, 1)]), days: nil, minutes: 30)
    #expect(Planner.today(request, model: name.model) == [0, 2, 3])
  }

  @Test(arguments: ModelName.allCases) func aGoodAnswerMakesTheOthersLessPressing(name: ModelName) {
    func firsts(lessUntil day: Int) -> [Int] {
      var items = items(5)
      items[0].lessUntil = day
      return Planner.today(PlannerTests.request(items, minutes: 60), model: name.model)
    }
    #expect(firsts(lessUntil: 0) == [0, 1, 2, 3, 4])
    #expect(firsts(lessUntil: 1) == [1, 2, 3, 4, 0])
    // On the day itself it counts in full again.
    var late = items(2)
    late[0].lessUntil = 1
    let plan = Planner.plan(PlannerTests.request(late, minutes: 3), model: name.model)
    #expect(plan.days[0].cards == [1] && plan.days[1].cards.first == 0)
  }

  @Test(arguments: ModelName.allCases) func halfOfTheGainCountsAndNoMore(name: ModelName) {
    // What matters more than twice as much comes first all the same.
    var items = items(2)
    items[0].lessUntil = 7
    items[0].priorities = [2.1]
    #expect(
      Planner.today(PlannerTests.request(items, minutes: 60), model: name.model) == [0, 1])
    items[0].priorities = [1.9]
    #expect(
      Planner.today(PlannerTests.request(items, minutes: 60), model: name.model) == [1, 0])
  }

  @Test(arguments: ModelName.allCases) func figuresKnowNothingOfIt(name: ModelName) {
    let model = name.model
    let known = PlannerTests.memory(model, [(3, .good)])
    var plain = (0..<3).map { PlanItem(id: $0, memory: known, isCore: true) }
    let before = Planner.plan(PlannerTests.request(plain), model: model)
    plain[0].links = [1]
    plain[1].links = [0]
    plain[1].lessUntil = 5
    let after = Planner.plan(PlannerTests.request(plain), model: model)
    #expect(after.readiness == before.readiness)
    #expect(after.outcomes.map(\.readyNow) == before.outcomes.map(\.readyNow))
  }
}
