/// The faults of one file while it is being read.
package struct FaultList {
  /// How many faults are listed; a file that is no deck at all could have a million.
  static let limit = 1000

  let path: String
  private var found: [(place: Place, severity: Fault.Severity, message: String)] = []
  private var errors = 0

  package init(path: String) {
    self.path = path
  }

  package var hasErrors: Bool { errors > 0 }

  /// Notes an error; its message is not made when there are too many already.
  package mutating func error(_ place: Place, _ message: @autoclosure () -> String) {
    errors += 1
    if errors <= Self.limit { found.append((place, .error, message())) }
  }

  mutating func warning(_ place: Place, _ message: String) {
    if found.count < 2 * Self.limit { found.append((place, .warning, message)) }
  }

  package mutating func add(_ faults: [YAMLFault]) {
    for fault in faults { error(fault.place, fault.message) }
  }

  /// The faults in the order of their places, and if there are too many, how many more.
  package var faults: [Fault] {
    // The sort is stable: faults at one place stay in the order in which they were found.
    var faults = found.sorted { $0.place < $1.place }.map { entry in
      Fault(
        path: path, line: entry.place.line, column: entry.place.column, severity: entry.severity,
        message: entry.message)
    }
    if errors > Self.limit, let last = faults.last {
      faults.append(
        Fault(
          path: path, line: last.line, column: last.column,
          message: "and \(errors - Self.limit) more; they show when these are mended"))
    }
    return faults
  }
}
