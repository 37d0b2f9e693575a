import Decks
import Scheduler
import Testing

@testable import Practice

/// Words told apart by the marks that were set while they were said.
@Suite struct SpeechTests {
  /// Words of half a second, each from the second that is given.
  private func transcript(_ words: (String, Double)...) -> Transcript {
    Transcript(
      words: words.map { word, start in
        SpokenWord(word, Int(start * 1000)..<Int(start * 1000) + 400)
      })
  }

  private let told = [
    ("In", 0.0), ("March.", 0.5), ("Mine", 2.0), ("was", 2.5), ("First", 5.0), ("I", 5.5),
    ("By", 8.0), ("May", 8.5),
  ]

  private func speech(_ marks: [PartMark], pauses: [Range<Int>]? = nil) -> Speech {
    let words = told.map { SpokenWord($0.0, Int($0.1 * 1000)..<Int($0.1 * 1000) + 400) }
    return Speech(Transcript(words: words), pauses: pauses, marks: marks)
  }

  private let parts = ["In March.", "Mine was", "First I", "By May"]

  @Test func aMarkBelongsToThePauseThatIsNear() {
    let marks = [
      PartMark(.situation, at: 0), PartMark(.task, at: 2200), PartMark(.action, at: 4100),
      PartMark(.result, at: 9000),
    ]
    #expect(speech(marks).texts(inParts: true) == parts)
  }

  @Test func aPauseServesOneMarkAndTheOrderStays() {
    // Both are near the pause between the Task and the Action.
    let marks = [
      PartMark(.situation, at: 0), PartMark(.task, at: 2500), PartMark(.action, at: 3500),
      PartMark(.result, at: 7900),
    ]
    #expect(speech(marks).texts(inParts: true) == parts)
  }

  @Test func aMarkWithoutAPauseNearStaysWhereItIs() {
    let far = [PartMark(.situation, at: 0), PartMark(.task, at: 20_000)]
    #expect(speech(far).marks == far)
    #expect(speech(far).texts(inParts: true)[1].isEmpty)
    let none = speech([PartMark(.situation, at: 0), PartMark(.task, at: 2450)], pauses: [])
    #expect(none.texts(inParts: true).prefix(2) == ["In March. Mine", "was First I By May"])
  }

  @Test func aPartMayHaveSeveralStretches() {
    let marks = [
      PartMark(.situation, at: 0), PartMark(.task, at: 1500), PartMark(.situation, at: 4000),
      PartMark(.task, at: 7000), PartMark(.action, at: 20_000),
    ]
    #expect(
      speech(marks).texts(inParts: true) == ["In March. First I", "Mine was By May", "", ""])
  }

  @Test func whatWasLearnedIsOfTheResult() {
    let marks = [
      PartMark(.situation, at: 0), PartMark(.task, at: 1500), PartMark(.action, at: 4000),
      PartMark(.result, at: 5450), PartMark(.learning, at: 7000),
    ]
    #expect(speech(marks, pauses: []).texts(inParts: true)[3] == "I By May")
  }

  @Test func withoutTimesOrMarksItIsOnePiece() {
    let plain = Speech(
      Transcript(words: [SpokenWord("All"), SpokenWord("of"), SpokenWord("it")]), pauses: nil,
      marks: [PartMark(.situation, at: 0), PartMark(.task, at: 100)])
    #expect(plain.texts(inParts: true) == ["All of it"])
    #expect(speech([]).texts(inParts: true) == ["In March. Mine was First I By May"])
    #expect(
      speech([PartMark(.situation, at: 0), PartMark(.task, at: 2000)]).texts(inParts: false)
        == ["In March. Mine was First I By May"])
  }

  /// Engines stretch words over silence, before or after what was said.
  @Test func aWordIsWhereItWasSaidAndNotWhereItIsSilent() {
    let stretched = Transcript(words: [
      SpokenWord("before", 0..<5000), SpokenWord("after", 5000..<5600),
    ])
    let speech = Speech(
      stretched, pauses: [600..<4900],
      marks: [PartMark(.situation, at: 0), PartMark(.task, at: 1000)])
    #expect(speech.words.map(\.time) == [0..<600, 5000..<5600])
    #expect(speech.marks[1].time == 2750)
    #expect(speech.texts(inParts: true).prefix(2) == ["before", "after"])
  }

  @Test func marksAreKeptAsALine() {
    let marks = [
      PartMark(.situation, at: 0), PartMark(.task, at: 22_000), PartMark(.learning, at: 31_000),
    ]
    #expect(marks.encoded == "S0 T22000 L31000")
    #expect([PartMark](encoded: marks.encoded) == marks)
    #expect(
      [PartMark](encoded: "S0 X5 T T-4 T99999999999999999999 A7 R3 R8")
        == [PartMark(.situation, at: 0), PartMark(.action, at: 7), PartMark(.result, at: 8)])
  }

  @Test func theClockKeepsItsMarksWithoutItsPauses() {
    let start = Timestamp(milliseconds: 1_000_000)
    var clock = SpokenClock(at: start)
    clock.mark(at: start.adding(milliseconds: 2000))
    clock.togglePause(at: start.adding(milliseconds: 3000))
    clock.togglePause(at: start.adding(milliseconds: 9000))
    clock.mark(at: start.adding(milliseconds: 10_000))
    clock.stepBack(at: start.adding(milliseconds: 11_000))
    #expect(clock.marks.encoded == "S0 T2000 A4000 T5000")
  }

  @Test func ofAnswersOfBeforeThePartsFollowOneAnother() throws {
    let card = try #require(CardID("x/A1"))
    var attempt = Attempt(
      card: card, kind: .star, moment: Moment(time: Timestamp(milliseconds: 0), utcOffset: 0))
    attempt.times = PartTimes(situation: 2000, task: 1000, action: 5000, result: 500)
    #expect(attempt.partMarks.encoded == "S0 T2000 A3000 R8000")
  }
}
