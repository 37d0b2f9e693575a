import Practice
import Screen
import TestSupport
import Testing

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
    #expect(fixture.effects == [.loadHome])
  }

  @Test func noSizeTraps() throws {
    for figures in [
      AppFixture.someProgress, AppFixture.progress(interviewInDays: nil), AppFixture.noProgress,
    ] {
      for section in ProgressSection.allCases {
        var fixture = try fixture(section, figures, Size(width: 80, height: 24))
        for width in stride(from: 0, through: 130, by: 9) {
          for height in stride(from: 0, through: 44, by: 4) {
            fixture.send(.resize(Size(width: width, height: height)))
            #expect(fixture.app.view().size == Size(width: width, height: height))
          }
        }
      }
    }
  }
}
