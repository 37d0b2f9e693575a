import Screen
import Testing

@Suite struct WordCountTests {
  @Test(
    arguments: [
      ("", 0), ("   ", 0), ("one", 1), ("one two\nthree\tfour", 4), ("don't", 1), ("it’s", 1),
      ("well-known", 1), ("word—word", 2), ("one – two", 2), ("so … then", 2), ("40%", 1),
      ("£1,200.50", 1), ("24/7", 1), ("e.g. this", 2), ("“quoted”", 1), ("- - *", 0), ("🙂", 0),
      ("great🙂work", 2), ("20 °C", 2), ("👨‍👩‍👧 family", 1), ("e\u{301}te\u{301}", 1),
      ("über Straße", 2), ("漢字", 2),
      ("カタカナ、かな", 6), ("チーム 3 人", 5), ("한국어 단어", 2), ("שלום עולם", 2), ("слово", 1),
      ("हिन्दी शब्द", 2), ("no\u{A0}break", 2), ("a\u{3000}b", 2), ("½ day", 2),
    ] as [(String, Int)])
  func words(of text: String, are count: Int) {
    #expect(text.wordCount == count)
  }
}
