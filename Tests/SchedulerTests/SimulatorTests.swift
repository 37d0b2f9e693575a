import Scheduler
import Testing

@Suite struct SimulatorTests {
  /// At slack and at overload: no policy ahead, none but the plan near in the worst tenth.
  @Test(arguments: ModelName.allCases, [(7, 14), (7, 40), (14, 30), (14, 80), (28, 40)])
  func thePlanIsNotBeaten(name: ModelName, load: (days: Int, cards: Int)) throws {
    let simulator = Simulator(model: name, days: load.days, cards: load.cards, runs: 30, seed: 1)
    let outcomes = try #require(simulator.run())
    let plan = try #require(outcomes.first { $0.policy == .plan })
    for other in outcomes {
      #expect(other.meanReadiness - plan.meanReadiness <= 0.005, "\(other.policy)")
      #expect(other.worstTenth - plan.worstTenth <= 0.02, "\(other.policy)")
      #expect(abs(other.minutes - plan.minutes) < 4, "\(other.policy)")
      #expect(other.busiestDay <= 20)
      if load.days <= 14 && [.fsrsDue, .sm2, .random].contains(other.policy) {
        #expect(plan.meanReadiness - other.meanReadiness >= 0.02, "\(other.policy)")
      }
    }
  }

  @Test func repeatsFromItsSeed() throws {
    let simulator = Simulator(model: .fsrs7, days: 7, cards: 12, runs: 5, seed: 9)
    #expect(try #require(simulator.run()) == #require(simulator.run()))
    var other = simulator
    other.seed = 10
    #expect(try #require(simulator.run()) != #require(other.run()))
  }

  /// What one policy does must not change another's luck.
  @Test func policiesDoNotDisturbEachOther() throws {
    let simulator = Simulator(model: .fsrs6, days: 5, cards: 12, runs: 5)
    let all = try #require(simulator.run())
    for policy in Policy.allCases {
      let alone = try #require(simulator.run([policy]))
      #expect(alone == all.filter { $0.policy == policy })
    }
  }

  @Test func canBeStopped() {
    var told: [Double] = []
    let outcomes = Simulator(model: .fsrs6, days: 3, cards: 5, runs: 10).run { share in
      told.append(share)
      return told.count < 4
    }
    #expect(outcomes == nil)
    #expect(told.count == 4)
  }

  @Test func boundsItsInput() throws {
    let simulator = Simulator(model: .fsrs6, days: -4, cards: 0, minutes: .nan, runs: 0)
    let outcomes = try #require(simulator.run())
    #expect(outcomes.allSatisfy { $0.unseen == 1 && $0.meanReadiness == 0 && $0.minutes == 0 })
  }

  /// A card practised daily for months: SM-2's intervals would grow beyond any number of days.
  @Test func manyPassesDoNotOverflow() throws {
    let simulator = Simulator(model: .fsrs6, days: 150, cards: 2, minutes: 30, runs: 2)
    let outcomes = try #require(simulator.run())
    #expect(outcomes.allSatisfy { $0.meanReadiness > 0.9 && $0.busiestDay <= 30 })
  }
}
