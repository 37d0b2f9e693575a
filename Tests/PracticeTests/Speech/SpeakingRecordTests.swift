import Scheduler
import Testing

@testable import Practice

/// How the person has spoken, week by week.
@Suite struct SpeakingRecordTests {
  private let today = Day(number: 20_000)

  /// So many words, each of half a second, with a pause after the tenth.
  private func file(_ count: Int = 30, pause: Int = 0) -> HeardFile {
    var start = 500
    let words = (0..<count).map { place -> SpokenWord in
      if place == 10 { start += pause }
      defer { start += 500 }
      return SpokenWord("word\(place)", start..<start + 500)
    }
    return HeardFile(
      Speech(Transcript(words: words), pauses: nil, marks: []), duration: 20_000)
  }

  @Test func paceAndPausesAreOfTheirWeek() {
    var record = SpeakingRecord(today: today)
    record.count(file(), on: today)
    record.count(file(pause: 2500), on: today + -6)
    record.count(file(pause: 2500), on: today + -7)
    record.count(file(), on: today + -7 * 12)
    record.count(file(), on: today + 1)
    #expect(record.answers == 3 && record.pauses == 2 && record.pace == 120)
    #expect(record.weeks.map(\.answers) == Array(repeating: 0, count: 10) + [1, 2])
    #expect(record.weeks.last?.pauses == 1 && record.weeks.last?.pace == 120)
    #expect(record.start(ofWeek: 11) == today + -6)
  }

  @Test func withoutItsWordsItSaysTheSame() throws {
    let blank = file(pause: 2500).withoutWords
    let read = try #require(HeardFile(blank.text))
    #expect(read.speech.words.allSatisfy { $0.text == "x" })
    var (one, other) = (SpeakingRecord(today: today), SpeakingRecord(today: today))
    one.count(file(pause: 2500), on: today)
    other.count(read, on: today)
    #expect(one == other)
    #expect(read.pace == file(pause: 2500).pace)
  }

  @Test func whatEnginesMishearMostIsKnown() {
    func isMisheard(_ text: String) -> Bool {
      Observation.Quote(part: .result, range: 0..<0, text: text).isEasilyMisheard
    }
    #expect(isMisheard("nine a week, then 3"))
    #expect(isMisheard("so I asked Noor"))
    #expect(!isMisheard("Then we did it"))
    #expect(!isMisheard("and I'd said that I would"))
  }
}
