package import Exchange
import Practice
package import Scheduler

/// What a fit came to, as `optimise` lists it.
package struct FitListing {
  package var report: OptimiserReport
  package var log: ReviewLog

  package init(report: OptimiserReport, log: ReviewLog) {
    self.report = report
    self.log = log
  }

  package func write() throws {
    try Output.line(
      "\(report.model.rawValue), \(log.reviewCount.of("review")) of \(log.cardCount.of("card"))\n")
    try Output.table(table)
    try Output.line("\nparameters, fitted in \(report.seconds.digits(3)) s:")
    for start in stride(from: 0, to: report.fit.parameters.count, by: 7) {
      let line = report.fit.parameters[start...].prefix(7).map { $0.digits(4) }
      try Output.line("  " + line.joined(separator: "  "))
    }
  }

  private var table: [[String]] {
    var rows = [
      ["", "REVIEWS", "LOG LOSS", "", "RMSE(BINS)", ""],
      ["", "predicted", "before", "after", "before", "after"],
    ]
    let parts = [("all", report.whole), ("last fifth, unseen", report.heldOut)]
    for case (let name, let scores?) in parts {
      let figures = [
        scores.before.logLoss, scores.after.logLoss, scores.before.rmseBins, scores.after.rmseBins,
      ]
      let count = scores.after.count
      rows.append([name, String(count)] + figures.map { count > 0 ? $0.digits(4) : "" })
    }
    return rows
  }

  package var json: JSONValue {
    func number(_ score: Evaluation?, _ figure: (Evaluation) -> Double) -> JSONValue {
      // No prediction has no loss.
      JSONValue(score.flatMap { $0.count > 0 ? figure($0) : nil })
    }
    func pair(
      _ scores: OptimiserReport.Scores?, _ figure: (Evaluation) -> Double
    ) -> JSONValue {
      .object([
        "before": number(scores?.before, figure), "after": number(scores?.after, figure),
      ])
    }
    return .object([
      "model": .string(report.model.rawValue),
      "parameters": .array(report.fit.parameters.map(JSONValue.double)),
      "reviews": .int(log.reviewCount),
      "log_loss": pair(report.whole, \.logLoss),
      "rmse_bins": pair(report.whole, \.rmseBins),
      "held_out": .object([
        "log_loss": pair(report.heldOut, \.logLoss),
        "rmse_bins": pair(report.heldOut, \.rmseBins),
      ]),
      "seconds": .double(report.seconds),
    ])
  }
}

/// What fits score by the time split, as `optimise --folds` lists it.
package struct FoldsListing {
  package var model: ModelName
  package var log: ReviewLog
  package var score: Evaluation
  /// For all fits.
  package var seconds: Double

  package init(model: ModelName, log: ReviewLog, score: Evaluation, seconds: Double) {
    self.model = model
    self.log = log
    self.score = score
    self.seconds = seconds
  }

  package var table: [[String]] {
    [
      ["MODEL", "REVIEWS", "LOG LOSS", "RMSE(BINS)", "AUC"],
      [model.rawValue, String(score.count)]
        + [score.logLoss, score.rmseBins, score.auc].map { $0.digits(4) },
    ]
  }

  package var json: JSONValue {
    .object([
      "model": .string(model.rawValue),
      "reviews": .int(log.reviewCount),
      "folds": .object([
        "n": .int(score.count), "log_loss": .double(score.logLoss),
        "rmse_bins": .double(score.rmseBins), "auc": .double(score.auc),
      ]),
      "seconds": .double(seconds),
    ])
  }
}
