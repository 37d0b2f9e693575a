import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// What the columns mean, and that nothing else is taken for true.
@Suite struct ValueRuleTests {
  private let fixture = StoreFixture()
  private let times = PlausibleTimes(at: StoreFixture.noon(day: 0).time)

  @Test func everyColumnOfEveryTableHasARule() throws {
    let shapes = try fixture.open().reading { db in try TableShape.all(in: db) }
    #expect(Set(shapes.map(\.name)) == Set(TableRules.all.keys))
    for shape in shapes {
      #expect(
        Set(shape.columns) == Set(TableRules.all[shape.name, default: [:]].keys), "\(shape.name)")
    }
  }

  @Test(
    arguments: [
      (ColumnRule.happened, -1, "is not between 1990 and tomorrow"),
      (.happened, .max, "is not between 1990 and tomorrow"),
      (.happened, 1_795_435_200_000 + 86_400_001, "is not between 1990 and tomorrow"),
      (.happened, 1_795_435_200_000 + 86_400_000, nil), (.happened, 631_152_000_000, nil),
      (.planned, .min, "is not within 20 years of today"),
      (.planned, 1_795_435_200_000 + 86_400_000 * 365 * 19, nil),
      (.day, 20_780 + 365 * 21, "is not within 20 years of today"), (.day, 20_780, nil),
      (.offset, 64_801, "is not within 18 hours"), (.offset, -64_800, nil),
      (.position, 64, "is not from 0 to 63"), (.position, -1, "is not from 0 to 63"),
      (.duration, -1, "is not between nothing and a year"), (.duration, 90_000, nil),
      (.flag, 2, "is neither 0 nor 1"), (.number, 0, "is no number of a row"),
      (.text, 1, "is no text"),
    ] as [(ColumnRule, Int64, String?)])
  func numbers(rule: ColumnRule, number: Int64, complaint: String?) {
    #expect(rule.complaint(on: .integer(number), times) == complaint)
  }

  @Test(
    arguments: [
      (ColumnRule.card, "d/A", nil), (.card, "../../etc", "is no card, which is written DECK/CARD"),
      (.card, "d/\u{1B}[31m", "is no card, which is written DECK/CARD"),
      (.card, "d/" + String(repeating: "a", count: 1000), "is no card, which is written DECK/CARD"),
      (.cards, "d/A d/B", nil), (.cards, "", nil),
      (.cards, "d/A b", "are not cards, as in DECK/CARD"),
      (.ticks, "S1 D4 2 better", nil), (.ticks, "S1 S9", "are not all ticks that there are"),
      (.parts, "SAD", nil), (.parts, "SX", "are not letters of the parts of an answer"),
      (.name, " \n", "is blank"), (.text, "", nil), (.text, "a\u{0}b", "has a NUL in it"),
      (.word(["a", "b"]), "c", "is not one of a, b"), (.position, "1", "is no whole number"),
      (.text, String(repeating: "x", count: 1 << 20), nil),
      (.text, String(repeating: "x", count: 1 << 20 + 1), "is longer than 1 MiB"),
    ] as [(ColumnRule, String, String?)])
  func texts(rule: ColumnRule, text: String, complaint: String?) {
    #expect(rule.complaint(on: .text(text), times) == complaint)
  }

  @Test func parametersAreThoseThatTheModelOfTheRowTakes() {
    let rule = ColumnRule.parameters
    let defaults = FSRS6.defaults.map { "\($0)" }.joined(separator: " ")
    #expect(rule.complaint(on: .text(defaults), times, model: .text("fsrs-6")) == nil)
    for (text, model) in [(defaults, "fsrs-7"), ("x", "fsrs-6"), (defaults + " nan", "fsrs-6")] {
      #expect(rule.complaint(on: .text(text), times, model: .text(model)) != nil, "\(model)")
    }
  }

  @Test func whatMeansNothingInTheDatabaseIsNamed() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    #expect(try store.valueFaults() == [])
    try store.writing { db in
      try db.execute(
        sql: """
          INSERT INTO reviews VALUES (9, 'd/B', 9000000000000000, 0, 3, 0, 'away', NULL, NULL);
          INSERT INTO card_states VALUES ('d/A', 0, 9999999, ''), ('x', 0, NULL, '');
          """)
    }
    #expect(
      try store.valueFaults().map(\.description) == [
        "card_states, row 1: buried_until_day 9999999 is in no calendar",
        "card_states, row 2: card “x” is no card, which is written DECK/CARD",
        "reviews, row 9: at_ms 9000000000000000 is in no calendar",
      ])
    #expect(try store.valueFaults(limit: 1).count == 1)
  }

  @Test func reviewsOfNoCardStayApartAndAreWhatImportsTake() throws {
    let store = try fixture.open()
    try store.writing { db in
      try db.execute(
        sql: """
          INSERT INTO reviews VALUES (1, '../../etc', 1795000000000, 0, 3, 0, 'away', NULL, NULL);
          INSERT INTO reviews VALUES (2, 'd/x y', 1795000000000, 0, 3, 0, 'away', NULL, NULL);
          """)
    }
    #expect(try store.writing { try ValueMending(db: $0).mend() }.count == 2)
    #expect(try store.valueFaults() == [])
    let cards = try store.reading { try String.fetchSet($0, sql: "SELECT card FROM reviews") }
    #expect(cards.count == 2 && cards.allSatisfy { $0.hasPrefix("unknown/") }, "\(cards)")
  }
}
