import Testing

@testable import Scheduler

@Suite struct PlannerTests {
  static let now = Timestamp(milliseconds: 1_790_010_000_000)  // 2026-09-21, 17:00 UTC

  /// A card practised at the given days before now.
  static func memory(_ model: any MemoryModel, _ goes: [(Double, Grade)]) -> Memory? {
    model.replay(
      goes.map { Review(time: now.adding(days: -$0.0), utcOffset: 0, grade: $0.1) })
  }

  static func request(
    _ items: [PlanItem], days: Double? = 6, minutes: Double = 20
  ) -> PlanRequest {
    PlanRequest(
      now: now, utcOffset: 0, interviews: days.map { [InterviewTime(now.adding(days: $0))] } ?? [],
      minutesPerDay: minutes, items: items)
  }

  @Test(arguments: ModelName.allCases) func namesWhatWillNotFit(name: ModelName) {
    let items = (0..<40).map {
      PlanItem(id: 100 + $0, memory: nil, priority: 1 + Double($0 % 4) * 0.25)
    }
    let plan = Planner.plan(Self.request(items), model: name.model)
    #expect(!plan.willNotFit.isEmpty)
    let planned = Set(plan.days.flatMap(\.cards))
    #expect(planned.isDisjoint(with: plan.willNotFit))
    #expect(planned.count + plan.willNotFit.count == 40)
    // The least important go first: multiples of four have priority 1, the last of them first.
    #expect(plan.willNotFit.first == 136)
    #expect(plan.willNotFit.prefix(10).allSatisfy { ($0 - 100) % 4 == 0 })
    let priorities = plan.willNotFit.map { ($0 - 100) % 4 }
    #expect(priorities == priorities.sorted())
    #expect(plan.firmCapacity == 11)
    #expect(plan.readiness == 0)
  }

