import Exchange
import Files
import Practice
package import Scheduler
import Store

/// Fits the memory model to reviews, and says what that is worth.
package struct Fitting {
  /// A table of reviews to learn from instead of the person's own.
  package var from: String?
  /// Nil takes that of the settings.
  package var model: ModelName?
  /// How many folds a score by the time split has; nil fits.
  package var folds: Int?
  /// Orders the cards of each pass.
  package var seed: UInt64
  /// Whether JSON is written.
  package var json: Bool
  /// Whether a fit that predicts better is kept.
  package var apply: Bool
  /// Whether to go back to the published parameters.
  package var reset: Bool
  private let surroundings: any Surroundings

  package init(
    from: String?, model: ModelName?, folds: Int?, seed: UInt64, json: Bool, apply: Bool,
    reset: Bool, in surroundings: any Surroundings
  ) {
    self.surroundings = surroundings
    self.from = from
    self.model = model
    self.folds = folds
    self.seed = seed
    self.json = json
    self.apply = apply
    self.reset = reset
  }

  /// Does it, and writes what came of it.
  ///
  /// - Throws: ``Failure`` when the reviews cannot be read, or are not all sound.
  package func run() throws {
    // A file alone needs nothing of the person's, so nothing is made for it.
    let workspace = from == nil || apply || reset ? try Workspace(in: surroundings) : nil
    for fault in workspace?.settingsFaults ?? [] { Output.warn(fault) }
    let name = try model ?? workspace?.settings.model ?? surroundings.settings().model
    if reset { return try goBack(name, workspace) }
    let (log, isSound) = try reviews(workspace)
    let current = try workspace?.store.model(name).parameters ?? name.defaults
    let optimiser = Optimiser(model: name, seed: seed)
    if let folds {
      try score(optimiser, log, folds: folds)
    } else {
      let report = try fit(optimiser, log, from: current)
      let listing = FitListing(report: report, log: log)
      try json ? Output.json(listing.json) : listing.write()
      try keep(report, workspace)
    }
    if !isSound { throw Failure(.badData) }
  }

  // MARK: - What is learnt from

  /// The reviews, and whether all lines of their file were sound.
  private func reviews(_ workspace: Workspace?) throws -> (ReviewLog, Bool) {
    guard let from else {
      return (try workspace?.store.reviewLog() ?? ReviewLog(cards: []), true)
    }
    let bytes = try FileBytes.named(from)
    // Times without a zone are UTC's, and days begin at 04:00 UTC: the same on every machine.
    // A simulated learner may practise in years to come.
    let table = ReviewTable(bytes, latest: Day(number: 2_932_896).start(utcOffset: 0)) { _ in 0 }
    table.tellHowItWasRead(from)
    for fault in table.faults.prefix(Self.namedFaults) {
      Output.warn("\(from):\(fault.line): \(fault.message)")
    }
    let unnamed = table.faults.count - Self.namedFaults + table.moreFaults
    if unnamed > 0 {
      Output.warn("and \(unnamed.of("more line", "more lines")) of \(from) passed over")
    }
    if table.rows.isEmpty && !table.faults.isEmpty { throw Failure(.badData) }
    let rows = table.rows.map {
      (card: $0.card, review: Review(time: $0.time, utcOffset: 0, grade: $0.grade))
    }
    return (ReviewLog(rows), table.faults.isEmpty)
  }

  /// So many bad lines are named each.
  private static let namedFaults = 20

  // MARK: - What is done

  private func fit(
    _ optimiser: Optimiser, _ log: ReviewLog, from current: [Double]
  ) throws -> OptimiserReport {
    try interruptible { progress in
      try optimiser.report(
        log, current: current, clock: { surroundings.seconds }, progress: progress)
    }
  }

  private func score(_ optimiser: Optimiser, _ log: ReviewLog, folds: Int) throws {
    let begin = surroundings.seconds
    let score = try interruptible { optimiser.folds(log, count: folds, progress: $0) }
    let seconds = surroundings.seconds - begin
    let listing = FoldsListing(
      model: optimiser.model, log: log, score: score, seconds: seconds)
    try json ? Output.json(listing.json) : Output.table(listing.table)
  }

  private func interruptible<Value>(
    _ body: ((Double) -> Bool) throws -> Value?
  ) throws -> Value {
    try ProgressLine.during(
      "fitting", ifStopped: "stopped; the parameters are what they were", body)
  }

  private func keep(_ report: OptimiserReport, _ workspace: Workspace?) throws {
    let name = report.model
    switch report.verdict {
    case .tooLittle(let reviews):
      return Output.warn(
        "too little to learn from: \(reviews.of("review")) can be predicted, and it takes at least \(Optimiser.leastReviews); the defaults stand"
      )
    case .notBetter:
      return Output.warn(
        "the fit predicts no better than the current parameters\(apply ? ", so nothing was changed" : "")"
      )
    case .better: break
    }
    guard apply, let workspace else { return }
    try workspace.store.makeCopy(.optimise, at: surroundings.clock.now)
    try workspace.store.keep(report.parameters, for: name, at: surroundings.clock.now)
    // Opening it again brings every card's memory in line.
    _ = try Workspace(in: surroundings)
    Output.warn(
      "kept; memory and dates under \(name.rawValue) follow it from now on. Back to the defaults: starling optimise --reset --model \(name.rawValue)"
    )
  }

  private func goBack(_ name: ModelName, _ workspace: Workspace?) throws {
    try workspace?.store.keep(nil, for: name, at: surroundings.clock.now)
    _ = try Workspace(in: surroundings)
    Output.warn("\(name.rawValue) is back at its published parameters")
  }
}
