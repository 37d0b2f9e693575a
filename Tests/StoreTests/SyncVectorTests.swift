import Campaign
import Decks
import Files
import Foundation
import Practice
import Records
import Scheduler
import TestSupport
import Testing

@testable import Store

/// What machines tell each other, kept as a file: every Starling that is to come has to read these lines, and
/// as long as nothing new is told, to write them, byte for byte.
///
/// With `RECORD_SNAPSHOTS=1` it is written anew: a line that changes then is one that older homes have
/// already written, so that only lines may come that were not there.
@Suite struct SyncVectorTests {
  private static let path = "\(#filePath.dropLast("SyncVectorTests.swift".count))Vectors/sync.txt"

  /// Time and names that are the same at each run.
  private final class Steps: @unchecked Sendable {
    private var time: Int64
    private var step: Int64 = 60_000
    private var name: UInt64

    init(_ number: UInt64) {
      time = StoreFixture.noon(day: 0).time.milliseconds + Int64(number)
      name = number << 60
    }

    func tick() -> Timestamp {
      time += step
      return Timestamp(milliseconds: time)
    }

    /// Stands still from now on, so many minutes after noon, however often anybody looks.
    func stand(at minutes: Int64, of number: UInt64) {
      time = StoreFixture.noon(day: 0).time.milliseconds + minutes * 60_000 + Int64(number)
      step = 0
    }

    func next() -> UInt64 {
      name += 1
      return name
    }
  }

  private let fixtures = [StoreFixture(), StoreFixture(), StoreFixture()]
  private let late = StoreFixture.noon(day: 20)

  private func open(_ index: Int, by steps: Steps? = nil) throws -> Store {
    let steps = steps ?? Steps(UInt64(index) + 1)
    let fixture = fixtures[index]
    return try Store(
      at: fixture.location, schedule: fixture.schedule, clock: { steps.tick() },
      random: { steps.next() })
  }

  private func take(_ lines: Set<String>, into store: Store) throws {
    let arrival = try store.arrival(of: lines, besides: store.lines(), at: late.time) { _, _ in
      true
    }
    #expect(arrival.strangers == 0 && arrival.early.isEmpty)
    _ = try store.take(arrival, at: late.time) { _ in }
  }

  /// Two homes in which something of each sort is done.
  private func lived() throws -> Store {
    let clock = Steps(2)
    let (one, two) = (try open(0), try open(1, by: clock))
    let card = CardID(deck: "d", card: "A")
    var attempt = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: 0))
    (attempt.mode, attempt.texts) = (.typed, ["A Monday, “half” of it: 半\n", "", "Done.\u{7}"])
    _ = try one.record(StoreFixture.grading("A", .good, hash: 7), for: attempt)
    _ = try one.record(StoreFixture.grading("B", .again, day: 1))
    _ = try one.undoLastAction(at: StoreFixture.noon(day: 1))
    var kept = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: 2))
    (kept.mode, kept.texts) = (.spoken, ["Said."])
    _ = try one.keep(kept, in: nil)
    try one.setSuspended(card, to: true)
    try one.setNote("shorter", on: card, at: StoreFixture.noon(day: 2).time)
    try one.setDeck("d", on: false)
    var story = Story(title: "Freezer audit")
    (story.situation, story.strength) = ("In March.", 4)
    story.fits = ["TEAM": .strong]
    story.figures = [Story.Figure(text: "12 → 3", known: "own count")]
    _ = try one.add(story)
    _ = try one.keep([Item(Employer(name: "Acme")), Item(Employer(name: "Brook"))])
    try take(try one.lines().all, into: two)
    clock.stand(at: 13, of: 2)
    // Both change one field, one of them another, and what one deletes and brings back.
    for (store, text) in [(one, "In April."), (two, "In May.")] {
      let old = try #require(try store.notebook().stories.first)
      var changed = old.thing
      changed.situation = text
      if text == "In May." { changed.result = "None failed." }
      _ = try store.keep([Item(changed, number: old.id.value)])
    }
    let brook = try #require(try two.notebook().employers.first { $0.name == "Brook" })
    clock.stand(at: 14, of: 2)
    try two.delete([Item(brook)])
    let acme = try #require(try one.notebook().employers.first { $0.name == "Acme" })
    try one.delete([Item(acme)])
    _ = try one.undoLastAction(at: StoreFixture.noon(day: 3))
    try take(try two.lines().all, into: one)
    #expect(try one.recordFaults() == [])
    return one
  }

  /// What all lines come to, a line for each.
  private static func state(of store: Store) throws -> [String] {
    let state = try store.reading { db in RecordState(try RecordLog(db: db).all()) }
    var lines: [String] = []
    for (thing, said) in state.things.sorted(by: { $0.key < $1.key }) {
      let name = "\(thing.table) \(thing.id)"
      guard said.isThere else {
        lines.append("gone \(name)")
        continue
      }
      for (field, value) in said.values.sorted(by: { $0.key < $1.key }) {
        lines.append("is \(name) \(field) \(value.line)")
      }
      for (field, values) in said.conflicts.sorted(by: { $0.key < $1.key }) {
        for value in values { lines.append("or \(name) \(field) \(value.line)") }
      }
    }
    let reviews = try store.reading { db in
      try FactTables.facts(in: db).reviews.sorted { $0.key < $1.key }
    }
    for (key, review) in reviews {
      lines.append(
        "review \(key.card) \(key.at) \(key.grade)\(review.undone == nil ? "" : " taken back")")
    }
    return lines
  }

  private static func text(of store: Store) throws -> String {
    let lines = try store.lines().all.sorted().map { line in
      let record = Record(json: line)
      return FactLinesName.isRecord(line)
        ? "record \(record?.id.digits ?? "?") \(line)" : "fact \(line)"
    }
    return (lines + (try state(of: store))).joined(separator: "\n") + "\n"
  }

  @Test func theLinesAreWrittenAsTheyWere() throws {
    let text = try Self.text(of: lived())
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try FileReplacement(Self.path).makeFolders()
      try FileReplacement(Self.path).write(Array(text.utf8))
    }
    let kept = try String(contentsOfFile: Self.path, encoding: .utf8)
    let (now, then) = (text.split(separator: "\n"), kept.split(separator: "\n"))
    #expect(Set(now).subtracting(then).sorted() == [])
    #expect(Set(then).subtracting(now).sorted() == [])
  }

  @Test func theLinesAreReadAsTheyWere() throws {
    let kept = try String(contentsOfFile: Self.path, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    var lines: Set<String> = []
    for line in kept {
      if line.hasPrefix("fact ") {
        lines.insert(String(line.dropFirst("fact ".count)))
      } else if line.hasPrefix("record ") {
        let rest = line.dropFirst("record ".count)
        let text = String(rest.drop { $0 != " " }.dropFirst())
        lines.insert(text)
        #expect(Record(json: text)?.id.digits == String(rest.prefix(32)))
      }
    }
    #expect(lines.count > 20)
    let store = try open(2)
    try take(lines, into: store)
    #expect(try store.recordFaults() == [])
    // It has them, and says them again as they were.
    #expect(try store.lines().all == lines)
    let state = kept.filter { !$0.hasPrefix("fact ") && !$0.hasPrefix("record ") }
    #expect(try Self.state(of: store) == state)
  }
}

/// Tells lines of changes from those of facts.
private enum FactLinesName {
  static func isRecord(_ line: String) -> Bool {
    RecordValue(line: line)?.object.map { !FactLines.isFact($0) } ?? false
  }
}
