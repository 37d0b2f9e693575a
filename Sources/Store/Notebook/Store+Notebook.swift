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
  public func keep(_ items: [Item]) throws(StoreError) -> [Item] {
    try writing { db in try items.map { try keep($0, in: db) } }
  }

  /// Deletes things, and what hangs on them alone; what is not there is no fault.
  public func delete(_ items: [Item]) throws(StoreError) {
    try writing { db in
      for item in items { try delete(item, in: db) }
    }
  }

  /// Deletes some things and keeps others, all in one.
  public func replace(_ gone: [Item], with items: [Item]) throws(StoreError) {
    try writing { db in
      for item in gone { try delete(item, in: db) }
      for item in items { _ = try keep(item, in: db) }
    }
  }

  /// Keeps an employer in the place of the one that has `name` now; whatever is known of it stays.
  ///
  /// - Throws: ``StoreError/gone(what:)`` when there is none of that name any more.
  public func keep(_ employer: Employer, insteadOf name: String) throws(StoreError) {
    try writing { db in
      guard let number = try Self.knownNumber(ofEmployer: name, in: db) else {
        throw StoreError.gone(what: "the employer")
      }
      try db.execute(
        literal: "UPDATE employers SET name = \(employer.name) WHERE id = \(number)")
      _ = try keep(.employer(employer), in: db)
    }
  }

  /// The number of an employer, who is put down if they are not known yet.
  static func number(ofEmployer name: String, in db: Database) throws -> Int64 {
    if let known = try knownNumber(ofEmployer: name, in: db) { return known }
    try db.execute(literal: "INSERT INTO employers (name) VALUES (\(name))")
    return db.lastInsertedRowID
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
    notebook.interviews = try interviews(in: db, employers: names)
    notebook.people = try Person.all(in: db, employers: names)
    notebook.stories = try stories(in: db)
    notebook.tellings = try Telling.rows(in: db).map(\.thing)
    notebook.entries = try LogEntry.all(in: db, employers: names)
    notebook.doubts = try doubts(in: db, employers: names)
    notebook.facts = try Fact.all(in: db, employers: names)
    notebook.questions = try Question.all(in: db, employers: names)
    notebook.requirements = try Requirement.all(in: db, employers: names)
    notebook.criteria = try Criterion.all(in: db, employers: names)
    notebook.verdicts = try Verdict.rows(in: db, employers: names).map(\.thing)
    notebook.promises = try Promise.all(in: db, employers: names)
    notebook.thankYous = try ThankYou.all(in: db, employers: names)
    return notebook
  }

  private func interviews(in db: Database, employers: [Int64: String]) throws -> [Interview] {
    var people: [Number<Interview>: [Number<Person>]] = [:]
    for row in try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT interview, person FROM interview_people ORDER BY interview, position"))
    {
      people[Number(row[0]), default: []].append(Number(row[1]))
    }
    return try Interview.all(in: db, employers: employers).map { interview in
      var interview = interview
      interview.people = interview.id.flatMap { people[$0] } ?? []
      return interview
    }
    .sorted { $0.startsAt < $1.startsAt }
  }

  private func stories(in db: Database) throws -> [Story] {
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
    return try Story.all(in: db, employers: [:]).map { story in
      var story = story
      story.fits = story.id.flatMap { fits[$0] } ?? [:]
      story.figures = story.id.flatMap { figures[$0] } ?? []
      return story
    }
  }
}

