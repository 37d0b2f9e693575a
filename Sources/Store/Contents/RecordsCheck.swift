import GRDB
import Practice
import Records

/// Looks at records from outside as a whole: whether they are any, and what they say now means something.
///
/// What was replaced since is history: it is kept as it was. So is what a newer Starling has written.
struct RecordsCheck {
  private let shapes: [String: TableShape]
  private let times: PlausibleTimes
  private let moments: ClosedRange<Int64>

  init(shapes: [TableShape], times: PlausibleTimes) {
    self.shapes = Dictionary(shapes.map { ($0.name, $0) }) { first, _ in first }
    self.times = times
    // A clock that was wrong once has written them so for ever; by it they are only parted.
    moments = times.happened.lowerBound...times.happened.upperBound + Self.mostWrong
  }

  /// The most that a clock is taken to have been wrong by: forty years.
  private static let mostWrong: Int64 = 40 * 365 * 86_400_000
  private static let longestLine = 6 << 20
  private static let most = 2_000_000

  /// The records of lines.
  ///
  /// - Parameters:
  ///   - lines: each a record as JSON.
  ///   - tables: the things that there are, which the records have to know.
  /// - Returns: all records.
  /// - Throws: ``StoreError/unfitting(detail:)`` with the first fault.
  func records(
    of lines: [String], besides tables: [PlainTable]
  ) throws(StoreError) -> [Records.Record] {
    guard lines.count <= Self.most else { throw fault("there are too many records") }
    var records: [Records.Record] = []
    records.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      let place = "record \(index + 1)"
      guard line.utf8.count <= Self.longestLine else { throw fault("\(place) is too long") }
      guard let record = Records.Record(json: line) else { throw fault("\(place) is none") }
      guard (ThingMatching.before...0).contains(record.at) || moments.contains(record.at) else {
        throw fault("\(place): at \(record.at) is not between 1990 and forty years from now")
      }
      records.append(record)
    }
    let state = RecordState(records)
    for (thing, said) in state.things.sorted(by: { $0.key < $1.key }) { try check(thing, said) }
    for table in tables { try check(table, against: state) }
    return records
  }

  // MARK: - What they say

  private func check(_ thing: ThingKey, _ said: ThingState) throws(StoreError) {
    if thing.table == Belongings.deckTable { return try checkDeck(thing, said) }
    guard let table = RecordedTable.named[thing.table], let shape = shapes[thing.table] else {
      return
    }
    let key: ColumnRule
    switch table.key {
    case .number, .pair: key = .thing
    case .text(let column): key = TableRules.all[table.name]?[column] ?? .name
    }
    if let complaint = key.complaint(on: .text(thing.id), times) {
      throw fault("\(thing.table): “\(thing.id.prefix(40))” \(complaint)")
    }
    for (field, heads) in said.heads.sorted(by: { $0.key < $1.key }) {
      for head in heads {
        guard let value = head.value,
          let complaint = complaint(on: value, field, table, shape)
        else { continue }
        throw fault("\(thing.table), \(thing.id): \(field) \(complaint)")
      }
    }
  }

  private func checkDeck(_ thing: ThingKey, _ said: ThingState) throws(StoreError) {
    for head in said.heads.values.joined() {
      guard head.value == nil || head.value?.text != nil else {
        throw fault("the deck “\(thing.id.prefix(40))” is no text")
      }
    }
  }

  /// What is wrong with a value of a field; nil if nothing is, or no such field is known.
  private func complaint(
    on value: RecordValue, _ field: String, _ table: RecordedTable, _ shape: TableShape
  ) -> String? {
    // Nothing more is said of it; of what it is called there is always something to say.
    if value == .null { return TableRules.all[table.name]?[field] == .name ? "is nothing" : nil }
    if table.columns.contains(where: { $0.name == field }) {
      guard let plain = value.plain else { return "is no text or number" }
      let check = RowCheck(of: [field], shape.byName, times)
      return check.fault(in: [plain], row: "")?.detail
    }
    if let list = table.lists.first(where: { $0.field == field }) {
      return complaint(on: value, list)
    }
    if table.hasFits, field.hasPrefix(RecordedTable.fitPrefix) {
      guard let plain = value.plain else { return "is no text" }
      let rule = TableRules.all["story_fits"]?["fit"]
      return value.isBlank ? nil : rule?.complaint(on: plain, times)
    }
    return nil
  }

  private func complaint(on value: RecordValue, _ list: RecordedTable.List) -> String? {
    guard let shape = shapes[list.table]?.byName, let elements = value.list
    else { return "is no list" }
    guard elements.count <= 64 else { return "has more than 64 in it" }
    var places: Set<Int64> = []
    for element in elements {
      if list.isOfNames {
        guard let id = element.text, ThingKey.isID(id) else { return "has in it what is no name" }
        continue
      }
      guard let members = element.object else { return "has in it what is no part" }
      var columns = list.columns.map(\.name)
      if list.hasPlaces {
        columns.append("position")
        guard places.insert(members["position"]?.integer ?? -1).inserted else {
          return "has two at one place"
        }
      }
      let values = columns.compactMap { (members[$0] ?? .null).plain }
      guard values.count == columns.count else { return "has lists in its parts" }
      if let fault = RowCheck(of: columns, shape, times).fault(in: values, row: "") {
        return "\(fault.column) \(fault.detail)"
      }
    }
    return nil
  }

  // MARK: - The rows beside them

  /// Sees to it that a table of things says what the records say: it is there to be read, they count.
  private func check(_ table: PlainTable, against state: RecordState) throws(StoreError) {
    guard let recorded = RecordedTable.named[table.name], !recorded.columns.isEmpty else { return }
    let key: Int?
    switch recorded.key {
    case .number: key = table.columns.firstIndex(of: "thing")
    case .text(let column): key = table.columns.firstIndex(of: column)
    case .pair: key = nil
    }
    guard let key else { return }
    for (index, row) in table.rows.enumerated() {
      guard case .text(let id) = row[key] else { continue }
      let said = state[ThingKey(table.name, id)]
      guard said.isThere else {
        throw fault("\(table.name), row \(index + 1): no record says that it is there")
      }
      for (column, value) in zip(table.columns, row) {
        guard let known = recorded.columns.first(where: { $0.name == column }),
          known.target == nil
        else { continue }
        let shown = said.value(of: column) ?? .null
        let here = RecordValue(value.stored)
        let isBlank = recorded.isNothing(here, in: column) || here == known.blank
        guard shown == here || shown.isBlank && isBlank else {
          throw fault("\(table.name), row \(index + 1): \(column) is not what its records say")
        }
      }
    }
  }

  private func fault(_ detail: String) -> StoreError { .unfitting(detail: detail) }
}

extension RecordValue {
  /// As it stands in a table; nil for what does not.
  fileprivate var plain: PlainTable.Value? {
    switch self {
    case .null: .null
    case .integer(let number): .integer(number)
    case .text(let text): .text(text)
    case .list, .object: nil
    }
  }
}
