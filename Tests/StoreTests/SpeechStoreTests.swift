import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// The words of spoken answers, as the database keeps them.
@Suite struct SpeechStoreTests {
  private let fixture = StoreFixture()
  private let card = CardID(deck: "d", card: "A")

  private func spoken(heard: [String] = [], mended: [String]? = nil) -> Attempt {
    var attempt = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: 0))
    attempt.duration = 94_000
    attempt.recording = "20261124T154928.123Z+d+A.wav"
    attempt.marks = [PartMark](encoded: "S0 T22000 A31000 R82000 S83000")
    attempt.setTicks([.s1, .a1])
    if !heard.isEmpty { attempt.take(heard: heard, mended: mended) }
    return attempt
  }

  private func keep(_ attempt: Attempt, in store: Store) throws -> Attempt {
    try store.record(StoreFixture.grading("A", .good), for: attempt).attempt
  }

  @Test func whatWasHeardAndWhatWasMendedAreKeptApart() throws {
    let store = try fixture.open()
    let kept = try keep(
      spoken(heard: ["In Marsh", "", "I asked"], mended: ["In March", "", "I asked"]), in: store)
    let read = try #require(try store.attempts(at: card).first)
    #expect(read == kept)
    #expect(read.heard == ["In Marsh", "", "I asked"])
    #expect(read.texts == ["In March", "", "I asked"])
    #expect(read.mendedBoxes == [0])
    #expect(read.marks.encoded == "S0 T22000 A31000 R82000 S83000")
  }

  @Test func wordsThatComeLaterCountOnce() throws {
    let store = try fixture.open()
    let number = try #require(try keep(spoken(), in: store).id)
    #expect(CardHistory(try store.attempts(at: card)).uncheckedAnswer == nil)
    let later = StoreFixture.noon(day: 1)
    #expect(try store.keepHeard(["In March", "", "I asked"], of: number, at: later))
    #expect(try !store.keepHeard(["Something else"], of: number, at: later))
    let read = try #require(try store.attempts(at: card).first)
    #expect(read.texts == ["In March", "", "I asked"] && read.heard == read.texts)
    #expect(read.mendedBoxes == [])
    #expect(CardHistory([read]).uncheckedAnswer?.id == number)
    #expect(CardHistory([read]).written.count == 1)
  }

  /// Whoever came first, both homes have the words, and the sound stays where it is.
  @Test func wordsTravelAndSoundDoesNot() throws {
    let store = try fixture.open()
    let number = try #require(try keep(spoken(), in: store).id)
    let other = try StoreFixture().open()
    _ = try other.merge(store.belongings(), at: StoreFixture.noon(day: 1).time) { _ in }
    #expect(try store.keepHeard(["In March"], of: number, at: StoreFixture.noon(day: 1)))
    for _ in 0..<2 {
      _ = try other.merge(store.belongings(), at: StoreFixture.noon(day: 2).time) { _ in }
    }
    let there = try #require(try other.attempts(at: card).first)
    #expect(there.texts == ["In March"] && there.heard == ["In March"])
    #expect(there.marks == spoken().marks)
    #expect(there.recording == nil)
    #expect(try store.attempts(at: card).first?.recording == spoken().recording)
  }

  @Test func oneAnswerIsErasedWhereverItComes() throws {
    let store = try fixture.open()
    let number = try #require(
      try keep(spoken(heard: ["unmistakable freezer"], mended: ["unmistakable piano"]), in: store)
        .id)
    var typed = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: 1))
    typed.mode = .typed
    typed.texts = ["typed stays"]
    _ = try store.keep(typed)
    let before = try store.belongings()
    let answer = try #require(try store.attempts(at: card).first { $0.id == number })
    let erased = try store.erase(
      .answer(at: card, answer.moment.time, answer.purpose, answer.mode),
      at: StoreFixture.noon(day: 2))
    #expect(erased.count == 1)
    func texts() throws -> [[String]] { try store.attempts(at: card).map(\.texts) }
    #expect(try texts().map { $0.joined() } == ["", "typed stays"])
    _ = try store.merge(before, at: StoreFixture.noon(day: 3).time) { _ in }
    #expect(try texts().map { $0.joined() } == ["", "typed stays"])
  }
}
