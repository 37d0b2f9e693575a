import Practice
import Screen
import TestSupport
import Testing

@testable import TUI

/// The days ahead, and minutes that are tried.
@Suite struct PlanScreenTests {
  private static func fixture(
    _ size: Size = Size(width: 80, height: 24), _ plan: PlanFigures = AppFixture.plan()
  ) -> AppFixture {
    var fixture = AppFixture(size: size, interview: AppFixture.interview(inDays: 6))
    fixture.press("p")
    #expect(fixture.effects == [.loadPlan(minutes: nil)])
    fixture.take(.plan(plan))
    return fixture
  }

  @Test(arguments: GoldenScreenTests.sizes) func looks(_ size: Size) throws {
    let name = "\(size.width)x\(size.height)"
    var fixture = Self.fixture(size)
    try expectScreen(fixture.app.view(), "plan-\(name)")
    fixture.press(.enter)
    try expectScreen(fixture.app.view(), "plan-day-\(name)")
    try expectScreen(
      Self.fixture(size, AppFixture.plan(inDays: nil)).app.view(), "plan-open-\(name)")
  }

  @Test func aDayWithAPanelListsItAndWhatElseThereIs() {
    var plan = AppFixture.plan()
    plan.days[3].panel = 2
    plan.days[3].items = []
    plan.days[4].panel = 3
    var fixture = Self.fixture(Size(width: 80, height: 24), plan)
    for _ in 0..<3 { fixture.press(.down) }
    fixture.press(.enter)
    var screen = fixture.app.view().text
    #expect(screen.contains("▸") && screen.contains("panel 2"))
    #expect(screen.contains("Nothing else is planned.") && screen.contains("Enter the panel"))
    fixture.press("p")
    #expect(fixture.app.stage.notice?.text == "This is not the plan of today.")
    fixture.press(.enter)
    #expect(fixture.app.path[fixture.app.top] is PanelScreen)

    fixture.press(.escape, .escape, .down, .enter)
    screen = fixture.app.view().text
    #expect(screen.contains("panel 3") && screen.contains("things: "))
    #expect(screen.contains("Enter the panel"))
    fixture.press(.down)
    #expect(fixture.app.view().text.contains("Enter the question"))
    fixture.press(.enter)
    #expect(fixture.effects == [.loadCard(plan.days[4].items[0].card)])

    // The interview of the day is named.
    fixture.press(.escape, .down, .down, .enter)
    #expect(fixture.app.view().text.contains("Acme, round 2: Sun 29 Nov 14:00."))
  }

  @Test func eachInterviewHasItsBlockAndAllOfItComesIntoView() {
    var fixture = Self.fixture()
    let first = fixture.app.view().text
    for words in [
      "Acme, round 2: Sun 29 Nov 14:00", "ready now 59%, on course for about 85% (70–93)",
      "Mon 23 Nov  today", "Sat 28 Nov  the eve", "Sun 29 Nov  by 13:30",
      "37 of the 40 questions that count fit before Acme. These will not:",
      "They ask what you make of their announcement",
    ] {
      #expect(first.contains(words), "\(words)")
    }
    fixture.press("o")
    #expect(fixture.app.view().text.contains("Beta, round 3: Sun 6 Dec 14:00"))
    fixture.press(.end)
    let end = fixture.app.view().text
    #expect(end.contains("All 40 questions that count fit before Beta."))
    #expect(end.contains("▸ Sun 6 Dec   by 13:30"))
    fixture.press(.home)
    #expect(fixture.app.view().text == first)
    fixture.press(.up, .up)
    #expect(fixture.app.view().text == first)
  }

