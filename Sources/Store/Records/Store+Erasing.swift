import Campaign
public import Decks
import GRDB
public import Practice
import Records
public import Scheduler

extension Store {
  /// What is to be erased.
  public enum Erasable: Equatable, Sendable {
    /// A thing with all that hangs on it, deleted or not.
    ///
    /// `deleted` is when it was; nil if it is there.
    case thing(table: String, id: String, title: String, deleted: Timestamp?)
    /// The texts of all answers and drafts that were written before a time.
    case answers(before: Timestamp)
    /// The texts of one answer, which these four name everywhere.
    case answer(at: CardID, Timestamp, Attempt.Purpose, AnswerMode)
  }

  /// The things that are called so, or were when they were deleted.
  public func erasable(named name: String) throws(StoreError) -> [Erasable] {
    try readingRecords { db in
      let titles = ThingTitles(db: db)
      let state = RecordState(try RecordLog(db: db).all())
      return try state.things.sorted { $0.key < $1.key }.compactMap { thing, said in
        let text: String?
        switch thing.table {
        // These are called by their card or file; a file that is there is the person's to delete.
        case "notes": text = thing.id
        case Belongings.deckTable: text = said.isThere ? nil : thing.id
        default:
          text = RecordedTable.named[thing.table]?.titleColumn
            .flatMap { said.value(of: $0)?.text }
        }
        guard text?.isSameName(as: name) == true, said.isThere || !said.isErased else { return nil }
        return .thing(
          table: thing.table, id: thing.id, title: try titles.title(of: thing, said),
          deleted: said.isThere ? nil : said.deletedAt.map { Timestamp(milliseconds: $0) })
      }
    }
  }

  /// All that was ever written in what is to be erased, the longest first; short words, which stand everywhere,
  /// are left out.
  public func texts(of target: Erasable) throws(StoreError) -> [String] {
    guard case .thing = target else { return [] }
    return try reading { db in
      let erasing = try Erasing(target, in: db)
      let log = RecordLog(db: db)
      let values = try erasing.things.flatMap { try log.records(of: $0) }.compactMap {
        if case .set(let setting) = $0.change { setting.value?.text } else { nil }
      }
      return Set(values.filter { $0.count >= Self.leastTelling }).sorted { $0.count > $1.count }
    }
  }

  static let leastTelling = 12

  /// What came of erasing.
  public struct Erased: Equatable, Sendable {
    /// How many things, or answers, have lost their texts.
    public var count = 0
    /// How many drafts are gone with them.
    public var drafts = 0
    /// How many of the safety copies hold none of them any more.
    public var copies = 0
    /// The copies that could not be changed, each with why.
    public var left: [String] = []
  }

  /// Empties texts for good: in the database, in the records, and in this home's safety copies.
  ///
  /// A thing is deleted, if it is not yet. That it was there, and when it was changed, stays in the records.
  ///
  /// - Parameters:
  ///   - target: what is to be erased.
  ///   - moment: now.
  /// - Returns: what came of it.
  /// - Throws: ``StoreError``; then nothing was erased.
  public func erase(_ target: Erasable, at moment: Moment) throws(StoreError) -> Erased {
    let erasing = try writing(.upkeep) { db in
      var erasing = try Erasing(target, in: db)
      try erasing.run(
        in: db, telling: clock().milliseconds.bounded(by: Bounds.times))
      try Self.deleteDraftsOfGone(in: db)
      return erasing
    }
    var erased = Erased(count: erasing.count, drafts: erasing.drafts)
    do {
      try queue.inDatabase { try Erasing.forget(in: $0) }
    } catch {
      throw StoreError(error, doing: .writing, path: location.database)
    }
    for copy in try location.copies.all() {
      do {
        let database = try DatabaseQueue(path: copy.path)
        try database.inDatabase { db in
          var erasing = erasing
          try db.inTransaction {
            try erasing.run(in: db, telling: nil)
            try erasing.tell(in: db)
            return .commit
          }
          try Erasing.forget(in: db)
        }
        try database.close()
        erased.copies += 1
      } catch {
        let reason = StoreError(error, doing: .writing, path: copy.path)
        erased.left.append("\(copy.path): \(reason)")
      }
    }
    return erased
  }
}

