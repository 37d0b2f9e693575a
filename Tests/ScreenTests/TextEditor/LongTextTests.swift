import Screen
import Testing

@Suite struct LongTextTests {
  /// Words with an emoji after every other one, some of several scalars.
  static func text(words count: Int, separator: String = " ") -> String {
    let emoji = ["🙂", "👨‍👩‍👧", "👍🏽", "🇯🇵", "❤️", "🏳️‍🌈"]
    let words = ["I", "asked", "the", "manager", "what", "had", "changed", "since", "Monday"]
    return (0..<count).map { index in
      words[index % words.count] + (index % 2 == 0 ? " " + emoji[index / 2 % emoji.count] : "")
    }.joined(separator: separator)
  }

  /// The quickest of many key presses in the middle of a text, each with its picture.
  private func quickestKey(in text: String) -> Duration {
    let size = Size(width: 76, height: 10)
    var editor = TextEditor(text, size: size)
    var canvas = Canvas(size: Size(width: 80, height: 24))
    let lines = text.wrapped(to: size.width).count
    for _ in 0..<lines / 2 { editor.perform(.up) }
    return (0..<50).map { _ in
      ContinuousClock().measure {
        editor.handle(.character("x"))
        editor.draw(on: &canvas, x: 2, y: 3, size: size, hasFocus: true)
      }
    }.min() ?? .zero
  }

  /// One paragraph of 5,000 words: laying all of it out takes hundreds of times as long.
  @Test func aKeyInALongTextTakesAsLongAsInAShortOne() {
    let short = quickestKey(in: Self.text(words: 200))
    let long = quickestKey(in: Self.text(words: 5000))
    #expect(long < short * 4, "\(long) and \(short)")
    #expect(long < .milliseconds(16), "\(long)")
  }

  /// Every line after the key is another one.
  @Test(arguments: ["漢字", "👍🏽", "🇯🇵"]) func soDoesOneInTextWithoutSpaces(sign: String) {
    let short = quickestKey(in: String(repeating: sign, count: 1000))
    let long = quickestKey(in: String(repeating: sign, count: 20_000))
    #expect(long < short * 4, "\(long) and \(short)")
  }

  @Test func aLongPasteIsAllThere() {
    let text = Self.text(words: 5000, separator: "\n")
    var editor = TextEditor("", size: Size(width: 76, height: 10))
    editor.paste(text)
    #expect(editor.text == text)
    #expect(editor.wordCount == 5000)
    editor.perform(.undo)
    #expect(editor.text.isEmpty)
    #expect(editor.wordCount == 0)
  }
}
