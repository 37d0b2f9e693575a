import Decks
import Practice
import Scheduler
import Screen
import TestSupport
import Testing

@testable import TUI

/// What is on the screen while an answer is written down, and when its words come.
@Suite struct HeardTests {
  /// Words as an engine hears them of an answer whose parts begin after 22, 31 and 82 seconds.
  private static let texts = [
    "In March our manager cut the handover, and we had nine faults a week.",
    "It was mine to keep the nights running.",
    "First I counted what went wrong. Then I asked her for ten minutes, and I showed her the list.",
    "By May there were three a week.",
  ]

  private static let speech: Speech = {
    let starts = [1000, 23_000, 34_000, 84_000]
    let words = zip(texts, starts).flatMap { text, start in
      text.split(separator: " ").enumerated().map { place, word in
        SpokenWord(String(word), start + place * 400..<start + place * 400 + 380)
      }
    }
    return Speech(
      Transcript(words: words), pauses: nil, marks: [PartMark](encoded: "S0 T22000 A31000 R82000"))
  }()

  private static func heard(
    _ name: String = "take-1", _ texts: [String] = texts, kept: SessionCard? = nil
  ) -> Outcome {
    .practice(
      .heard(
        HeardAnswer(
          recording: name, card: AppFixture.cards[0].card.id,
          result: .words(texts, HeardFile(speech, duration: 94_000)), seconds: 6, kept: kept)))
  }

  private static func failed(_ name: String = "take-1") -> Outcome {
    .practice(
      .heard(
        HeardAnswer(
          recording: name, card: AppFixture.cards[0].card.id,
          result: .failed("“hear” ended with 3 and wrote nothing down"), seconds: 1)))
  }

  /// The answer side of an answer that was recorded and is being written down.
  private func spoken(_ size: Size = Size(width: 80, height: 24)) -> AppFixture {
    var fixture = AppFixture(size: size)
    fixture.recordsAnswers = true
    fixture.isHeard = true
    fixture.press(.enter)
    fixture.speak(until: 94)
    return fixture
  }

