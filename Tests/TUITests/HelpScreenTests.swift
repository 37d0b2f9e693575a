import Decks
import Screen
import TestSupport
import Testing

@testable import TUI

/// Help where one is, and the ways from there.
@Suite struct HelpScreenTests {
  private func expect(_ fixture: AppFixture, _ name: String, _ size: Size) throws {
    try expectScreen(fixture.app.view(), "\(name)-\(size.width)x\(size.height)")
  }

  @Test(arguments: GoldenScreenTests.sizes) func pages(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press("?")
    try expect(fixture, "help", size)
    fixture.press(.tab)
    try expect(fixture, "help-all", size)
    fixture.press("w", .down)
    try expect(fixture, "help-words", size)
    fixture.press("m")
    try expect(fixture, "help-method", size)
    fixture.press("/", "r", "e", "c")
    try expect(fixture, "help-search", size)
  }

  @Test(arguments: GoldenScreenTests.sizes) func atTheReveal(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter, .enter, "?")
    try expect(fixture, "help-reveal", size)
  }

  /// In text “?” is a character, and the help says nothing of keys that are.
  @Test(arguments: GoldenScreenTests.sizes) func inText(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter, "t", "?")
    let typed = fixture.app.view()
    #expect(typed.text.contains("?"))
    fixture.press(.function(1))
    try expect(fixture, "help-text", size)
    fixture.press(.function(1))
    #expect(fixture.app.view() == typed)
  }

  /// What is typed is on disk before the help covers it.
  @Test func whatIsTypedIsSavedFirst() {
    var fixture = AppFixture()
    fixture.press(.enter, "t", "S", "n", "o", "w")
    #expect(fixture.drafts.isEmpty)
    fixture.press(.function(1))
    #expect(fixture.drafts.last?.first == "Snow")
  }

  @Test(arguments: [[Key("?")], [Key.escape], ["q"], [.tab, "w", "m", "?"], ["/", .escape, "?"]])
  func oneComesBackToWhereOneWas(_ keys: [Key]) {
    var fixture = AppFixture()
    fixture.press(.enter, .enter, .down)
    let before = fixture.app.view()
    fixture.press("?")
    #expect(fixture.app.view() != before)
    for key in keys { fixture.press(key) }
    #expect(fixture.app.view() == before)
  }

  /// A key that is not offered now is not named, and a changed one by its new name.
  @Test func onlyWhatWorksHereIsNamed() throws {
    var fixture = AppFixture()
    fixture.press(.enter, .enter, "?")
    #expect(!fixture.app.view().text.contains("recording"))
    #expect(fixture.app.view().text.contains("Draw a follow-up"))
    fixture.press("?", .escape, "?")
    #expect(!fixture.app.view().text.contains("Draw a follow-up"))
  }

  @Test func theWordsOfTheScreenAreNamedAndExplained() {
    var fixture = AppFixture(interview: AppFixture.interview(inDays: 6))
    fixture.press("?")
    #expect(fixture.app.view().text.contains("Words on this screen: "))
    #expect(fixture.app.view().text.contains("ready now"))
    for word in GlossaryWord.all {
      #expect((1...2).contains(word.meaning.wrapped(to: 61).count), "\(word.word)")
      #expect(!word.met.isEmpty)
    }
    let words = GlossaryWord.all.map { $0.word.lowercased() }
    #expect(words == words.sorted() && Set(words).count == words.count)
  }

  @Test func enterGoesToWhereAWordIsMetAndBack() throws {
    var fixture = AppFixture.withNotebook()
    fixture.press("?", "w")
    let index = try #require(GlossaryWord.all.firstIndex { $0.place == .stories })
    for _ in 0..<index { fixture.press(.down) }
    let words = fixture.app.view()
    fixture.press(.enter)
    #expect(fixture.app.view().text.hasPrefix(" Stories"))
    fixture.press(.escape)
    #expect(fixture.app.view() == words)
    // One that is met where one cannot simply go says so.
    fixture.press(.home, .enter)
    #expect(fixture.app.view().text.contains("is met at the reveal"))
  }

  /// All keys are there once, those of this screen first.
  @Test func allKeysBeginWithThoseOfTheScreen() {
    var fixture = AppFixture(size: Size(width: 80, height: 700))
    fixture.press(.enter, .enter, "?", .tab)
    let lines = fixture.app.view().text.split(separator: "\n").map(String.init)
    #expect(lines.dropFirst().first == "  The reveal")
    for section in HelpSection.all {
      #expect(lines.count { $0 == "  \(section.title)" } == 1, "\(section.title)")
    }
  }

  @Test func aTopicThatIsFoundIsRead() {
    var fixture = AppFixture()
    fixture.press("?", "/", "f", "s", "r", "s", .enter)
    #expect(fixture.app.view().text.hasPrefix(" The memory model"))
    fixture.press(.escape)
    #expect(fixture.app.view().text.contains("/ fsrs"))
    fixture.press(.control("u"), "z", "z", "z")
    #expect(fixture.app.view().text.contains("0 found"))
  }

  @Test func aKeyThatIsFoundIsShownAmongItsLike() {
    var fixture = AppFixture()
    fixture.press("?", "/", "r", "e", "b", "u", .enter)
    #expect(fixture.app.view().text.contains("\n  Weak cards"))
  }

  @Test func itIsLaidOutAnewInAnotherWindowAndStaysWithinIt() {
    var fixture = AppFixture(size: Size(width: 40, height: 12))
    fixture.press("?", .tab)
    for _ in 0..<1200 { fixture.press(.down) }
    let end = fixture.app.view()
    fixture.press(.down)
    #expect(fixture.app.view() == end)
    fixture.send(.resize(Size(width: 100, height: 20)))
    var other = AppFixture(size: Size(width: 100, height: 20))
    other.press("?", .tab)
    for _ in 0..<1200 { other.press(.down) }
    #expect(fixture.app.view() == other.app.view())
    fixture.press(.up)
    other.press(.up)
    #expect(fixture.app.view() == other.app.view())
  }
}

@Suite struct WordBeginningsTests {
  @Test(arguments: [
    ("pr st", true), ("st pr", true), ("PRAC answers", true), ("", true), ("  ", true),
    ("ractise", false), ("pr zz", false), ("quéstion", true),
  ]) func findsByTheBeginningsOfWordsInAnyOrder(_ query: String, _ isFound: Bool) {
    #expect(
      WordBeginnings(query).find("Practise a question that a story answers") == isFound, "\(query)")
  }
}
