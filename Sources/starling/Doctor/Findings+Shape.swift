import Store

extension Findings {
  /// What is in the database that Starling did not create, and what of it is missing, each with what
  /// can be done.
  func shapeFaults(of store: Store) throws -> [String] {
    try store.shapeFaults().map { fault in
      fault.hasPrefix("it has ")
        ? "\(fault); “starling doctor --rebuild” takes it out, after a copy"
        : "\(fault); \(places.store.copies.offer)"
    }
  }
}
