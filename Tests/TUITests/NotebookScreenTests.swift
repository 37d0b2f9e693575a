import Campaign
import Practice
import Scheduler
import Screen
import TestSupport
import Testing

@testable import TUI

/// The screens of stories, interviews and the panel, compared with the pictures in `Snapshots`.
@Suite struct NotebookScreenTests {
  static let sizes = GoldenScreenTests.sizes

  private func expect(_ fixture: AppFixture, _ name: String, _ size: Size) throws {
    try expectScreen(fixture.app.view(), "\(name)-\(size.width)x\(size.height)")
  }

  @Test(arguments: sizes) func stories(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("s"))
    try expect(fixture, "stories", size)
  }

  @Test(arguments: sizes) func fortyStories(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(AppFixture.crowdedNotebook, size: size)
    fixture.press(.character("s"), .end)
    try expect(fixture, "stories-40", size)
  }

  @Test(arguments: sizes) func noStories(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(Notebook(), size: size)
    fixture.press(.character("s"))
    try expect(fixture, "stories-none", size)
  }

  @Test(arguments: sizes) func employers(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("i"))
    try expect(fixture, "employers", size)
  }

  @Test(arguments: sizes) func noEmployers(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(Notebook(), size: size)
    fixture.press(.character("i"))
    try expect(fixture, "employers-none", size)
  }

  @Test(arguments: sizes) func employersOfAllNames(_ size: Size) throws {
    var notebook = AppFixture.notebook
    for (number, name) in [
      "Maximilian Featherstonehaugh-Cholmondeley & Daughters of the North",
      "חברת המזון של הצפון", "مطاعم الشمال", "一家做学校午餐的公司", "A",
    ].enumerated() {
      notebook.employers.append(
        Employer(name: name).with { $0.role = number % 2 == 0 ? "lead" : "" })
      notebook.interviews.append(
        Kept(
          Number(Int64(10 + number)),
          Interview(
            employer: name, round: number + 1,
            startsAt: AppFixture.evening.time.milliseconds + Int64(number + 20) * 86_400_000)))
    }
    var fixture = AppFixture.withNotebook(notebook, size: size)
    fixture.press(.character("i"))
    try expect(fixture, "employers-names", size)
  }

  @Test(arguments: sizes) func homeSaysWhatIsToDo(_ size: Size) throws {
    let outlook = AppFixture.interview(
      inDays: 6, chores: [.logRound(1), .keepPromises(1), .checkFacts(2), .answerDoubts(1)])
    try expect(AppFixture(size: size, interview: outlook), "home-chores", size)
  }

  @Test(arguments: sizes) func anEmployer(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("i"), .enter)
    try expect(fixture, "employer", size)
  }

  @Test(arguments: sizes) func twelvePeople(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(AppFixture.crowdedNotebook, size: size)
    fixture.press(.character("i"), .enter, .down, .down, .down, .enter)
    try expect(fixture, "people-12", size)
  }

  @Test func everyThingOfAnEmployerHasAPart() {
    let view = PartView(stage: AppFixture().app.stage, employer: "Acme")
    let added = EmployerPart.all.compactMap { $0.new?(view) }.map { type(of: $0).table }
    for kind in Notebook.listed where kind.isOfEmployer {
      #expect(added.contains(kind.table), "\(kind.noun)")
    }
  }

  private static let parts = [
    "rounds", "log", "after", "people", "doubts", "facts", "questions", "panels", "advert",
    "decision",
  ]

  @Test(arguments: EmployerPart.all.indices) func everyPart(_ index: Int) throws {
    var fixture = AppFixture.withNotebook()
    fixture.press(.character("i"), .enter)
    for _ in 0..<index { fixture.press(.down) }
    fixture.press(.enter)
    try expect(fixture, "part-\(Self.parts[index])", fixture.app.stage.size)
  }

  @Test(arguments: sizes) func asking(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("s"), .character("D"))
    try expect(fixture, "stories-deleting", size)
  }

  @Test(arguments: sizes) func recall(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("i"), .enter, .character("l"), .character("W"), .character("?"))
    try expect(fixture, "log-recall", size)
  }

  @Test(arguments: sizes) func choosingAStory(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(
      .character("i"), .enter, .character("l"), .character("W"), .enter, .enter)
    try expect(fixture, "log-story", size)
  }

  @Test(arguments: sizes) func aRoundThatIsNotWrittenDown(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("i"), .down, .enter, .character("l"))
    try expect(fixture, "log-held", size)
  }

  @Test(arguments: sizes) func panelAsking(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("i"), .enter, .character("m"))
    try expect(fixture, "panel-beginning", size)
    fixture.press(.enter)
    try expect(fixture, "panel-asked", size)
  }

  @Test(arguments: sizes) func aFriendsMarks(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("i"), .enter, .character("m"), .enter)
    for _ in 0..<3 {
      fixture.press(.character(" "))
      fixture.press(.enter, after: 15)
      fixture.press(.enter)
    }
    fixture.press(.escape, .character("f"), .character("1"), .character("3"), .backspace)
    try expect(fixture, "panel-marks", size)
  }

  @Test(arguments: sizes) func panelWarning(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("i"), .enter, .character("m"), .enter, .character(" "))
    fixture.press(.enter, after: 10)
    fixture.press(.end, .enter)
    try expect(fixture, "panel-warning", size)
  }

  @Test(arguments: sizes) func panelReport(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press(.character("i"), .enter, .character("m"), .enter)
    for _ in 0..<2 {
      fixture.press(.character(" "))
      fixture.press(.enter, after: 15)
      fixture.press(.down, .enter)
    }
    fixture.press(.escape)
    try expect(fixture, "panel-report", size)
  }

  @Test(arguments: sizes) func thePageForTheDay(_ size: Size) throws {
    var fixture = AppFixture.withNotebook(size: size)
    let sheet = Sheet(
      title: "Interview-day brief",
      subtitle: "Acme, Thu 26 Nov 14:00, Acme Works, 3rd floor, ask at the front desk",
      printed: "Wed 20:10",
      sections: [
        Sheet.Section("ONE THING", [Sheet.Entry("I make messy handovers calm.", from: [])]),
        Sheet.Section(
          "ASK",
          [
            Sheet.Entry(
              "Noor: When two people here want to do something in different ways, how is it decided, and who has the last word on it? (YQ-07)",
              from: []), Sheet.Entry("Who trains people?", from: []),
          ]),
      ])
    _ = fixture.app.update(.notebook(.sheet(title: "Acme, the day", sheet)))
    try expect(fixture, "brief", size)
  }
}
