import Decks
import GRDB

/// Reads the tables.
struct AnkiReader {
  let db: Database
  private var collection = AnkiCollection()
  /// Bytes of text that there may still be.
  private var textLeft = 128 << 20
  /// Rows that there may still be.
  private var rowsLeft = 5_000_000

  init(db: Database) { self.db = db }

  mutating func read(_ progress: (Double) -> Bool) throws -> AnkiCollection? {
    try checkTables(["col", "notes", "cards", "revlog"])
    let version = try number(
      db.row("SELECT ver FROM main.col LIMIT 1")?.databaseValue(0), in: "col", 1)
    if version >= 15 {
      try checkTables(["notetypes", "fields", "templates", "decks", "deck_config", "config"])
      try readTables()
    } else {
      try readObjects()
    }
    try readNotes()
    guard progress(0.2) else { return nil }
    try readCards()
    guard progress(0.3) else { return nil }
    return try readLog { progress(0.3 + 0.7 * $0) } ? collection : nil
  }

  /// Refuses views and virtual tables, which run something when they are read.
  private func checkTables(_ names: [String]) throws {
    let tables: [(name: String, sql: String)] = try db.rows(
      "SELECT lower(name), sql FROM main.sqlite_schema WHERE type = 'table' AND sql IS NOT NULL"
    ) { ($0[0], $0[1]) }
    for name in names {
      guard let table = tables.first(where: { $0.name == name }) else {
        throw AnkiFile.Fault(detail: "it has no table “\(name)”")
      }
      let words = table.sql.uppercased().split(whereSeparator: \.isWhitespace).prefix(2)
      guard words.elementsEqual(["CREATE", "TABLE"]) else {
        throw AnkiFile.Fault(detail: "its “\(name)” is no plain table")
      }
    }
  }

  // MARK: - Values

  private func number(_ value: DatabaseValue?, in table: String, _ row: Int64) throws -> Int64 {
    switch value?.storage {
    case .int64(let number): return number
    case .double(let number):
      if let whole = Int64(exactly: number) { return whole }
    case .string(let text): if let whole = Int64(text) { return whole }
    case .null, nil: return 0
    case .blob: break
    }
    throw AnkiFile.Fault(
      detail: "in row \(row) of its table “\(table)” stands no whole number where one must be")
  }

  private mutating func text(_ value: DatabaseValue, in table: String, _ row: Int64) throws
    -> String
  {
    let text: String
    switch value.storage {
    case .string(let string): text = string
    case .int64(let number): text = "\(number)"
    case .double(let number): text = "\(number)"
    case .null: text = ""
    case .blob:
      throw AnkiFile.Fault(
        detail: "in row \(row) of its table “\(table)” stands no text where one must be")
    }
    textLeft -= text.utf8.count
    guard textLeft >= 0 else { throw AnkiFile.Fault(detail: "its texts have more than 128 MiB") }
    return text
  }