  @Test(arguments: ModelName.allCases) func amongEqualsWhatIsShortFits(name: ModelName) {
    // Thirty long ones, then ten that take a quarter of that.
    let items = (0..<40).map {
      PlanItem(id: $0, memory: nil, cost: PracticeCost(answer: $0 < 30 ? 4 : 1, retry: 0.5))
    }
    let plan = Planner.plan(Self.request(items), model: name.model)
    #expect(plan.willNotFit.allSatisfy { $0 < 30 })
    // Five whole days of twenty minutes: about twelve for the short ones, and the rest for long ones.
    #expect((7...11).contains(plan.willNotFit.count), "\(plan.willNotFit)")
    // What matters more comes first, whatever it takes.
    var urgent = items
    for index in 0..<10 { urgent[index].priorities = [4] }
    #expect(
      Planner.plan(Self.request(urgent), model: name.model).willNotFit.allSatisfy { $0 >= 10 })
  }

  @Test(arguments: ModelName.allCases) func keepsToTheMinutes(name: ModelName) throws {
    let items = (0..<40).map { PlanItem(id: $0, memory: nil) }
    let plan = Planner.plan(Self.request(items), model: name.model)
    #expect(plan.days.count == 7)
    #expect(plan.days.map(\.available) == [20, 20, 20, 20, 20, 10, 15])
    for day in plan.days { #expect(abs(day.minutes - day.available) <= 3.86 / 2) }
    let readiness = plan.days.map(\.readiness)
    #expect(zip(readiness, readiness.dropFirst()).allSatisfy { $0 < $1 })
    #expect(plan.today == plan.days[0].cards)
    #expect(Planner.today(Self.request(items), model: name.model) == plan.today)
  }

  @Test(arguments: ModelName.allCases) func coreBeforeTheRestAndBreadthBeforeDepth(
    name: ModelName
  ) {
    let model = name.model
    let weak = Self.memory(model, [(20, .again), (12, .again)])
    var items = (0..<4).map { PlanItem(id: $0, memory: weak, priority: 4) }
    items += (4..<8).map { PlanItem(id: $0, memory: weak, isCore: true) }
    items += (8..<11).map { PlanItem(id: $0, memory: nil, isCore: true) }
    let plan = Planner.plan(Self.request(items, minutes: 200), model: model)
    #expect(Set(plan.today.prefix(3)) == Set(8..<11))
    #expect(Set(plan.today[3..<7]) == Set(4..<8))
    #expect(Set(plan.today[7...]) == Set(0..<4))
    #expect(plan.willNotFit.isEmpty)
  }

  @Test(arguments: ModelName.allCases) func theMoreImportantAndTheWeakerComeFirst(
    name: ModelName
  ) {
    let model = name.model
    let weak = Self.memory(model, [(9, .again), (3, .good)])
    let firm = Self.memory(model, [(40, .easy), (30, .good), (5, .easy)])
    let items = [
      PlanItem(id: 0, memory: firm), PlanItem(id: 1, memory: weak),
      PlanItem(id: 2, memory: weak, priority: 2),
    ]
    let plan = Planner.plan(Self.request(items), model: model)
    #expect(Array(plan.today.prefix(2)) == [2, 1])
  }

  @Test(arguments: ModelName.allCases) func withoutAnInterviewIsDueOrder(name: ModelName) {
    let model = name.model
    let items = [
      PlanItem(id: 0, memory: nil),
      PlanItem(id: 1, memory: Self.memory(model, [(30, .good), (20, .good), (0.5, .easy)])),
      PlanItem(id: 2, memory: Self.memory(model, [(8, .good)])),
      PlanItem(id: 3, memory: Self.memory(model, [(40, .good)])),
    ]
    let plan = Planner.plan(Self.request(items, days: nil), model: model)
    #expect(plan.today == [3, 2, 0])
    #expect(plan.days.count == 14)
    let many = (0..<200).map { PlanItem(id: $0, memory: nil) }
    #expect(Planner.plan(Self.request(many, days: nil), model: model).willNotFit.isEmpty)
  }

  @Test func countsSeveralInterviews() {
    let model = FSRS6()
    let memory = Self.memory(model, [(6, .good)])
    let items = (0..<6).map { id in
      PlanItem(id: id, memory: memory, priorities: id < 3 ? [4, 0] : [0, 4])
    }
    var request = Self.request(items, days: nil, minutes: 12)
    request.interviews = [2, 9].map { InterviewTime(Self.now.adding(days: $0)) }
    let plan = Planner.plan(request, model: model)
    #expect(Set(plan.today) == [0, 1, 2])
    // The eve of each has half the minutes, and after the first only the second counts.
    #expect(plan.days.map(\.available) == [12, 6, 12, 12, 12, 12, 12, 12, 6, 12])
    let later = plan.days.dropFirst(3).flatMap(\.cards)
    #expect(!later.isEmpty && later.allSatisfy { $0 >= 3 })
    request.interviews.swapAt(0, 1)
    #expect(Set(Planner.plan(request, model: model).today) == [3, 4, 5])
  }

  @Test func aMissedDayIsPlannedAnew() {
    let items = (0..<12).map { PlanItem(id: $0, memory: nil) }
    let model = FSRS7()
    var request = Self.request(items)
    request.now = request.now.adding(days: 1)
    let plan = Planner.plan(request, model: model)
    #expect(plan.days.count == 6)
    #expect(plan.days[0].day == Day("2026-09-22"))
    #expect(plan.today.count == 5)
  }

  @Test func takesWhatIsLeftOfTodayAndOddInput() {
    let items = (0..<5).map { PlanItem(id: $0, memory: nil) }
    var request = Self.request(items)
    request.minutesToday = 4
    #expect(Planner.plan(request, model: FSRS6()).today.count == 1)
    request.minutesToday = -3
    #expect(Planner.plan(request, model: FSRS6()).today.isEmpty)
    request.minutesPerDay = .nan
    #expect(Planner.plan(request, model: FSRS6()).willNotFit.count == 5)
    request.items = []
    #expect(Planner.plan(request, model: FSRS6()).readiness == 0)
    request.interviews = [InterviewTime(Self.now.adding(days: -1))]
    #expect(Planner.plan(request, model: FSRS6()).days.count == 14)
    request.interviews = [InterviewTime(Self.now.adding(days: 1e7))]
    #expect(Planner.plan(request, model: FSRS6()).days.count == 367)
  }

  @Test func readinessWeighsCoreCards() throws {
    let model = FSRS6()
    let memory = try #require(Self.memory(model, [(3, .good)]))
    let at = Self.now.adding(days: 4)
    let recall = model.retrievability(of: memory, at: at)
    let items = [
      PlanItem(id: 0, memory: memory, priority: 3, isCore: true),
      PlanItem(id: 1, memory: nil, isCore: true), PlanItem(id: 2, memory: nil, priority: 4),
    ]
    #expect(Planner.readiness(of: items, at: at, model: model) == 3 * recall / 4)
    #expect(Planner.readiness(of: [], at: at, model: model) == 0)
    let plan = Planner.plan(Self.request(items, days: 4), model: model)
    #expect(abs(plan.readiness - 3 * recall / 4) < 1e-12)
  }

  /// A projection is an expectation: with time to spare it stays below certainty, and near it.
  @Test(arguments: ModelName.allCases) func projectionIsPlausible(name: ModelName) throws {
    let items = (0..<6).map { PlanItem(id: $0, memory: nil) }
    let plan = Planner.plan(Self.request(items), model: name.model)
    let end = try #require(plan.days.last).readiness
    #expect(end > 0.85 && end < 1)
  }
}

