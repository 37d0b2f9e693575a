import Practice

extension Archive {
  /// The archive as JSON.
  public var json: [UInt8] {
    var text = ArchiveText()
    text.add("\(Self.opening)\(format),\n  \"settings\": ")
    text.add(JSONValue(settings))
    text.add(",\n  \"decks\": {")
    text.addList(decks.sorted { $0.name < $1.name }, indent: "    ") { text, deck in
      text.add(.string(deck.name))
      text.add(": ")
      text.add(.string(deck.text))
    }
    text.add(decks.isEmpty ? "},\n  \"tables\": {" : "\n  },\n  \"tables\": {")
    let tables = tables.filter { !$0.rows.isEmpty }.sorted { $0.name < $1.name }
    text.addList(tables, indent: "    ") { text, table in
      text.add(.string(table.name))
      text.add(": [")
      text.addList(table.rows, indent: "      ") { $0.addRow($1, table.columns) }
      text.add("\n    ]")
    }
    text.add(tables.isEmpty ? "}" : "\n  }")
    if let records {
      text.add(",\n  \"records\": [")
      text.addList(records, indent: "    ") { $0.addVisible($1) }
      text.add(records.isEmpty ? "]" : "\n  ]")
    }
    text.add("\n}\n")
    return text.bytes
  }

  /// Reads an archive.
  ///
  /// - Throws: ``Fault`` if it is none, or one of a newer Starling.
  public init(json bytes: [UInt8]) throws(Fault) {
    self.init(tables: [], decks: [], settings: nil)
    var reader = JSONReader(bytes)
    var format: Int?
    var stranger: Fault?
    if reader.next == UInt8(ascii: "{") {
      var keys = Keys()
      try reader.object { (reader, key) throws(Fault) in
        try keys.take(key, reader)
        if key == "starling_archive" {
          format = try Self.format(&reader)
        } else if try !self.take(key, from: &reader) {
          // Said at the end: without the mark of an archive the file is something else.
          stranger = stranger ?? reader.fault("“\(key)” is not what is to be there")
        }
      }
    } else {
      try reader.skip()
    }
    try reader.end()
    guard let format else {
      throw Fault(
        line: 1, message: "this is not a Starling archive: it has no “starling_archive”",
        isOfOther: true)
    }
    if let stranger { throw stranger }
    guard (format == 2) == (records != nil) else {
      throw Fault(
        line: 1,
        message: format == 2
          ? "“records” is missing, without which version 2 says nothing"
          : "version 1 has no “records”")
    }
  }

  private static func format(_ reader: inout JSONReader) throws(Fault) -> Int {
    guard reader.next != UInt8(ascii: "{"), reader.next != UInt8(ascii: "["),
      case .int(let format) = try reader.scalar(), (1...2).contains(format)
    else { throw reader.fault("a newer Starling has written this archive; update this one") }
    return format
  }

  /// Takes what stands under a key; false if it is none of an archive's, and passed over.
  private mutating func take(_ key: String, from reader: inout JSONReader) throws(Fault) -> Bool {
    switch (key, reader.next) {
    case ("settings", UInt8(ascii: "n")), ("settings", UInt8(ascii: "\"")):
      if case .string(let text) = try reader.scalar() { settings = text }
    case ("decks", UInt8(ascii: "{")): try takeDecks(from: &reader)
    case ("tables", UInt8(ascii: "{")): try takeTables(from: &reader)
    case ("records", UInt8(ascii: "[")): try takeRecords(from: &reader)
    default:
      try reader.skip()
      return false
    }
    return true
  }

  private mutating func takeDecks(from reader: inout JSONReader) throws(Fault) {
    var names = Keys()
    try reader.object { (reader, name) throws(Fault) in
      try names.take(name, reader)
      guard reader.next == UInt8(ascii: "\""), case .string(let text) = try reader.scalar() else {
        throw reader.fault("the deck “\(name)” is no text")
      }
      decks.append(DeckFile(name: name, text: text))
    }
  }

  private mutating func takeRecords(from reader: inout JSONReader) throws(Fault) {
    var lines: [String] = []
    try reader.array { (reader) throws(Fault) in
      guard reader.next == UInt8(ascii: "{") else { throw reader.fault("a record is no object") }
      guard lines.count < Self.mostRecords else {
        throw reader.fault("there is more in it than any Starling writes")
      }
      lines.append(try reader.raw())
    }
    records = lines
  }

