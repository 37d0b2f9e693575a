import Scheduler
import Testing

@testable import Exchange

@Suite struct ReviewTableTests {
  private func read(_ text: String) -> ReviewTable {
    read(Array(text.utf8))
  }

  /// As of 26 November 2026.
  private func read(_ bytes: [UInt8]) -> ReviewTable {
    ReviewTable(bytes, latest: Timestamp(milliseconds: 1_795_651_200_000)) { _ in 3600 }
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
      a,1000000000001,3,
      a,1000000000002,5,
      a,x,3,
      ,1000000000004,3,
      a,5
      a,1000000000006,2,-1
      a,99999999999999999999,2,
      "a,8,2,

      a,1000000000010,2,11
      """)
    #expect(table.rows.map(\.time.milliseconds) == [1_000_000_000_001, 1_000_000_000_010])
    #expect(table.faults.map(\.line) == [3, 4, 5, 6, 7, 8, 9])
    #expect(
      table.faults.prefix(5).map(\.message) == [
        "review_rating “5” is not 1, 2, 3 or 4", "review_time “x” is no time",
        "card_id is empty", "2 fields where the header has 4",
        "review_duration “-1” is not a time in ms",
      ])
  }

  /// A date that was set by hand is no review.
  @Test(arguments: [
    "card_id,review_time,review_rating\na,1000000000001,3\na,1000000000002,0\nb,1000000000003,Manual\n",
    "card,timestamp,grade\na,1000000000001,good\na,1000000000002,0.0\nb,1000000000003,0\n",
    "Card ID;Rating;review_datetime;review_duration\na;3;2001-09-09T01:46:40.001Z;\na;0;2001-09-10;\nb;0;2001-09-11;\n",
    "id|cid|ease\n1000000000001|a|3\n1000000000002|a|0\n1000000000003|b|0\n",
    "id,cid,usn,ease,time\n1000000000001,a,-1,3,\n1000000000002,a,-1,0,0\n1000000000003,b,-1,0,0\n",
  ]) func rowsThatAreNoReviewsAreCounted(text: String) {
    let table = read(text)
    #expect(table.faults == [])
    #expect(table.manual == 2)
    #expect(table.rows.map(\.card) == ["a"])
    #expect(table.rows.map(\.time.milliseconds) == [1_000_000_000_001])
  }

  @Test func readingCanBeStopped() {
    let rows = (0..<9000).map { "a,\(1_000_000_000_000 + $0),3\n" }.joined()
    var shares: [Double] = []
    let table = ReviewTable(
      Array("card_id,review_time,review_rating\n\(rows)".utf8),
      latest: Timestamp(milliseconds: 1_795_651_200_000),
      progress: { share in
        shares.append(share)
        return shares.count < 3
      }, localOffset: { _ in 0 })
    #expect(table.isStopped)
    #expect(shares.count == 3)
    #expect(shares == shares.sorted() && shares.allSatisfy { (0...1).contains($0) })
  }

  @Test func withoutItsHeaderNothingIsRead() {
    #expect(read("").faults == [ReviewTable.Fault(line: 1, message: "the file is empty")])
    let headless = read("a,1,3\nb,2,4\n")
    #expect(headless.rows == [])
    #expect(headless.faults.map(\.line) == [1])
    #expect(read("card_id,review_time,review_rating").rows == [])
  }

  @Test func everyColumnThatIsNamedMakesItATableOfReviews() {
    for (header, missing) in [
      ("card_id,review_time", "review_rating"), ("review_rating;x", "card_id"),
      ("a\treview_time\tcard_id", "review_rating"), (" Card_ID ,rating", "review_time"),
    ] {
      let bytes = Array("\(header)\na,1,3\n".utf8)
      #expect(ReviewTable.isHeader(of: bytes), "\(header)")
      #expect(
        read(bytes).faults == [
          ReviewTable.Fault(
            line: 1,
            message:
              "the header names no column “\(missing)”; it takes card_id, review_time and review_rating"
          )
        ])
    }
    for header in ["question,note", "Area;Question", "", "id,ease", "card_ids", "sep=;"] {
      #expect(!ReviewTable.isHeader(of: Array("\(header)\na,1,3\n".utf8)), "\(header)")
    }
    #expect(
      read("card_id,card_id,review_time,review_rating\n").faults.map(\.message)
        == ["the header names the column “card_id” twice"])
  }

  @Test(arguments: [
    "card_id, review_time, review_rating\n c , 1726000000000 ,\t3 \n",
    "card_id;review_time;review_rating\r\nc;1726000000000;3\r\n",
    "card_id\treview_time\treview_rating\nc\t1726000000000\t3",
    "sep=;\r\ncard_id;review_time;review_rating\r\nc;1726000000000;3\r\n",
    "card_id,review_time,review_rating\rc,1726000000000,3\r",
    "card_id,review_time,review_rating\nc,1726000000000.0,Good\n",
    "card_id,review_time,review_rating\nc,1726000000000,3.0\n",
    "\"card_id\", \"review_time\", \"review_rating\"\n\"c\", \"1726000000000\", \"good\"\n",
    "id,cid,usn,ease,ivl,time,type\n1726000000000,c,-1,3,2,2400,0\n1726000000001,c,-1,0,2,0,4\n",
  ]) func otherHandsAreRead(_ text: String) {
    for bytes in [Array(text.utf8), utf16(text, isLittle: true), utf16(text, isLittle: false)] {
      #expect(ReviewTable.isHeader(of: bytes))
      let table = read(bytes)
      #expect(table.faults == [])
      #expect(table.rows.map(\.card) == ["c"])
      #expect(table.rows.map(\.time.milliseconds) == [1_726_000_000_000])
      #expect(table.rows.map(\.grade) == [.good])
    }
  }

  private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isLittle ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: ["7", "5", "3.5", "-3", "3.", "good!", "", "٣"])
  func whatIsNoRatingIsRefused(_ rating: String) {
    let table = read("card_id,review_time,review_rating\nc,1726000000000,\(rating)\n")
    #expect(
      table.faults.map(\.message) == ["review_rating “\(rating)” is not 1, 2, 3 or 4"])
  }

  @Test func secondsAreReadOnlyIfAllAre() {
    let header = "card_id,review_time,review_rating\n"
    let seconds = read(header + "a,1793000000,3\na,1793086400,2\n")
    #expect(seconds.faults == [] && seconds.isInSeconds)
    #expect(seconds.rows.map(\.time.milliseconds) == [1_793_000_000_000, 1_793_086_400_000])
    let parts = read(header + "a,1793000000.5,3\na,1793086400.0,2\na,1793086401.123456,2\n")
    #expect(parts.faults == [] && parts.isInSeconds)
    #expect(
      parts.rows.map(\.time.milliseconds) == [
        1_793_000_000_500, 1_793_086_400_000, 1_793_086_401_123,
      ])

    let mixed = read(header + "a,1793000000,3\na,1793086400000,2\na,x,1\na,1793000001,3\n")
    #expect(!mixed.isInSeconds && mixed.rows.map(\.line) == [3])
    #expect(
      mixed.faults == [
        ReviewTable.Fault(
          line: 2,
          message:
            "review_time “1793000000” would be in January 1970: milliseconds are wanted, not seconds"
        ),
        ReviewTable.Fault(line: 4, message: "review_time “x” is no time"),
        ReviewTable.Fault(
          line: 5,
          message:
            "review_time “1793000001” would be in January 1970: milliseconds are wanted, not seconds"
        ),
      ])
  }

  @Test(arguments: [
    ("0", "“0” milliseconds since 1970 is before 1990"),
    ("4102444800000", "“4102444800000” milliseconds since 1970 is in the future"),
    ("4102444800", "“4102444800” milliseconds since 1970 is before 1990"),
    ("1793000000000000", "“1793000000000000” milliseconds since 1970 is in the future"),
    ("9223372036854775807", "“9223372036854775807” milliseconds since 1970 is in the future"),
    ("-9223372036854775808", "“-9223372036854775808” milliseconds since 1970 is before 1990"),
    ("2099-01-01", "“2099-01-01” is in the future"), ("1989-12-31", "“1989-12-31” is before 1990"),
    ("1.764E+12", "“1.764E+12” is no time"),
  ]) func timesThatCannotBeAreNamed(_ time: String, _ message: String) {
    let table = read("card_id,review_time,review_rating\na,\(time),3\n")
    #expect(table.rows == [] && table.faults.map(\.message) == ["review_time \(message)"])
  }

  @Test func noLineAndNoFileTakesMoreThanItsShare() {
    let header = "card_id,review_time,review_rating\n"
    let commas = read(header + String(repeating: ",", count: 10_000_000) + "\na,1726000000000,3\n")
    #expect(commas.rows.map(\.line) == [3])
    #expect(
      commas.faults.map(\.message) == ["the line has 10000000 bytes, more than a review has"])
    #expect(
      read(header + String(repeating: ",", count: 1000)).faults.map(\.message)
        == ["the line has more than 256 fields"])
    #expect(!ReviewTable.isHeader(of: [UInt8](repeating: UInt8(ascii: ","), count: 10_000_000)))
    let many = read(header + String(repeating: "x\n", count: 100_000))
    #expect(many.faults.count == ReviewTable.namedFaults)
    #expect(many.faults.count + many.moreFaults == 100_000)
  }

  @Test func bytesThatAreNoTextAreNamed() {
    let table = read(
      Array("card_id,review_time,review_rating\nc".utf8) + [0xFF, 0x80]
        + Array(",1726000000000,3\n".utf8))
    #expect(
      table.faults == [
        ReviewTable.Fault(line: 2, message: "this is not UTF-8 text; save the file as UTF-8")
      ])
    #expect(read([0xFF, 0xFE, 0x00]).faults.count == 1)
  }
}
