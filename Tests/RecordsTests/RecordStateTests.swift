import Foundation
import Testing

@testable import Records

@Suite struct RecordStateTests {
  private let story = ThingKey("stories", "a")

  private func set(
    _ value: String, at: Int64 = 0, field: String = "title", of heads: [RecordID] = []
  ) -> Record {
    .set(field, of: story, to: .text(value), at: at, replacing: heads)
  }

  @Test func aLineIsNamedByItsDigest() {
    #expect(Digest.hex(of: "", digits: 64).hasPrefix("e3b0c44298fc1c149afbf4c8996fb924"))
    #expect(
      Digest.hex(of: "abc", digits: 64)
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    // Each number of bytes in the last block.
    #expect(
      Digest.hex(
        of: (0...130).map { Digest.hex(of: String(repeating: "x", count: $0), digits: 64) }
          .joined(), digits: 16) == "87aca1c44bc7ba88")
  }

  @Test func whatIsSetAnewReplacesWhatItNames() {
    let first = set("one")
    let second = set("two", at: -5, of: [first.id])
    for records in [[first, second], [second, first, first]] {
      let state = RecordState(records)[story]
      #expect(state.value(of: "title") == .text("two"), "the time does not matter")
      #expect(state.conflicts.isEmpty && state.isThere)
    }
  }

  @Test func whatNobodyKnewOfIsAConflictUntilItIsSetAnew() {
    let (here, there) = (set("here", at: 2), set("there", at: 1))
    let state = RecordState([here, there])[story]
    #expect(state.value(of: "title") == .text("here"))
    #expect(state.conflicts == ["title": [.text("there")]])
    let settled = set("both", at: 3, of: state.allHeads)
    #expect(RecordState([here, there, settled])[story].conflicts.isEmpty)
  }

  @Test func deletingHidesBringingBackShowsAndDeletingAgainHides() {
    let text = set("one")
    let gone = Record.gone(story, at: 1, of: [text.id])
    let back = Record.back(at: 2, of: [gone.id])
    let again = Record.gone(story, at: 3, of: [text.id])
    #expect(!RecordState([text, gone])[story].isThere)
    #expect(RecordState([text, gone])[story].deletedAt == 1)
    #expect(RecordState([text, gone, back])[story].isThere)
    #expect(!RecordState([text, gone, back, again])[story].isThere)
  }

  @Test func aChangeThatDidNotKnowOfTheDeletionBringsTheWholeThingBack() {
    let (title, task) = (set("one"), set("t", field: "task"))
    let gone = Record.gone(story, at: 1, of: [title.id, task.id])
    let edit = set("two", at: 0, of: [title.id])
    let state = RecordState([title, task, gone, edit])[story]
    #expect(state.isThere)
    #expect(state.values == ["title": .text("two"), "task": .text("t")])
  }

  @Test func twoThatAreOneGoByTheLeastOfTheirNames() {
    let other = ThingKey("stories", "b")
    let records = [
      set("one"), Record.set("task", of: other, to: .text("t"), at: 1),
      .same(other, "a", at: 2),
    ]
    let state = RecordState(records)
    #expect(state.things.keys.sorted() == [story])
    #expect(state[other].values == ["title": .text("one"), "task": .text("t")])
  }

  @Test func whatIsErasedHoldsNothingAndWhatItReplacedDoesNotComeBack() {
    let first = set("secret")
    let second = set("more secret", of: [first.id])
    let state = RecordState([first, second, .erased(at: 1, of: [second.id])])[story]
    #expect(state.isThere && state.values.isEmpty)
    let bare = second.withoutContent
    #expect(bare.id == second.id && !bare.line.contains("secret"))
    #expect(RecordState([first, bare])[story].values.isEmpty)
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"k\":\"set\"}", "{\"k\":\"wish\",\"thing\":\"a\"}", "{\"k\":1.5}",
    String(repeating: "[", count: 100_000), "{\"k\":\"gone\",\"thing\":7}",
  ]) func whatIsNoKnownChangeIsKeptAndNotApplied(line: String) {
    let record = Record(line)
    #expect(record.change == .unknown && record.line == line)
    #expect(RecordState([record]).things.isEmpty)
  }

  @Test func textsThatOnlyLookAlikeAreDifferent() {
    #expect(RecordValue.text("\u{E9}") != .text("e\u{301}"))
  }

  /// Recorded by a plain reading in another language: see `histories.py`.
  @Test func historiesComeToWhatTheyComeToElsewhere() throws {
    let file = try #require(Bundle.module.url(forResource: "histories", withExtension: "txt"))
    var records: [Record] = []
    var count = 0
    // By line feeds alone: texts have other line breaks in them.
    for line in try String(contentsOf: file, encoding: .utf8).utf8
      .split(separator: UInt8(ascii: "\n")).compactMap({ String($0) })
    {
      guard line.hasPrefix("= ") else {
        let record = Record(String(line.dropFirst(33)))
        #expect(record.id.digits == line.prefix(32))
        #expect(RecordValue(line: record.line)?.line == record.line)
        records.append(record)
        continue
      }
      #expect(RecordState(records).summary.line == line.dropFirst(2))
      #expect(RecordState(records.reversed() + records).summary.line == line.dropFirst(2))
      records = []
      count += 1
    }
    #expect(count == 60)
  }
}

extension RecordState {
  /// What `histories.py` says of a state.
  fileprivate var summary: RecordValue {
    var fields: [String: RecordValue] = [:]
    var conflicts: [[String]] = []
    for (thing, state) in things where state.isThere {
      fields[thing.id] = .object(state.values)
      for (field, values) in state.conflicts {
        conflicts += values.map { [thing.id, field, $0.line] }
      }
    }
    let sorted = conflicts.sorted { left, right in
      zip(left, right).first { $0 != $1 }.map { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        ?? false
    }
    return .object([
      "things": .object(fields),
      "conflicts": .list(sorted.map { .list($0.map { RecordValue.text($0) }) }),
    ])
  }
}
