import Records
import TestSupport
import Testing

struct RecordValueTests {
  @Test(arguments: [
    #"{"a":1,"b":"x"}"#, #"{"a":-5,"b":[1,2,null]}"#, #"{}"#, #"{"a":0}"#, #"{"é":"ü","漢":[]}"#,
    #"{"a":{"b":1,"c":2},"d":"\"\\\n"}"#,
  ])
  func whatIsCanonicalStays(_ line: String) throws {
    #expect(try #require(RecordValue.spelt(line)).line == line)
  }

  @Test(arguments: [
    (#"{ "a" : 1 }"#, #"{"a":1}"#), (#"{"b":1,"a":2}"#, #"{"a":2,"b":1}"#),
    (#"{"a":007}"#, #"{"a":7}"#), (#"{"a":-0}"#, #"{"a":0}"#), (#"{"a":-07}"#, #"{"a":-7}"#),
    (#"{"a":"\u0041\/"}"#, #"{"a":"A/"}"#), (#"{"a":[1, 2]}"#, #"{"a":[1,2]}"#),
    (#"{"a":{"d":1,"c":2}}"#, #"{"a":{"c":2,"d":1}}"#), (" {}", "{}"), ("{}\n", "{}"),
    (#"{"a":"x\u00e9y\ud83d\ude00z"}"#, #"{"a":"xéy😀z"}"#),
    (#"{"\u0061":"b"}"#, #"{"a":"b"}"#),
  ])
  func anyOtherSpellingBecomesTheCanonicalOne(_ line: String, _ canonical: String) throws {
    let (value, spelt) = try #require(RecordValue.spelt(line))
    #expect(spelt.utf8.elementsEqual(canonical.utf8))
    #expect(value.line == canonical)
  }

  @Test(arguments: [
    "9223372036854775807", "-9223372036854775808", "0", "-1",
  ])
  func numbersAreReadToTheirEnds(_ number: String) {
    #expect(RecordValue(line: #"{"a":\#(number)}"#)?.object?["a"]?.integer == Int64(number))
  }

  @Test(arguments: [
    #"{"a":9223372036854775808}"#, #"{"a":-9223372036854775809}"#, #"{"a":-}"#, #"{"a":+1}"#,
    #"{"a":1.5}"#, #"{"a":99999999999999999999999}"#, #"{"a":}"#, #"{"a":1,"a":2}"#, #"{"a":"x}"#,
    "{\"a\":\"\u{1}\"}", #"{"a":"\x"}"#, #"{"a":"\ud83d"}"#, "{} {}", "",
  ])
  func whatIsNoneIsNone(_ line: String) { #expect(RecordValue(line: line) == nil) }

  /// Values at random, laid out at random: the canonical spelling is always that of the value.
  @Test func theSpellingIsAlwaysThatOfTheValue() throws {
    var generator = CaseGenerator(seed: Campaign("spellings", whole: 1, slice: 1).seed)
    for _ in 0..<2000 {
      let value = Self.value(depth: 0, &generator)
      let line = Self.line(of: value, &generator)
      let spelt = try #require(RecordValue.spelt(line), "\(line)")
      #expect(spelt.value == value)
      #expect(spelt.line.utf8.elementsEqual(value.line.utf8), "\(line)")
    }
  }

  private static let texts = ["", "a", "Ab c", "é\u{301}", "漢字", "\"", "\\", "\n", "\u{1}", "/"]

  private static func value(depth: Int, _ generator: inout CaseGenerator) -> RecordValue {
    switch Int.random(in: 0...(depth < 3 ? 4 : 2), using: &generator) {
    case 0: .null
    case 1: .integer(.random(in: -1000...1000, using: &generator))
    case 2: .text(texts.randomElement(using: &generator) ?? "")
    case 3:
      .list(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          value(depth: depth + 1, &generator)
        })
    default:
      .object(
        Dictionary(
          (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            (texts.randomElement(using: &generator) ?? "", value(depth: depth + 1, &generator))
          }
        ) { first, _ in first })
    }
  }

  /// A value as some program might write it: with blanks, members in any order, needless escapes.
  private static func line(of value: RecordValue, _ generator: inout CaseGenerator) -> String {
    let blank = Int.random(in: 0..<8, using: &generator) == 0 ? " " : ""
    switch value {
    case .list(let values):
      let written = values.map { line(of: $0, &generator) }
      return "\(blank)[\(written.joined(separator: ","))\(blank)]"
    case .object(let members):
      let isSorted = Bool.random(using: &generator)
      let keys =
        isSorted
        ? members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        : members.keys.shuffled(using: &generator)
      let written = keys.map { key in
        let name = RecordValue.text(key).line
        return "\(name)\(blank):\(line(of: members[key] ?? .null, &generator))"
      }
      return "{\(blank)\(written.joined(separator: ","))}"
    case .text("a") where Bool.random(using: &generator): return #""\u0061""#
    case .integer(let number) where number > 0 && !blank.isEmpty: return "00\(number)"
    default: return value.line + blank
    }
  }
}
