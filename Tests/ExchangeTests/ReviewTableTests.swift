import Scheduler
import Testing

@testable import Exchange

@Suite struct ReviewTableTests {
  private func read(_ text: String) -> ReviewTable {
    ReviewTable(Array(text.utf8)) { _ in 3600 }
  }

  @Test func columnsStandInAnyOrder() {
    let table = read(
      "\u{FEFF}review_rating,Card_ID,review_state,review_time,review_duration\r\n"
        + "3,a,2,1711744352250,25060\r\n\r\n1,\"b, \"\"c\"\"\",,2024-03-29T20:32:32.250Z,\r\n"
        + "4,a,2,2024-03-29 22:32:32,7.0\n")
    #expect(table.faults == [])
    #expect(
      table.rows == [
        ReviewTable.Row(
          card: "a", time: Timestamp(milliseconds: 1_711_744_352_250), grade: .good,
          duration: 25_060, line: 2),
        ReviewTable.Row(
          card: "b, \"c\"", time: Timestamp(milliseconds: 1_711_744_352_250), grade: .again,
          line: 4),
        ReviewTable.Row(
          card: "a", time: Timestamp(milliseconds: 1_711_747_952_000), grade: .easy, duration: 7,
          line: 5),
      ])
  }

  @Test func eachBadLineIsNamedAndTheRestIsRead() {
    let table = read(
      """
      card_id,review_time,review_rating,review_duration
      a,1,3,
      a,2,5,
      a,x,3,
      ,4,3,
      a,5
      a,6,2,-1
      a,99999999999999999999,2,
      "a,8,2,

      a,10,2,11
      """)
    #expect(table.rows.map(\.time.milliseconds) == [1, 10])
    #expect(table.faults.map(\.line) == [3, 4, 5, 6, 7, 8, 9])
    #expect(
      table.faults.prefix(5).map(\.message) == [
        "review_rating “5” is not 1, 2, 3 or 4", "review_time “x” is no time",
        "card_id is empty", "2 fields where the header has 4",
        "review_duration “-1” is no time in ms",
      ])
  }

  @Test func withoutItsHeaderNothingIsRead() {
    #expect(read("").faults == [ReviewTable.Fault(line: 1, message: "the file is empty")])
    let headless = read("a,1,3\nb,2,4\n")
    #expect(headless.rows == [])
    #expect(headless.faults.map(\.line) == [1])
    #expect(read("card_id,review_time,review_rating").rows == [])
  }
}