/// What the days right before an interview have.
@Suite struct LastDaysTests {
  private let now = PlannerTests.now

  /// Half an hour before the start nothing is practised any more.
  @Test func onTheDayTheSessionEndsBeforeTheStart() {
    func minutes(before hours: Double) -> Double {
      Planner.minutesToday(
        PlannerTests.request((0..<9).map { PlanItem(id: $0, memory: nil) }, days: hours / 24))
    }
    #expect(minutes(before: 5) == 15)
    #expect(abs(minutes(before: 40.0 / 60) - 10) < 1e-6)
    #expect(minutes(before: 10.0 / 60) == 0)
  }

  /// Ten cards for an interview in five days, ten for one in twelve: on the first's eve and day those
  /// of the second wait, and they come in time afterwards.
  @Test(arguments: ModelName.allCases) func cardsOfALaterInterviewWaitForTheFirst(name: ModelName) {
    let items = (0..<20).map {
      PlanItem(id: $0, memory: nil, priorities: $0 < 10 ? [4, 1] : [1, 4])
    }
    var request = PlannerTests.request(items, days: nil)
    request.interviews = [5, 12].map { InterviewTime(now.adding(days: $0)) }
    let plan = Planner.plan(request, model: name.model)
    for day in plan.days[4...5] { #expect(day.cards.allSatisfy { $0 < 10 }, "\(day.day)") }
    #expect(plan.willNotFit.isEmpty)
    let alone = PlannerTests.request(
      (0..<10).map { PlanItem(id: $0, memory: nil) }, days: 5)
    let best = Planner.plan(alone, model: name.model).days.last?.readiness ?? 0
    let first = plan.days[5]
    let readiness = Double(first.readiness)
    #expect(first.day == request.today + 5)
    // Over all twenty, four fifths of the weight with the first ten.
    #expect(readiness > 0.8 * (best - 0.03))
  }

  @Test func fewMinutesStillHoldACard() {
    let cost = PracticeCost(answer: 4, retry: 1.6)
    let items = (0..<40).map { PlanItem(id: $0, memory: nil, cost: cost) }
    let plan = Planner.plan(PlannerTests.request(items, minutes: 4), model: FSRS7())
    #expect(plan.days[0].cards.count == 1)
    let whole = Planner.plan(PlannerTests.request(items, minutes: 20), model: FSRS7())
    #expect(whole.days[0].cards.count == 5)
  }
}
