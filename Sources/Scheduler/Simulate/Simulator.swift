/// Policies against each other on the same simulated candidates.
public struct Simulator: Sendable {
  public var model: ModelName
  /// Days of practice before the interview, 1…365.
  public var days: Int
  /// 1…10,000.
  public var cards: Int
  /// Minutes a day, 0…1440.
  public var minutes: Double
  /// Simulated candidates, 1…100,000.
  public var runs: Int
  public var seed: UInt64
  public var cost: PracticeCost

  public init(
    model: ModelName, days: Int = 14, cards: Int = 40, minutes: Double = 20, runs: Int = 200,
    seed: UInt64 = 1, cost: PracticeCost = PracticeCost()
  ) {
    // Out of range is cut to the range.
    self.model = model
    self.days = min(max(1, days), 365)
    self.cards = min(max(1, cards), 10_000)
    self.minutes = minutes.isFinite ? minutes.clamped(0, 1440) : 0
    self.runs = min(max(1, runs), 100_000)
    self.seed = seed
    self.cost = cost
  }

  /// What a policy came to, over all runs.
  public struct Outcome: Equatable, Sendable {
    public var policy: Policy
    /// True recall at the start of the interview, unseen cards counting 0: mean over cards and runs.
    public var meanReadiness: Double
    /// The same over the lowest tenth of each run's cards.
    public var worstTenth: Double
    /// Share of cards never practised.
    public var unseen: Double
    /// Minutes spent in all, mean over runs.
    public var minutes: Double
    /// Minutes of the busiest day of any run.
    public var busiestDay: Double
  }

  /// Runs all policies, or those given.
  ///
  /// `progress` is told the share done after each policy of each run; the simulation ends early, and
  /// gives nil, when it answers false.
  public func run(
    _ policies: [Policy] = Policy.allCases, progress: (Double) -> Bool = { _ in true }
  ) -> [Outcome]? {
    switch model {
    case .fsrs6: run(policies, with: FSRS6(), progress)
    case .fsrs7: run(policies, with: FSRS7(), progress)
    }
  }

  private func run(
    _ policies: [Policy], with model: some MemoryModel, _ progress: (Double) -> Bool
  ) -> [Outcome]? {
    let calendar = SimulatedCalendar(days: days, minutes: minutes, cost: cost)
    var outcomes = policies.map {
      Outcome(
        policy: $0, meanReadiness: 0, worstTenth: 0, unseen: 0, minutes: 0, busiestDay: 0)
    }
    var seeds = SeededGenerator(seed: seed)
    let tenth = max(1, cards / 10)
    let share = 1 / Double(runs)
    for run in 0..<runs {
      let candidate = Candidate(model: self.model, seed: seeds.next())
      for index in policies.indices {
        var simulation = Simulation(
          model: model, candidate: candidate, policy: policies[index], calendar: calendar,
          cards: cards)
        simulation.run()
        let recalls = simulation.recalls.sorted()
        outcomes[index].meanReadiness += share * recalls.reduce(0, +) / Double(cards)
        outcomes[index].worstTenth += share * recalls.prefix(tenth).reduce(0, +) / Double(tenth)
        outcomes[index].unseen += share * Double(simulation.unseen) / Double(cards)
        outcomes[index].minutes += share * simulation.minutes
        outcomes[index].busiestDay = max(outcomes[index].busiestDay, simulation.busiestDay)
        let done = Double(run) + Double(index + 1) / Double(policies.count)
        if !progress(done * share) { return nil }
      }
    }
    return outcomes
  }
}
