import Decks
import Files
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// What commands say of what was practised.
@Suite struct PractisedTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
  }

  private func answer(_ name: String, _ grade: Grade, at time: String? = nil) throws {
    let card = try #require(CardName(name))
    try AwayAnswer(to: card, grade, at: time).record(in: stage)
  }

  // MARK: - Answers given away from the screen

  @Test func anAnswerIsRecordedOnceForATimeThatIsNamed() throws {
    #expect(
      try stage.messages { try answer("sample/A1", .good, at: "2026-11-22T10:00") }
        .hasPrefix("starling: sample/A1: good; due 2026-11-2"))
    #expect(
      try stage.messages { try answer("sample/A1", .good, at: "2026-11-22T10:00") }
        == "starling: sample/A1: good at that time is there already\n")
    #expect(try stage.messages { try answer("sample/A1", .hard) }.contains("sample/A1: hard; due "))
    #expect(try stage.workspace().store.reviewCount() == 2)
  }

  @Test(arguments: ["A1", "a1", "A-01", "a001"])
  func aCardMayBeNamedByItsOwnIDAlone(name: String) throws {
    #expect(try stage.messages { try answer(name, .good) }.hasPrefix("starling: sample/A1: good"))
  }

  @Test func cardsAndTimesThatCannotBeAreRefused() throws {
    #expect(CardName("a b") == nil)
    try stage.home.writeDeck("other", sampleDeck.replacing("sample", with: "other"))
    #expect(
      stage.refusal { try answer("A1", .good) }
        == "“A1” is no card; did you mean other/A1 or sample/A1?")
    #expect(
      stage.refusal { try answer("ZZ", .good) }
        == "“ZZ” is no card; cards are written DECK/CARD, as star-people/PE-01")
    #expect(
      stage.refusal { try answer("sample/Z9", .good) }
        == "there is no card “sample/Z9”; “starling decks show sample” lists its deck")
    #expect(
      stage.refusal { try answer("nodeck/A1", .good) }
        == "there is no deck “nodeck”; “starling decks list” names them")
    #expect(
      stage.refusal { try answer("sample/A1", .good, at: "1980-01-01T10:00") }?.contains(
        "is before 1990") == true)
    #expect(
      stage.refusal { try answer("sample/A1", .good, at: "2031-01-01T10:00") }?.contains(
        "is in the future: it is 2026-11-23T19:00Z by this machine's clock") == true)
    #expect(try stage.workspace().store.reviewCount() == 0)
  }

  @Test func aClockThatCannotBeRightRecordsNothing() throws {
    stage.setClock(Timestamp(milliseconds: 0))
    #expect(
      stage.refusal { try answer("sample/A1", .good) }?.hasSuffix(
        "nothing was recorded: set the clock, and try again") == true)
  }

  // MARK: - Listings

  @Test func memoryIsListedAtATime() throws {
    _ = try stage.messages {
      try answer("sample/A1", .good, at: "2026-11-20T10:00")
      try answer("sample/B2", .again, at: "2026-11-21T10:00")
    }
    func list(_ cards: String..., at time: String? = nil, json: Bool = false) throws {
      try MemoryListing(of: cards.compactMap(CardName.init), at: time, by: nil, in: stage)
        .write(asJSON: json)
    }
    let all = try stage.output { try list() }
    #expect(all.hasPrefix("CARD       STABILITY  DIFFICULTY  RECALL  DUE"))
    #expect(all.split(separator: "\n").count == 3)
    #expect(
      try stage.output { try list("sample/C3") }.contains("sample/C3  never practised"))
    #expect(
      try stage.output { try list(at: "2026-11-20T12:00") }.split(separator: "\n").count == 2)
    #expect(try stage.output { try list("sample/A1", json: true) }.contains("\"reps\": 1"))
    let other = try stage.output {
      try MemoryListing(of: [], at: nil, by: .fsrs6, in: stage).write(asJSON: true)
    }
    #expect(other.contains("\"model\": \"fsrs-6\""))
  }

  @Test func whatIsWaitingIsALine() throws {
    #expect(
      try stage.output { try DueListing.write(as: .short, in: stage) }.hasSuffix(" min\n"))
    #expect(
      try stage.output { try DueListing.write(as: .long, in: stage) }.contains("; 0 due; "))
    #expect(
      try stage.output { try DueListing.write(as: .json, in: stage) }.contains(
        "\"interview\": null"))
    _ = try stage.messages {
      try Interviews(in: stage).add(with: "Acme", at: "2026-11-24T14:00", round: nil)
    }
    #expect(
      try stage.output { try DueListing.write(as: .long, in: stage) }.contains(
        "; Acme, round 2, tomorrow: ready now 0%, on course for about "))
    #expect(
      try stage.output { try DueListing.write(as: .json, in: stage) }.contains("\"readiness\": ")
    )
  }

  @Test func aPlanNamesWhatDoesNotFit() throws {
    func plan(_ decks: String..., minutes: Double? = nil, json: Bool = false) throws {
      try PlanListing(of: decks, coreOnly: false, minutes: minutes, in: stage).write(asJSON: json)
    }
    #expect(try stage.messages { try plan() }.hasPrefix("starling: no interview is planned"))
    _ = try stage.messages {
      try Interviews(in: stage).add(with: "Acme", at: "2026-11-24T14:00", round: nil)
    }
    let text = try stage.output { try plan("star-people", minutes: 1) }
    #expect(text.contains(" not fit"))
    #expect(
      try stage.output { try plan("star-delivery", minutes: 1, json: true) }.contains("\"fits\": "))
    #expect(stage.refusal { try plan("nodeck") } != nil)
  }

  @Test func figuresAreToldAndReported() throws {
    _ = try stage.messages {
      try answer("sample/A1", .again, at: "2026-11-20T10:00")
      try answer("sample/A1", .good, at: "2026-11-22T10:00")
      try answer("sample/B2", .again, at: "2026-11-22T10:00")
      try Interviews(in: stage).add(with: "Acme", at: "2026-11-28T14:00", round: nil)
    }
    let workspace = try stage.readyWorkspace()
    let figures = try workspace.progress()
    let text = try stage.output { try figures.write(asJSON: false, in: workspace) }
    #expect(text.contains("sample/B2"))
    let json = try stage.output { try figures.write(asJSON: true, in: workspace) }
    #expect(json.contains("\"card\": \"sample/A1\""))
    let page = stage.home.file("report.html")
    try figures.writeReport(to: page, in: stage.workspace())
    #expect(try FileBytesText.read(page).contains("<span>Mon 23 Nov 2026, 19:00</span>"))
    // The day of practice goes on after midnight; the calendar's does not.
    stage.wait(seconds: 6 * 3600)
    try figures.writeReport(to: page, in: stage.workspace())
    #expect(try FileBytesText.read(page).contains("<span>Tue 24 Nov 2026, 1:00</span>"))
    #expect(
      stage.refusal {
        try figures.writeReport(to: stage.places().store.database, in: stage.workspace())
      }?
      .hasSuffix("is a database; give another name") == true)
  }

  // MARK: - Taking back

  @Test func theLastGradeIsTakenBack() throws {
    func undo(wrongTimes: Bool = false) throws {
      try TakingBack(wrongTimes: wrongTimes).run(in: stage)
    }
    _ = try stage.messages { try answer("sample/A1", .good) }
    #expect(try stage.messages { try undo() } == "starling: took back “good” on sample/A1\n")
    #expect(try stage.messages { try undo() } == "starling: there is nothing to take back\n")
    #expect(
      try stage.messages { try undo(wrongTimes: true) }
        == "starling: there is no grade with an impossible time\n")
    _ = try stage.messages { try answer("sample/A1", .good) }
    try stage.workspace().store.setNote(
      "A note.", on: #require(CardID("sample/A1")), at: stage.clock.now.time)
    stage.wait(minutes: -60 * 24 * 100)
    let said = try stage.messages { try undo(wrongTimes: true) }
    #expect(said.hasPrefix("starling: took back “good” on sample/A1, of 2026-11-23\n"))
    #expect(said.contains("the note on sample/A1, of 2026-11-23: it is of now\n"))
  }

  @Test func aClockThatIsLikelierWrongThanManyGradesTakesNoneBack() throws {
    let card = try #require(CardID("sample/A1"))
    _ = try stage.readyWorkspace().store.add(
      (0..<8).map {
        Grading(
          card: card,
          moment: Moment(
            time: stage.clock.now.time.adding(milliseconds: $0 * 3_600_000), utcOffset: 0),
          grade: .good, mode: .away)
      })
    stage.wait(minutes: -60 * 24 * 100)
    #expect(
      stage.refusal { try TakingBack(wrongTimes: true).run(in: stage) }?.contains(
        "8 of 8 grades lie after it") == true)
    #expect(
      try stage.workspace().clockProblem(at: stage.clock.now)?.contains("set the clock") == true)
    stage.setClock(Timestamp(milliseconds: 0))
    #expect(stage.refusal { try TakingBack(wrongTimes: true).run(in: stage) } != nil)
    #expect(
      try stage.workspace().clockProblem(at: stage.clock.now)?.contains("will not count") == true)
  }

  @Test func oneGradeInTheFutureIsNamed() throws {
    _ = try stage.messages { try answer("sample/A1", .good) }
    stage.wait(minutes: -60 * 24 * 3)
    #expect(
      try stage.workspace().clockProblem(at: stage.clock.now)
        == "a grade of 2026-11-23 lies in the future and does not count yet: is today 2026-11-20? if so, “starling undo --wrong-times” takes it back"
    )
  }
}
