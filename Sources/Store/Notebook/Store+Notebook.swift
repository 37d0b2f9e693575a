public import Campaign
import GRDB

extension Store {
  /// Everything that the person has written down about interviews.
  public func notebook() throws(StoreError) -> Notebook {
    try reading { db in try notebookMemory.notebook(in: db, read: notebook) }
  }

  /// Keeps things, each anew if it has no number yet, else in the place of what has that number.
  ///
  /// All are kept or none. An employer who is not known yet becomes known.
  ///
  /// - Returns: the things with their numbers.
  /// - Throws: ``StoreError/gone(what:)`` when one, or what it belongs to, was deleted meanwhile.
  @discardableResult
  public func keep(_ items: [Item]) throws(StoreError) -> [Item] {
    try writing { db in try items.map { try $0.kept(in: db) } }
  }

  /// Keeps something new.
  ///
  /// - Returns: it with its number.
  public func add<Thing: NumberedThing>(_ new: Thing) throws(StoreError) -> Kept<Thing> {
    try writing { db in
      let item = try Item(new).kept(in: db)
      return Kept(Number(item.number ?? 0), item.thing as? Thing ?? new)
    }
  }

  /// Deletes things, and what hangs on them alone; what is not there is no fault.
  public func delete(_ items: [Item]) throws(StoreError) { try replace(items, with: []) }

  /// Deletes some things and keeps others, all in one.
  public func replace(_ gone: [Item], with items: [Item]) throws(StoreError) {
    try writing { db in
      for item in gone { try item.delete(in: db) }
      for item in items { _ = try item.kept(in: db) }
    }
  }

  /// Keeps what an edit has made of a thing.
  ///
  /// - Throws: ``StoreError/gone(what:)`` when it was deleted since it was read, and
  ///   ``StoreError/changed(what:)`` when it was changed, which the edit would take back.
  public func keep(_ edited: Item, insteadOf read: Item) throws(StoreError) {
    try writing { db in
      guard try notebook(in: db).latest(read) == read else {
        throw StoreError.changed(what: read.thing.phrase)
      }
      _ = try edited.kept(in: db)
    }
  }

  /// Keeps an edited log of a round.
  ///
  /// - Throws: ``StoreError/gone(what:)`` and ``StoreError/changed(what:)``, as for a thing.
  public func keep(_ log: RoundLog, insteadOf read: RoundLog) throws(StoreError) {
    try writing { db in
      let notebook = try notebook(in: db)
      if let round = notebook.interview(read.interview.id),
        RoundLog(of: round, in: notebook) != read
      {
        throw StoreError.changed(what: "the log of \(read.interview.title),")
      }
      let changes = log.changes(in: notebook)
      for item in changes.delete { try item.delete(in: db) }
      for item in changes.keep { _ = try item.kept(in: db) }
    }
  }

  /// Keeps things, with rounds as they are now and what was written into their logs here: another program
  /// may have changed them since they were shown.
  public func keepLogs(_ items: [Item]) throws(StoreError) {
    try writing { db in
      let notebook = try notebook(in: db)
      for item in items {
        guard let round = item.kept(Interview.self), var now = notebook.interview(round.id) else {
          _ = try item.kept(in: db)
          continue
        }
        now.thing = now.thing.taking(logOf: round.thing)
        _ = try Item(now).kept(in: db)
      }
    }
  }

  /// Keeps an employer in the place of one that was read, under its new name if it has one; whatever is
  /// known of it stays.
  ///
  /// - Throws: ``StoreError/gone(what:)`` when there is none of that name any more, and
  ///   ``StoreError/changed(what:)`` when it is not as it was read.
  public func keep(_ employer: Employer, insteadOf read: Employer) throws(StoreError) {
    try writing { db in
      guard let number = try Self.knownNumber(ofEmployer: read.name, in: db) else {
        throw StoreError.gone(what: "the employer")
      }
      guard try notebook(in: db).employer(named: read.name) == read else {
        throw StoreError.changed(what: "the employer \(read.name)")
      }
      try db.execute(
        literal: "UPDATE employers SET name = \(employer.name) WHERE id = \(number)")
      _ = try Item(employer).kept(in: db)
    }
  }

  /// The number of an employer, who is put down if they are not known yet.
  static func number(ofEmployer name: String, in db: Database) throws -> Int64 {
    if let known = try knownNumber(ofEmployer: name, in: db) { return known }
    let number = try ThingNumbers.next(in: Employer.table, db)
    try db.execute(literal: "INSERT INTO employers (id, name) VALUES (\(number), \(name))")
    return number
  }

  /// The number of an employer; nil if they are not known.
  private static func knownNumber(ofEmployer name: String, in db: Database) throws -> Int64? {
    let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name FROM employers"))
    return rows.first { ($0[1] as String).isSameName(as: name) }.map { $0[0] }
  }
}

extension Store {
  func notebook(in db: Database) throws -> Notebook {
    var notebook = Notebook()
    let employers = try Employer.rows(in: db)
    notebook.employers = employers.map(\.thing)
    let names = Dictionary(employers.map { ($0.number, $0.thing.name) }) { first, _ in first }
    func read<Thing: NumberedThing>(_: Thing.Type) throws {
      notebook[keyPath: Thing.list] = try Thing.rows(in: db, employers: names).map {
        Kept(Number($0.number), $0.thing)
      }
    }
    for kind in Notebook.numbered { try read(kind) }
    notebook.tellings = try Telling.rows(in: db).map(\.thing)
    notebook.verdicts = try Verdict.rows(in: db, employers: names).map(\.thing)
    try readPeople(of: &notebook.interviews, in: db)
    try readParts(of: &notebook.stories, in: db)
    try Self.countGoodAnswers(to: &notebook.doubts, in: db)
    return notebook
  }

  /// Reads who is there, and puts the earliest round first.
  private func readPeople(of interviews: inout [Kept<Interview>], in db: Database) throws {
    var people: [Number<Interview>: [Number<Person>]] = [:]
    for row in try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT interview, person FROM interview_people ORDER BY interview, position"))
    {
      people[Number(row[0]), default: []].append(Number(row[1]))
    }
    for index in interviews.indices {
      interviews[index].people = people[interviews[index].id] ?? []
    }
    interviews.sort { $0.startsAt < $1.startsAt }
  }

  /// Reads fits and figures.
  private func readParts(of stories: inout [Kept<Story>], in db: Database) throws {
    var fits: [Number<Story>: [String: Story.Fit]] = [:]
    for row in try Row.fetchAll(
      db.cachedStatement(sql: "SELECT story, family, fit FROM story_fits"))
    {
      fits[Number(row[0]), default: [:]][row[1]] = Story.Fit(rawValue: row[2])
    }
    var figures: [Number<Story>: [Story.Figure]] = [:]
    for row in try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT story, text, known, is_not_to_claim FROM story_figures
          ORDER BY story, position
          """))
    {
      figures[Number(row[0]), default: []].append(
        Story.Figure(text: row[1], known: row[2], isNotToClaim: row[3]))
    }
    for index in stories.indices {
      stories[index].fits = fits[stories[index].id] ?? [:]
      stories[index].figures = figures[stories[index].id] ?? []
    }
  }
}
