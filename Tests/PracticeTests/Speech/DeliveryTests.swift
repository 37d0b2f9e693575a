import Testing

@testable import Practice

/// How an answer was said, from the times of its words.
@Suite struct DeliveryTests {
  /// Thirty words, two a second from the first second on, with pauses after the tenth and the twentieth.
  private func speech(marks: [PartMark] = []) -> Speech {
    var start = 1000
    let words = (0..<30).map { place -> SpokenWord in
      if place == 10 { start += 2500 }
      if place == 20 { start += 3000 }
      defer { start += 500 }
      let sign = place == 4 ? "." : ""
      return SpokenWord("word\(place)\(sign)", start..<start + 500)
    }
    return Speech(Transcript(words: words), pauses: nil, marks: marks)
  }

  @Test func figuresAreOfTheSpeakingTime() throws {
    let marks = [PartMark(.situation, at: 0), PartMark(.task, at: 6500)]
    let delivery = try #require(Delivery(of: speech(marks: marks), duration: 23_500))
    #expect(delivery.firstWord == 1000)
    #expect(delivery.lastWord == 2000)
    #expect(delivery.speakingTime == 15_000)
    #expect(delivery.pace == 120)
    #expect(
      delivery.headline == Delivery.Headline(text: "word0 word1 word2 word3 word4.", length: 2500))
    #expect(delivery.pauses.map(\.length) == [2500, 3000])
    #expect(delivery.pauses.map(\.isBetweenParts) == [true, false])
    #expect(delivery.pauses.map(\.step) == [.situation, .task])
    #expect(delivery.pauses.map(\.words) == ["word10 word11 word12", "word20 word21 word22"])
  }

  @Test func whatIsSaidOfIt() throws {
    let marks = [PartMark(.situation, at: 0), PartMark(.task, at: 6500)]
    let delivery = try #require(Delivery(of: speech(marks: marks), duration: 23_500))
    let own = OwnPace([90, 92, 95, 93])
    #expect(
      delivery.lines(Set(DeliveryKind.allCases), own: own) == [
        "120 words a minute; yours is usually 93.", "First word after 1 s.",
        "Last word 2 s before the end.",
        "A pause of 3.0 s in the Task, before “word20 word21 word22”.",
        "1 pause between parts (2.5 s), where one gives time to follow.",
        "First sentence, 3 s: “word0 word1 word2 word3 word4.”",
      ])
    #expect(delivery.lines([.firstWord], own: own) == ["First word after 1 s."])
    // Near to what is usual, and of somebody of whom little is known, nothing is said of a pace.
    #expect(delivery.lines([.pace], own: OwnPace([118, 119, 125])).isEmpty)
    #expect(delivery.lines([.pace], own: OwnPace([50, 51])).isEmpty)
  }

  @Test func withoutTimesThereIsNone() {
    let plain = Speech(Transcript(words: [SpokenWord("All")]), pauses: nil, marks: [])
    #expect(Delivery(of: plain, duration: 1000) == nil)
  }

  @Test func fewWordsTellNoPace() throws {
    let short = Speech(
      Transcript(words: [SpokenWord("Yes", 0..<100)]), pauses: nil, marks: [])
    #expect(try #require(Delivery(of: short, duration: 500)).pace == nil)
  }

  @Test func ownPaceIsDrawnTowardsWhatIsUsual() {
    #expect(OwnPace().wordsPerMinute == 140)
    #expect(OwnPace([100]).wordsPerMinute == 130)
    #expect(OwnPace([100, 100, 100]).median == 100)
    #expect(OwnPace([100, 100, 100]).wordsPerMinute == 120)
    #expect(OwnPace([.nan, .infinity, -3, 0, 9999]).wordsPerMinute == 140)
  }

  @Test func whatWasHeardIsKeptBesideTheSound() throws {
    let heard = HeardFile(
      speech(marks: [PartMark(.situation, at: 0), PartMark(.task, at: 6500)]), duration: 23_500)
    #expect(HeardFile(heard.text) == heard)
    #expect(HeardFile(heard.text)?.pace == 120)
    let plain = HeardFile(
      Speech(Transcript(words: [SpokenWord("All"), SpokenWord("day")]), pauses: nil, marks: []),
      duration: nil)
    #expect(HeardFile(plain.text) == plain)
    #expect(HeardFile("") == nil)
    #expect(HeardFile("something else\nword\tx\n") == nil)
    #expect(
      HeardFile("starling-heard 1\nword\tx\t9\t3\npause\t-1\t5\nduration\tx\nodd\n")?.speech.words
        == [SpokenWord("x")])
  }
}
