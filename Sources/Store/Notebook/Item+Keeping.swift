import Campaign
import Decks
import GRDB

extension Item {
  /// Keeps it: anew if it has no number yet, else in the place of what has that number.
  ///
  /// - Returns: it with its number.
  /// - Throws: ``StoreError/gone(what:)`` when nothing has that number any more.
  func kept(in db: Database) throws -> Item {
    func keep<Thing: WholeThing>(_ thing: Thing) throws -> Item {
      let kept = try thing.keptWhole(as: number, in: db)
      return Item(kept.thing, number: kept.number)
    }
    if let thing = thing as? any WholeThing { return try keep(thing) }
    return Item(thing, number: try thing.kept(as: number, in: db))
  }

  /// Deletes it, and what hangs on it alone; nothing happens if it is gone.
  func delete(in db: Database) throws {
    if let thing = thing as? any WholeThing {
      try thing.deleteWhole(number, in: db)
    } else {
      try type(of: thing).delete(number, in: db)
    }
    try Store.deleteDraftsOfGone(in: db)
  }
}

/// A sort of thing that is more than one row of its own, or is known by what it says.
protocol WholeThing: NotebookThing {
  /// Keeps it with all that belongs to it.
  ///
  /// - Returns: it as it is kept, with the number of its row.
  func keptWhole(as number: Int64?, in db: Database) throws -> (number: Int64, thing: Self)
  func deleteWhole(_ number: Int64?, in db: Database) throws
}

extension WholeThing {
  func deleteWhole(_ number: Int64?, in db: Database) throws {
    try Self.delete(number, in: db)
  }
}

extension Employer: WholeThing {
  /// Keeps it in the place of the one of its name.
  func keptWhole(as _: Int64?, in db: Database) throws -> (number: Int64, thing: Employer) {
    (try kept(as: Store.number(ofEmployer: name, in: db), in: db), self)
  }

  func deleteWhole(_: Int64?, in db: Database) throws {
    let names = try Row.fetchAll(db, sql: "SELECT id, name FROM employers")
    for row in names where (row[1] as String).isSameName(as: name) {
      try Self.delete(row[0], in: db)
    }
  }
}

extension Interview: WholeThing {
  /// Keeps it with who is there; who is new becomes one of the employer's people.
  func keptWhole(as number: Int64?, in db: Database) throws -> (number: Int64, thing: Interview) {
    var interview = self
    try interview.introduceNewcomers { Number(try $0.kept(as: nil, in: db)) }
    let number = try interview.kept(as: number, in: db)
    try db.execute(literal: "DELETE FROM interview_people WHERE interview = \(number)")
    for (position, person) in interview.people.enumerated() {
      try db.execute(
        literal: "INSERT INTO interview_people VALUES (\(number), \(position), \(person.value))")
    }
    return (number, interview)
  }
}

extension Story: WholeThing {
  /// Keeps it with its fits and figures.
  func keptWhole(as number: Int64?, in db: Database) throws -> (number: Int64, thing: Story) {
    let number = try kept(as: number, in: db)
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
    return (number, self)
  }
}

extension Doubt: WholeThing {
  /// Keeps it; one without a card gets its own, and good answers to it are not counted twice.
  func keptWhole(as number: Int64?, in db: Database) throws -> (number: Int64, thing: Doubt) {
    var doubt = self
    if doubt.card == nil { doubt.card = Notebook.card(for: doubt) }
    let good = try number.flatMap { try Store.goodAnswers(in: db)[Number($0)] } ?? 0
    doubt.timesSaidWell = max(0, timesSaidWell - good)
    let number = try doubt.kept(as: number, in: db)
    doubt.timesSaidWell += good
    return (number, doubt)
  }
}

extension Telling: WholeThing {
  /// Keeps the mark in the place of one of this story, round and listener.
  func keptWhole(as _: Int64?, in db: Database) throws -> (number: Int64, thing: Telling) {
    let known = try db.row(
      """
      SELECT min(id) FROM tellings WHERE story = ? AND interview = ? AND listener IS ?
      """, [story.value, interview.value, listener?.value])
    return (try kept(as: known?[0], in: db), self)
  }

  func deleteWhole(_: Int64?, in db: Database) throws {
    try db.execute(
      literal: """
        DELETE FROM tellings WHERE story = \(story.value) AND interview = \(interview.value)
          AND listener IS \(listener?.value)
        """)
  }
}

extension Verdict: WholeThing {
  /// Keeps what is said of this criterion at this employer in the place of what was.
  func keptWhole(as _: Int64?, in db: Database) throws -> (number: Int64, thing: Verdict) {
    try deleteWhole(nil, in: db)
    return (try kept(as: nil, in: db), self)
  }

  func deleteWhole(_: Int64?, in db: Database) throws {
    let employer = try Store.number(ofEmployer: employer, in: db)
    try db.execute(
      literal:
        "DELETE FROM verdicts WHERE criterion = \(criterion.value) AND employer = \(employer)"
    )
  }
}
