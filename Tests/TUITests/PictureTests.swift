import Decks
import Practice
import Screen
import TestSupport
import Testing

@testable import TUI

/// The pictures of the README are what the program draws.
///
/// They are recorded as other pictures of screens are: `RECORD_SNAPSHOTS=1`.
@Suite struct PictureTests {
  private static let families = [
    ("TEAM", "Working together"), ("DISA", "Disagreement"), ("INFL", "Influence and message"),
    ("LEAD", "Leading and growing others"), ("CUST", "Customers and users"),
    ("OWNR", "Ownership and initiative"), ("SOLV", "Solving and deciding"),
    ("DELV", "Delivering"), ("ADPT", "Adapting and recovering"),
    ("LERN", "Learning and self-knowledge"), ("INTG", "Integrity and values"),
    ("WHYU", "Why you, why here, what next"),
  ].map { Family(code: $0.0, title: $0.1, tags: []) }

  private static func fixture(_ competencies: Competencies) -> AppFixture {
    AppFixture(interview: AppFixture.interview(inDays: 6), competencies: competencies)
  }

  private static var home: Canvas {
    fixture(Competencies(families: families)).app.view()
  }

  private static var question: Canvas {
    var fixture = fixture(AppFixture.competencies)
    fixture.press(.enter)
    return fixture.app.view()
  }

  private static var reveal: Canvas {
    var fixture = fixture(AppFixture.competencies)
    fixture.press(.enter, " ")
    for seconds in [22, 9, 51] { fixture.press(" ", after: seconds) }
    fixture.press(.enter, after: 12)
    for tick in "bcfijkmovw" { fixture.press(.character(tick)) }
    return fixture.app.view()
  }

  private static var progress: Canvas {
    var fixture = fixture(Competencies(families: families))
    fixture.press("g")
    fixture.take(.progress(AppFixture.someProgress))
    fixture.press("2")
    return fixture.app.view()
  }

  @Test(arguments: [Theme.light, .dark]) func areWhatIsDrawn(_ theme: Theme) throws {
    let file = #filePath
    let tests = file.prefix(upTo: file.ranges(of: "/Tests/").last?.lowerBound ?? file.endIndex)
    for (name, canvas, title) in [
      ("home", Self.home, "Home before an interview: where you stand and what today has"),
      ("question", Self.question, "A question, and the ways to answer it"),
      ("reveal", Self.reveal, "What a good answer contains, ticked, with the grade it suggests"),
      ("progress", Self.progress, "How ready you are, family by family"),
    ] {
      let picture = Picture(canvas: canvas, title: "Starling. \(title)", theme: theme)
      try expectSnapshot(picture.svg, at: "\(tests)/.github/screens/\(name)-\(theme).svg")
    }
  }

  @Test func textIsEscapedAndColoursAreTheTables() {
    var canvas = Canvas(size: Size(width: 12, height: 1))
    canvas.draw("a<b> & \"c\"", x: 0, y: 0, style: Style(.weak))
    let svg = Picture(canvas: canvas, title: "x & y", theme: .dark).svg
    #expect(svg.contains(">a&lt;b&gt; &amp; &quot;c&quot;</text>"))
    #expect(svg.contains("<title>x &amp; y</title>"))
    let number = Theme.dark.look(of: Style(.weak), colours: 256).colour
    #expect(number.map { svg.contains(Picture.colour($0)) } == true)
    #expect(Picture.colour(16) == "#000000" && Picture.colour(231) == "#ffffff")
    #expect(Picture.colour(179) == "#d7af5f" && Picture.colour(244) == "#808080")
  }

  @Test func blocksAndDotsAreShapes() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.draw("█▌░⣀▂x", x: 0, y: 0)
    let svg = Picture(canvas: canvas, title: "", theme: .light).svg
    #expect(!svg.contains("█") && !svg.contains("⣀"))
    #expect(svg.ranges(of: "<circle").count == 2 && svg.ranges(of: "<rect").count == 5)
    #expect(svg.contains(">x</text>"))
  }
}
