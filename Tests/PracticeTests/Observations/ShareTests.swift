import Testing

@testable import Practice

/// How long an answer is and how it is shared out, at the edges of each rule.
@Suite struct ShareTests {
  private func words(_ count: Int) -> String {
    [String](repeating: "word", count: count).joined(separator: " ")
  }

  private func answer(_ counts: [Int]) -> StarAnswer {
    StarAnswer(
      situation: words(counts[0]), task: words(counts[1]), action: words(counts[2]),
      result: words(counts[3]))
  }

  private func shares(_ counts: [Int], on competency: String = "data") -> [String] {
    answer(counts).observations(
      in: ObservationContext(competency: competency), kinds: [.share]
    ).map { "\($0.part) \($0.isStrong ? "strong " : "")\($0.note)" }
  }

  @Test(
    arguments: [
      ([29, 29, 60, 31], []), ([30, 30, 60, 30], ["situation Situation and Task are 40% of it."]),
      ([53, 7, 60, 30], ["situation Situation and Task are 40% of it."]),
      ([54, 6, 60, 30], ["situation Situation is 36% of it."]),
      ([7, 53, 60, 30], ["task Situation and Task are 40% of it."]),
      ([33, 20, 70, 27], []), ([34, 20, 70, 26], ["situation Situation and Task are 36% of it."]),
      ([33, 20, 52, 45], ["action Action is 35% of it."]),
      ([33, 20, 51, 46], ["action strong Action is 34% of it."]),
      ([30, 20, 68, 32], []), ([30, 20, 67, 33], ["action Action is 45% of it."]),
      ([30, 20, 66, 34], ["action Action is 44% of it."]),
      ([30, 20, 86, 14], ["result Result is 9% of it."]), ([30, 20, 85, 15], []),
    ] as [([Int], [String])])
  func areCompared(counts: [Int], notes: [String]) {
    // 67 of 150 are 45 in a hundred, and that is enough.
    #expect(shares(counts) == (counts[2] == 67 ? [] : notes))
  }

  @Test(
    arguments: [
      (45, []), (44, ["action Action is 29% of it."]), (29, ["action strong Action is 19% of it."]),
      (30, ["action Action is 20% of it."]),
    ] as [(Int, [String])])
  func aFailureLeavesTheActionLess(action: Int, notes: [String]) {
    #expect(shares([30, 20, action, 100 - action], on: "failure") == notes)
  }

  @Test(arguments: [
    ([0, 9, 9, 9], "Which day was it, and what was at stake?"),
    ([9, 0, 9, 9], "What was yours to do?"),
    ([9, 9, 0, 9], "What did you do first, and why that?"),
    ([9, 9, 9, 0], "What changed, and for whom?"),
    ([0, 0, 9, 9], "Does any of what you wrote belong there?"),
  ]) func anEmptyPartIsAskedAbout(counts: [Int], question: String) {
    let seen = answer(counts).observations(
      in: ObservationContext(competency: "data"), kinds: [.share])
    #expect(seen.map(\.question) == [question])
  }

  private func length(_ answer: StarAnswer, _ milliseconds: Int) -> Observation? {
    var context = ObservationContext(competency: "data")
    context.spoken = milliseconds
    return answer.observations(in: context, kinds: [.length]).first
  }

  @Test func lengthShowsWhatIsShortOrWhatIsLong() {
    let answer = StarAnswer(
      situation: "One two three.", task: "Four five six.",
      action: "One two three four. Five six seven eight.", result: "One two three four.")
    for time in [1, 59_500] {
      #expect(length(answer, time)?.question == "What would they still have to ask?")
      #expect(length(answer, time)?.quotes.map(\.text) == ["One two three"])
    }
    for time in [150_500, 180_000, 180_500] {
      let seen = length(answer, time)
      #expect(seen?.question == "Which sentence could go?")
      #expect(seen?.quotes.map(\.text) == ["One two three four"] && seen?.part == .action)
      #expect(seen?.isStrong == (time > 180_000))
    }
    for time in [0, 60_000, 150_000] { #expect(length(answer, time) == nil) }
    #expect(length(answer, 59_500)?.note == "It took 1:00.")
    #expect(length(answer, 9_000)?.note == "It took 0:10.")
    #expect(length(answer, 3_000)?.note == "It took 0:05.")
  }

  /// By the verbs of a sentence, with what stands before them.
  @Test(arguments: [
    ("It is never planned", 3, false), ("It was never planned", 1, true),
    ("They never planned it", 2, true), ("The well planned route", 2, false),
    ("Planned it", 0, true), ("Is heard and involved", 3, false), ("I heard and planned", 3, true),
    ("Calm but planned", 2, true), ("Is heard or involved", 3, false),
    ("Is heard but involved", 3, false), ("They was it", 1, true), ("They were it", 1, true),
    ("They had it", 1, true), ("They did it", 1, true), ("They wasn't it", 1, true),
    ("They weren't it", 1, true), ("They hadn't it", 1, true), ("They didn't it", 1, true),
    ("It is so planned", 3, false),
  ]) func aVerbInThePastIsTold(text: String, index: Int, isPast: Bool) {
    #expect(Prose(text).isPast(at: index) == isPast)
  }

  /// Each ends with a word after which another is looked for.
  @Test(arguments: [
    "I aligned it. I leveraged it, and that is what I drove", "I would ask each",
    "I would. I would ask every", "It was", "It was quickly", "I should have been",
    "It was kind of",
    "Maybe just", "It is toxic", "He was stupid", "Now i", "From Here to",
    "Of the best kind in the whole town it was", "One hundred and", "a",
    "40 per", "3 March", "In 2019", "“", "He’d", "I'd",
  ]) func nothingIsLookedForBeyondTheEnd(text: String) {
    let answer = StarAnswer(situation: text, task: text, action: text, result: text)
    var context = ObservationContext(competency: "failure")
    context.isTranscript = true
    _ = answer.observations(in: context, kinds: Set(ObservationKind.allCases))
    #expect(answer.wordCount(of: .task) == Prose(text).words.count)
  }

  @Test func oneWordIsAnAnswerAndAPaceThatIsNoneTakesNoTime() {
    let seen = StarAnswer(action: "Word").observations(
      in: ObservationContext(competency: "data"), kinds: [.length])
    #expect(seen.count == 1)
    #expect(SpeakingPace.seconds(words: 140) == 60)
    #expect(SpeakingPace.seconds(words: 1, wordsPerMinute: 1) == 60)
    #expect(SpeakingPace.seconds(words: 9, wordsPerMinute: 0) == 0)
  }
}
