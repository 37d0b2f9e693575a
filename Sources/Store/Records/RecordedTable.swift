import Campaign
import GRDB
import Records

/// How the rows of a table become the fields of things in records, and fields become rows.
struct RecordedTable: Sendable {
  /// What tells its things apart.
  enum Key: Sendable {
    /// A number that is of this home; `things` has the name of each.
    case number
    /// A text that is the name, too, in this column.
    case text(String)
    /// The criterion and the employer that it is of.
    case pair
  }

  /// A field that stands in a column.
  struct Column: Sendable {
    var name: String
    /// The table of which it names a row; nil if it names none.
    var target: String?
    /// Whether the row cannot be without it.
    var isRequired: Bool
    /// What stands there in a row of which nothing else is known.
    var blank: RecordValue
    /// Whether it is a text.
    var isText: Bool { target == nil && blank.text != nil }
  }

  /// A field that stands in the rows of a table of its own, in their order.
  struct List: Sendable {
    var field: String
    var table: String
    var owner: String
    /// The columns beside the position; a single one that names a row stands for the whole.
    var columns: [(name: String, target: String?)]
    /// Whether the position says more than the order.
    var hasPlaces = false
  }

  let name: String
  let key: Key
  let columns: [Column]
  var lists: [List] = []
  /// Whether each fit of a story is a field of its own.
  var hasFits = false
  /// The column whose text no two may have in common.
  var uniqueName: String?
  /// The columns by which two are the same thing.
  var identity: [String] = []
  /// What says no more of a field than that nothing was ever said of it.
  var nothing: [String: RecordValue] = [:]

  /// What is called `fit:TEAM` stands in the row of the family TEAM.
  static let fitPrefix = "fit:"

  /// The column that a person calls it by; nil for what is called by what it hangs on.
  var titleColumn: String? {
    identity.first { name in columns.contains { $0.name == name && $0.isText } }
  }

  /// Whether nothing need be recorded of a field that holds a value.
  func isNothing(_ value: RecordValue, in field: String) -> Bool {
    value.isBlank || nothing[field] == value
  }

  /// Whether a row says no more than if it were not there.
  func saysNothing(_ fields: [String: RecordValue]) -> Bool {
    !nothing.isEmpty && fields.allSatisfy { isNothing($0.value, in: $0.key) }
  }

  /// The table of which a field names a thing, or things; nil if it names none.
  func target(of field: String) -> String? {
    columns.first { $0.name == field }?.target
      ?? lists.first { $0.field == field && $0.isOfNames }?.columns[0].target
  }

  /// A value of a field, with the things that it names called otherwise.
  func renamed(
    _ value: RecordValue, _ field: String, _ name: (ThingKey) -> String
  ) -> RecordValue {
    guard let target = target(of: field) else { return value }
    switch value {
    case .text(let id): return .text(name(ThingKey(target, id)))
    case .list(let ids):
      return .list(ids.map { id in id.text.map { .text(name(ThingKey(target, $0))) } ?? id })
    case .null, .integer, .object: return value
    }
  }

  /// The columns that name rows without which it cannot be.
  var requirements: [Column] { columns.filter { $0.target != nil && $0.isRequired } }
}

extension RecordedTable {
  /// All tables whose rows are recorded; those whose rows others name come first.
  static let all: [RecordedTable] = {
    let kinds = Notebook.kinds.map { table(of: $0) }
    let first = ["employers", "stories", "criteria", "people", "interviews"]
    let sorted =
      first.compactMap { name in kinds.first { $0.name == name } }
      + kinds.filter { !first.contains($0.name) }
    return sorted + others
  }()

  /// Those of some names, in the order of all; a draft, a note or a state of a card alone needs none of the
  /// notebook's, which take long to make.
  static func all(named names: some Collection<String>) -> [RecordedTable] {
    let plain = others.filter { names.contains($0.name) }
    return plain.count == names.count ? plain : all.filter { names.contains($0.name) }
  }

  static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  private static let others = [
    RecordedTable(
      name: "card_states", key: .text("card"),
      columns: [
        Column(name: "is_suspended", isRequired: true, blank: .integer(0)),
        Column(name: "buried_until_day", isRequired: false, blank: .null),
        Column(name: "reason", isRequired: true, blank: .text("")),
      ], nothing: ["is_suspended": .integer(0)]),
    RecordedTable(
      name: "notes", key: .text("card"),
      columns: [
        Column(name: "text", isRequired: true, blank: .text("")),
        Column(name: "changed_ms", isRequired: true, blank: .integer(0)),
      ]),
    RecordedTable(
      name: "drafts", key: .text("card"), columns: [],
      lists: [
        List(
          field: "texts", table: "drafts", owner: "card",
          columns: [("text", nil), ("changed_ms", nil)], hasPlaces: true)
      ]),
    RecordedTable(
      name: "deck_states", key: .text("deck"),
      columns: [Column(name: "is_on", isRequired: true, blank: .integer(1))]),
  ]

  private static func table<Thing: NotebookThing>(of _: Thing.Type) -> RecordedTable {
    let blank = Thing()
    let columns = Thing.columns.map { name, field in
      // The number of no employer: what it stands for is not looked at.
      let value = try? field.stored(of: blank) { _ in 0 }
      return Column(
        name: name, target: field.target, isRequired: value != nil,
        blank: RecordValue(value?.databaseValue ?? .null))
    }
    var table = RecordedTable(
      name: Thing.table, key: Thing.isNumbered ? .number : .pair, columns: columns)
    table.identity = Thing.identity
    switch Thing.table {
    case "stories":
      table.hasFits = true
      table.lists = [
        List(
          field: "figures", table: "story_figures", owner: "story",
          columns: Story.Figure.columns.map { ($0.name, nil) })
      ]
    case "interviews":
      table.lists = [
        List(
          field: "people", table: "interview_people", owner: "interview",
          columns: [("person", "people")])
      ]
    default: break
    }
    // What is known by one text alone shares it with none.
    if Thing.isNumbered, let only = table.identity.first, table.identity.count == 1 {
      table.uniqueName = only
    }
    return table
  }
}

extension Field {
  /// The table of which it names a row; nil if it names none.
  fileprivate var target: String? {
    switch kind {
    case .employer: "employers"
    case .round: "interviews"
    case .person: "people"
    case .story: "stories"
    case .criterion: "criteria"
    default: nil
    }
  }
}

extension RecordValue {
  /// What stands in a column; bytes, which belong nowhere, are nothing.
  init(_ value: DatabaseValue) {
    switch value.storage {
    case .int64(let number): self = .integer(number)
    case .string(let text): self = .text(text)
    // A whole number may have come as 1.0; no column holds others.
    case .double(let number): self = Int64(exactly: number).map { .integer($0) } ?? .null
    case .null, .blob: self = .null
    }
  }

  var stored: DatabaseValue {
    switch self {
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .null, .list, .object: .null
    }
  }

  /// Whether nothing need be said of a field that holds it.
  var isBlank: Bool {
    switch self {
    case .null: true
    case .text(let text): text.isEmpty
    case .list(let values): values.isEmpty
    case .integer, .object: false
    }
  }
}
