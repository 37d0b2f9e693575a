import Practice
import Scheduler
import Screen
import Testing

/// The count beside a text field and the length that is observed are of the same words.
@Suite struct WordCountTests {
  @Test(arguments: UInt64(0)..<200) func theFieldCountsWhatIsObserved(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "word", "don't", "it’s", "well-known", "24/7", "40", "%", "£", "e.g.", "(so)", "“he", "said”",
      "—", "–",
      "…", "...", "🙂", "👨‍👩‍👧", "漢字", "かな", "カー", "한국어", "é", "e\u{301}", "\u{301}", "ß", "½", "हिन्दी",
      "\u{200D}", "_", "ª",
    ]
    let gaps = [" ", "", "\n", "\t", "\u{A0}", "\u{3000}", ", ", ". "]
    let text = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
      parts[Int.random(in: parts.indices, using: &generator)]
        + gaps[Int.random(in: gaps.indices, using: &generator)]
    }.joined()
    #expect(
      StarAnswer(action: text).wordCount(of: .action) == text.wordCount,
      "seed \(seed): \(text.debugDescription)")
  }
}