/// Empties texts in one database.
private struct Erasing {
  private let target: Store.Erasable
  /// The things that lose what they hold, by their tables.
  private(set) var things: [ThingKey] = []
  /// What each was ever called, and the number of its row, to find it in copies that know no records.
  private var names: [ThingKey: (number: Int64?, texts: [String])] = [:]
  /// What was written of them in forms before they were kept.
  private var forms = FormDrafts()
  private(set) var count = 0
  private(set) var drafts = 0
  /// The record that says what was erased; nil if nothing was recorded of it.
  private var told: Records.Record?

  init(_ target: Store.Erasable, in db: Database) throws {
    self.target = target
    guard case .thing(let table, let id, _, _) = target else { return }
    let log = RecordLog(db: db)
    things = [ThingKey(table, id)]
    var next = things
    while let thing = next.popLast() {
      let names = try log.joined.group(of: thing.id, in: thing.table)
      for other in try log.things(naming: thing) where !things.contains(other) {
        let requirements = RecordedTable.named[other.table]?.requirements ?? []
        let state = try log.state(of: other)
        guard requirements.contains(where: { names.contains(state.value(of: $0.name)?.text ?? "") })
        else {
          continue
        }
        things.append(other)
        next.append(other)
      }
    }
    for thing in things {
      let number = try ThingNumbers(db: db).number(of: thing.id, in: thing.table)
      let column = RecordedTable.named[thing.table]?.titleColumn
      let written = try log.records(of: thing).compactMap {
        record -> (field: String, text: String)? in
        guard case .set(let setting) = record.change else { return nil }
        return setting.value?.text.map { (setting.field, $0) }
      }
      let texts = written.filter { $0.field == column }.map(\.text)
      names[thing] = (number, texts)
      forms.look(
        for: thing.table, titles: texts,
        texts: written.map(\.text).filter { $0.count >= Store.leastTelling })
      if thing.table == "interviews", let number {
        things.append(ThingKey("drafts", Notebook.logDrafts + "\(number)"))
      }
      if thing.table == Employer.table {
        things += texts.map {
          ThingKey("drafts", Notebook.formDraft(ofNew: Employer.table, [$0]).description)
        }
      }
      if let number, Notebook.numbered.contains(where: { $0.table == thing.table }) {
        let draft = Notebook.formDraft(of: thing.table, number: number)
        things.append(ThingKey("drafts", draft.description))
      }
    }
  }

