import Campaign
import Decks
import GRDB
import Practice
import Scheduler
import TestSupport
import Testing

@testable import Store

/// Two and three homes that exchange archives in any order.
@Suite(.timeLimit(.minutes(180))) struct ExchangeCampaignTests {
  /// Histories in which something was found once.
  @Test(arguments: [501_052, 501_083, 501_095, 601_030, 700_442, 701_122, 702_908] as [UInt64])
  func whatWasFoundOnceStaysMended(seed: UInt64) throws {
    var homes = try Homes(seed: seed)
    #expect(try homes.history() == nil)
  }

  @Test(arguments: [false, true])
  func whateverTheOrderTheHomesComeToTheSame(byFolder: Bool) throws {
    let campaign = TestSupport.Campaign(
      byFolder ? "meeting" : "exchange", whole: 1000, slice: 6)
    var failures = 0
    for seed in campaign.seeds {
      var homes = try Homes(seed: seed, byFolder: byFolder)
      do {
        guard let fault = try homes.history() else { continue }
        Issue.record("seed \(seed), after \(homes.told): \(fault)")
      } catch {
        Issue.record("seed \(seed), after \(homes.told): \(error)")
      }
      failures += 1
      if failures == 5 { return }
    }
  }
}

/// Homes whose people do things at random, by clocks that differ.
private struct Homes {
  let fixtures: [StoreFixture]
  let stores: [Store]
  var random: CaseGenerator
  private var time = StoreFixture.noon(day: 0).time
  private let skews: [Int64]
  private var words = 0
  /// Every word that was ever written, with the home in which it was.
  private var written: Set<String> = []
  /// What lies in the folder where homes meet, as it was put there; nil where they take archives in.
  private var folder: [[String]]?

  init(seed: UInt64, byFolder: Bool = false) throws {
    folder = byFolder ? [] : nil
    random = CaseGenerator(seed: seed)
    let count = Int.random(in: 2...3, using: &random)
    fixtures = (0..<count).map { _ in StoreFixture() }
    var skews: [Int64] = []
    for _ in 0..<count {
      skews.append(
        [0, 0, 1, -1, 3_600_000, -86_400_000, 1_000_000_000_000, -900_000_000_000].randomElement(
          using: &random) ?? 0)
    }
    self.skews = skews
    var stores: [Store] = []
    for (fixture, skew) in zip(fixtures, skews) {
      var generator = CaseGenerator(seed: seed &+ UInt64(stores.count) &* 7919)
      let box = Box(generator.next())
      stores.append(
        try Store(
          at: fixture.location, schedule: fixture.schedule,
          clock: { StoreFixture.noon(day: 0).time.adding(milliseconds: skew) },
          random: { box.next() }))
    }
    self.stores = stores
  }

  /// What was done so far.
  private(set) var told: [String] = []

  /// Lives a whole history until all homes know all.
  ///
  /// - Returns: what is not as it has to be; nil where all is.
  /// - Throws: what a store says.
  mutating func history() throws -> String? {
    for step in 0..<Int.random(in: 4...30, using: &random) {
      told.append(try self.step())
      let faults = try faults()
      guard faults.isEmpty else { return "step \(step): \(faults)" }
    }
    try exchangeUntilQuiet()
    let faults = try faults()
    guard faults.isEmpty else { return "in the end: \(faults)" }
    let all = try stores.map { try $0.belongings() }
    for other in all.dropFirst() where other != all[0] {
      return Difference(Self.text(all[0]), Self.text(other)).text
    }
    guard try isIdempotent() else { return "taking in once more adds something" }
    let lost = try lostWords()
    return lost.isEmpty ? nil : "lost \(lost)"
  }

  /// Numbers for names of things, from a seed.
  private final class Box: @unchecked Sendable {
    private var generator: CaseGenerator
    init(_ seed: UInt64) { generator = CaseGenerator(seed: seed) }
    func next() -> UInt64 { generator.next() }
  }

  static func text(_ belongings: Belongings) -> String {
    let rows = belongings.tables.flatMap { table in
      ["\(table.name) \(table.columns)"] + table.rows.map { "\($0)" }
    }
    return (rows + (belongings.records ?? [])).joined(separator: "\n")
  }