  /// In a narrow window they stand in a column of their own.
  @Test func theDaysNameTheirPanels() {
    var plan = AppFixture.plan()
    for (place, number) in [(0, 4), (3, 5)] { plan.days[place].panel = number }
    let wide = Self.fixture(Size(width: 80, height: 24), plan).app.view().text
    #expect(wide.contains("Mon 23 Nov  today") && wide.contains("Thu 26 Nov  panel 5"))
    let narrow = Self.fixture(Size(width: 40, height: 24), plan).app.view().text
    for line in [
      "day         min  new  ready   panel", "Mon 23 Nov    7    1     48%      4",
      "Tue 24 Nov    4    1     54%\n", "Thu 26 Nov    6    1     65%      5",
    ] {
      #expect(narrow.contains(line), "\(narrow)")
    }
  }

  @Test func otherMinutesAreTriedAndKeptOnlyByEnter() {
    var fixture = Self.fixture()
    fixture.press("+")
    #expect(fixture.effects == [.loadPlan(minutes: 25)])
    fixture.take(.plan(AppFixture.plan(minutes: 25, isTried: true)))
    let tried = fixture.app.view().text
    for words in [
      "25 min a day: 37 of 40 fit, on course for about 85% (70–93).", "Enter keep 25 min",
      "25 min a day, tried",
    ] {
      #expect(tried.contains(words), "\(words)")
    }
    fixture.press("-")
    #expect(fixture.effects == [.loadPlan(minutes: nil)])
    fixture.press("+")
    #expect(fixture.effects == [.loadPlan(minutes: 30)])
    // The way back is first one out of the trial.
    fixture.press(.escape)
    #expect(fixture.effects == [.loadPlan(minutes: nil)])
    fixture.take(.plan(AppFixture.plan()))
    #expect(fixture.app.view().text.contains(" Plan "))
    fixture.take(.plan(AppFixture.plan(minutes: 15, isTried: true)))
    fixture.press(.enter)
    #expect(fixture.effects == [.changeSetting("practice.minutes", to: "15")])
    fixture.take(.settings(AppFixture.settings, fixture.app.stage.settings))
    #expect(fixture.effects == [.loadPlan(minutes: nil)])
    #expect(fixture.app.view().text.contains("15 min a day from now on."))
    #expect(fixture.app.view().text.contains(" Plan "))
  }

  @Test func noDayHasLessThanFiveMinutes() {
    var fixture = Self.fixture(
      Size(width: 80, height: 24), AppFixture.plan(minutes: 5, isTried: true))
    fixture.press("-")
    #expect(fixture.effects.isEmpty)
    #expect(fixture.app.view().text.contains("5 to 240 minutes"))
  }

  @Test func todayIsPractisedFromItsDayAndNoOtherIs() {
    var fixture = Self.fixture()
    fixture.press(.down, .enter)
    #expect(fixture.app.view().text.contains("Plan · Tue 24 Nov"))
    #expect(!fixture.app.view().text.contains("practise this now"))
    fixture.press("p")
    #expect(fixture.app.view().text.contains("Plan · Tue 24 Nov"))
    fixture.press(.escape, .up, .enter)
    let day = fixture.app.view().text
    for words in ["Plan · Mon 23 Nov, today", "3 things: 2 answers and 1 shorter", "answer, new"] {
      #expect(day.contains(words), "\(words)")
    }
    fixture.press("p")
    #expect(fixture.app.view().text.contains("1 of 3"))
    fixture.press(.escape)
    #expect(fixture.effects == [.loadPlan(minutes: nil)])
  }

  @Test func aDayThatIsDoneHasNothingToStart() {
    var fixture = Self.fixture(
      Size(width: 80, height: 24), AppFixture.plan(isDone: true))
    #expect(!fixture.app.view().text.contains("practise today"))
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("Today's 7 minutes are done."))
  }

  /// Drawing outside the canvas would trap.
  @Test func noSizeTraps() {
    for isDay in [false, true] {
      var fixture = Self.fixture()
      if isDay { fixture.press(.enter) }
      for width in stride(from: 0, through: 100, by: 3) {
        for height in 0...26 {
          fixture.send(.resize(Size(width: width, height: height)))
          fixture.press(.end)
          #expect(fixture.app.view().size == Size(width: width, height: height))
          fixture.press(.home)
        }
      }
    }
  }
}
