import GRDB
import Practice
import Records
public import Scheduler

extension Store {
  /// What this home has, as lines that other homes read: facts, and changes of things.
  public struct Lines: Sendable {
    /// All lines, in no order.
    public fileprivate(set) var all: Set<String> = []
    /// The names of the changes among them.
    fileprivate var records: Set<String> = []
    /// The names of the texts of answers that are to be nowhere.
    fileprivate var erasedTexts: Set<String> = []

    /// Takes in lines of which none says that something was erased.
    ///
    /// - Parameter lines: those that have come since, as ``Store/lines(since:)`` gives them.
    public mutating func add(_ lines: [String]) { all.formUnion(lines) }
  }

  /// Whether a line says a fact, and no change of a thing.
  public static func isFact(_ line: String) -> Bool {
    RecordValue(line: line)?.object.map(FactLines.isFact) ?? false
  }

  /// What this home has, as lines: the same fact, and the same change, is the same line in every home.
  public func lines() throws(StoreError) -> Lines {
    try readingRecords { db in
      let records = try RecordLog(db: db).all().filter { !$0.isOfThisHome }
      var lines = Lines()
      lines.all = Set(FactLines.lines(of: try FactTables.facts(in: db)))
      lines.all.formUnion(records.map(\.portable))
      lines.records = Set(records.map(\.id.digits))
      lines.erasedTexts = RecordUnion.erasedTexts(in: records)
      return lines
    }
  }

  /// What this home has of that which lines of elsewhere speak of: enough to tell what is new in them, and all
  /// that is read for it, however much there is.
  ///
  /// - Parameter lines: any, as they stand in files.
  /// - Returns: the lines of what they name.
  /// - Throws: ``StoreError``, when this home cannot be read.
  public func lines(namedBy lines: some Sequence<String>) throws(StoreError) -> Lines {
    try readingRecords { db in
      var said = FactLines()
      var found = Lines()
      for line in lines {
        guard let members = RecordValue(line: line)?.object else { continue }
        if FactLines.isFact(members) {
          _ = said.take(members)
        } else if let record = Records.Record(json: line),
          let known = try RecordLog(db: db).record(record.id), !known.isOfThisHome
        {
          found.all.insert(known.portable)
          found.records.insert(known.id.digits)
        }
      }
      found.all.formUnion(FactLines.lines(of: try FactTables.facts(in: db, of: said.names)))
      found.erasedTexts = RecordUnion.erasedTexts(in: try RecordLog(db: db).erasures())
      return found
    }
  }

  /// What lines of elsewhere come to here.
  public struct Arrival: Sendable {
    /// Those that this home has not, and that say something it can take in.
    public fileprivate(set) var new: [String] = []
    /// What they say.
    fileprivate var belongings = Belongings(tables: [], records: [])
    /// The records of that, looked at already.
    fileprivate var records: [Records.Record] = []
    /// Those that stand there with what was erased since: they are no news, and need not be sent.
    public fileprivate(set) var erased: Set<String> = []
    /// The names of those changes that are known here in another spelling, each with its lines.
    fileprivate var respelt: [String: Set<String>] = [:]
    /// Facts that are known here in another spelling.
    fileprivate var knownFacts: Set<String> = []
    /// What ``new`` says, as it stands there, unless some of it waits for what it belongs to: once it was taken
    /// in it has nothing more to say, be it that something here says more.
    fileprivate var told: Set<String> = []
    /// Those of ``new`` that wait for what they belong to, which has not come yet.
    public fileprivate(set) var waiting: Set<String> = []
    /// How many say that something was erased.
    public fileprivate(set) var erasures = 0
    /// How many mean nothing.
    public fileprivate(set) var strangers = 0
    /// Facts of a time to come: the clock of their home is ahead, and they are taken in when it is that time.
    ///
    /// The time of a change only parts it from others, and keeps nothing out.
    public fileprivate(set) var early: Set<String> = []

