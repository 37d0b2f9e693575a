import Testing

@testable import Practice

/// What makes two wordings the same, at the edges of each rule.
@Suite struct ShinglesTests {
  private func words(_ text: String) -> [Prose.Word] { Prose(text).words }

  /// So many words that are nowhere else.
  private func unlike(_ count: Int, _ letter: String) -> [String] {
    (0..<count).map { "\(letter)\($0 / 26)\(Unicode.Scalar(UInt8(97 + $0 % 26)))" }
  }

  @Test(arguments: [
    ("we had 55 crates here", true), ("we had forty crates here", true),
    ("we had forty five crates here", true), ("we had crates here", false),
    ("we had some crates here", false), ("we had 40 40 crates here", true),
  ]) func oneFigureIsAsAnother(text: String, isSame: Bool) {
    let shingles = Shingles(words("we had 40 crates here"), length: 3)
    #expect((shingles.similarity(to: Shingles(words(text), length: 3)) == 1) == isSame)
  }

  @Test func aFewRunsAreNoStory() {
    for (count, overlap) in [(15, 0.0), (16, 1.0)] {
      let shingles = Shingles(words(unlike(count, "x").joined(separator: " ")), length: 5)
      #expect(shingles.overlap(with: shingles) == overlap, "\(count) words")
    }
    let none = Shingles([], length: 3)
    #expect(none.similarity(to: none) == 0)
  }

  /// Seven of twenty runs are 35 in a hundred.
  @Test(arguments: [(11, true), (10, false)]) func aStoryIsKnownByAThirdOfItsRuns(
    shared: Int, isKnown: Bool
  ) {
    let told = unlike(24, "x")
    var context = ObservationContext(competency: "data")
    context.told = [
      ObservationContext.ToldStory(
        id: "1", listener: "Ana", text: told.joined(separator: " "))
    ]
    let text = (told.prefix(shared) + unlike(30, "y")).joined(separator: " ")
    let seen = StarAnswer(action: text).observations(in: context, kinds: [.toldBefore])
    #expect(!seen.isEmpty == isKnown)
  }

  private func isSame(_ text: [String], as earlier: [String]) -> Bool {
    var context = ObservationContext(competency: "data")
    context.attempts = [[String]](repeating: earlier, count: 3).map { $0.joined(separator: " ") }
    return !StarAnswer(action: text.joined(separator: " "))
      .observations(in: context, kinds: [.sameWords]).isEmpty
  }

  @Test func theSameWordsAreThirtyAtLeast() {
    let (short, long) = (unlike(29, "x"), unlike(30, "x"))
    #expect(!isSame(short, as: short) && isSame(long, as: long))
  }

  /// Of fifty runs forty are four fifths, and that is not over it.
  @Test(arguments: [(10, false), (9, true)]) func theSameWordsAreOverFourFifths(
    changed: Int, isNoted: Bool
  ) {
    let text = unlike(52, "x")
    #expect(isSame(text, as: text.dropLast(changed) + unlike(changed, "y")) == isNoted)
  }

  /// Of two runs that are as long the first is shown.
  @Test func theLongestRunIsShown() {
    let told = "one fine day the door was shut and then the lamp fell over in the hall of ours"
    var context = ObservationContext(competency: "data")
    context.story = "1"
    context.told = [ObservationContext.ToldStory(id: "1", listener: "Ana", text: told)]
    for (text, run) in [
      ("So the door was shut. Yes, the lamp fell over.", "the door was shut"),
      ("So the door was shut. Yes, and then the lamp fell over.", "and then the lamp fell over"),
      ("Nothing there. More.", "Nothing there"),
    ] {
      let seen = StarAnswer(action: text).observations(in: context, kinds: [.toldBefore])
      #expect(seen.first?.quotes.map(\.text) == [run], "\(text)")
    }
  }
}
