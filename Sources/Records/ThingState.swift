/// What the records say of one thing.
public struct ThingState: Equatable, Sendable {
  /// A setting of a field that nothing has replaced.
  public struct Head: Equatable, Sendable {
    public var id: RecordID
    public var at: Int64
    /// Nil if it was erased.
    public var value: RecordValue?
  }

  /// The heads of each field, the one that is shown last.
  public internal(set) var heads: [String: [Head]] = [:]
  /// Whether it is there: one of its heads is named by no deletion that is in force.
  public internal(set) var isThere = false
  /// The deletions in force that name one of its heads.
  public internal(set) var deletions: [RecordID] = []
  /// When it was deleted last, in milliseconds since 1970 UTC; nil if no deletion is in force.
  public internal(set) var deletedAt: Int64?

  public init() {}

  /// Whether anything was ever said of it.
  public var isKnown: Bool { !heads.isEmpty }

  /// Whether something of it was erased, so that it is not to come back.
  public var isErased: Bool { heads.values.contains { $0.last.map { $0.value == nil } ?? false } }

  /// What a field shows; nil if nothing was ever said of it, or that was erased.
  public func value(of field: String) -> RecordValue? { heads[field]?.last?.value }

  /// What each field shows.
  public var values: [String: RecordValue] { heads.compactMapValues { $0.last?.value } }

  /// Has fields show these values, whatever was recorded of them.
  public mutating func show(_ values: [String: RecordValue]) {
    for (field, value) in values {
      let id = heads[field]?.last?.id ?? RecordID("")
      heads[field] = [Head(id: id, at: 0, value: value)]
    }
  }

  /// All heads of all fields.
  public var allHeads: [RecordID] { heads.values.joined().map(\.id) }

  /// The fields that were set to different values by changes that did not know of each other, with the
  /// values that are not shown.
  public var conflicts: [String: [RecordValue]] {
    heads.compactMapValues { heads in
      guard let shown = heads.last else { return nil }
      var others: [RecordValue] = []
      for head in heads {
        if let value = head.value, value != shown.value, !others.contains(value) {
          others.append(value)
        }
      }
      return others.isEmpty ? nil : others
    }
  }
}
