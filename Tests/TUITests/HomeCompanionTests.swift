import Campaign
import Practice
import Scheduler
import Screen
import TestSupport
import Testing

@testable import TUI

/// What home asks at the first start, and after an interview.
@Suite struct HomeCompanionTests {
  private static func fixture(
    _ size: Size = Size(width: 80, height: 24), isFirst: Bool = false, isHeld: Bool = false
  ) throws -> AppFixture {
    var fixture = AppFixture.withNotebook(size: size)
    var summary = try #require(fixture.app.stage.home)
    if isFirst {
      summary.interview = nil
      summary.companion.practisedDays = 0
      summary.companion.isWithoutInterviews = true
      summary.companion.isWithoutStories = true
    }
    if isHeld {
      let round = AppFixture.notebook.interviews[0]
      let start = Timestamp(milliseconds: round.startsAt)
      summary.companion.toLog = InterviewOutlook.Appointment(
        round, start: Moment(time: start, utcOffset: 0))
      summary.companion.errands = [
        .init(employer: "Acme", text: "thank Noor for the tour", due: fixture.app.stage.today - 1),
        .init(employer: "Acme", text: "send the night list, as promised", due: nil),
      ]
    }
    fixture.take(.home(summary))
    return fixture
  }

  @Test func aDayMostOfAYearAwayHasItsYear() {
    // It is 23 November 2026 there.
    let near = AppFixture(interview: AppFixture.interview(inDays: 40)).app.view().text
    #expect(near.contains("Sat 2 Jan 14:00"), "\(near)")
    #expect(near.contains("come back on the day if you stopped today"), "\(near)")
    let far = AppFixture(interview: AppFixture.interview(inDays: 372)).app.view().text
    #expect(far.contains("Tue 30 Nov 2027 14:00"), "\(far)")
  }

  /// Whatever home has to say can be reached, in the smallest window too.
  @Test func whatASmallWindowHasNoRoomForIsScrolledTo() throws {
    var fixture = try Self.fixture(Size(width: 40, height: 12), isHeld: true)
    let first = fixture.app.view().text
    #expect(first.contains("↓"), "\(first)")
    var seen = [first]
    for _ in 0..<40 {
      fixture.press(.down)
      seen.append(fixture.app.view().text)
    }
    #expect(seen.last?.contains("↓") == false && seen.last?.contains("↑") == true)
    #expect(!first.contains("Then Acme") && seen.last?.contains("Then Acme") == true)
    for _ in 0..<40 { fixture.press(.up) }
    #expect(fixture.app.view().text == first)
  }

  @Test func whereAllOfItShowsArrowsSayThatThereIsNoMore() throws {
    var fixture = try Self.fixture(isHeld: true)
    let before = fixture.app.view().text
    #expect(before.contains("as promised"), "\(before)")
    fixture.press(.down)
    #expect(fixture.app.view().text.contains("There is no more than this."))
  }

  @Test func aDatedHomeAsksForTheFieldInItsFirstDays() throws {
    var fixture = try Self.fixture()
    var summary = try #require(fixture.app.stage.home)
    summary.companion.practisedDays = 2
    summary.companion.isWithoutField = true
    fixture.take(.home(summary))
    let screen = fixture.app.view().text
    #expect(screen.contains("f  Your field?"), "\(screen)")
    fixture.press("f")
    #expect(fixture.effects == [.loadDecks])
    summary.companion.practisedDays = HomeCompanion.firstDays
    fixture.take(.home(summary))
    #expect(!fixture.app.view().text.contains("Your field?"))
  }

  @Test func theFirstStartAsksForTheDateAndEnterForTheFirstQuestion() throws {
    var fixture = try Self.fixture(isFirst: true)
    let screen = fixture.app.view().text
    for words in ["When is your interview?", "Enter first question", "i interview date"] {
      #expect(screen.contains(words), "\(words)")
    }
    #expect(!screen.contains("unseen"))
    fixture.press("i")
    #expect(fixture.app.view().text.contains("Who is it with?"))
  }

  @Test func aRoundThatHasBeenIsAskedForUntilItIsWavedOff() throws {
    var fixture = try Self.fixture(isHeld: true)
    let screen = fixture.app.view().text
    for words in [
      "How did it go?", "Enter log it  x no log", "Then Acme, round 2",
      "Acme since Sun 22 Nov: thank Noor for the tour", "Acme: send the night list, as promised",
    ] {
      #expect(screen.contains(words), "\(words)")
    }
    fixture.press("x")
    guard case .notebook(.waveOff(let round)) = fixture.effects.first else {
      Issue.record("\(fixture.effects)")
      return
    }
    #expect(round.round == 1)
    fixture.take(.notebook(.changed(fixture.app.stage.openNotebook, note: "No log.")))
    #expect(fixture.effects.contains(.loadHome))
  }

