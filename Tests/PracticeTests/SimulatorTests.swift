import Practice
import Scheduler
import Testing

@Suite struct SimulatorTests {
  /// At slack and at overload, and whatever memory is: no policy far ahead.
  ///
  /// The eve and the day bring nothing new while there is anything to firm. Where not all can be seen
  /// before, that calm costs what other policies gain by going on with new cards.
  @Test(arguments: Truth.allCases, [(7, 14), (7, 40), (14, 40), (28, 40)])
  func thePlanIsNotBeaten(truth: Truth, load: (days: Int, cards: Int)) throws {
    let simulator = Simulator(
      model: .fsrs7, truth: truth, days: load.days, cards: load.cards, runs: 20, seed: 1)
    let outcomes = try #require(simulator.run())
    let plan = try #require(outcomes.first { $0.policy == .plan })
    for other in outcomes {
      #expect(other.meanReadiness - plan.meanReadiness <= 0.02, "\(other.policy)")
      #expect(abs(other.minutes - plan.minutes) < 0.04 * other.minutes, "\(other.policy)")
      #expect(other.busiestDay <= 20)
      if load.days == 7 && [.fsrsDue, .sm2, .random].contains(other.policy) {
        #expect(plan.meanReadiness > other.meanReadiness, "\(other.policy)")
      }
    }
  }

  /// What a round robin comes to was measured with another program on the same memories.
  @Test(arguments: [
    (Truth.actR, 14, 7, 0.80), (.actR, 40, 14, 0.57), (.actR, 40, 28, 0.82),
    (.multiscale, 14, 7, 0.86), (.multiscale, 40, 28, 0.80),
  ])
  func memoriesAreThoseDescribed(truth: Truth, cards: Int, days: Int, expected: Double) throws {
    let simulator = Simulator(
      model: .fsrs7, truth: truth, days: days, cards: cards, runs: 400, seed: 3)
    let outcome = try #require(simulator.run([.longestAgo])?.first)
    #expect(abs(outcome.meanReadiness - expected) <= 0.025)
  }

  @Test func aPersonsPaceIsLearned() throws {
    func plan(_ change: (inout Simulator.Circumstances) -> Void) throws -> Double {
      var simulator = Simulator(model: .fsrs7, truth: .actREasy, days: 7, cards: 40, runs: 30)
      simulator.circumstances.pace = 0.625
      change(&simulator.circumstances)
      return try #require(simulator.run([.plan])?.first).meanReadiness
    }
    let learned = try plan { _ in }
    let ignored = try plan { $0.learnsPace = false }
    let known = try plan {
      $0.learnsPace = false
      $0.knowsPace = true
    }
    #expect(learned > ignored + 0.03)
    // What is not seen before the eve is not seen any more, so that days before it count for more.
    #expect(learned > known - 0.03)
  }

  /// Headlines take minutes that no whole answer fills, so that they cost nothing where they do nothing.
  @Test func headlinesThatWorkAreWorthTheirMinutes() throws {
    func recall(_ strength: Double) throws -> Double {
      var simulator = Simulator(model: .fsrs7, truth: .actR, days: 14, cards: 40, runs: 20)
      simulator.circumstances.headlineStrength = strength
      return try #require(simulator.run([.plan])?.first).meanReadiness
    }
    #expect(try recall(0.25) > recall(0) + 0.005)
    #expect(try recall(0.5) > recall(0.25))
  }

  @Test func missedDaysAreMissed() throws {
    var simulator = Simulator(model: .fsrs6, days: 14, cards: 20, runs: 20)
    let whole = try #require(simulator.run([.plan, .longestAgo]))
    simulator.circumstances.missedDays = 1 / 3
    let some = try #require(simulator.run([.plan, .longestAgo]))
    for (before, after) in zip(whole, some) {
      #expect(after.minutes < 0.8 * before.minutes && after.minutes > 0.5 * before.minutes)
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
    let simulator = Simulator(model: .fsrs6, truth: .multiscale, days: 5, cards: 12, runs: 5)
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