  private static let mostRecords = 2_000_000

  private mutating func takeTables(from reader: inout JSONReader) throws(Fault) {
    var names = Keys()
    var room = Self.mostValues
    try reader.object { (reader, name) throws(Fault) in
      try names.take(name, reader)
      tables.append(try Self.table(name, from: &reader, room: &room))
    }
  }

  private static func table(
    _ name: String, from reader: inout JSONReader, room: inout Int
  ) throws(Fault) -> PlainTable {
    var table = PlainTable(name: name, columns: [])
    guard reader.next == UInt8(ascii: "[") else {
      throw reader.fault("“\(name)” is no list of rows")
    }
    try reader.array { (reader) throws(Fault) in
      guard reader.next == UInt8(ascii: "{") else {
        throw reader.fault("a row of “\(name)” is no object")
      }
      let isFirst = table.rows.isEmpty
      var keys = Keys()
      var values: [PlainTable.Value] = []
      values.reserveCapacity(table.columns.count)
      func differs(_ reader: JSONReader) -> Fault {
        reader.fault("the rows of “\(name)” do not all have the same keys")
      }
      try reader.object { (reader, key) throws(Fault) in
        if isFirst {
          try keys.take(key, reader)
          table.columns.append(key)
        } else if values.count >= table.columns.count || table.columns[values.count] != key {
          throw differs(reader)
        }
        values.append(try value(of: key, in: name, from: &reader))
      }
      guard values.count == table.columns.count else { throw differs(reader) }
      guard !values.isEmpty else { throw reader.fault("a row of “\(name)” has nothing in it") }
      // A row itself takes as much room as a few values.
      room -= values.count + 4
      guard room > 0 else { throw reader.fault("there is more in it than any Starling writes") }
      table.rows.append(values)
    }
    return table
  }

  private static func value(
    of key: String, in table: String, from reader: inout JSONReader
  ) throws(Fault) -> PlainTable.Value {
    if reader.next != UInt8(ascii: "{"), reader.next != UInt8(ascii: "[") {
      switch try reader.scalar() {
      case .null: return .null
      case .int(let number): return .integer(Int64(number))
      case .double(let number): return .real(number)
      case .string(let text): return .text(text)
      case .bool, .array, .object: break
      }
    }
    throw reader.fault("“\(key)” of a row of “\(table)” is no number or text")
  }

  /// More values than these are no archive: 200,000 reviews with their answers are 8 million.
  private static let mostValues = 20_000_000
}

/// The keys of an object, of which none may stand there twice: one would be taken and one not.
private struct Keys {
  private var taken: Set<String> = []

  mutating func take(_ key: String, _ reader: JSONReader) throws(Archive.Fault) {
    guard taken.insert(key).inserted else { throw reader.fault("“\(key)” stands there twice") }
    guard taken.count <= 100_000 else { throw reader.fault("there are too many keys") }
  }
}

/// JSON that is written piece by piece: a text of its own for each row would take too long.
private struct ArchiveText {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) { bytes += text.utf8 }

  mutating func add(_ value: JSONValue) { bytes += value.text.utf8 }

  /// Adds items on lines of their own, parted by commas.
  mutating func addList<Item>(
    _ items: [Item], indent: String, _ body: (inout ArchiveText, Item) -> Void
  ) {
    for (index, item) in items.enumerated() {
      add(index == 0 ? "\n" : ",\n")
      add(indent)
      body(&self, item)
    }
  }

  /// Adds JSON, with what is not seen in it escaped, so that a listing cannot command a terminal.
  mutating func addVisible(_ json: String) {
    for scalar in json.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        for unit in String(scalar).utf16 {
          let hex = String(unit, radix: 16)
          add("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
        }
      default: add(String(scalar))
      }
    }
  }

  mutating func addRow(_ row: [PlainTable.Value], _ columns: [String]) {
    for (index, (column, value)) in zip(columns, row).enumerated() {
      add(index == 0 ? "{\"" : ", \"")
      add(column)
      add("\": ")
      switch value {
      case .null: add("null")
      case .integer(let number): add(String(number))
      case .real(let number): add(.double(number))
      case .text(let text): add(.string(text))
      }
    }
    add("}")
  }
}
