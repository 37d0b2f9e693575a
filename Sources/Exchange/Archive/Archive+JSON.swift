import Practice

extension Archive {
  /// The archive as JSON.
  public var json: [UInt8] {
    var text = ArchiveText()
    text.add("{\n  \"starling_archive\": \(Self.format),\n  \"settings\": ")
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
    text.add(tables.isEmpty ? "}\n}\n" : "\n  }\n}\n")
    return text.bytes
  }

  /// Reads an archive.
  ///
  /// - Throws: ``Fault`` if it is none, or one of a newer Starling.
  public init(json bytes: [UInt8]) throws(Fault) {
    let value: JSONValue
    do throws(JSONReader.Problem) {
      value = try JSONReader.read(bytes)
    } catch {
      throw Fault(line: error.line, message: "this is no JSON: \(error.message)")
    }
    func fail(_ message: String) -> Fault { Fault(line: 1, message: message) }
    guard case .object(let pairs) = value,
      let format = pairs.first(where: { $0.key == "starling_archive" })?.value
    else { throw fail("this is no archive of Starling's: it has no “starling_archive”") }
    guard format == .int(Self.format) else {
      throw fail("a newer Starling has written this archive; update this one")
    }
    self.init(tables: [], decks: [], settings: nil)
    for (key, value) in pairs {
      switch (key, value) {
      case ("starling_archive", _), ("settings", .null): break
      case ("settings", .string(let text)): settings = text
      case ("decks", .object(let files)):
        for file in files {
          guard case .string(let text) = file.value else {
            throw fail("the deck “\(file.key)” is no text")
          }
          decks.append(DeckFile(name: file.key, text: text))
        }
      case ("tables", .object(let named)):
        for (name, rows) in named { tables.append(try Self.table(name, rows)) }
      default: throw fail("“\(key)” is not what is to be there")
      }
    }
  }

  private static func table(_ name: String, _ value: JSONValue) throws(Fault) -> PlainTable {
    var table = PlainTable(name: name, columns: [])
    guard case .array(let rows) = value else {
      throw Fault(line: 1, message: "“\(name)” is no list of rows")
    }
    for row in rows {
      guard case .object(let pairs) = row else {
        throw Fault(line: 1, message: "a row of “\(name)” is no object")
      }
      if table.columns.isEmpty { table.columns = pairs.map(\.key) }
      guard pairs.map(\.key) == table.columns else {
        throw Fault(line: 1, message: "the rows of “\(name)” do not all have the same keys")
      }
      var values: [PlainTable.Value] = []
      for (key, value) in pairs {
        switch value {
        case .null: values.append(.null)
        case .int(let number): values.append(.integer(Int64(number)))
        case .double(let number): values.append(.real(number))
        case .string(let text): values.append(.text(text))
        case .bool, .array, .object:
          throw Fault(line: 1, message: "“\(key)” of a row of “\(name)” is no number or text")
        }
      }
      table.rows.append(values)
    }
    return table
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