  private func expect(_ fixture: AppFixture, _ name: String, _ size: Size) throws {
    try expectScreen(fixture.app.view(), "\(name)-\(size.width)x\(size.height)")
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 40)]) func howItLooks(width: Int, height: Int) throws
  {
    let size = Size(width: width, height: height)
    var fixture = spoken(size)
    try expect(fixture, "heard-writing", size)
    fixture.take(Self.heard())
    try expect(fixture, "heard", size)
    for _ in 0..<(height < 20 ? 6 : 2) { fixture.press(.pageDown) }
    try expect(fixture, "heard-below", size)
  }

  /// What is above the fold stays where it is.
  @Test func wordsThatComeMoveNothing() {
    var fixture = spoken()
    fixture.tick("bc")
    let before = fixture.app.view().text.split(separator: "\n", omittingEmptySubsequences: false)
    fixture.take(Self.heard())
    let after = fixture.app.view().text.split(separator: "\n", omittingEmptySubsequences: false)
    let changed = before.indices.filter { before[$0].prefix(76) != after[$0].prefix(76) }
    #expect(changed.count <= 4, "\(changed)")
    #expect(after.contains { $0.contains("written down in 6 s: 48 words") })
    #expect(after.contains { $0.contains("Your words are below.") })
    fixture.press(.character("3"))
    #expect(fixture.attempts.first?.texts == Self.texts)
    #expect(fixture.attempts.first?.recording == "take-1")
    #expect(fixture.attempts.first?.marks.encoded == "S0 T22000 A31000 R82000")
    #expect(fixture.attempts.first?.mendedBoxes == [])
  }

  @Test func wordsAreMendedAndSaidToBe() {
    var fixture = spoken(Size(width: 120, height: 60))
    fixture.press(.character("t"))
    #expect(fixture.app.view().text.contains("1 Again"), "there is nothing to mend yet")
    fixture.take(Self.heard())
    fixture.press(.character("t"))
    #expect(fixture.app.view().text.contains("▸ Situation"))
    fixture.send(.paste(" Truly."))
    fixture.press(.control("d"))
    #expect(fixture.app.view().text.contains("Situation, 0:22, 15 words, mended"))
    #expect(fixture.effects == [.practice(.release(recording: "take-1"))])
    fixture.press(.character("t"), .tab)
    fixture.send(.paste(" Only mine."))
    // Leaving the boxes loses nothing.
    fixture.press(.escape, .character("3"))
    let attempt = fixture.attempts.first
    #expect(attempt?.heard == Self.texts)
    #expect(attempt?.mendedBoxes == [0, 1])
    #expect(attempt?.mode == .spoken)
    #expect(attempt?.duration == 94_000)
  }

  @Test func whatFailedIsTriedAgain() {
    var fixture = spoken()
    fixture.take(Self.failed())
    #expect(fixture.app.view().text.contains("R tries again"))
    fixture.press(.character("R"))
    #expect(
      fixture.effects == [
        .practice(
          .hearAgain(
            AppFixture.cards[0].card.id, recording: "take-1",
            marks: [PartMark](encoded: "S0 T22000 A31000 R82000"), duration: 94_000))
      ])
    #expect(fixture.app.view().text.contains("writing it down"))
    // It is no key while there is nothing to try again.
    fixture.press(.character("R"))
    #expect(fixture.effects.isEmpty)
  }

  /// Words never go to what is asked now if they are of something else.
  @Test func wordsOfAnotherAnswerAreNotTakenForThisOne() {
    var fixture = spoken()
    fixture.take(Self.heard("other-take"))
    #expect(!fixture.app.view().text.contains("written down"))
    #expect(fixture.shelved == [Self.texts])
    fixture.press(.character("3"))
    #expect(fixture.attempts.first?.hasWords == false)
    // Those of the card before come now, and it is kept already.
    fixture.take(Self.heard("take-1", kept: AppFixture.cards[0]))
    #expect(fixture.shelved.count == 1)
    fixture.press(.enter, .character("3"))
    #expect(fixture.attempts.last?.hasWords == false)
  }

  @Test func wordsOfAnAnswerThatIsLeftBecomeADraft() {
    for keys: [Key] in [[.escape, "B"], [.escape, "x"], ["N"], ["B"], ["x"]] {
      var fixture = spoken()
      fixture.take(Self.heard())
      for key in keys { fixture.press(key) }
      #expect(fixture.shelved == [Self.texts])
    }
    // Whoever has left the session does not have it open any more.
    var fixture = spoken()
    fixture.press(.escape, .escape, .escape)
    fixture.take(Self.heard())
    #expect(fixture.shelved == [Self.texts])
  }

  @Test func anotherGoTakesThePlaceOfWordsThatAreOwed() {
    var fixture = spoken()
    fixture.press(.escape, .character(" "))
    #expect(fixture.effects.contains(.practice(.release(recording: "take-1"))))
    fixture.press(.enter)
    fixture.take(Self.heard("take-2"))
    fixture.press(.character("3"))
    #expect(fixture.attempts.first?.recording == "take-2")
  }

  @Test func aPauseHoldsTheRecorder() {
    var fixture = AppFixture()
    fixture.recordsAnswers = true
    fixture.press(.enter, .character(" "), .character("p"))
    #expect(fixture.effects == [.practice(.holdRecording(true))])
    fixture.press(.character("p"))
    #expect(fixture.effects == [.practice(.holdRecording(false))])
  }

  @Test func theQuestionIsSaidWhereThatIsWanted() {
    var fixture = AppFixture()
    fixture.press(.enter)
    #expect(fixture.app.aloud == nil)
    fixture.app.stage.settings.saysQuestions = true
    let first = fixture.app.aloud
    #expect(first?.text == AppFixture.cards[0].card.ask)
    fixture.press(.character("'"))
    #expect(fixture.effects == [.sayAgain])
    fixture.press(.character(" "))
    #expect(fixture.app.aloud == nil, "nothing is said over an answer")
    fixture.press(.enter)
    #expect(fixture.app.aloud == nil)
    fixture.press(.character("3"))
    #expect(fixture.app.aloud != first && fixture.app.aloud != nil)
  }

  @Test func inAPanelEachSpeaksWithTheirOwnVoice() {
    var fixture = AppFixture.withNotebook()
    fixture.recordsAnswers = true
    fixture.isHeard = true
    fixture.app.stage.settings.saysPanel = true
    fixture.press(.character("i"), .enter, .character("m"))
    #expect(fixture.app.aloud == nil, "nobody asks before it has begun")
    fixture.press(.enter)
    var voices: Set<Int> = []
    for _ in 0..<4 {
      guard let aloud = fixture.app.aloud else { break }
      voices.insert(aloud.voice)
      fixture.press(.character(" "))
      #expect(fixture.app.aloud == nil)
      fixture.press(.enter, .enter, .character("y"), after: 2)
    }
    #expect(voices.count > 1, "\(voices)")
    let recorded = fixture.attempts.compactMap(\.recording)
    #expect(!recorded.isEmpty)
    #expect(recorded.count == fixture.recordings.count)
    #expect(Set(recorded).count == recorded.count)
  }
}
