import GRDB
public import Practice
public import Scheduler

extension Store {
  /// A model at the parameters in force for it: those kept last that it takes, or else its defaults.
  public func model(_ name: ModelName) throws(StoreError) -> any MemoryModel {
    try reading { db in try model(name, in: db) }
  }

  private func model(_ name: ModelName, in db: Database) throws -> any MemoryModel {
    let fits: [String?] = try db.rows(
      """
      SELECT parameters FROM fits WHERE model = ? AND id NOT IN (SELECT fit FROM fit_undos)
      ORDER BY at_ms DESC, ifnull(parameters, '') DESC LIMIT 10
      """, [name.rawValue]
    ) { $0[0] }
    if fits.isEmpty, schedule.isFitted, let fit = try keptAutomaticFit(of: name, in: db),
      let model = try? name.model(parameters: fit.parameters)
    {
      return model
    }
    for fit in fits {
      guard let fit else { return name.model }
      let numbers = fit.split(separator: " ").map { Double($0) ?? .nan }
      do {
        return try name.model(parameters: numbers)
      } catch {
        // It was not made here, and practice goes on by the one before.
        continue
      }
    }
    return name.model
  }

  /// The store's schedule by a model at the parameters in force for it.
  public func schedule(by name: ModelName) throws(StoreError) -> Schedule {
    try reading { db in try schedule(by: name, in: db) }
  }

  func schedule(by name: ModelName, in db: Database) throws -> Schedule {
    var other = schedule
    other.model = try model(name, in: db)
    return other
  }

  /// Keeps parameters for a model, nil for its defaults; memory follows them from the next opening of
  /// the store on.
  public func keep(
    _ parameters: [Double]?, for name: ModelName, at moment: Moment
  ) throws(StoreError) {
    let text = parameters?.map { "\($0)" }.joined(separator: " ")
    try writing { db in
      // What is kept last is in force, whatever the clock said before.
      let last: Int64? = try db.row(
        "SELECT max(at_ms) FROM fits WHERE model = ?", [name.rawValue])?[0]
      let time = max(moment.time.milliseconds, last.map { $0 + 1 } ?? .min)
      try db.execute(
        literal: """
          INSERT INTO fits (model, at_ms, parameters) VALUES (\(name.rawValue), \(time), \(text))
          """)
    }
  }

  /// Everything that counts of what was practised, as the optimiser reads it.
  ///
  /// - Parameter end: only what was practised before it; nil for all.
  /// - Returns: the log.
  /// - Throws: ``StoreError``.
  public func reviewLog(before end: Timestamp? = nil) throws(StoreError) -> ReviewLog {
    let counted = countedTimes
    let rows = try reviewRows().map { (card: $0.card, review: $0.review) }
      .filter { row in
        counted.contains(row.review.time) && end.map { row.review.time < $0 } ?? true
      }
    return ReviewLog(rows, startHour: schedule.startHour)
  }
}
