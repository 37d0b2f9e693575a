import Screen
import Testing

@Suite struct WrappingTests {
  @Test(
    arguments: [
      ("the quick brown fox", 10, ["the quick", "brown fox"]),
      ("the quick brown fox", 9, ["the quick", "brown fox"]),
      ("the quick brown fox", 8, ["the", "quick", "brown", "fox"]),
      ("abcdefghij xy", 4, ["abcd", "efgh", "ij", "xy"]),
      ("a bcdefghij", 4, ["a", "bcde", "fghi", "j"]),
      ("one\n\ntwo\n", 10, ["one", "", "two", ""]),
      ("one\r\ntwo\rthree", 10, ["one", "two", "three"]),
      ("  indented text", 10, ["  indented", "text"]),
      ("  abcdef", 5, ["abcde", "f"]),
      ("a    b", 3, ["a", "b"]),
      ("a    b", 6, ["a    b"]),
      ("ab   ", 3, ["ab"]),
      ("ab ", 3, ["ab "]),
      ("", 5, [""]),
      ("a\tb", 9, ["a\tb"]),
      ("a\tb", 8, ["a", "b"]),
      ("漢字かな交じり文", 6, ["漢字か", "な交じ", "り文"]),
      ("漢字かな交じり文", 7, ["漢字か", "な交じ", "り文"]),
      ("see 漢字かな ok", 8, ["see 漢字", "かな ok"]),
      ("漢字", 1, ["漢", "字"]),
      ("a漢b", 1, ["a", "漢", "b"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
      ("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 4, ["👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧"]),
      ("किकि किकि", 5, ["किकि", "किकि"]),
      ("no\u{A0}break here", 9, ["no\u{A0}break", "here"]),
      ("x\u{3000}漢", 3, ["x", "漢"]),
    ] as [(String, Int, [String])])
  func wrapping(_ text: String, to width: Int, gives lines: [String]) {
    #expect(text.wrapped(to: width).map(String.init) == lines)
  }

  @Test func thereAreNoLinesWithoutWidth() {
    #expect("text".wrapped(to: 0).isEmpty)
    #expect("text".wrapped(to: -3).isEmpty)
  }

  @Test func linesAreSlicesOfTheText() {
    let text = "one two"
    let lines = text.wrapped(to: 3)
    #expect(lines.map { text[$0.startIndex..<$0.endIndex] } == ["one", "two"])
    #expect(text.dropFirst(4).wrapped(to: 2).map(String.init) == ["tw", "o"])
  }

  @Test(arguments: UInt64(0)..<100) func everyTextWrapsWithoutLoss(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let text = generator.text(upTo: 40)
      let width = Int.random(in: 1...20, using: &generator)
      let lines = text.wrapped(to: width)
      let context: Comment = "seed \(seed), width \(width): \(text.debugDescription)"

      for line in lines {
        #expect(
          line.displayWidth <= width || line.count == 1, "\(line.debugDescription) in \(context)")
      }
      var end = text.startIndex
      for line in lines {
        let leftOut = text[end..<line.startIndex]
        #expect(leftOut.allSatisfy { " \t\u{3000}\n\r\r\n".contains($0) }, context)
        end = line.endIndex
      }
      #expect(text[end...].allSatisfy { " \t\u{3000}".contains($0) }, context)
      let paragraphs = text.split(
        omittingEmptySubsequences: false, whereSeparator: { ["\n", "\r", "\r\n"].contains($0) })
      #expect(lines.count >= paragraphs.count, context)
    }
  }

  /// Words of ASCII against the plain definition: a word goes on the line if it fits.
  @Test(arguments: UInt64(0)..<50) func wordsFillLinesGreedily(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<30).map { _ in
      String(repeating: "w", count: Int.random(in: 1...9, using: &generator))
    }
    let width = Int.random(in: 9...30, using: &generator)
    var lines = [words[0]]
    for word in words.dropFirst() {
      if lines[lines.count - 1].count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word)
      }
    }
    let wrapped = words.joined(separator: " ").wrapped(to: width).map(String.init)
    #expect(wrapped == lines, "seed \(seed)")
  }
}
