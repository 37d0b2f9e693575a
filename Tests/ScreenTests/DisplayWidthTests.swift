import Screen
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("漢", 2), ("🙂", 2), ("👨‍👩‍👧", 2), ("👩‍❤️‍👨", 2), ("🏳️‍🌈", 1), ("👍🏽", 2), ("🏽", 2), ("🇯🇵", 2),
      ("❤️", 1), ("e\u{301}", 1), ("ที่", 1), ("कि", 2), ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2),
      ("\u{1B}", 0), ("\u{301}", 0), ("█", 1), ("…", 1), ("1\u{FE0F}\u{20E3}", 1), ("\u{AD}", 0),
    ] as [(Character, Int)])
  func displayWidth(of character: Character, is width: Int) {
    #expect(character.displayWidth == width)
    #expect(String(character).displayWidth == width)
  }

  @Test func tabsAndLineBreaksCountAsDrawn() {
    #expect("ab\tc".displayWidth == 9)
    #expect("漢\t".displayWidth == 8)
    #expect("a\r\nb\nc".displayWidth == 5)
    #expect("".displayWidth == 0)
    #expect("xxabcdyy".dropFirst(2).dropLast(2).displayWidth == 4)
  }

  @Test(arguments: UInt64(0)..<50) func widthIsWhatDrawingTakes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let text = generator.text(upTo: 20)
      var canvas = Canvas(size: Size(width: 400, height: 1))
      let end = canvas.draw(text, x: 3, y: 0)
      #expect(end - 3 == text.displayWidth, "seed \(seed): \(text.debugDescription)")
    }
  }

  /// Wrapping and truncating add up characters, drawing goes by scalars.
  @Test(arguments: UInt64(0)..<50) func widthIsTheSumOfTheCharacters(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let text = generator.text(upTo: 20).filter { $0 != "\t" }
      let sum = text.reduce(0) { $0 + $1.displayWidth }
      #expect(text.displayWidth == sum, "seed \(seed): \(text.debugDescription)")
    }
  }
}
