import Decks
public import Scheduler

/// Policies against each other on the same simulated candidates.
public struct Simulator: Sendable {
  /// What may be different from one interview, all days kept, all cards alike.
  public struct Circumstances: Equatable, Sendable {
    /// The share of days on which nothing is practised, 0…1.
    public var missedDays = 0.0
    /// Whether cards matter differently, from 1 to 4, for the next interview.
    public var hasPriorities = false
    /// The day of an earlier interview; nil if there is only one.
    ///
    /// For it the first half of the cards matters four times as much as the others; for the last it is
    /// the other way round.
    public var earlierInterview: Int?
    /// What all people's pace is, as a share of the usual minutes; nil draws it for each.
    public var pace: Double? = 1
    /// Whether the plan learns the pace from the answers, as the trainer does.
    public var learnsPace = true
    /// How much a headline does for memory, as a share of what a whole answer does, 0…1.
    public var headlineStrength = 0.0
    /// Whether it says how ready the person will be.
    var forecasts = false
    /// Whether it knows it from the start.
    public var knowsPace = false

    public init() {}

    /// How much a card matters for each interview.
    func priorities(card: Int, of count: Int) -> [Double] {
      if earlierInterview != nil { return card < count / 2 ? [4, 1] : [1, 4] }
      return hasPriorities ? [Double(1 + card % 4)] : [1]
    }
  }

  /// What the policies take memory for.
  public var model: ModelName
  /// What it is.
  public var truth: Truth
  /// Days of practice before the interview, 1…365.
  public var days: Int
  /// 1…10,000.
  public var cards: Int
  /// Minutes a day, 0…1440.
  public var minutes: Double
  /// Simulated candidates, 1…100,000.
  public var runs: Int
  public var seed: UInt64
  public var circumstances = Circumstances()

  /// A simulation; without a truth memory is as the model has it, with other parameters.
  public init(
    model: ModelName, truth: Truth? = nil, days: Int = 14, cards: Int = 40, minutes: Double = 20,
    runs: Int = 200, seed: UInt64 = 1
  ) {
    // Out of range is cut to the range.
    self.model = model
    self.truth = truth ?? Truth(model)
    self.days = min(max(1, days), 365)
    self.cards = min(max(1, cards), 10_000)
    self.minutes = minutes.isFinite ? min(max(0, minutes), 1440) : 0
    self.runs = min(max(1, runs), 100_000)
    self.seed = seed
  }

  /// What a policy came to, over all runs.
  public struct Outcome: Equatable, Sendable {
    public var policy: Policy
    /// True recall at the start of the interview, unseen cards counting 0: mean over cards and runs.
    public var meanReadiness = 0.0
    /// The same over the lowest tenth of each run's cards.
    public var worstTenth = 0.0
    /// Share of cards never practised.
    public var unseen = 0.0
    /// Minutes spent in all, mean over runs.
    public var minutes = 0.0
    /// Minutes of the busiest day of any run.
    public var busiestDay = 0.0
  }

  /// Runs all policies, or those given.
  ///
  /// `progress` is told the share done after each policy of each run; the simulation ends early, and
  /// gives nil, when it answers false.
  public func run(
    _ policies: [Policy] = Policy.allCases, progress: (Double) -> Bool = { _ in true }
  ) -> [Outcome]? {
    let days = [circumstances.earlierInterview, self.days].compactMap { $0 }
    let calendar = SimulatedCalendar(interviewDays: days, minutes: minutes)
    let schedule = Schedule(model: model.model)
    let ids = (0..<cards).map { CardID(deck: "simulated", card: "\($0)") }
    var outcomes = policies.map { Outcome(policy: $0) }
    var seeds = SeededGenerator(seed: seed)
    for run in 0..<runs {
      let seed = seeds.next()
      var candidate = Candidate(truth: truth, seed: seed)
      if let pace = circumstances.pace { candidate.pace = pace }
      for index in policies.indices {
        var simulation = Simulation(
          candidate: candidate, policy: policies[index], calendar: calendar, schedule: schedule,
          minutesPerDay: minutes, ids: ids, circumstances: circumstances, seed: seed ^ 0x5EED)
        simulation.run()
        add(simulation, to: &outcomes[index])
        let done = Double(run) + Double(index + 1) / Double(policies.count)
        if !progress(done / Double(runs)) { return nil }
      }
    }
    return outcomes
  }

  /// What the plan says of a person's readiness, and what it truly is.
  public struct Forecast: Equatable, Sendable {
    /// Said before the first session.
    public var atFirst: ReadinessRange
    /// Said once there were 20 answers on later days; nil if there never were.
    public var afterAnswers: ReadinessRange?
    public var truth: Double
  }

  /// What the plan says to each candidate.
  public func forecasts() -> [Forecast] {
    let calendar = SimulatedCalendar(interviewDays: [days], minutes: minutes)
    let schedule = Schedule(model: model.model)
    let ids = (0..<cards).map { CardID(deck: "simulated", card: "\($0)") }
    var circumstances = circumstances
    circumstances.forecasts = true
    var seeds = SeededGenerator(seed: seed)
    return (0..<runs).compactMap { _ in
      let seed = seeds.next()
      var candidate = Candidate(truth: truth, seed: seed)
      if let pace = circumstances.pace { candidate.pace = pace }
      var simulation = Simulation(
        candidate: candidate, policy: .plan, calendar: calendar, schedule: schedule,
        minutesPerDay: minutes, ids: ids, circumstances: circumstances, seed: seed)
      simulation.run()
      guard let recalls = simulation.recalls.last, let first = simulation.forecasts.first else {
        return nil
      }
      return Forecast(
        atFirst: first, afterAnswers: simulation.forecasts.dropFirst().first,
        truth: recalls.reduce(0, +) / Double(recalls.count))
    }
  }

  private func add(_ simulation: Simulation, to outcome: inout Outcome) {
    let share = 1 / Double(runs)
    let tenth = max(1, cards / 10)
    let part = share / Double(simulation.recalls.count)
    for (interview, recalls) in simulation.recalls.enumerated() {
      let weights = recalls.indices.map {
        let priorities = circumstances.priorities(card: $0, of: cards)
        return interview < priorities.count ? priorities[interview] : priorities[0]
      }
      let weighted = zip(recalls, weights).reduce(0) { $0 + $1.0 * $1.1 }
      outcome.meanReadiness += part * weighted / weights.reduce(0, +)
      outcome.worstTenth += part * recalls.sorted().prefix(tenth).reduce(0, +) / Double(tenth)
    }
    outcome.unseen += share * Double(simulation.unseen) / Double(cards)
    outcome.minutes += share * simulation.minutes
    outcome.busiestDay = max(outcome.busiestDay, simulation.busiestDay)
  }
}
