import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store
import TUI
import TestSupport
import Testing

@testable import Application

@Suite struct WorkspaceTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  @Test func whatIsWaitingIsOnTheHomeScreen() throws {
    let workspace = try stage.readyWorkspace()
    let summary = try workspace.homeSummary()
    #expect(summary.isFirstTime)
    #expect(summary.due == 0 && !summary.today.left.isEmpty)
    #expect(summary.interview == nil)
    #expect(summary.faultyDecks.isEmpty)
  }

  @Test func aSessionIsChosenForTheMinutesThereAre() throws {
    let workspace = try stage.readyWorkspace()
    var request = workspace.dailyRequest
    request.cards = 3
    request.minutes = nil
    request.isDaily = false
    let start = try workspace.sessionStart(for: request)
    #expect(start.session.queue.count == 3)
    #expect(Set(start.session.queue.map(\.card)) == Set(start.cards.map(\.card.id)))
  }

  @Test func thePlanGoesToTheInterview() throws {
    let workspace = try stage.readyWorkspace()
    let start = stage.clock.now.time.adding(days: 7)
    _ = try workspace.store.add(
      Interview(employer: "Acme", round: 1, startsAt: start.milliseconds))
    let now = stage.clock.now
    let outlook = try #require(try workspace.outlook(at: now))
    #expect(outlook.next.interview.employer == "Acme")
    let listing = try PlanListing(of: [], coreOnly: false, minutes: 20, in: stage)
    let (_, written) = try Output.collecting { try listing.write(asJSON: false) }
    #expect(written.output.hasPrefix("Acme, round 1, 2026-11-30 19:00, in 7 days\n"))
    #expect(written.messages.isEmpty)
    #expect(try stage.output { try listing.write(asJSON: true) }.contains("\"will_not_fit\": ["))
  }

  @Test func aRoundThatWasLoggedIsToldOfAtHomeInItsFirstDays() throws {
    let workspace = try stage.readyWorkspace()
    func held(_ days: Double, round: Int) throws -> Number<Interview> {
      var interview = Interview(
        employer: "Acme", round: round,
        startsAt: stage.clock.now.time.adding(days: -days).milliseconds)
      interview.isLogged = true
      return try workspace.store.add(interview).id
    }
    _ = try held(4, round: 1)
    #expect(try workspace.homeSummary().companion.behind == nil)
    let second = try held(1, round: 2)
    var entry = LogEntry(interview: second, text: "Why us?")
    entry.landed = .thin
    _ = try workspace.store.keep([
      Item(entry), Item(LogEntry(interview: second, text: "Why now?")),
    ])
    let today = try workspace.today(at: stage.clock.now).day
    #expect(
      try workspace.homeSummary().companion.behind
        == .init(title: "Acme, round 2", day: today - 1, asked: 2, thin: 1))
  }

  @Test func aBriefAndAPanelAreMade() throws {
    let workspace = try stage.readyWorkspace()
    let start = stage.clock.now.time.adding(days: 7)
    let interview = try workspace.store.add(
      Interview(employer: "Acme", round: 1, startsAt: start.milliseconds))
    #expect(try workspace.nextInterview(with: nil).employer == "Acme")
    #expect(try workspace.brief(for: interview).text.contains("Acme"))
    #expect(
      try workspace.friendSheet(for: interview, minutes: 30, seed: 1).text.contains("Acme"))
    #expect(throws: Failure.self) { try workspace.nextInterview(with: "Umbrella") }
  }

  @Test func whatIsExportedIsImportedElsewhere() throws {
    let workspace = try stage.readyWorkspace()
    _ = try workspace.store.add(Story(title: "Freezer audit"))
    let archive = try workspace.archive()
    let other = try Stage()
    let there = try other.workspace()
    _ = try there.store.merge(archive.belongings, at: other.clock.now.time) { _ in }
    #expect(try there.archive().json == archive.json)
  }

  @Test func aNearlyKnownEmployerIsNoOther() throws {
    let workspace = try stage.workspace()
    _ = try workspace.store.keep([Item(Employer(name: "Initech"))])
    let names = try workspace.names()
    #expect(try names.employer(named: "initech").name == "Initech")
    #expect(try names.employerName("Umbrella") == "Umbrella")
    #expect {
      try names.employerName("Initec")
    } throws: { error in
      (error as? Failure)?.message?.contains("did you mean “Initech”?") == true
    }
  }

  @Test func wrongClocksAreSaid() {
    let now = Moment(time: Timestamp(milliseconds: 0), utcOffset: 0)
    #expect(WallClock.problem(at: now)?.contains("1970-01-01") == true)
    #expect(WallClock.problem(at: stage.clock.now) == nil)
  }

  @Test func aLocalTimeHasTheOffsetOfItsOwnSideOfAClockChange() {
    let change = Timestamp(milliseconds: 1_000_000_000_000)
    let clock = WallClock(time: { change }, offset: { $0 < change ? 3600 : 7200 })
    #expect(clock.utcOffset(atLocal: change.adding(milliseconds: 3_600_000 - 1)) == 3600)
    #expect(clock.utcOffset(atLocal: change.adding(milliseconds: 7_200_000)) == 7200)
    #expect(clock.now.utcOffset == 7200)
  }

  @Test func draftsThatCannotBeSavedComeBack() throws {
    let workspace = try stage.readyWorkspace()
    let id = try #require(try workspace.store.cards(ofKinds: [.star]).first?.id)
    let (_, said) = Output.collecting {
      workspace.rescue([UnsavedText(card: id, texts: ["One.", "", "Three.\nFour."])])
    }
    #expect(said.messages.contains("the next start takes it in"))
    #expect(workspace.bringBackUnsaved().isEmpty)
    #expect(try workspace.store.draft(of: id) == ["One.", "", "Three.\nFour."])
    #expect(UnsavedFile.all(in: workspace.places.store.folder).isEmpty)
  }

  @Test func recordingsAreNamedKeptAndDeleted() throws {
    let recordings = Recordings(folder: stage.home.file("recordings"))
    let id = try #require(CardID("star-people/PE-01"))
    let sound = Sound(recordings, recorder: "record", player: "play", in: stage)
    #expect(try sound.record(id, at: Stage.evening))
    #expect(try sound.stopRecording(isKept: true) != nil)
    let all = try recordings.all()
    #expect(all.map(\.card) == [id])
    #expect(all.first?.time == Stage.evening)
    #expect(try sound.play(id))
    #expect(try sound.play(id) == false)
    #expect(stage.startedPrograms == ["record", "play"])
    for recording in all { try recordings.delete(recording) }
    #expect(try recordings.all().isEmpty)
    #expect(throws: Failure.self) { try recordings.named("x") }
  }
}
