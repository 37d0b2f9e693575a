import GRDB
import Records

/// Names for things that are new here.
struct NewNames {
  private let numbers: ThingNumbers
  private let table: RecordedTable
  private let random: () -> UInt64

  init(_ numbers: ThingNumbers, _ table: RecordedTable, _ random: @escaping () -> UInt64) {
    (self.numbers, self.table, self.random) = (numbers, table, random)
  }

  /// Gives the thing of a row its name; nil if there is no such row.
  ///
  /// - Parameters:
  ///   - number: of the row.
  ///   - isOld: whether it was there before there were records, here or where it comes from: then its
  ///     name comes of what it is known by, so that homes that have it both call it the same.
  /// - Returns: the name.
  /// - Throws: what SQLite says.
  mutating func name(_ number: Int64, isOld: Bool) throws -> String? {
    let name = isOld ? try known(number) : try anew(number)
    guard let name else { return nil }
    try numbers.assign(name, to: number, in: table.name)
    return name
  }

  private func anew(_ number: Int64) throws -> String? {
    let db = numbers.db
    guard try db.row("SELECT 1 FROM main.\(table.name) WHERE id = ?", [number]) != nil else {
      return nil
    }
    let digits = String(random(), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private func known(_ number: Int64) throws -> String? {
    let columns = table.identity.joined(separator: ", ")
    let row = try numbers.db.row(
      "SELECT \(columns) FROM main.\(table.name) WHERE id = ?", [number])
    guard let row else { return nil }
    var values: [String] = []
    for (index, name) in table.identity.enumerated() {
      let target = table.columns.first { $0.name == name }?.target
      switch (RecordValue(row[index] as DatabaseValue), target) {
      case (.integer(let other), let target?):
        values.append(try numbers.thing(other, in: target) ?? "")
      case (.integer(let number), nil): values.append("\(number)")
      case (.text(let text), _): values.append(Schema.foldedName(text))
      default: values.append("")
      }
    }
    var count = 1
    while true {
      let name = Self.name(table.name, values, count)
      if try numbers.number(of: name, in: table.name) == nil { return name }
      count += 1
    }
  }

  /// The name of the n-th thing of a table that is known by these values.
  static func name(_ table: String, _ values: [String], _ count: Int) -> String {
    Digest.hex(of: ([table] + values + ["\(count)"]).joined(separator: "\0"), digits: 16)
  }
}
