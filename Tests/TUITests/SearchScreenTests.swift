import Decks
import Practice
import Screen
import TestSupport
import Testing

@testable import TUI

/// A search through everything.
@Suite struct SearchScreenTests {
  private func open(_ text: String, _ size: Size = Size(width: 80, height: 24)) -> AppFixture {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press("/")
    fixture.send(.tick)
    for character in text { fixture.press(.character(character)) }
    return fixture
  }

  private func lines(_ fixture: AppFixture) -> [String] {
    fixture.app.view().text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test(arguments: GoldenScreenTests.sizes) func looks(_ size: Size) throws {
    func expect(_ fixture: AppFixture, _ name: String) throws {
      try expectScreen(fixture.app.view(), "\(name)-\(size.width)x\(size.height)")
    }
    try expect(open("", size), "search-empty")
    try expect(open("handover", size), "search")
    var inside = open("manager", size)
    inside.press(.tab, .tab, .down)
    try expect(inside, "search-kind")
    try expect(open("zzz", size), "search-none")
  }

  /// The first picture waits for nothing: the texts are made ready when it is there.
  @Test func theTextsAreReadBehindTheFirstPicture() {
    var fixture = AppFixture.withNotebook()
    fixture.press("/")
    #expect(fixture.effects.isEmpty)
    #expect(fixture.app.nextChange == 0)
    fixture.send(.tick)
    #expect(fixture.app.nextChange == nil)
    // Somebody may be quicker than that.
    var quick = AppFixture.withNotebook()
    quick.press("/", "h")
    #expect(quick.app.view().text.contains(" found"))
  }

  @Test func kindsStandInTheirOrderWithTheirCounts() {
    let shown = lines(open("manager")).filter { line in
      SearchKind.allCases.contains { line.hasPrefix("  \($0.title) ") }
    }
    #expect(
      shown.map { $0.split(separator: " ").joined(separator: " ") } == [
        "Cards 61", "Stories 61", "Answers 63",
      ])
  }

  @Test func tabGoesToTheNextKindAndDownIntoIt() {
    var fixture = open("handover")
    func selected() -> String { lines(fixture).first { $0.hasPrefix("▸") } ?? "" }
    #expect(selected().contains("Handover cut"))
    fixture.press(.tab)
    #expect(selected().contains("Thu 1 Nov"))
    #expect(fixture.app.view().text.contains("and 62 more"))
    fixture.press(.down)
    #expect(selected().contains("Thu 2 Nov"))
    fixture.press(.down, .down)
    #expect(selected().contains("two handovers"))
    fixture.press(.up)
    #expect(selected().contains("Thu 1 Nov"))
    fixture.press(.backTab, .backTab)
    #expect(selected().contains("two handovers"))
  }

  @Test func enterOpensAndEscapeComesBackWithTheSearchAsItWas() {
    var fixture = open("handover")
    fixture.press(.tab, .down, .down)
    let before = fixture.app.view()
    fixture.press(.tab, .enter)
    #expect(fixture.effects.count == 1)
    fixture.press(.backTab)
    fixture.press(.backTab, .tab, .down, .down)
    #expect(fixture.app.view() == before)
    fixture = open("handover")
    fixture.press(.enter)
    fixture.take(.notebook(.text(title: "Handover cut", "In March …")))
    #expect(fixture.app.view().text.hasPrefix(" Handover cut"))
    fixture.press(.escape)
    #expect(fixture.app.view().text.contains("/ handover"))
    fixture.press(.escape)
    #expect(fixture.app.path.count == 1)
  }

  @Test func aDraftLeadsToItsQuestion() {
    var fixture = open("tide")
    fixture.press(.enter)
    #expect(fixture.started?.only == [AppFixture.listings[1].id])
    #expect(fixture.app.path[fixture.app.top] is PracticeScreen)
  }

  /// A card opens though another one is open below.
  @Test func aCardOpensItsPage() {
    var fixture = AppFixture.withNotebook()
    fixture.take(.card(AppFixture.cards[1], AppFixture.listings[1]))
    fixture.press(":")
    for character in "search everything" { fixture.press(.character(character)) }
    fixture.press(.enter)
    fixture.send(.tick)
    for character in "manager" { fixture.press(.character(character)) }
    fixture.press(.enter)
    #expect(fixture.effects == [.loadCard(AppFixture.listings[0].id)])
    fixture.take(.card(AppFixture.cards[0], AppFixture.listings[0]))
    #expect(fixture.app.path.count == 4)
    #expect(fixture.app.path[fixture.app.top] is CardScreen)
    fixture.press(.escape)
    #expect(fixture.app.path[fixture.app.top] is SearchScreen)
  }

  @Test func deletingLettersFindsAgain() {
    var fixture = open("handoverx")
    #expect(fixture.app.view().text.contains("Nothing has that."))
    fixture.press(.backspace)
    #expect(fixture.app.view().text.contains("Handover cut"))
    fixture.press(.control("u"))
    #expect(fixture.app.view().text.contains("Type words"))
    fixture.press(.down, .tab, .enter)
    #expect(fixture.effects.isEmpty)
    fixture.send(.paste("hand\nover"))
    #expect(fixture.app.view().text.contains("/ hand over"))
  }
}