  /// - Parameters:
  ///   - db: this home's database, or a copy of it, in a transaction.
  ///   - time: when the records are told of it, in milliseconds since 1970 UTC; nil in a copy.
  /// - Throws: what SQLite says.
  mutating func run(in db: Database, telling time: Int64?) throws {
    let hasRecords = try db.tableExists("records")
    switch target {
    case .thing:
      count = things.count { $0.table != "drafts" }
      for thing in things { try delete(thing, in: db) }
      for card in try forms.cards(in: db) {
        try db.run("DELETE FROM main.drafts WHERE card = ?", [card])
      }
      if hasRecords { try empty(things, in: db, telling: time) }
    case .answer(let card, let begin, let purpose, let mode):
      let answers = try emptyTexts(
        of: "card = ? AND at_ms = ? AND purpose = ? AND mode = ?",
        [card.description, begin.milliseconds, purpose.rawValue, mode.rawValue], in: db)
      if hasRecords { try empty([], and: answers, in: db, telling: time) }
    case .answers(let end):
      let answers = try emptyTexts(of: "at_ms < ?", [end.milliseconds], in: db)
      let drafts = try String.fetchAll(
        db, sql: "SELECT DISTINCT card FROM main.drafts WHERE changed_ms < ?",
        arguments: [end.milliseconds])
      try db.execute(
        sql: "DELETE FROM main.drafts WHERE changed_ms < ?", arguments: [end.milliseconds])
      self.drafts = drafts.count
      if hasRecords {
        let all = try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT thing FROM main.records WHERE tbl = 'drafts' AND at_ms < ?
              AND thing NOT IN (SELECT card FROM main.drafts)
            """, arguments: [end.milliseconds])
        try empty(
          Set(drafts + all).map { ThingKey("drafts", $0) }.sorted(), and: answers, in: db,
          telling: time)
      }
    }
  }

  /// Empties the texts of the answers for which a condition holds.
  ///
  /// - Returns: the names of these texts, so that they are erased wherever they come.
  private mutating func emptyTexts(
    of condition: String, _ values: StatementArguments, in db: Database
  ) throws -> [RecordID] {
    let answers = try db.rows(
      "SELECT at_ms, card, purpose, mode FROM main.attempts WHERE \(condition)", values
    ) { row in
      RecordID(
        Facts.AttemptKey(at: row[0], card: row[1], purpose: row[2], mode: row[3]).textsID)
    }
    for table in ["attempt_texts", "attempt_versions"] where try db.tableExists(table) {
      try empty(table, of: condition, values, in: db)
    }
    return answers
  }

  /// Tells a copy, too, that what it holds no more was erased.
  func tell(in db: Database) throws {
    guard let told, try db.tableExists("records"),
      try db.row("SELECT 1 FROM main.records WHERE id = ?", [told.id.digits]) == nil
    else { return }
    try RecordLog(db: db).insert(told, in: nil)
  }

  private mutating func empty(
    _ table: String, of condition: String, _ values: StatementArguments, in db: Database
  ) throws {
    let isMeant = "attempt IN (SELECT id FROM main.attempts WHERE \(condition))"
    let answers = try Int.fetchOne(
      db,
      sql: "SELECT count(DISTINCT attempt) FROM main.\(table) WHERE text <> '' AND \(isMeant)",
      arguments: values)
    count = max(count, answers ?? 0)
    try db.liftingTriggers(of: table) {
      try db.execute(
        sql: "UPDATE main.\(table) SET text = '' WHERE \(isMeant)", arguments: values)
    }
  }

  private func delete(_ thing: ThingKey, in db: Database) throws {
    guard try db.tableExists(thing.table) else { return }
    if let table = RecordedTable.named[thing.table], case .text(let column) = table.key {
      return try db.execute(
        sql: "DELETE FROM main.\(thing.table) WHERE \(column) = ?", arguments: [thing.id])
    }
    guard let table = RecordedTable.named[thing.table], let column = table.titleColumn,
      case .number = table.key, let (number, texts) = names[thing]
    else { return }
    // In a copy of long ago the number may have been another's, and the name another.
    let rows: [(Int64, String)] = try Row.fetchAll(
      db, sql: "SELECT id, \(column) FROM main.\(thing.table)"
    ).map { ($0[0], $0[1]) }
    for (id, text) in rows where texts.contains(where: text.isSameName) {
      guard id == number || table.uniqueName != nil else { continue }
      try db.execute(
        sql: "DELETE FROM main.\(thing.table) WHERE id = ?", arguments: [id])
    }
  }

  /// Empties what the records of things hold.
  private mutating func empty(
    _ things: [ThingKey], and texts: [RecordID] = [], in db: Database, telling time: Int64?
  ) throws {
    var erased = texts
    func empty(_ record: Records.Record, number: Int64) throws {
      erased.append(record.id)
      try db.execute(
        sql: "UPDATE main.records SET line = ? WHERE number = ?",
        arguments: [record.withoutContent.line, number])
    }
    for thing in things {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT number, line, id FROM main.records WHERE kind = 'set' AND tbl = ? AND thing = ?
          """, arguments: [thing.table, thing.id])
      for row in rows {
        let record = Records.Record(row[1], id: RecordID(row[2]))
        guard case .set(let setting) = record.change, let value = setting.value, value != .null
        else { continue }
        // What it hangs on says nothing of what it was.
        let target = RecordedTable.named[thing.table]?.columns
          .first { $0.name == setting.field }?.target
        guard target == nil else { continue }
        try empty(record, number: row[0])
      }
      try db.execute(
        sql: "UPDATE main.things SET folded = NULL WHERE tbl = ? AND thing = ?",
        arguments: [thing.table, thing.id])
    }
    for (number, record) in try forms.records(in: db) { try empty(record, number: number) }
    guard let time, !erased.isEmpty else { return }
    let marks = try FactMarks(db)
    let action = try Action.add(.upkeep, at: time, from: marks, to: marks, in: db)
    let record = Records.Record.erased(at: time, of: erased)
    told = record
    try RecordLog(db: db).insert(record, in: action)
  }

  /// Writes the database anew, so that no page keeps what was in it.
  static func forget(in db: Database) throws {
    try db.execute(sql: "VACUUM main")
    try db.execute(sql: "PRAGMA main.wal_checkpoint(TRUNCATE)")
  }
}
