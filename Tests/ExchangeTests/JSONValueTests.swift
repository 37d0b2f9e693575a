import Exchange
import Foundation
import Testing

@Suite struct JSONValueTests {
  @Test func keysKeepTheirOrderAndEmptyThingsStayOnOneLine() {
    let value = JSONValue.object([
      "b": .int(1), "a": .array([.bool(true), .null]), "c": .array([]), "d": .object([:]),
    ])
    #expect(
      value.text == """
        {
          "b": 1,
          "a": [
            true,
            null
          ],
          "c": [],
          "d": {}
        }
        """)
  }

  @Test func whatCouldCommandATerminalIsEscaped() {
    #expect(
      JSONValue.string("a\u{1B}[31m\u{202E}\u{9B}\"\\\n").text
        == #""a\u001b[31m\u202e\u009b\"\\\n""#)
  }

  @Test func aJSONReaderReadsTheSame() throws {
    let text = "漢字 👨‍👩‍👧 e\u{301} \u{7} \u{2028}"
    let value = JSONValue.object(["text": .string(text), "number": .double(2.3065)])
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(value.text.utf8)) as? [String: Any])
    #expect(read["text"] as? String == text)
    #expect(read["number"] as? Double == 2.3065)
  }

  @Test func numbersThatJSONLacksAreNull() {
    #expect(JSONValue.array([.double(.nan), .double(.infinity)]).text == "[\n  null,\n  null\n]")
  }
}
