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
      (summary.isFirstTime, summary.interview) = (true, nil)
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

  @Test func afterTheLogOfTodaysRoundHomeIsAboutTheNextOne() throws {
    var fixture = try Self.fixture()
    var summary = try #require(fixture.app.stage.home)
    summary.today?.place = .held
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
}