  @Test func afterARoundHomeBeginsWithWhatIsOwed() throws {
    var fixture = try Self.fixture()
    fixture.take(.home(try Self.afterARound(fixture)))
    let lines = fixture.app.view().text.split(separator: "\n").map(String.init)
    let order = try [
      "Acme, round 1, yesterday: 7 questions logged, 1 landed thin", "thank Noor",
      "send the night list", "Acme, round 2", "On course for", "Today, ",
    ].map { words in try #require(lines.firstIndex { $0.contains(words) }, "\(words)") }
    #expect(order == order.sorted())
  }

  private static func afterARound(_ fixture: AppFixture) throws -> HomeSummary {
    var summary = try #require(fixture.app.stage.home)
    summary.companion.behind = .init(
      title: "Acme, round 1", day: fixture.app.stage.today - 1, asked: 7, thin: 1)
    summary.companion.errands = [
      .init(employer: "Acme", text: "thank Noor for the tour", due: fixture.app.stage.today),
      .init(employer: "Acme", text: "send the night list, as promised", due: nil),
    ]
    return summary
  }

  @Test(arguments: [false, true]) func theEveSaysNothingNewOnlyWhenNothingIs(_ isNew: Bool) {
    var today = AppFixture.today(inDays: 1, isBegun: false)
    for index in today.drawn.indices { today.drawn[index].isNew = isNew && index == 2 }
    let fixture = AppFixture(interview: AppFixture.interview(inDays: 1), today: today)
    #expect(
      fixture.app.view().text.contains(
        "The eve: one light session, 7 min\(isNew ? "" : ", nothing new"). Enter starts."))
  }

  /// The cards that are due are those of the session, as for a prompt, or both are told.
  @Test func withoutAnInterviewHomeCountsTheCardsOfTheSession() {
    var today = AppFixture.today(inDays: nil, isBegun: false)
    func home(due: Int) -> String {
      AppFixture(waiting: Waiting(cards: 164, due: due, unseen: 29, weak: 3), today: today)
        .app.view().text
    }
    #expect(home(due: 40).contains("Today, 7 min: 3 cards, 1 new; 40 are due."))
    for index in today.drawn.indices { today.drawn[index].isNew = false }
    #expect(home(due: 3).contains("Today, 7 min: 3 cards are due."))
    #expect(home(due: 1).contains("Today, 7 min: 3 cards; 1 is due."))
  }

  @Test(arguments: GoldenScreenTests.sizes) func looksOnTheWay(_ size: Size) throws {
    let name = "\(size.width)x\(size.height)"
    func home(inDays days: Int, isDone: Bool) -> Canvas {
      AppFixture(
        size: size, interview: AppFixture.interview(inDays: days),
        today: AppFixture.today(inDays: days, isBegun: isDone, isDone: isDone)
      ).app.view()
    }
    try expectScreen(home(inDays: 6, isDone: true), "home-done-\(name)")
    try expectScreen(home(inDays: 1, isDone: true), "home-eve-done-\(name)")
    try expectScreen(home(inDays: 0, isDone: false), "home-day-\(name)")
    var fixture = try Self.fixture(size)
    fixture.take(.home(try Self.afterARound(fixture)))
    try expectScreen(fixture.app.view(), "home-after-\(name)")
  }

  @Test func afterTheLogOfTodaysRoundHomeIsAboutTheNextOne() throws {
    var fixture = try Self.fixture()
    var summary = try #require(fixture.app.stage.home)
    summary.today.place = .held
    fixture.take(.home(summary))
    let screen = fixture.app.view().text
    #expect(screen.contains("On course for") && !screen.contains("No interview ahead"))
  }

  @Test func enterOpensTheLogOfThatRound() throws {
    var fixture = try Self.fixture(isHeld: true)
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("Which questions did they ask?"))
  }

  @Test func uOnAnotherScreenNamesWhatWasDoneLast() throws {
    var fixture = try Self.fixture()
    fixture.press("i", "u")
    #expect(fixture.effects == [.nameLastAction])
    fixture.take(.lastAction(["the deletion of the employer “Zed”"]))
    #expect(fixture.app.view().text.contains("The deletion of the employer “Zed”."))
    fixture.press("y")
    fixture.take(.tookBack(["brought back the employer “Zed”"]))
    #expect(fixture.app.view().text.contains("Interviews"))
  }

  @Test(arguments: GoldenScreenTests.sizes) func looks(_ size: Size) throws {
    let name = "\(size.width)x\(size.height)"
    try expectScreen(Self.fixture(size, isFirst: true).app.view(), "home-new-\(name)")
    try expectScreen(Self.fixture(size, isHeld: true).app.view(), "home-held-\(name)")
  }

  /// Esc, Esc, Esc is how one comes home, and no further.
  @Test func escapeAtHomeOnlySaysHowToQuit() {
    var fixture = AppFixture()
    fixture.press(.escape, .escape)
    #expect(fixture.app.view().text.contains("q quits."))
    #expect(fixture.effects.isEmpty)
    fixture.press("q")
    #expect(fixture.effects.contains(.quit))
  }
}