  /// Where rows are not what the records say, or memory is not what the reviews come to.
  func faults() throws -> [String] {
    try stores.flatMap { store in
      try store.recordFaults() + store.staleMemories().map(\.description)
        + store.integrityFaults()
    }
  }

  // MARK: - Exchanging

  private var late: Timestamp { time.adding(days: 1) }

  mutating func take(_ giver: Int, into taker: Int) throws {
    if folder != nil {
      // What carries the folder is late with some of it, and brings some twice.
      let seen = (folder ?? []).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
      return try meet(taker, seeing: seen + seen.prefix(1))
    }
    _ = try stores[taker].merge(stores[giver].belongings(), at: late) { _ in }
  }

  /// Has a home take in what it sees in the folder, and put there what it misses in that.
  private mutating func meet(_ home: Int, seeing batches: [[String]]) throws {
    let there = Set(batches.joined())
    let arrival = try stores[home].arrival(
      of: there.shuffled(using: &random), besides: stores[home].lines(), at: late
    ) { _, _ in true }
    guard arrival.strangers == 0 else { throw TestFailure("\(arrival.strangers) mean nothing") }
    _ = try stores[home].take(arrival, at: late) { _ in }
    let going = Store.departure(of: try stores[home].lines().all, to: there, arrival)
    if !going.isEmpty { folder?.append(going) }
  }

  mutating func exchangeUntilQuiet() throws {
    if folder != nil {
      for _ in 0..<6 {
        let count = folder?.count
        for home in stores.indices.shuffled(using: &random) { try meet(home, seeing: folder ?? []) }
        if folder?.count == count { return }
      }
      throw TestFailure("the homes never come to rest")
    }
    for _ in 0..<5 {
      let before = try stores.map { try $0.belongings() }
      var pairs = stores.indices.flatMap { one in
        stores.indices.filter { $0 != one }.map { (one, $0) }
      }
      pairs.shuffle(using: &random)
      for (one, other) in pairs { try take(one, into: other) }
      if try stores.map({ try $0.belongings() }) == before { return }
    }
  }

  /// Whether taking in once more adds nothing.
  func isIdempotent() throws -> Bool {
    for taker in stores {
      for giver in stores {
        let before = try taker.belongings()
        let merging = try taker.merge(giver.belongings(), at: late) { _ in }
        guard merging.added == 0, merging.changed.isEmpty, try taker.belongings() == before else {
          return false
        }
      }
    }
    return true
  }

  /// What was written and stands in no record of any home any more.
  func lostWords() throws -> Set<String> {
    var known = ""
    for store in stores { known += Self.text(try store.belongings()) }
    return written.filter { !known.contains("\"\($0)\"") }
  }

  // MARK: - What people do

  private mutating func word() -> String {
    words += 1
    written.insert("w\(words)")
    return "w\(words)"
  }

  private mutating func one<Thing>(_ things: [Thing]) -> Thing? {
    things.randomElement(using: &random)
  }

  private func moment(_ home: Int) -> Moment {
    Moment(time: time, utcOffset: 0)
  }

  mutating func step() throws -> String {
    time = time.adding(milliseconds: Int64.random(in: 0...2, using: &random) * 1000)
    let home = Int.random(in: stores.indices, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      let other = Int.random(in: stores.indices, using: &random)
      if other != home {
        try take(other, into: home)
        return "\(home) takes \(other)"
      }
    }
    return "\(home) \(try change(in: home))"
  }

  private mutating func bringBack(in home: Int) throws -> String {
    let all = try stores[home].deleted(at: moment(home).time)
    guard let deleted = one(all) else { return "none deleted" }
    do {
      _ = try stores[home].bringBack(deleted, at: moment(home))
    } catch StoreError.refused {
      return "refused \(deleted.title)"
    }
    return "back \(deleted.title)"
  }

  private mutating func delete(in home: Int) throws -> String {
    let notebook = try stores[home].notebook()
    var items = notebook.interviews.map { Item($0) }
    items += notebook.people.map { Item($0) }
    items += notebook.stories.map { Item($0) }
    items += notebook.verdicts.map { Item($0) }
    guard let item = one(items) else { return "none" }
    try stores[home].delete([item])
    return "deleted one"
  }

