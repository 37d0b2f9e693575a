import Decks
import Files
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// What becomes of a recording while an engine is at it, and of its words.
@Suite struct EarTests {
  private let stage: Stage
  private let card = CardID(deck: "sample", card: "A1")
  private let other = CardID(deck: "sample", card: "B2")

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
    try stage.home.write(
      "programs:\n  recorder: record\n  player: play\n  transcriber: hear\n", to: "config.yaml")
  }

  /// The words of four parts, a word a second.
  private static let printed = ["In", "March.", "Mine", "was", "First", "I", "By", "May"]
    .enumerated().map { place, word in
      "[00:00:0\(place).000 --> 00:00:0\(place).900]  \(word)"
    }.joined(separator: "\n")
  private static let marks = [PartMark](encoded: "S0 T1950 A3950 R5950")
  private static let parts = ["In March.", "Mine was", "First I", "By May"]

  /// Records an answer at a card, and gives the name of its file.
  private func record(_ card: CardID) throws -> String {
    let sound = try stage.workspace().sound
    #expect(try sound.record(card, at: stage.clock.now.time))
    return try #require(try sound.stopRecording(isKept: true))
  }

  /// An answer at a card, as it is kept with a grade.
  private func answer(_ card: CardID, recordedAs name: String?) -> Attempt {
    var attempt = Attempt(card: card, kind: .star, moment: stage.clock.now)
    attempt.duration = 8000
    attempt.recording = name
    if name != nil { attempt.marks = Self.marks }
    attempt.setTicks([.s1, .a1])
    return attempt
  }

  private func keep(_ attempt: Attempt) throws -> Attempt {
    try stage.workspace().store.record(
      Grading(card: attempt.card, moment: attempt.moment, grade: .good, mode: .spoken),
      for: attempt
    ).attempt
  }

  /// What comes of what an ear is at.
  private func heard(by ear: Ear) throws -> Ear.Heard {
    for _ in 0..<4 { if let heard = ear.poll() { return heard } }
    throw TestFailure("nothing was heard")
  }

  private func reason(_ engine: Stage.Engine, after seconds: Double = 1) throws -> String? {
    let name = try record(card)
    stage.wait(seconds: 1)
    let ear = try stage.workspace().ear
    stage.willHear(engine)
    #expect(try ear.listen(to: name, marks: [], duration: 1))
    #expect(ear.poll() == nil)
    stage.pass(seconds: seconds)
    let heard = try heard(by: ear)
    guard case .failure(let failure) = heard.words else { return nil }
    // It is said once, and the sound stays.
    #expect(!Disk.has(heard.recording.path + ".owed"))
    #expect(Disk.has(heard.recording.path))
    #expect(!ear.isAtWork)
    return failure.message
  }

  @Test func anEngineThatFailsIsNamedInOneLine() throws {
    func engine(_ printed: [UInt8], _ status: Int32? = 0) -> Stage.Engine {
      Stage.Engine(printed: printed, status: status)
    }
    #expect(
      try reason(engine(Array("words".utf8), 3)) == "“hear” ended with 3 and wrote nothing down")
    #expect(
      try reason(engine([], 139)) == "“hear” ended with 139 and wrote nothing down")
    #expect(try reason(engine([])) == "“hear” heard no words")
    #expect(try reason(engine(Array("[BLANK_AUDIO]\n".utf8))) == "“hear” heard no words")
    #expect(try reason(engine([UInt8](repeating: 0xFF, count: 100))) == "“hear” printed no text")
    #expect(
      try reason(engine([UInt8](repeating: 0x61, count: (1 << 20) + 1)))
        == "“hear” printed more than 1 MiB, and was ended")
    #expect(
      try reason(engine([UInt8](repeating: 0x61, count: (1 << 20) + 1), nil))
        == "“hear” printed more than 1 MiB, and was ended")
    #expect(
      try reason(engine([], nil), after: 301)
        == "“hear” took more than 5 minutes, and was ended")
    #expect(try reason(engine(Array(Self.printed.utf8))) == nil)
  }

  @Test func anEngineIsGivenItsFiveMinutesWithoutThoseInWhichItWasHeld() throws {
    let name = try record(card)
    let ear = try stage.workspace().ear
    stage.willHear(Stage.Engine(status: nil))
    _ = try ear.listen(to: name, marks: [], duration: nil)
    _ = ear.poll()
    stage.pass(seconds: 200)
    ear.hold(true)
    stage.pass(seconds: 1000)
    #expect(ear.poll() == nil)
    ear.hold(false)
    stage.pass(seconds: 90)
    #expect(ear.poll() == nil)
    stage.pass(seconds: 11)
    #expect(ear.poll() != nil)
  }

  @Test func wordsComeToTheAnswerThatIsKeptByThenAndOnlyOnce() throws {
    let name = try record(card)
    let workspace = try stage.readyWorkspace()
    let ear = workspace.ear
    stage.willHear(Self.printed)
    #expect(try ear.listen(to: name, marks: Self.marks, duration: 8000))
    _ = try keep(answer(card, recordedAs: name))
    let words = try workspace.keep(heard(by: ear), of: ear)
    #expect(words.kept?.history.lastAnswer?.texts == Self.parts)
    guard case .words(Self.parts, _) = words.result else { throw TestFailure("\(words.result)") }
    #expect(try workspace.recordings.owed().isEmpty)
    // A look at it cold waits from then on.
    #expect(try workspace.store.standings().first { $0.card == card }?.uncheckedDay != nil)
    #expect(try ear.listen(to: name, marks: [], duration: nil))
    _ = try workspace.keep(heard(by: ear), of: ear)
    let attempts = try workspace.store.attempts(at: card)
    #expect(attempts.map(\.texts) == [Self.parts])
    #expect(attempts.map(\.mendedBoxes) == [[]])
    #expect(FileStatus(workspace.recordings.wordsPath(of: try recording(name)))?.mode == 0o600)
  }

  private func recording(_ name: String) throws -> Recording {
    try #require(try stage.workspace().recordings.recording(named: name))
  }

  /// Whatever ends Starling while an engine is at it, and whoever starts next.
  @Test func whatIsOwedIsTakenUpByOneStarling() throws {
    let name = try record(card)
    stage.willHear(Self.printed)
    do {
      let ear = try stage.workspace().ear
      #expect(try ear.listen(to: name, marks: Self.marks, duration: 8000))
      #expect(ear.poll() == nil)
      // Another window leaves it alone.
      let elsewhere = try stage.workspace().ear
      try elsewhere.takeUp()
      #expect(!elsewhere.isAtWork)
      _ = try keep(answer(card, recordedAs: name))
    }
    let workspace = try stage.readyWorkspace()
    let ear = workspace.ear
    try ear.takeUp()
    try ear.takeUp()
    _ = try workspace.keep(heard(by: ear), of: ear)
    #expect(!ear.isAtWork)
    #expect(try workspace.store.attempts(at: card).map(\.texts) == [Self.parts])
    try ear.takeUp()
    #expect(!ear.isAtWork)
  }

  /// Words that were written down and could not be kept are not written down once more.
  @Test func whatWasWrittenDownIsThereStill() throws {
    let name = try record(card)
    stage.willHear(Self.printed)
    do {
      let ear = try stage.workspace().ear
      _ = try ear.listen(to: name, marks: Self.marks, duration: 8000)
      _ = try heard(by: ear)
    }
    _ = try keep(answer(card, recordedAs: name))
    let workspace = try stage.readyWorkspace()
    let ear = workspace.ear
    try ear.takeUp()
    _ = try workspace.keep(heard(by: ear), of: ear)
    #expect(stage.heardFiles.count == 1)
    #expect(try workspace.store.attempts(at: card).map(\.texts) == [Self.parts])
  }

  @Test func eachCardGetsItsOwnWords() throws {
    let names = try [card, other].map(record)
    let workspace = try stage.readyWorkspace()
    let ear = workspace.ear
    stage.willHear(Self.printed)
    for name in names { #expect(try ear.listen(to: name, marks: Self.marks, duration: 8000)) }
    _ = try keep(answer(other, recordedAs: names[1]))
    let first = try workspace.keep(heard(by: ear), of: ear)
    #expect(first.card == card && first.kept == nil)
    let second = try workspace.keep(heard(by: ear), of: ear)
    #expect(second.card == other && second.kept != nil)
    #expect(try workspace.store.attempts(at: card).isEmpty)
    #expect(try workspace.store.attempts(at: other).map(\.texts) == [Self.parts])
  }

  @Test func wordsOfAnAnswerThatWasLeftBecomeADraftOnce() throws {
    let name = try record(card)
    let workspace = try stage.readyWorkspace()
    let ear = workspace.ear
    stage.willHear(Self.printed)
    _ = try ear.listen(to: name, marks: Self.marks, duration: 8000)
    let words = try workspace.keep(heard(by: ear), of: ear)
    guard case .words(let texts, _) = words.result, words.kept == nil else {
      throw TestFailure("\(words)")
    }
    try workspace.keepDraft(["", "Typed."], of: card)
    for _ in 0..<2 {
      #expect(
        try workspace.shelve(texts, of: name, at: card, from: ear)
          == ["In March.", "Typed.\nMine was", "First I", "By May"])
    }
    #expect(try workspace.recordings.owed().isEmpty)
  }

  /// Sound goes once its words are kept and it is old; that of others stays.
  @Test func oldSoundGoesOnceItsWordsAreKept() throws {
    let names = try [card, other].map(record)
    let workspace = try stage.readyWorkspace()
    let ear = workspace.ear
    stage.willHear(Self.printed)
    _ = try ear.listen(to: names[0], marks: Self.marks, duration: 8000)
    _ = try keep(answer(card, recordedAs: names[0]))
    _ = try workspace.keep(heard(by: ear), of: ear)
    let recordings = workspace.recordings
    let now = stage.clock.now.time
    func left(after days: Int, _ later: Double) throws -> Int {
      _ = try recordings.deleteOld(after: days, at: now.adding(days: later))
      return try recordings.all().count
    }
    #expect(try left(after: 30, 29) == 2)
    #expect(try left(after: 0, 400) == 2)
    #expect(try recordings.deleteOld(after: 30, at: now.adding(days: 31)) == 1)
    #expect(try recordings.all().map(\.card) == [other])
    #expect(try left(after: 30, 400) == 1)
    // When each word was said stays, what was said does not; the answer has its words.
    let heard = try recordings.heard(since: now.adding(days: -1))
    #expect(heard.count == 1 && heard[0].file.speech.words.count == 8)
    #expect(Set(heard[0].file.speech.words.map(\.text)) == ["x"])
    #expect(try workspace.store.attempts(at: card).map(\.texts) == [Self.parts])
  }

  @Test func howAnAnswerWasSpokenIsKnownAtALaterLook() throws {
    let name = try record(card)
    let workspace = try stage.readyWorkspace()
    let ear = workspace.ear
    stage.willHear(Self.printed)
    _ = try ear.listen(to: name, marks: Self.marks, duration: 8000)
    _ = try keep(answer(card, recordedAs: name))
    _ = try workspace.keep(heard(by: ear), of: ear)
    let later = try #require(try workspace.sessionCards([card]).first)
    let delivery = later.history.lastAnswer.flatMap { later.delivery(of: $0) }
    #expect(delivery?.firstWord == 0 && delivery?.words == 8)
    var typed = try #require(later.history.lastAnswer)
    typed.mode = .typed
    #expect(later.delivery(of: typed) == nil)
  }

  @Test func undoHidesTheWordsAndLeavesTheSound() throws {
    let name = try record(card)
    let workspace = try stage.readyWorkspace()
    let ear = workspace.ear
    stage.willHear(Self.printed)
    _ = try ear.listen(to: name, marks: Self.marks, duration: 8000)
    _ = try keep(answer(card, recordedAs: name))
    _ = try workspace.store.undoLast(at: stage.clock.now)
    // They come after it was taken back, and stay hidden.
    let words = try workspace.keep(heard(by: ear), of: ear)
    #expect(words.kept?.history.lastAnswer == nil)
    #expect(try workspace.store.attempts(at: card).isEmpty)
    #expect(try workspace.store.draft(of: card).isEmpty)
    #expect(Disk.has(try recording(name).path))
    let kept = try #require(
      try workspace.store.answer(
        recordedAs: name, at: card, begun: try recording(name).time))
    #expect(!kept.counts && kept.attempt.texts == Self.parts)
  }

  /// Of before answers named their recordings.
  @Test func recordingsOfBeforeBelongToTheAnswerThatBeganNearThem() throws {
    let name = try record(card)
    let begun = try recording(name).time
    stage.wait(seconds: 8 + 100)
    let near = try keep(answer(card, recordedAs: nil))
    stage.wait(seconds: 60)
    _ = try keep(answer(card, recordedAs: nil))
    _ = try keep(answer(other, recordedAs: nil))
    let store = try stage.workspace().store
    #expect(
      try store.answer(recordedAs: name, at: card, begun: begun)?.attempt.id == near.id)
    #expect(
      try store.answer(
        recordedAs: name, at: card, begun: begun.adding(milliseconds: -200_000)) == nil)
  }

  @Test func recordingsAreWrittenDownLaterByCommand() throws {
    let names = try [card, other].map(record)
    _ = try stage.readyWorkspace()
    _ = try keep(answer(card, recordedAs: names[0]))
    stage.willHear(Self.printed)
    let first = try stage.output { try WritingDown(in: stage).run([]) }
    #expect(first.contains("sample/A1  8 words in 0 s\n"))
    #expect(first.contains("sample/B2  8 words in 0 s, as a draft\n"))
    #expect(stage.heardFiles.count == 2)
    #expect(
      try stage.messages { try WritingDown(in: stage).run([]) }.contains("nothing to write down"))
    let again = try stage.output { try WritingDown(in: stage).run(["sample/A1"]) }
    #expect(again.contains("has its words already"))
    let store = try stage.workspace().store
    #expect(try store.attempts(at: card).map(\.texts) == [Self.parts])
    #expect(
      try store.draft(of: other).joined(separator: " ") == "In March. Mine was First I By May")
    try stage.home.write("programs:\n  recorder: record\n", to: "config.yaml")
    #expect(
      stage.refusal { try WritingDown(in: stage).run([]) }?.contains("programs.transcriber") == true
    )
  }

  @Test func deletingErasesSoundAndWords() throws {
    let name = try record(card)
    let workspace = try stage.readyWorkspace()
    _ = try keep(answer(card, recordedAs: name))
    stage.willHear("unmistakable words about a freezer\n")
    _ = try stage.output { try WritingDown(in: stage).run([]) }
    let path = try recording(name).path
    // It was in the person's hands before, beside something else of theirs.
    try workspace.store.addToDraft(
      ["unmistakable words about a freezer", "of mine"], of: card, at: stage.clock.now.time)
    #expect(
      try workspace.store.attempts(at: card)[0].texts == ["unmistakable words about a freezer"])
    let recordings = Recordings(folder: workspace.places.recordings)
    #expect(
      stage.refusal { try recordings.delete([], isSure: false, in: stage) }?.contains("--yes")
        == true)
    #expect(Disk.has(path))
    let said = try stage.messages { try recordings.delete([], isSure: true, in: stage) }
    #expect(said.contains("deleted 1 recording, and the words of 1 answer are erased"))
    for ending in ["", ".heard", ".owed"] { #expect(!Disk.has(path + ending)) }
    #expect(try workspace.store.attempts(at: card)[0].hasWords == false)
    #expect(try workspace.store.draft(of: card) == ["", "of mine"])
    let database = try FileBytes.read(workspace.places.store.database, limit: 1 << 26)
    #expect(!String(decoding: database, as: UTF8.self).contains("unmistakable"))
  }

  @Test func theirPaceIsLearned() throws {
    let workspace = try stage.readyWorkspace()
    #expect(workspace.recordings.pace() == OwnPace())
    for number in 0..<3 {
      stage.wait(minutes: 1)
      let name = try record(card)
      let words = (0..<40).map { place in
        "\((place * 600))\t\((place * 600 + 600))\tword\(number)"
      }
      stage.willHear(words.joined(separator: "\n"))
      let ear = workspace.ear
      _ = try ear.listen(to: name, marks: [], duration: 24_000)
      _ = try heard(by: ear)
    }
    #expect(workspace.recordings.pace().median == 100)
    #expect(workspace.recordings.pace().wordsPerMinute == 120)
  }
}
