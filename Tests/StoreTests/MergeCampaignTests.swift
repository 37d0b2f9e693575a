import Campaign
import Decks
import GRDB
import Practice
import Scheduler
import TestSupport
import Testing

@testable import Store

/// Contents with extreme values: refused as a whole, or taken in and all can be read.
@Suite(.timeLimit(.minutes(60))) struct MergeCampaignTests {
  private let now = StoreFixture.noon(day: 0)

  @Test func whatIsExtremeIsRefusedWholeOrRead() throws {
    let campaign = TestSupport.Campaign("merging", whole: 20_000, slice: 1000)
    let full = StoreFixture()
    let filled = try full.open()
    try filled.writing { db in try db.execute(sql: ContentsTests.everything) }
    let contents = try filled.contents()
    var fixture = StoreFixture()
    var store = try fixture.open()
    let before = try store.contents()
    var taken = 0
    for seed in campaign.seeds {
      var generator = CaseGenerator(seed: seed)
      var spoiled = contents
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        Self.spoil(&spoiled, &generator)
      }
      do {
        _ = try store.merge(spoiled, at: now.time)
      } catch {
        guard case .unfitting = error else {
          Issue.record("seed \(seed): \(error)")
          continue
        }
        #expect(try store.contents() == before, "seed \(seed)")
        continue
      }
      taken += 1
      try read(store, "seed \(seed)")
      fixture = StoreFixture()
      store = try fixture.open()
    }
    print("campaign merging: \(taken) of \(campaign.count) were taken in")
  }

  /// Reads what all commands read.
  private func read(_ store: Store, _ what: Comment) throws {
    #expect(try store.valueFaults() == [], what)
    #expect(try store.staleMemories() == [], what)
    #expect(try store.integrityFaults() == [], what)
    let notebook = try store.notebook()
    for fact in notebook.facts {
      _ = fact.thing.age(on: 20_000) - fact.shelfLife + Day(number: fact.day).weekday
    }
    for attempt in try store.attempts() { _ = attempt.times?.percentages }
    _ = try store.calibration()
    _ = try store.reviewRows()
    _ = try store.forecast(at: now)
    _ = notebook.deck(after: now.time.milliseconds, today: 20_000)
  }

  private static func spoil(_ tables: inout [PlainTable], _ generator: inout CaseGenerator) {
    guard let table = tables.indices.randomElement(using: &generator),
      let column = tables[table].columns.indices.randomElement(using: &generator),
      let row = tables[table].rows.indices.randomElement(using: &generator)
    else { return }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: tables[table].rows.append(tables[table].rows[row])
    case 1: tables[table].rows.reverse()
    case 2: tables[table].columns[column] = "zzz"
    case 3: _ = tables[table].rows[row].popLast()
    case 4:
      tables[table].columns.remove(at: column)
      for row in tables[table].rows.indices where tables[table].rows[row].count > column {
        tables[table].rows[row].remove(at: column)
      }
    case 5: tables.append(tables[table])
    default:
      // Another spoiling may have made the row shorter.
      guard tables[table].rows[row].indices.contains(column) else { return }
      tables[table].rows[row][column] = values.randomElement(using: &generator) ?? .null
    }
  }

  private static let values: [PlainTable.Value] =
    [
      .min, .min + 1, -1, 0, 1, 2, 3, 63, 64, 999, 20_000, 100_000_000, 1 << 53, 631_152_000_000,
      1_790_000_000_000, .max,
    ].map { .integer($0) }
    + [1e308, -0.5, .infinity, .nan].map { .real($0) }
    + ["", " ", "x", "d/A", "ACME", "a\u{0}b", "\u{1B}[31m", "\u{202E}x", "S1", "answered"].map {
      .text($0)
    } + [.null, .text(String(repeating: "x", count: 1 << 20 + 1))]
}