  private mutating func each(
    _ sql: String, _ body: (inout Self, Row) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      rowsLeft -= 1
      guard rowsLeft >= 0 else {
        throw AnkiFile.Fault(detail: "it has more than five million rows")
      }
      try body(&self, row)
    }
  }

  // MARK: - Note types and decks

  /// Those of schema 11, which has them as JSON.
  private mutating func readObjects() throws {
    try each(
      """
      SELECT CAST(m.key AS INTEGER), json_extract(m.value, '$.type') FROM main.col c, json_each(c.models) m
      """
    ) { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "col", 1)
      let kind = try reader.number(row.databaseValue(1), in: "col", 1)
      reader.collection.noteTypes[id] = AnkiCollection.NoteType(isCloze: kind == 1)
    }
    try each(
      """
      SELECT CAST(m.key AS INTEGER), json_extract(f.value, '$.name')
      FROM main.col c, json_each(c.models) m, json_each(m.value, '$.flds') f
      ORDER BY 1, json_extract(f.value, '$.ord')
      """
    ) { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "col", 1)
      let name = try reader.text(row.databaseValue(1), in: "col", 1)
      reader.collection.noteTypes[id]?.fields.append(name)
    }
    try each(
      """
      SELECT CAST(m.key AS INTEGER), json_extract(t.value, '$.qfmt'), json_extract(t.value, '$.afmt')
      FROM main.col c, json_each(c.models) m, json_each(m.value, '$.tmpls') t
      ORDER BY 1, json_extract(t.value, '$.ord')
      """
    ) { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "col", 1)
      let sides = (
        try reader.text(row.databaseValue(1), in: "col", 1),
        try reader.text(row.databaseValue(2), in: "col", 1)
      )
      reader.collection.noteTypes[id]?.templates.append(sides)
    }
    try each(
      """
      SELECT CAST(d.key AS INTEGER), json_extract(d.value, '$.name'), json_extract(d.value, '$.conf')
      FROM main.col c, json_each(c.decks) d
      """
    ) { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "col", 1)
      reader.collection.decks[id] = try reader.text(row.databaseValue(1), in: "col", 1)
      reader.collection.options[id] = try reader.number(row.databaseValue(2), in: "col", 1)
    }
    try each(
      """
      SELECT CAST(o.key AS INTEGER), CAST(p.value AS REAL)
      FROM main.col c, json_each(c.dconf) o, json_each(o.value, '$.fsrsParams6') p ORDER BY 1, p.key
      """
    ) { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "col", 1)
      reader.collection.parameters[id, default: []].append(row[1] as Double? ?? .nan)
    }
    let scheduler = try db.row("SELECT json_extract(conf, '$.schedVer') FROM main.col LIMIT 1")
    collection.isOfFirstScheduler = try number(scheduler?.databaseValue(0), in: "col", 1) < 2
  }

  /// Those of schema 15 and later, which has tables, and messages in them.
  private mutating func readTables() throws {
    try each("SELECT id, config FROM main.notetypes") { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "notetypes", 0)
      let kind = try Self.message(row.databaseValue(1), in: "notetypes", id).number(1)
      reader.collection.noteTypes[id] = AnkiCollection.NoteType(isCloze: kind == 1)
    }
    // Rows of note types that are no more are left in these.
    try each("SELECT ntid, name FROM main.fields ORDER BY ntid, ord") { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "fields", 0)
      let name = try reader.text(row.databaseValue(1), in: "fields", id)
      reader.collection.noteTypes[id]?.fields.append(name)
    }
    try each("SELECT ntid, config FROM main.templates ORDER BY ntid, ord") { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "templates", 0)
      let message = try Self.message(row.databaseValue(1), in: "templates", id)
      reader.collection.noteTypes[id]?.templates.append(
        (message.text(1) ?? "", message.text(2) ?? ""))
    }
    try each("SELECT id, config FROM main.deck_config") { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "deck_config", 0)
      let numbers = try Self.message(row.databaseValue(1), in: "deck_config", id).floats(6)
      if !numbers.isEmpty { reader.collection.parameters[id] = numbers }
    }
    try each("SELECT id, name, kind FROM main.decks") { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "decks", 0)
      let kind = try Self.message(row.databaseValue(2), in: "decks", id).message(1)
      reader.collection.options[id] = kind?.number(1).flatMap { Int64(exactly: $0) }
      reader.collection.decks[id] = try reader.text(row.databaseValue(1), in: "decks", id)
        .replacing("\u{1F}", with: "::")
    }
    var scheduler: Int?
    try each("SELECT CAST(val AS TEXT) FROM main.config WHERE KEY = 'schedVer'") { reader, row in
      scheduler = Int(try reader.text(row.databaseValue(0), in: "config", 0))
    }
    collection.isOfFirstScheduler = (scheduler ?? 1) < 2
  }

  private static func message(
    _ value: DatabaseValue, in table: String, _ row: Int64
  ) throws -> ProtobufFields {
    let bytes: [UInt8]
    switch value.storage {
    case .blob(let data): bytes = Array(data)
    case .null: bytes = []
    default: bytes = [0]
    }
    guard let fields = ProtobufFields(bytes) else {
      throw AnkiFile.Fault(detail: "row \(row) of its table “\(table)” cannot be read")
    }
    return fields
  }

  // MARK: - Notes, cards, log

  private mutating func readNotes() throws {
    try each("SELECT id, guid, mid, tags, flds FROM main.notes") { reader, row in
      let id = try reader.number(row.databaseValue(0), in: "notes", 0)
      reader.collection.notes[id] = AnkiCollection.Note(
        guid: try reader.text(row.databaseValue(1), in: "notes", id),
        type: try reader.number(row.databaseValue(2), in: "notes", id),
        tags: try reader.text(row.databaseValue(3), in: "notes", id)
          .split(whereSeparator: \.isWhitespace).map(String.init),
        fields: try reader.text(row.databaseValue(4), in: "notes", id)
          .split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init))
    }
  }

  private mutating func readCards() throws {
    try each(
      "SELECT id, nid, did, ord, type, queue, odid FROM main.cards ORDER BY nid, ord, id"
    ) { reader, row in
      func number(_ index: Int) throws -> Int64 {
        try reader.number(row.databaseValue(index), in: "cards", (row[0] as Int64?) ?? 0)
      }
      // One that is in a filtered deck just now belongs to another.
      let home = try number(6)
      reader.collection.cards.append(
        AnkiCollection.Card(
          id: try number(0), note: try number(1), deck: home == 0 ? try number(2) : home,
          place: Int(min(max(try number(3), 0), 9999)), isSuspended: try number(5) == -1,
          isSeen: try number(4) != 0))
    }
  }

  /// - Returns: whether it was read to its end.
  private mutating func readLog(_ progress: (Double) -> Bool) throws -> Bool {
    let all = max(
      1,
      try number(
        db.row("SELECT count(*) FROM main.revlog")?.databaseValue(0), in: "revlog", 0))
    var count: Int64 = 0
    var goesOn = true
    try each(
      "SELECT id, cid, ease, ivl, factor, time, type FROM main.revlog ORDER BY id"
    ) { reader, row in
      guard goesOn else { return }
      count += 1
      if count.isMultiple(of: 5000) { goesOn = progress(Double(count) / Double(all)) }
      func number(_ index: Int) throws -> Int {
        Int(try reader.number(row.databaseValue(index), in: "revlog", (row[0] as Int64?) ?? 0))
      }
      guard let kind = AnkiCollection.Entry.Kind(rawValue: try number(6)) else { return }
      let entry = AnkiCollection.Entry(
        time: Int64(try number(0)), ease: try number(2), interval: try number(3),
        factor: try number(4), duration: try number(5), kind: kind)
      reader.collection.log[Int64(try number(1)), default: []].append(entry)
    }
    return goesOn
  }
}

extension Row {
  /// The value of a column, whatever it is.
  fileprivate func databaseValue(_ index: Int) -> DatabaseValue { self[index] }
}