  private mutating func grade(_ card: CardID, in home: Int) throws -> String {
    let moment = Moment(time: time, utcOffset: home * 3600)
    let grading = Grading(
      card: card, moment: moment, grade: one(Grade.allCases) ?? .good, wording: 0, mode: .spoken,
      duration: 9000 + home, textHash: nil)
    guard Bool.random(using: &random) else {
      _ = try stores[home].record(grading)
      return "grade"
    }
    var attempt = Attempt(card: card, kind: .star, moment: moment)
    attempt.mode = one([.typed, .spoken]) ?? .typed
    attempt.texts = [word()]
    _ = try stores[home].record(grading, for: attempt)
    return "answer"
  }

  private mutating func change(in home: Int) throws -> String {
    let store = stores[home]
    let notebook = try store.notebook()
    let card = CardID(deck: "d", card: one(["A", "B"]) ?? "A")
    let employer = one(["Acme", "acme", "Blow"]) ?? "Acme"
    switch Int.random(in: 0..<19, using: &random) {
    case 0, 1: return try grade(card, in: home)
    case 2:
      try store.setNote(one(["", word()]) ?? "", on: card, at: moment(home).time)
      written = written.filter { $0 != "w\(words)" }
      return "note"
    case 3:
      try store.setSuspended(card, to: Bool.random(using: &random))
      return "suspend"
    case 4:
      let start = StoreFixture.noon(day: Int.random(in: 0..<3, using: &random)).time.milliseconds
      var round = Interview(employer: employer, round: 1, startsAt: start)
      round.place = word()
      round.people = notebook.people(at: employer).map(\.id)
      if Bool.random(using: &random) { round.addNewcomer(one(["Kim", "Lee"]) ?? "Kim") }
      _ = try store.keep([Item(round)])
      return "round"
    case 5, 6:
      let title = one(["Depot", "DEPOT", "Audit"]) ?? "Depot"
      guard notebook.story(titled: title) == nil else { return "no new story" }
      let story = Story(title: title).with {
        $0.fits = ["TEAM": .strong]
        $0.headline = word()
      }
      _ = try store.keep([Item(story)])
      return "story \(title)"
    case 7:
      guard var story = one(notebook.stories) else { return "no story" }
      story.headline = word()
      story.fits = one([["CUST": .stretch], ["TEAM": .workable, "LEAD": .strong], [:]]) ?? [:]
      story.figures.append(Story.Figure(text: word(), isNotToClaim: true))
      _ = try store.keep([Item(story)])
      return "edited story"
    case 8:
      guard let round = one(notebook.interviews), let story = one(notebook.stories) else {
        return "nothing to log"
      }
      _ = try store.keep([
        Item(LogEntry(interview: round.id, text: word())),
        Item(Telling(story: story.id, interview: round.id)),
        Item(Promise(interview: round.id, text: word())),
      ])
      return "log"
    case 9:
      _ = try store.keep([
        Item(Doubt(employer: employer, text: word())),
        Item(Requirement(employer: employer, text: one(["calm", "quick"]) ?? "calm")),
      ])
      return "doubt"
    case 10:
      let criterion = one(["near", "NEAR", "paid"]) ?? "near"
      guard let known = notebook.criteria.first(where: { $0.text.isSameName(as: criterion) }) else {
        _ = try store.keep([Item(Criterion(text: criterion))])
        return "criterion"
      }
      _ = try store.keep([
        Item(Verdict(criterion: known.id, employer: employer, state: .yes, evidence: word()))
      ])
      return "verdict"
    case 11:
      guard let known = one(notebook.employers) else { return "no employer" }
      try store.keep(known.with { $0.role = word() }, insteadOf: known)
      return "edited employer"
    case 12:
      guard let known = one(notebook.employers) else { return "no employer" }
      try store.delete([Item(known)])
      return "deleted employer"
    case 13: return try delete(in: home)
    case 14: return try bringBack(in: home)
    case 15, 16:
      let things = try store.undoLastAction(at: moment(home))?.things ?? []
      return "undo \(things.map { "\($0.title) \($0.becoming)" })"
    case 17:
      let name = one(["a.yaml", "b.yaml"]) ?? ""
      try store.noteDecks([name: "title: \(word())\ncards:\n  - id: X\n    ask: \(word())\n"])
      written = written.filter { $0 != "w\(words)" && $0 != "w\(words - 1)" }
      return "deck"
    default:
      try store.keepDraft([word()], of: card, at: moment(home).time)
      return "draft"
    }
  }
}
