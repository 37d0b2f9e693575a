import Campaign
import Decks
import GRDB
public import Practice
import Records
public import Scheduler

extension Store {
  /// What came of taking contents in.
  public struct Merging: Equatable, Sendable {
    /// Facts and things that were not here yet.
    public var added = 0
    /// Facts and things that were here already, just so.
    public var known = 0
    /// What was changed on both sides and stays as it is here, by what it is called: `the story “The refund”`;
    /// the other wording is kept.
    public var others: [String] = []
    /// What is as it was changed there.
    public var changed: [String] = []
    /// What was changed on both sides and shows the wording from there; that from here is kept.
    public var conflicts: [String] = []
    /// What was deleted there, and is here, too.
    public var gone: [String] = []
    /// What was deleted here by somebody who knew it as it came, and stays so.
    public var staysDeleted: [String] = []
    /// How many changes a newer Starling has written that this one cannot read, and keeps.
    public var unread = 0
    /// Whether facts that were there say something else now.
    public var hasRewritten = false
    /// Of what another home did: the lines that there were not before, and when that was.
    public var lines: NewLines?

    /// The lines that came between two moments, as ``Store/lines(since:)`` would give them.
    public struct NewLines: Equatable, Sendable {
      /// What ``Store/linesStamp()`` was, and is.
      public var since: String
      public var until: String
      public var all: [String]
    }

    public init(added: Int = 0, known: Int = 0, others: [String] = []) {
      self.added = added
      self.known = known
      self.others = others
    }
  }

  /// Looks whether contents fit the tables here and mean something, as ``merge(_:at:isImport:finally:)`` does
  /// before it begins.
  public func check(_ belongings: Belongings, at now: Timestamp) throws(StoreError) {
    try reading { db in _ = try Self.check(belongings, at: now, in: db) }
  }

  /// - Returns: its records; nil where it has none and knows things by numbers.
  static func check(
    _ belongings: Belongings, at now: Timestamp, in db: Database
  ) throws -> [Records.Record]? {
    let shapes = try TableShape.archived(in: db)
    let times = PlausibleTimes(at: now)
    guard let lines = belongings.records else {
      try ContentsCheck(shapes: shapes, times: times).check(belongings.tables)
      return nil
    }
    try ContentsCheck(shapes: shapes.map(\.byName), times: times).check(belongings.tables)
    let check = RecordsCheck(shapes: shapes, times: times)
    return try check.records(of: lines, besides: belongings.tables)
  }

  /// Takes in contents of another database, or of this one at another time.
  ///
  /// As numbers: what is not here yet is added, what is here stays as it is.
  ///
  /// - Parameters:
  ///   - contents: as ``contents()`` gives them.
  ///   - now: the times in them are measured by it.
  ///   - isImport: whether the person brings them in, as one step that can be taken back as one; if not,
  ///     they were done here, one by one.
  ///   - finally: is done when all rows are in; if it fails, none is.
  /// - Returns: what came of it.
  /// - Throws: as ``merge(_:at:isImport:decks:)``.
  public func merge(
    _ contents: [PlainTable], at now: Timestamp, isImport: Bool = true,
    finally: () throws -> Void = {}
  ) throws(StoreError) -> Merging {
    try merge(Belongings(tables: contents), at: now, isImport: isImport) { _ in try finally() }
  }

  /// Takes in what another home has, or this one had at another time.
  ///
  /// Facts and changes come together as sets: taking in the same twice adds nothing, and the order in which
  /// homes take in from one another does not matter. All is looked at before anything is written, and memory
  /// is brought up to date in the same transaction.
  ///
  /// - Parameters:
  ///   - belongings: as ``belongings()`` or ``contents()`` gives them.
  ///   - now: the times in them are measured by it.
  ///   - isImport: whether the person brings them in, as one step that can be taken back as one; if not,
  ///     they were done here, one by one.
  ///   - isElsewhere: whether another home did it, so that nothing of it is a step that is taken back here.
  ///   - decks: is done when all rows are in, and puts the decks' files in place that have become others; if
  ///     it fails, nothing is taken in.
  /// - Returns: what came of it.
  /// - Throws: ``StoreError``, ``StoreError/unfitting(detail:)`` if they do not fit the schema or mean
  ///   nothing; then nothing was taken in.
  public func merge(
    _ belongings: Belongings, at now: Timestamp, isImport: Bool = true, isElsewhere: Bool = false,
    decks: ([DeckChange]) throws -> Void
  ) throws(StoreError) -> Merging {
    try merge(
      belongings, checked: nil, at: now, isImport: isImport, isElsewhere: isElsewhere, decks: decks)
  }

