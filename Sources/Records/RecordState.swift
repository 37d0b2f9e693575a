/// What a set of records comes to: the same in whatever order they came, and however often.
public struct RecordState: Sendable {
  /// What is said of each thing; things that are one are there once, under the least of their names.
  public private(set) var things: [ThingKey: ThingState] = [:]
  /// The name that each joined thing goes by.
  private var names: [ThingKey: ThingKey] = [:]

  public init(_ records: some Sequence<Record>) {
    var settings: [RecordID: (at: Int64, setting: Record.Setting)] = [:]
    var deletions: [RecordID: (at: Int64, heads: [RecordID])] = [:]
    var takenBack: Set<RecordID> = []
    var erased: Set<RecordID> = []
    for record in records {
      switch record.change {
      case .set(let setting): settings[record.id] = (record.at, setting)
      case .gone(_, let heads): deletions[record.id] = (record.at, heads)
      case .back(let gone): takenBack.formUnion(gone)
      case .same(let one, let other): join(one, other)
      case .erased(let of): erased.formUnion(of)
      case .unknown: break
      }
    }
    // A setting is replaced by those of its own thing alone.
    var replaced: [ThingKey: Set<RecordID>] = [:]
    for (_, setting) in settings.values {
      replaced[name(of: setting.thing), default: []].formUnion(setting.of)
    }
    for (id, (at, setting)) in settings {
      let thing = name(of: setting.thing)
      guard replaced[thing]?.contains(id) != true else { continue }
      let value = erased.contains(id) ? nil : setting.value
      things[thing, default: ThingState()].heads[setting.field, default: []].append(
        ThingState.Head(id: id, at: at, value: value))
    }
    var dead: [RecordID: [RecordID]] = [:]
    for (id, deletion) in deletions where !takenBack.contains(id) {
      for head in deletion.heads { dead[head, default: []].append(id) }
    }
    for (thing, state) in things {
      things[thing] = state.settled(dead) { deletions[$0]?.at }
    }
  }

  /// The name that a thing goes by: its own, unless it is one with others.
  public func name(of thing: ThingKey) -> ThingKey {
    var name = thing
    while let next = names[name] { name = next }
    return name
  }

  /// All names of a thing, the one that it goes by first.
  public func group(of thing: ThingKey) -> [ThingKey] {
    let first = name(of: thing)
    return [first] + names.keys.filter { name(of: $0) == first }.sorted()
  }

  /// Whether any things are one.
  public var hasJoined: Bool { !names.isEmpty }

  /// What is said of a thing.
  public subscript(_ thing: ThingKey) -> ThingState { things[name(of: thing)] ?? ThingState() }

  private mutating func join(_ one: ThingKey, _ other: ThingKey) {
    let (one, other) = (name(of: one), name(of: other))
    guard one != other, one.table == other.table else { return }
    names[max(one, other)] = min(one, other)
  }
}

extension ThingState {
  /// The same with its heads in their order, and whether it is there.
  fileprivate func settled(
    _ dead: [RecordID: [RecordID]], time: (RecordID) -> Int64?
  ) -> ThingState {
    var state = self
    state.heads = heads.mapValues { $0.sorted { ($0.at, $0.id) < ($1.at, $1.id) } }
    state.isThere = allHeads.contains { dead[$0] == nil }
    state.deletions = Set(allHeads.flatMap { dead[$0] ?? [] }).sorted()
    state.deletedAt = state.deletions.compactMap(time).max()
    return state
  }
}