    /// Whether a line has nothing to say to a home any more.
    ///
    /// - Parameters:
    ///   - line: one of those that were looked at.
    ///   - here: what the home has after they were taken in.
    /// - Returns: whether it need not be looked at again.
    public func isSettled(_ line: String, by here: Lines) -> Bool {
      here.all.contains(line) || erased.contains(line) || knownFacts.contains(line)
        || told.contains(line)
    }
  }

  /// Looks at lines of elsewhere.
  ///
  /// - Parameters:
  ///   - lines: any, as they stand in files.
  ///   - here: what this home has.
  ///   - now: the times in them are measured by it.
  ///   - fits: whether a deck's file of that name and text can be one here.
  /// - Returns: which of them are to be taken in; what means nothing, or cannot be, is left out and counted.
  /// - Throws: ``StoreError``, when this home cannot be read.
  public func arrival(
    of lines: some Sequence<String>, besides here: Lines, at now: Timestamp,
    deck fits: (_ name: String, _ text: String) -> Bool
  ) throws(StoreError) -> Arrival {
    try reading { db in
      var arrival = Arrival()
      let latest = PlausibleTimes(at: now).happened.upperBound
      var new: [UnknownLine] = []
      var erased = here.erasedTexts
      var texts: [(line: String, name: String)] = []
      for line in lines where !here.all.contains(line) {
        guard let (value, spelt) = RecordValue.spelt(line), let members = value.object else {
          arrival.strangers += 1
          continue
        }
        if FactLines.isFact(members) {
          let times = ["at", "written", "undone"].compactMap { members[$0]?.integer }
          guard times.allSatisfy({ $0 <= latest }) else {
            arrival.early.insert(line)
            continue
          }
          if here.all.contains(spelt) {
            arrival.knownFacts.insert(line)
            continue
          }
          if let name = FactLines.textName(members) { texts.append((spelt, name)) }
          new.append(UnknownLine(text: spelt, asItStands: line, fact: members))
        } else if let record = Records.Record(json: line) {
          if case .erased(let of) = record.change { erased.formUnion(of.map(\.digits)) }
          if here.records.contains(record.id.digits) {
            arrival.respelt[record.id.digits, default: []].insert(line)
            if record.portable != line || erased.contains(record.id.digits) {
              arrival.erased.insert(line)
            }
          } else if record.deck.map({ fits($0.name, $0.text) }) ?? true {
            if case .erased = record.change { arrival.erasures += 1 }
            new.append(UnknownLine(text: record.portable, asItStands: line, fact: nil))
          } else {
            arrival.strangers += 1
          }
        } else {
          arrival.strangers += 1
        }
      }
      let gone = Set(texts.filter { erased.contains($0.name) }.map(\.line))
      arrival.erased.formUnion(gone)
      new.removeAll { gone.contains($0.text) }
      guard !new.isEmpty else { return arrival }
      var said = FactLines()
      let isMuch = new.count > FactSelection.most
      if !isMuch { for case let fact? in new.map(\.fact) { _ = said.take(fact) } }
      let facts = try isMuch ? FactTables.facts(in: db) : FactTables.facts(in: db, of: said.names)
      let fitting = try Self.fitting(new, facts, at: now, in: db)
      arrival.strangers += new.count - fitting.lines.count
      arrival.new = fitting.lines.map(\.text)
      arrival.waiting = fitting.waiting
      if fitting.waiting.isEmpty { arrival.told = Set(fitting.lines.lazy.map(\.asItStands)) }
      (arrival.belongings, arrival.records) = (fitting.belongings, fitting.records)
      return arrival
    }
  }

