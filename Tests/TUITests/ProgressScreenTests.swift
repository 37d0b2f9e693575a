import Decks
import Screen
import TestSupport
import Testing

@testable import Practice
@testable import TUI

/// The plots at the three sizes, compared with the pictures in `Snapshots`.
@Suite struct ProgressScreenTests {
  private func fixture(
    _ section: ProgressSection, _ figures: ProgressFigures, _ size: Size
  ) throws -> AppFixture {
    var fixture = AppFixture(size: size)
    fixture.press(.character("g"))
    #expect(fixture.effects == [.loadProgress])
    _ = fixture.app.update(.progress(figures))
    let index = try #require(ProgressSection.allCases.firstIndex(of: section))
    fixture.press(.character(try #require("123456789".dropFirst(index).first)))
    return fixture
  }

  @Test(arguments: ProgressSection.allCases, GoldenScreenTests.sizes)
  func everyPlot(_ section: ProgressSection, _ size: Size) throws {
    let screen = try fixture(section, AppFixture.someProgress, size).app.view()
    try expectScreen(
      screen, "progress-\(section.rawValue)-\(size.width)x\(size.height)")
    // Nothing is said by colour: without any it is the same screen.
    #expect(screen.styledText() == screen.styledText(roles: false))
  }

  @Test(arguments: ProgressSection.allCases)
  func everyPlotBeforeAnythingWasPractised(_ section: ProgressSection) throws {
    try expectScreen(
      fixture(section, AppFixture.noProgress, Size(width: 80, height: 24)).app.view(),
      "progress-none-\(section.rawValue)-80x24")
  }

  /// What stands at a glance is what the large plot says.
  @Test func theOverviewSaysTheSame() throws {
    var figures = AppFixture.someProgress
    let interview = try #require(figures.interviews.first)
    figures.readiness.now = Readiness(whole: 0.01, families: figures.readiness.now.families)
    #expect(figures.brief(.readiness).hasPrefix("\(interview.readyNow.percent)%, by the plan "))
    figures.interviews = []
    #expect(figures.brief(.readiness) == "1%")

    func brief(again: Int, hard: Int, _ thin: [RubricPart]) -> String {
      var card = TroubledCard(id: AppFixture.cards[0].card.id)
      (card.again, card.hard, card.thin) = (again, hard, thin)
      figures.troubled = [card]
      return figures.brief(.week)
    }
    #expect(brief(again: 1, hard: 1, []) == "1 did not come back")
    #expect(brief(again: 0, hard: 2, [.result]) == "1 came hard")
    #expect(brief(again: 0, hard: 0, [.result]) == "1 part needs work")
  }

  /// What does not fit can be scrolled to: all words are on the way, whatever the window.
  @Test(arguments: ProgressSection.allCases, GoldenScreenTests.sizes)
  func theFiguresAreThereInWords(_ section: ProgressSection, _ size: Size) throws {
    let figures = AppFixture.someProgress
    var fixture = try fixture(section, figures, size)
    var rows: [String] = []
    for _ in 0..<120 {
      let text = fixture.app.view().text.split(separator: "\n").map(String.init)
      rows += text.filter { !rows.contains($0) }
      fixture.press(.down)
    }
    let seen = rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
    for line in figures.words(section, dayWords: { DateText.shortDay($0, from: figures.today) }) {
      for word in line.split(separator: " ") {
        #expect(seen.contains(word), "\(section) at \(size): \(line)")
      }
    }
  }

  @Test func keysGoThroughThePlotsAndBack() throws {
    var fixture = try fixture(.days, AppFixture.someProgress, Size(width: 80, height: 24))
    let count = ProgressSection.allCases.count
    for number in Array(2...count) + [1] {
      fixture.press(.right)
      #expect(fixture.app.view().text.split(separator: "\n")[0].hasSuffix("\(number) of \(count)"))
    }
    fixture.press(.left)
    #expect(fixture.app.view().text.split(separator: "\n")[0].hasSuffix("\(count) of \(count)"))
    fixture.press(.escape)
    #expect(fixture.app.view().text.contains("1 Days practised"))
    fixture.press(.right)
    #expect(fixture.app.view().text.split(separator: "\n")[0].hasSuffix("1 of \(count)"))
    fixture.press("q", .left)
    #expect(fixture.app.view().text.split(separator: "\n")[0].hasSuffix("\(count) of \(count)"))
    fixture.press(.escape, .escape)
    #expect(fixture.effects == [.loadHome])
  }

  // MARK: - All at once, and as tables

  @Test(arguments: GoldenScreenTests.sizes) func allAtOnce(_ size: Size) throws {
    for (name, figures) in [("all", AppFixture.someProgress), ("none", AppFixture.noProgress)] {
      var fixture = AppFixture(size: size)
      fixture.take(.progress(figures))
      let screen = fixture.app.view()
      try expectScreen(screen, "progress-\(name)-\(size.width)x\(size.height)")
      for section in ProgressSection.allCases {
        let number = (ProgressSection.allCases.firstIndex(of: section) ?? 0) + 1
        #expect(screen.text.contains("\(number) "), "\(section)")
      }
    }
  }

  @Test(arguments: ProgressSection.allCases)
  func everyPlotAsATable(_ section: ProgressSection) throws {
    var fixture = try fixture(section, AppFixture.someProgress, Size(width: 80, height: 24))
    let plot = fixture.app.view().text
    fixture.press("T")
    try expectScreen(fixture.app.view(), "progress-table-\(section.rawValue)-80x24")
    fixture.press("T")
    #expect(fixture.app.view().text == plot)
  }

  /// Whoever reads tables goes from one to the next.
  @Test func theTableStaysFromPlotToPlot() throws {
    var fixture = try fixture(.recall, AppFixture.someProgress, Size(width: 80, height: 24))
    fixture.press("T", .right)
    #expect(fixture.app.view().text.contains("week from"))
    var empty = try self.fixture(.recall, AppFixture.noProgress, Size(width: 40, height: 12))
    empty.press("T")
    #expect(empty.app.view().text.contains("There is nothing in this plot yet."))
  }

  @Test func whatTheQuestionsAreAfterIsDrilledFromItsPlot() throws {
    var fixture = try fixture(.reading, AppFixture.someProgress, Size(width: 80, height: 24))
    #expect(fixture.app.view().text.contains("p practise this"))
    var request = fixture.app.stage.settings.daily
    request.isDaily = false
    request.drill = .reading
    #expect(
      fixture.app.update(.key("p"), now: fixture.app.stage.now) == [.startSession(request)])
    // Nowhere else does the key mean anything.
    for key in ["8", .escape] as [Key] {
      fixture.press(key)
      #expect(!fixture.app.view().text.contains("practise this"))
      fixture.press("p")
      #expect(fixture.effects.isEmpty)
    }
  }

  @Test func noSizeTraps() throws {
    for figures in [
      AppFixture.someProgress, AppFixture.progress(interviewInDays: nil), AppFixture.noProgress,
    ] {
      for section in ProgressSection.allCases + [nil] {
        var fixture = try fixture(section ?? .days, figures, Size(width: 80, height: 24))
        if section == nil { fixture.press(.escape) }
        for width in stride(from: 0, through: 130, by: 9) {
          for height in stride(from: 0, through: 44, by: section == nil ? 1 : 4) {
            fixture.send(.resize(Size(width: width, height: height)))
            #expect(fixture.app.view().size == Size(width: width, height: height))
          }
        }
      }
    }
  }
}
