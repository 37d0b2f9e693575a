import Records

/// What follows where two things have a name that no two can have: those of one sort are one from now on, and
/// of stories the later gets a number.
///
/// What was erased in one home while something was written of it in another is there with that, and gets a name
/// that says nothing.
///
/// The records are made of what there is alone, and of no clock, so that each home makes the same.
struct NameSettling {
  private let state: RecordState
  private(set) var records: [Records.Record] = []

  /// - Parameters:
  ///   - state: what all records say.
  ///   - all: all of them.
  init(_ state: RecordState, _ all: [Records.Record]) {
    self.state = state
    for table in RecordedTable.all where table.uniqueName != nil { nameErased(in: table) }
    guard records.isEmpty else { return }
    for table in RecordedTable.all where table.uniqueName != nil && table.name != "stories" {
      for group in namesakes(in: table) { join(group) }
    }
    if state.hasJoined { joinVerdicts() }
    if records.isEmpty { numberStories(all) }
  }

  /// The things of each name that more than one has, by their names in records.
  private func namesakes(in table: RecordedTable) -> [[ThingKey]] {
    guard let column = table.uniqueName else { return [] }
    let live = state.things.filter { $0.key.table == table.name && $0.value.isThere }
    var groups: [String: [ThingKey]] = [:]
    for (thing, said) in live {
      guard let name = said.value(of: column)?.text else { continue }
      groups[Schema.foldedName(name), default: []].append(thing)
    }
    return groups.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Names what is there though its name was erased: that is to come back nowhere.
  private mutating func nameErased(in table: RecordedTable) {
    guard let column = table.uniqueName else { return }
    let live = state.things.filter { $0.key.table == table.name && $0.value.isThere }
    let nameless = live.filter { $0.value.heads[column]?.last.map { $0.value == nil } ?? false }
    guard !nameless.isEmpty else { return }
    var taken = Set(
      live.values.compactMap { $0.value(of: column)?.text }.map(Schema.foldedName))
    for (thing, said) in nameless.sorted(by: { $0.key < $1.key }) {
      let plain = "Unnamed"
      let name =
        taken.contains(Schema.foldedName(plain))
        ? Schema.freeName(plain) { taken.contains($0) } : plain
      taken.insert(Schema.foldedName(name))
      records.append(
        .set(
          column, of: thing, to: .text(name), at: latest([thing]) + 1,
          replacing: (said.heads[column] ?? []).map(\.id)))
    }
  }

  private func latest(_ things: [ThingKey]) -> Int64 {
    things.flatMap { state[$0].heads.values.joined().map(\.at) }.max() ?? 0
  }

  private mutating func join(_ group: [ThingKey]) {
    for other in group.dropFirst() {
      records.append(.same(group[0], other.id, at: latest([group[0], other])))
    }
  }

  /// What is said of one criterion at one employer is one, whatever these were called before they were joined.
  private mutating func joinVerdicts() {
    for (thing, said) in state.things.sorted(by: { $0.key < $1.key })
    where thing.table == "verdicts" {
      guard let criterion = said.value(of: "criterion")?.text,
        let employer = said.value(of: "employer")?.text
      else { continue }
      let name = NewNames.name(
        "verdicts",
        [
          state.name(of: ThingKey("criteria", criterion)).id,
          state.name(of: ThingKey("employers", employer)).id,
        ], 1)
      guard state.name(of: ThingKey("verdicts", name)) != thing else { continue }
      records.append(.same(thing, name, at: latest([thing])))
    }
  }

  private mutating func numberStories(_ all: [Records.Record]) {
    guard let table = RecordedTable.named["stories"], let column = table.uniqueName else { return }
    let groups = namesakes(in: table)
    guard !groups.isEmpty else { return }
    var begun: [ThingKey: Int64] = [:]
    for record in all {
      guard case .set(let setting) = record.change, setting.thing.table == table.name else {
        continue
      }
      let name = state.name(of: setting.thing)
      begun[name] = min(begun[name] ?? .max, record.at)
    }
    var taken = Set(
      state.things.filter { $0.key.table == table.name && $0.value.isThere }
        .compactMap { $0.value.value(of: column)?.text }.map(Schema.foldedName))
    for group in groups {
      let sorted = group.sorted { (begun[$0] ?? 0, $0) < (begun[$1] ?? 0, $1) }
      for story in sorted.dropFirst() {
        guard let title = state[story].value(of: column)?.text else { continue }
        let free = Schema.freeName(title.withoutNumber) { taken.contains($0) }
        taken.insert(Schema.foldedName(free))
        let heads = state[story].heads[column] ?? []
        records.append(
          .set(
            column, of: story, to: .text(free), at: latest(group) + 1,
            replacing: heads.map(\.id)))
      }
    }
  }
}

extension String {
  /// The title that a number was set behind: `Depot` of `Depot (2)`.
  fileprivate var withoutNumber: String {
    guard let found = firstMatch(of: /^(.+) \([0-9]{1,4}\)$/) else { return self }
    return String(found.1)
  }
}