  /// What this home has and a place has not.
  ///
  /// - Parameters:
  ///   - here: what this home has, or what has come to it since the place had all.
  ///   - there: the lines of the place.
  ///   - arrival: what those came to.
  ///   - gone: those that are about to be taken away there.
  /// - Returns: the lines to be written, sorted.
  public static func departure(
    of here: some Sequence<String>, to there: Set<String>, _ arrival: Arrival,
    without gone: Set<String> = []
  ) -> [String] {
    here.filter { line in
      guard !there.contains(line) else { return false }
      guard !arrival.respelt.isEmpty, let record = Records.Record(json: line),
        !FactLines.isFact(RecordValue(line: line)?.object ?? [:])
      else { return true }
      return arrival.respelt[record.id.digits]?.isSubset(of: gone) ?? true
    }.sorted()
  }

  /// Takes lines in, as far as they are new: what was done elsewhere was done, and is no step that can be
  /// taken back here.
  ///
  /// - Parameters:
  ///   - arrival: what came.
  ///   - now: the times in it are measured by it.
  ///   - decks: as for ``merge(_:at:isImport:decks:)``.
  /// - Returns: what came of it.
  /// - Throws: ``StoreError``; then nothing was taken in.
  public func take(
    _ arrival: Arrival, at now: Timestamp, decks: ([DeckChange]) throws -> Void
  ) throws(StoreError) -> Merging {
    try merge(
      arrival.belongings, checked: arrival.records, at: now, isImport: false, isElsewhere: true,
      decks: decks)
  }

  /// A line that this home has not; a fact is read already.
  private struct UnknownLine {
    var text: String
    var asItStands: String
    var fact: [String: RecordValue]?
  }

  /// Lines that can be taken in.
  private struct Fitting {
    var lines: [UnknownLine] = []
    /// What they say together.
    var belongings = Belongings(tables: [], records: [])
    var records: [Records.Record] = []
    /// Those that wait for what they belong to.
    var waiting: Set<String> = []
  }

  /// Lines as they are, looked at together.
  ///
  /// - Throws: ``StoreError/unfitting(detail:)``, when one of them says no fact after all, or cannot be here.
  private static func fitting(
    whole lines: [UnknownLine], besides here: Facts, at now: Timestamp, in db: Database
  ) throws -> Fitting {
    var facts = FactLines()
    var records: [String] = []
    for line in lines {
      guard let fact = line.fact else {
        records.append(line.text)
        continue
      }
      guard facts.take(fact) else { throw StoreError.unfitting(detail: "a line says no fact") }
    }
    let whole = facts.whole(besides: here)
    let belongings = Belongings(tables: FactTables.tables(of: whole), records: records)
    let waiting = lines.filter { $0.fact.map { FactLines.waits($0, for: whole) } ?? false }
    return Fitting(
      lines: lines, belongings: belongings,
      records: try check(belongings, at: now, in: db) ?? [],
      waiting: Set(waiting.map(\.text)))
  }

  /// Those lines that can be taken in: where all together cannot, each is looked for.
  ///
  /// Somebody who may write into a shared folder must not keep others from their own.
  private static func fitting(
    _ lines: [UnknownLine], _ here: Facts, at now: Timestamp, in db: Database
  ) throws -> Fitting {
    guard !lines.isEmpty else { return Fitting() }
    do {
      return try fitting(whole: lines, besides: here, at: now, in: db)
    } catch StoreError.unfitting {
      // Which of them it is, the halves tell.
    }
    guard lines.count > 1 else { return Fitting() }
    let middle = lines.count / 2
    let fitting =
      try self.fitting(Array(lines[..<middle]), here, at: now, in: db).lines
      + self.fitting(Array(lines[middle...]), here, at: now, in: db).lines
    // Two that only together mean nothing stand in different halves: those of one come now.
    return try self.fitting(
      fitting.count < lines.count ? fitting : Array(lines[..<middle]), here, at: now, in: db)
  }
}

extension Records.Record {
  /// The deck's file that it sets; nil if it is about something else.
  fileprivate var deck: (name: String, text: String)? {
    guard case .set(let setting) = change, setting.thing.table == Belongings.deckTable else {
      return nil
    }
    return (setting.thing.id, setting.value?.text ?? "")
  }
}
