import GRDB
import Practice

/// What a database must be to be brought back as a copy: the one rule for bringing back, for making
/// copies, for offering them and for `doctor`.
struct CopyInspection {
  /// The copy, as the person knows it.
  let path: String

  /// Checks everything that can be checked in the schema that the copy has.
  ///
  /// - Parameters:
  ///   - db: the database.
  ///   - thoroughly: whether every page is looked at, too.
  /// - Throws: ``CopyRefusal``, and ``StoreError/newerSchema(path:)``.
  func check(_ db: Database, thoroughly: Bool = true) throws {
    let shape = try SchemaShape(of: db)
    guard shape.objects["reviews"]?.kind == "table",
      shape.objects["grdb_migrations"]?.kind == "table"
    else { throw refuse("it is no database of Starling's") }
    let encoding = try String.fetchOne(db, sql: "PRAGMA main.encoding") ?? ""
    guard encoding == "UTF-8" else {
      throw refuse("its texts are in \(encoding), and Starling's are in UTF-8")
    }
    let own = try ownShape(of: migrations(in: db))
    let differences = shape.differences(from: own).filter { !$0.isOfDerived }
    if let first = differences.first {
      throw CopyRefusal(
        detail: first.words,
        remedy: !differences.allSatisfy(\.isMadeAnew)
          ? .olderCopy : differences.contains(where: \.hasLostRows) ? .rebuildingEmpty : .rebuilding
      )
    }
    if thoroughly, let fault = try String.fetchOne(db, sql: "PRAGMA main.integrity_check(1)"),
      fault != "ok"
    {
      throw refuse("it is damaged: \(fault.split(separator: "\n").last ?? "")")
    }
    if let row = try Row.fetchOne(db, sql: "PRAGMA main.foreign_key_check") {
      let table = String.fromDatabaseValue(row[0]) ?? "a table"
      let number = Int64.fromDatabaseValue(row[1]).map { "row \($0)" } ?? "a row"
      let parent = String.fromDatabaseValue(row[2]) ?? "another"
      throw refuse("\(number) of “\(table)” names a row of “\(parent)” that is not there")
    }
  }

  private func refuse(_ detail: String) -> CopyRefusal {
    CopyRefusal(detail: detail, remedy: .olderCopy)
  }

  /// What the steps make that the copy has gone through.
  private func ownShape(of steps: Set<String>) throws -> SchemaShape {
    do {
      return try SchemaShape.own(of: steps)
    } catch is DatabaseError {
      // One of them needs what another makes.
      let list = steps.sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: ", ")
      throw refuse("its list of versions (\(list)) is none that Starling makes")
    }
  }

  /// The migrations that the copy names, all of which are ours.
  private func migrations(in db: Database) throws -> Set<String> {
    let named = Set(
      try DatabaseValue.fetchAll(db, sql: "SELECT identifier FROM main.grdb_migrations").map {
        String.fromDatabaseValue($0) ?? Int64.fromDatabaseValue($0).map(String.init) ?? "?"
      })
    guard named.isSubset(of: Schema.migrator.migrations) else {
      throw StoreError.newerSchema(path: path)
    }
    return named
  }

  /// Refuses values that no year or list has, since nothing can be reckoned with them; what is only odd
  /// may come back, because it is the person's.
  ///
  /// - Throws: ``CopyRefusal``.
  func checkValues(_ db: Database) throws {
    for shape in try TableShape.all(in: db) {
      let rules = TableRules.all[shape.name] ?? [:]
      for column in shape.columns.sorted() {
        guard let range = rules[column]?.bearable else { continue }
        let found = try Int64.fetchOne(
          db,
          sql: """
            SELECT \(column) FROM main.\(shape.name)
            WHERE \(column) NOT BETWEEN \(range.lowerBound) AND \(range.upperBound) LIMIT 1
            """)
        if let found {
          throw CopyRefusal(
            detail: "in a row of “\(shape.name)” \(column) is \(found)", remedy: .rebuilding)
        }
      }
    }
  }
}

extension ColumnRule {
  /// Numbers that can be reckoned with, even those that mean nothing; nil where all can.
  var bearable: ClosedRange<Int64>? {
    switch self {
    // The years 1 to 9999.
    case .happened, .planned: -62_135_596_800_000...253_402_300_799_999
    case .day: -719_162...2_932_896
    case .offset: -64_800...64_800
    case .duration: -315_360_000_000...315_360_000_000
    case .position: 0...9999
    case .whole(let range): range.upperBound == .max ? nil : -1_000_000...1_000_000
    case .number, .reference, .flag, .text, .name, .word, .card, .cards, .ticks, .parts,
      .parameters, .thing:
      nil
    }
  }
}