extension Store {
  func keep(_ item: Item, in db: Database) throws -> Item {
    switch item {
    case .employer(let employer):
      _ = try employer.kept(as: Self.number(ofEmployer: employer.name, in: db), in: db)
      return item
    case .interview(let interview): return .interview(try keep(interview, in: db))
    case .person(let person): return .person(try person.kept(in: db))
    case .story(let story): return .story(try story.keptWhole(in: db))
    case .telling(let telling):
      try telling.keep(in: db)
      return item
    case .entry(let entry): return .entry(try entry.kept(in: db))
    case .doubt(let doubt): return .doubt(try keep(doubt, in: db))
    case .fact(let fact): return .fact(try fact.kept(in: db))
    case .question(let question): return .question(try question.kept(in: db))
    case .requirement(let requirement): return .requirement(try requirement.kept(in: db))
    case .criterion(let criterion): return .criterion(try criterion.kept(in: db))
    case .verdict(let verdict):
      try verdict.delete(in: db)
      _ = try verdict.kept(as: nil, in: db)
      return item
    case .promise(let promise): return .promise(try promise.kept(in: db))
    case .thankYou(let thankYou): return .thankYou(try thankYou.kept(in: db))
    }
  }

  /// Keeps an interview with who is there.
  func keep(_ interview: Interview, in db: Database) throws -> Interview {
    var interview = interview
    try interview.introduceNewcomers { try $0.kept(in: db).id }
    let kept = try interview.kept(in: db)
    let number = kept.id?.value
    try db.execute(literal: "DELETE FROM interview_people WHERE interview = \(number)")
    for (position, person) in kept.people.enumerated() {
      try db.execute(
        literal: "INSERT INTO interview_people VALUES (\(number), \(position), \(person.value))")
    }
    return kept
  }

  private func delete(_ item: Item, in db: Database) throws {
    switch item {
    case .employer(let employer):
      let names = try Row.fetchAll(db, sql: "SELECT id, name FROM employers")
      for row in names where (row[1] as String).isSameName(as: employer.name) {
        try db.execute(literal: "DELETE FROM employers WHERE id = \(row[0] as Int64)")
      }
      try deleteLogDraftsOfGone(in: db)
    case .interview(let interview):
      try interview.delete(in: db)
      try deleteLogDraftsOfGone(in: db)
    case .person(let person): try person.delete(in: db)
    case .story(let story): try story.delete(in: db)
    case .telling(let telling): try telling.delete(in: db)
    case .entry(let entry): try entry.delete(in: db)
    case .doubt(let doubt): try doubt.delete(in: db)
    case .fact(let fact): try fact.delete(in: db)
    case .question(let question): try question.delete(in: db)
    case .requirement(let requirement): try requirement.delete(in: db)
    case .criterion(let criterion): try criterion.delete(in: db)
    case .verdict(let verdict): try verdict.delete(in: db)
    case .promise(let promise): try promise.delete(in: db)
    case .thankYou(let thankYou): try thankYou.delete(in: db)
    }
  }
}

extension Story {
  /// Keeps the story with its fits and figures.
  fileprivate func keptWhole(in db: Database) throws -> Story {
    let kept = try kept(in: db)
    let number = kept.id?.value
    try db.execute(literal: "DELETE FROM story_fits WHERE story = \(number)")
    for (family, fit) in fits {
      try db.execute(
        literal: "INSERT INTO story_fits VALUES (\(number), \(family), \(fit.rawValue))")
    }
    try db.execute(literal: "DELETE FROM story_figures WHERE story = \(number)")
    for (position, figure) in figures.enumerated() {
      try db.execute(
        literal: """
          INSERT INTO story_figures VALUES
            (\(number), \(position), \(figure.text), \(figure.known), \(figure.isNotToClaim))
          """)
    }
    return kept
  }
}

extension Telling {
  /// Keeps the mark in the place of an equal one.
  fileprivate func keep(in db: Database) throws {
    try delete(in: db)
    _ = try kept(as: nil, in: db)
  }

  /// Deletes the mark of this story, round and listener.
  fileprivate func delete(in db: Database) throws {
    try db.execute(
      literal: """
        DELETE FROM tellings WHERE story = \(story.value) AND interview = \(interview.value)
          AND listener IS \(listener?.value)
        """)
  }
}

extension Verdict {
  /// Deletes what was said of this criterion at this employer.
  fileprivate func delete(in db: Database) throws {
    try db.execute(
      literal: """
        DELETE FROM verdicts WHERE criterion = \(criterion.value) AND employer IN
          (SELECT id FROM employers WHERE name = \(employer))
        """)
  }
}
