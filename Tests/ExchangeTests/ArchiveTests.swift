import Exchange
import Practice
import Scheduler
import Testing

@Suite struct ArchiveTests {
  private let archive = Archive(
    tables: [
      PlainTable(
        name: "notes", columns: ["card", "text", "changed_ms"],
        rows: [
          [.text("d/A"), .text("say “no” 你\n\t\"\\\u{1B}[2J\u{0}\u{202E}🎈"), .integer(.max)],
          [.text("d/B"), .null, .integer(-3)],
        ]),
      PlainTable(name: "empty", columns: ["x"]),
      PlainTable(name: "fits", columns: ["x"], rows: [[.real(0.1)], [.real(-1e300)]]),
    ],
    decks: [.init(name: "b.yaml", text: "id: b\r\n"), .init(name: "a.yaml", text: "")],
    settings: "# mine\n")

  private func archive(_ text: String) throws -> Archive { try Archive(json: Array(text.utf8)) }

  @Test func whatIsWrittenIsReadBack() throws {
    let read = try Archive(json: archive.json)
    #expect(read.settings == archive.settings)
    #expect(read.decks == archive.decks.reversed())
    #expect(read.tables == [archive.tables[2], archive.tables[0]])
    #expect(read.json == archive.json)
    #expect(try Archive(json: Archive(tables: [], decks: [], settings: nil).json).tables == [])
  }

  @Test func eachRowStandsOnALineOfItsOwnAndNothingInItCommandsATerminal() {
    let text = String(decoding: archive.json, as: UTF8.self)
    #expect(
      text == """
        {
          "starling_archive": 1,
          "settings": "# mine\\n",
          "decks": {
            "a.yaml": "",
            "b.yaml": "id: b\\r\\n"
          },
          "tables": {
            "fits": [
              {"x": 0.1},
              {"x": -1e+300}
            ],
            "notes": [
              {"card": "d/A", "text": "say “no” 你\\n\\t\\"\\\\\\u001b[2J\\u0000\\u202e🎈", "changed_ms": 9223372036854775807},
              {"card": "d/B", "text": null, "changed_ms": -3}
            ]
          }
        }

        """)
  }

  @Test(arguments: [
    ("", "1: this is no JSON: it ends too early"),
    ("{", "1: this is no JSON: a text in quotes is missing"),
    ("{\n\"a\": tru}", "2: this is no JSON: this is no value"),
    ("{\n\n\"a\": 1,}", "3: this is no JSON: a text in quotes is missing"),
    ("[1 2]", "1: this is no JSON: a “,” or “]” is missing"),
    ("\"\u{1}\"", "1: this is no JSON: there is a control character in a text"),
    ("\"\\x\"", "1: this is no JSON: there is a “\\” before a letter that it does nothing for"),
    ("\"\\u12\"", "1: this is no JSON: four digits are missing after “\\u”"),
    ("1 1", "1: this is no JSON: something follows after the end"),
    ("1e999", "1: this is no JSON: this is no value"),
    ("+5", "1: this is no JSON: this is no value"),
    ("01", "1: this is no JSON: something follows after the end"),
    (".5", "1: this is no JSON: this is no value"), ("1.", "1: this is no JSON: this is no value"),
    ("1e", "1: this is no JSON: this is no value"), ("-", "1: this is no JSON: this is no value"),
    ("\"\\u+12a\"", "1: this is no JSON: four digits are missing after “\\u”"),
    ("{}", "1: this is not a Starling archive: it has no “starling_archive”"),
    (#"{"starling_archive": 1, "tables": {}, "tables": {}}"#, "1: “tables” stands there twice"),
    (
      #"{"starling_archive": 1, "tables": {"a": [{"x": 1, "x": 2}]}}"#,
      "1: “x” stands there twice"
    ), (#"{"starling_archive": 1, "tables": {"a": [{}]}}"#, "1: a row of “a” has nothing in it"),
    ("[]", "1: this is not a Starling archive: it has no “starling_archive”"),
    (#"{"starling_archive": 3}"#, "1: a newer Starling has written this archive; update this one"),
    (
      #"{"starling_archive": 2}"#,
      "1: “records” is missing, without which version 2 says nothing"
    ), (#"{"starling_archive": 1, "records": []}"#, "1: version 1 has no “records”"),
    (#"{"starling_archive": 2, "records": [7]}"#, "1: a record is no object"),
    (#"{"starling_archive": 1, "wishes": []}"#, "1: “wishes” is not what is to be there"),
    (
      #"{"starling_archive": 1, "tables": {"a": [{"x": []}]}}"#,
      "1: “x” of a row of “a” is no number or text"
    ),
    (
      #"{"starling_archive": 1, "tables": {"a": [{"x": 1}, {"y": 1}]}}"#,
      "1: the rows of “a” do not all have the same keys"
    ),
  ]) func whatIsNoArchiveIsSaid(text: String, message: String) {
    #expect {
      try archive(text)
    } throws: { "\($0)" == message }
  }

  @Test func hostileTextNeitherCrashesNorHangs() throws {
    #expect(throws: Archive.Fault.self) { try archive(String(repeating: "[", count: 200_000)) }
    var generator = SeededGenerator(seed: 7)
    let bytes = archive.json
    for _ in 0..<3000 {
      var spoiled = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !spoiled.isEmpty {
        let place = Int.random(in: 0..<spoiled.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: spoiled.remove(at: place)
        case 1: spoiled[place] = .random(in: 0...255, using: &generator)
        default: spoiled.removeSubrange(place...)
        }
      }
      _ = try? Archive(json: spoiled)
    }
  }

  @Test func whatIsNotWantedIsPassedOver() {
    let many = "[" + String(repeating: "[],", count: 300_000) + "[]]"
    #expect(throws: Archive.Fault.self) { try archive(many) }
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    #expect(try archive("\u{FEFF}{\"starling_archive\": 1}").tables.isEmpty)
    #expect(try archive(#"{"starling_archive": 1, "tables": {"a": []}}"#).tables.count == 1)
    #expect(throws: Archive.Fault.self) { try Archive(json: [0x22, 0xFF, 0x22]) }
  }

  @Test func halvesOfCharactersAreReadTogether() throws {
    let read = try archive(#"{"starling_archive": 1, "settings": "\ud83c\udf88 \ud83c \/\b\f"}"#)
    #expect(read.settings == "🎈 \u{FFFD} /\u{8}\u{C}")
  }

  @Test func reviewsComeOutAsTheyGoIn() {
    func row(_ card: String, _ time: Int64, _ grade: Grade, _ duration: Int?)
      -> (card: String, review: Review, duration: Int?)
    {
      let time = Timestamp(milliseconds: time)
      return (card, Review(time: time, utcOffset: 0, grade: grade), duration)
    }
    let rows = [
      row("d/A", 1_726_000_001_000, .good, 90_000), row("d/B", 1_726_000_002_000, .again, nil),
    ]
    let text = ReviewTable.text(rows)
    #expect(
      text == """
        card_id,review_time,review_rating,review_duration
        d/A,1726000001000,3,90000
        d/B,1726000002000,1,

        """)
    let table = ReviewTable(
      Array(text.utf8), latest: Timestamp(milliseconds: 1_795_651_200_000)
    ) { _ in 0 }
    #expect(table.faults.isEmpty)
    #expect(table.rows.map(\.duration) == [90_000, nil])
    #expect(
      ReviewTable.text([rows[1]]) == "card_id,review_time,review_rating\nd/B,1726000002000,1\n")
  }
}