  /// The same, where all may have been looked at already: with the records of it, or nil.
  func merge(
    _ belongings: Belongings, checked: [Records.Record]?, at now: Timestamp, isImport: Bool,
    isElsewhere: Bool, decks: ([DeckChange]) throws -> Void
  ) throws(StoreError) -> Merging {
    try writing(isImport ? .import : .upkeep) { db in
      let records = try checked ?? Self.check(belongings, at: now, in: db)
      let (start, before) = (try FactMarks(db), try isElsewhere ? LinesMark(db) : nil)
      var merging = Merging()
      var facts = try facts(of: belongings, records)
      facts.records += try Self.deckRecords(
        belongings.decks, besides: facts.records, isOld: records == nil, in: db)
      let erasing = RecordUnion.erasedTexts(in: facts.records)
      let erased = erasing.union(RecordUnion.erasedTexts(in: try RecordLog(db: db).erasures()))
      let writing = try FactWriting(
        facts.rows.facts, without: erased, besidesAll: !isElsewhere || !erasing.isEmpty, into: db)
      (merging.added, merging.known) = (writing.added, writing.known)
      merging.hasRewritten = writing.changes.hasRewritten
      var action: Int64?
      func begin() throws -> Int64 {
        if let action { return action }
        let time = clock().milliseconds.bounded(by: Bounds.times)
        let marks = try FactMarks(db)
        let new = try Action.add(
          isImport ? .import : .upkeep, at: time, from: isImport || isElsewhere ? start : marks,
          to: marks, in: db)
        action = new
        return new
      }
      // Facts are of an action, or they were done here.
      if isImport || isElsewhere, writing.added > 0 { _ = try begin() }
      let union = try RecordUnion(
        facts.records, isOld: records == nil, in: db, action: { try begin() })
      try union.report(in: &merging, db)
      try Self.deleteDraftsOfGone(in: db)
      try renewMemory(after: writing.changes, hasRecords: union.added > 0, in: db)
      // In a meeting whoever else is there has what came; of an import they have to be told.
      if merging.hasRewritten, !isElsewhere { try noteRewriting(in: db) }
      try decks(union.deckChanges())
      if let before, !merging.hasRewritten {
        merging.lines = try Self.newLines(writing.newLines, since: before, in: db)
      }
      return merging
    }
  }

  /// Brings memory, and all that is computed, up to date with what came: of the cards that it is about, where
  /// these are known.
  private func renewMemory(
    after changes: FactChanges, hasRecords: Bool, in db: Database
  ) throws {
    guard !changes.isEmpty || hasRecords else { return }
    let made: String? = try db.row("SELECT value FROM cache WHERE name = 'memory'")?[0]
    guard changes.areKnown, !changes.hasFits, made == schedule.stamp else {
      _ = try rebuildMemory(in: db)
      return
    }
    for time in changes.times { try noteTime(Timestamp(milliseconds: time), in: db) }
    if changes.undone.contains(where: { !countedTimes.contains(Timestamp(milliseconds: $0)) }) {
      try noteAllTimes(in: db)
    }
    for card in changes.cards.compactMap({ CardID($0) }) {
      _ = try replay(card, in: db)
      if changes.answered.contains(card.description) { try renewStanding(of: card, in: db) }
    }
    try renewHistories(in: db, alsoOf: changes.cards)
    guard hasRecords else { return }
    // A card may be suspended by now, or its deck be another.
    try doubtDecks(in: db)
    try markActiveMemories(in: db)
  }

  private func facts(
    of belongings: Belongings, _ records: [Records.Record]?
  ) throws -> (rows: FactRows, records: [Records.Record]) {
    guard let records else {
      let old = try OldContents(belongings.tables)
      return (try FactRows(belongings.tables, story: old.story), old.records)
    }
    let rows = try FactRows(belongings.tables) { value in
      if case .text(let name) = value { name } else { nil }
    }
    return (rows, records)
  }
}

extension RecordLog {
  /// The records of what was erased.
  func erasures() throws -> [Records.Record] {
    try db.rows("SELECT line, id FROM main.records WHERE tbl IS NULL AND kind = 'erased'") {
      Records.Record($0[0], id: RecordID($0[1]))
    }
  }
}

extension RecordUnion {
  /// Tells what has become of the things that came.
  fileprivate func report(in merging: inout Store.Merging, _ db: Database) throws {
    let titles = ThingTitles(db: db)
    for (thing, becoming) in becomings() {
      guard RecordedTable.named[thing.table] != nil || thing.table == Belongings.deckTable else {
        continue
      }
      func title() throws -> String { try titles.title(of: thing, after[thing]) }
      switch becoming {
      case .came, .known:
        // A deck's file is counted as one.
        guard thing.table != Belongings.deckTable else { continue }
        if becoming == .came { merging.added += 1 } else { merging.known += 1 }
      case .changed: merging.changed.append(try title())
      case .inConflict(isOurs: true): merging.others.append(try title())
      case .inConflict(isOurs: false): merging.conflicts.append(try title())
      case .gone: merging.gone.append(try title())
      case .staysDeleted:
        // What says nothing, such as a card that is suspended no more, was never there.
        if thing.table != "drafts", thing.table != "card_states", !after[thing].isErased {
          merging.staysDeleted.append(try title())
        }
      }
    }
    merging.unread = unread
  }
}
