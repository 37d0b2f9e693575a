import Records

/// Finds which of the things that come are ones that are here under another name: both homes have made them
/// before they knew of each other.
struct ThingMatching {
  private let here: RecordState
  private let incoming: RecordState
  private let together: RecordState
  /// The thing here that one that comes is.
  private var matches: [ThingKey: ThingKey] = [:]

  /// - Parameters:
  ///   - here: what there is.
  ///   - incoming: what comes.
  ///   - together: both.
  ///   - storiesToo: whether stories of one title are one, and what was deleted is looked at, too: those who
  ///     wrote it down had no other way to say which it is.
  init(
    _ here: RecordState, _ incoming: RecordState, together: RecordState, storiesToo: Bool
  ) {
    (self.here, self.incoming, self.together) = (here, incoming, together)
    for table in RecordedTable.all where !table.identity.isEmpty {
      guard storiesToo || table.name != "stories" else { continue }
      match(table, deletedToo: storiesToo)
    }
  }

  private mutating func match(_ table: RecordedTable, deletedToo: Bool) {
    let came = Set(
      incoming.things.keys.filter { $0.table == table.name }.map { together.name(of: $0) })
    let known = Set(
      here.things.keys.filter { $0.table == table.name }.map { together.name(of: $0) })
    var own: [[String]: [ThingKey]] = [:]
    var gone: [[String]: [ThingKey]] = [:]
    for thing in known.subtracting(came).sorted(by: >) {
      let state = together[thing]
      guard let identity = identity(of: state, table) else { continue }
      if state.isThere {
        own[identity, default: []].append(thing)
      } else if !state.isErased {
        gone[identity, default: []].append(thing)
      }
    }
    for thing in came.subtracting(known).sorted() {
      let state = together[thing]
      guard state.isThere, let identity = identity(of: state, table) else { continue }
      if let one = own[identity]?.popLast() {
        matches[thing] = one
      } else if deletedToo, let one = gone[identity]?.popLast() {
        matches[thing] = one
      }
    }
  }

  /// What a thing is known by; nil if it is not known.
  private func identity(of state: ThingState, _ table: RecordedTable) -> [String]? {
    var identity: [String] = []
    for name in table.identity {
      let target = table.columns.first { $0.name == name }?.target
      switch (state.value(of: name) ?? .null, target) {
      case (.text(let id), let target?):
        let key = together.name(of: ThingKey(target, id))
        identity.append((matches[key] ?? key).id)
      case (.text(let text), nil): identity.append(Schema.foldedName(text))
      case (.integer(let number), _): identity.append("\(number)")
      default: identity.append("")
      }
    }
    return identity.allSatisfy(\.isEmpty) ? nil : identity
  }

  /// The records that say which are one.
  func joining(_ all: [Records.Record]) -> [Records.Record] {
    matches.sorted { $0.key < $1.key }.map { thing, one in
      let times = [thing, one].flatMap { together[$0].heads.values.joined().map(\.at) }
      return .same(thing, one.id, at: times.max() ?? 0)
    }
  }

  /// What comes, without settings that say what was said here before: an archive without records does not
  /// know what has replaced them.
  ///
  /// - Parameters:
  ///   - new: what comes.
  ///   - all: what there is.
  /// - Returns: what is to be taken in.
  func withoutWhatWasSaid(
    _ new: [Records.Record], _ all: [Records.Record]
  ) -> [Records.Record] {
    var said: [ThingKey: [String: [RecordValue]]] = [:]
    for record in all {
      guard case .set(let setting) = record.change, let value = setting.value else { continue }
      said[here.name(of: setting.thing), default: [:]][setting.field, default: []].append(value)
    }
    func one(_ thing: ThingKey) -> ThingKey {
      let name = together.name(of: thing)
      return here.name(of: matches[name] ?? name)
    }
    /// A value, with things by the names that they have here, and names as they are compared.
    func same(_ value: RecordValue, _ thing: ThingKey, _ field: String) -> RecordValue {
      guard let table = RecordedTable.named[thing.table] else { return value }
      let named = table.renamed(value, field) { one($0).id }
      guard let text = named.text, table.identity.contains(field),
        table.target(of: field) == nil
      else { return named }
      return .text(Schema.foldedName(text))
    }
    return new.compactMap { record in
      guard case .set(let setting) = record.change, let value = setting.value else { return record }
      let known = said[one(setting.thing)]?[setting.field] ?? []
      guard !known.isEmpty else { return record }
      let isSaid = known.contains {
        same($0, setting.thing, setting.field) == same(value, setting.thing, setting.field)
      }
      // What is here stays: it is older than all that there is.
      return isSaid
        ? nil
        : .set(
          setting.field, of: setting.thing, to: value, at: Self.before, replacing: setting.of)
    }
  }

  /// Before all that was ever recorded, and all that was there before anything was.
  static let before: Int64 = -1
}
