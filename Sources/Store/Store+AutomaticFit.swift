import GRDB
public import Practice
public import Scheduler

/// The fit that is made by itself, once a day after practice, from the answers of earlier days.
///
/// It is derived: kept beside the memories, in no archive, and made anew whenever it is gone. What the
/// person has kept by `optimise` comes before it.
extension Store {
  /// With more reviews than this there are more answers than it learns from.
  private static let mostReviews = 60_000

  /// What the fit by itself came to last; nil if it was never made, is off, or the person keeps their
  /// own.
  public func automaticFit() throws(StoreError) -> AutomaticFit? {
    guard schedule.isFitted else { return nil }
    return try reading { db in
      let name = schedule.model.name
      return try hasOwnFit(of: name, in: db) ? nil : keptAutomaticFit(of: name, in: db)
    }
  }

  /// Makes today's fit, unless it is made already, and brings memories in line with it.
  ///
  /// - Parameters:
  ///   - moment: now.
  ///   - isForced: whether it is made again, whatever is kept.
  /// - Throws: ``StoreError``.
  public mutating func fitByItself(at moment: Moment, isForced: Bool = false) throws(StoreError) {
    guard schedule.isFitted else { return }
    let name = schedule.model.name
    let today = moment.day(startHour: schedule.startHour)
    let isNeeded = try reading { db in
      try !hasOwnFit(of: name, in: db)
        && (isForced || keptFitDay(of: name, in: db) != today.number)
    }
    guard isNeeded else { return }
    let start = today.start(utcOffset: moment.utcOffset, startHour: schedule.startHour)
    let fit = try fit(of: name, before: start)
    let text =
      "\(today.number)\n\(fit.verdict.rawValue)\n\(fit.answers)\n"
      + fit.parameters.map { "\($0)" }.joined(separator: " ")
    try writing { db in
      try db.run(
        "INSERT OR REPLACE INTO cache (name, value) VALUES (?, ?)", [Self.cacheName(name), text])
    }
    try follow(schedule)
  }

  private func fit(of name: ModelName, before start: Timestamp) throws(StoreError) -> AutomaticFit {
    let count: Int = try reading { db in
      try db.row("SELECT count(*) FROM reviews WHERE at_ms < ?", [start.milliseconds])?[0] ?? 0
    }
    // Reading them all would be felt.
    guard count <= Self.mostReviews else {
      return AutomaticFit(verdict: .tooMuch, answers: count, parameters: name.defaults)
    }
    return AutomaticFit(try reviewLog(before: start), model: name)
  }

  private func hasOwnFit(of name: ModelName, in db: Database) throws -> Bool {
    try db.row(
      "SELECT 1 FROM fits WHERE model = ? AND id NOT IN (SELECT fit FROM fit_undos) LIMIT 1",
      [name.rawValue]) != nil
  }

  private func keptFitDay(of name: ModelName, in db: Database) throws -> Int? {
    try keptText(of: name, in: db).flatMap { Int($0.prefix { $0 != "\n" }) }
  }

  /// The fit that is kept; nil if there is none, or what is kept is none.
  func keptAutomaticFit(of name: ModelName, in db: Database) throws -> AutomaticFit? {
    let parts = try keptText(of: name, in: db)?.split(separator: "\n") ?? []
    guard parts.count == 4, let verdict = AutomaticFit.Verdict(rawValue: String(parts[1])),
      let answers = Int(parts[2])
    else { return nil }
    let parameters = parts[3].split(separator: " ").compactMap { Double($0) }
    return AutomaticFit(verdict: verdict, answers: answers, parameters: parameters)
  }

  private func keptText(of name: ModelName, in db: Database) throws -> String? {
    try db.row("SELECT value FROM cache WHERE name = ?", [Self.cacheName(name)])?[0]
  }

  private static func cacheName(_ name: ModelName) -> String { "fit \(name.rawValue)" }
}
