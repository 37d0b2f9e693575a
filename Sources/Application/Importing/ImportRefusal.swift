package import Files

/// Refuses a file with faults.
package enum ImportRefusal {
  /// Names what is wrong, line by line; nothing of the file is taken then.
  package static func check(_ faults: [String], unnamed: Int = 0, in path: String) throws(Failure) {
    guard !faults.isEmpty else { return }
    for fault in faults.prefix(namedFaults) { Output.warn(fault) }
    let more = faults.count - namedFaults + unnamed
    throw Failure(
      .badData,
      "\(more > 0 ? "and \(more) more; " : "")nothing was imported; mend \(path) and try again")
  }

  /// So many bad lines are named each.
  private static let namedFaults = 20
}
