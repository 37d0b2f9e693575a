import Screen
import Testing

@Suite struct SanitisingTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("a\u{1B}[2Jb", "a[2Jb"), ("a\u{9B}2Jb", "a2Jb"), ("a\u{85}b", "ab"),
      ("a\u{2028}b\u{2029}c", "abc"), ("a\u{202E}b\u{2066}c\u{200F}", "abc"), ("\u{FEFF}a", "a"),
      ("a\nb\r\nc\td", "a b c d"), ("a\u{0}b\u{7F}", "ab"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("e\u{301}❤️", "e\u{301}❤️"),
      ("a\u{E0041}b", "ab"), ("漢é", "漢é"), ("a\u{AD}b", "ab"), ("", ""),
    ] as [(String, String)])
  func sanitising(_ text: String, gives result: String) {
    #expect(text.sanitised() == result)
  }

  @Test func keptControlsStayAndLineEndsAreOne() {
    #expect("a\r\nb\tc\rd\n".sanitised(keeping: [.newlines, .tabs]) == "a\nb\tc\nd\n")
    #expect("a\nb\tc".sanitised(keeping: .newlines) == "a\nb c")
    #expect("a\nb\tc".sanitised(keeping: .tabs) == "a b\tc")
  }

  @Test func nothingOfControlOrFormatIsLeftOfAnyScalar() {
    var wrong: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let left = String(scalar).sanitised(keeping: [.newlines, .tabs]).unicodeScalars.first
      let expected: Unicode.Scalar? =
        switch scalar.properties.generalCategory {
        case .control: value == 9 ? "\t" : value == 10 || value == 13 ? "\n" : nil
        case .lineSeparator, .paragraphSeparator: nil
        // Joiners, and number signs that are seen.
        case .format:
          value == 0x200C || value == 0x200D || scalar.displayWidth == 1 ? scalar : nil
        default: scalar
        }
      if left != expected { wrong.append(String(value, radix: 16)) }
    }
    #expect(wrong == [])
  }
}
