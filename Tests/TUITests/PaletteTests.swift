import Campaign
import Decks
import Practice
import Scheduler
import Screen
import TestSupport
import Testing

@testable import TUI

/// What can be done here and every place to go, by its name.
@Suite struct PaletteTests {
  /// Opens it over a screen and types.
  private func open(
    _ fixture: AppFixture = .withNotebook(), _ keys: Key..., typing text: String = ""
  ) -> AppFixture {
    var fixture = fixture
    for key in keys { fixture.press(key) }
    fixture.press(":")
    for character in text { fixture.press(.character(character)) }
    return fixture
  }

  private func rows(_ fixture: AppFixture) -> [String] {
    fixture.app.view().text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4)
      .map(String.init).prefix { !$0.isEmpty }
      .map { String($0.dropFirst(2)) }
  }

  @Test(arguments: GoldenScreenTests.sizes) func looks(_ size: Size) throws {
    func expect(_ fixture: AppFixture, _ name: String) throws {
      try expectScreen(fixture.app.view(), "\(name)-\(size.width)x\(size.height)")
    }
    let home = AppFixture.withNotebook(size: size)
    try expect(open(home), "palette")
    try expect(open(home, typing: "story"), "palette-story")
    try expect(open(home, .enter, .enter, typing: "st"), "palette-reveal")
    try expect(open(home, typing: "zzz"), "palette-none")
  }

  @Test(arguments: [
    ("story", "Stories: what you can tell"), ("pr st", "Practise a question that the first"),
    ("st pr", "Practise a question that the first"), ("mock", "Panel: rehearse"),
    ("exit", "Quit Starling"), ("quit", "Quit Starling"), ("preferences", "Settings"),
    ("STATS", "Progress"), ("export", "Write everything"), ("glossary", "What the words mean"),
  ]) func oneFindsByBeginningsOfWordsAndByOtherWords(_ query: String, _ first: String) {
    let rows = rows(open(typing: query))
    #expect(rows.prefix(2).contains { $0.hasPrefix(first) }, "\(rows)")
  }

  @Test func theKeyThatDoesTheSameStandsBesideIt() {
    #expect(rows(open(typing: "stories what")).first?.hasSuffix(" s") == true)
    #expect(
      rows(open(.withNotebook(), "i", typing: "stories what")).first?.hasSuffix("s at home") == true
    )
    #expect(rows(open(typing: "add a story")).first?.hasSuffix("a in the stories") == true)
    #expect(rows(open(typing: "export")).first?.hasSuffix("starling export") == true)
  }

  /// What can be done here comes first, then places, then commands; what cannot be done now not at all.
  @Test func theOrderIsHereThenPlacesThenCommands() throws {
    let fixture = open(AppFixture.withNotebook(size: Size(width: 80, height: 120)), .enter, .enter)
    let all = rows(fixture)
    let grade = try #require(all.firstIndex { $0.hasPrefix("Good: ") })
    let place = try #require(all.firstIndex { $0.hasPrefix("Stories: ") })
    let command = try #require(all.firstIndex { $0.hasSuffix("starling export") })
    #expect(grade < place && place < command)
    #expect(!all.contains { $0.hasPrefix("Answer aloud") || $0.hasPrefix("Scroll") })
    #expect(!all.contains { $0.hasPrefix("Play the recording") })
    #expect(Set(all).count == all.count)
  }

  @Test func enterDoesWhatAKeyDoesOnTheScreenBelow() {
    var fixture = open(.withNotebook(), .enter, .enter, typing: "good came")
    fixture.press(.enter)
    #expect(fixture.recorded.map(\.grade) == [.good])
    #expect(fixture.app.path.count == 2)
  }

  @Test func enterGoesToAPlaceAndBackToWhereOneWas() {
    var fixture = AppFixture.withNotebook()
    fixture.press(.enter, .enter)
    let before = fixture.app.view()
    fixture = open(fixture, typing: "stories what")
    fixture.press(.enter)
    #expect(fixture.app.view().text.hasPrefix(" Stories"))
    fixture.press(.escape)
    #expect(fixture.app.view() == before)
  }

  /// A place opens anew, though one is in it already further down.
  @Test func aPlaceThatIsOpenFurtherDownOpensOnTop() {
    var fixture = AppFixture.withNotebook()
    fixture.take(.weak([]))
    fixture.press(":")
    for character in "decks all" { fixture.press(.character(character)) }
    fixture.press(.enter)
    fixture.take(.decks(AppFixture.decks))
    #expect(fixture.app.path[fixture.app.top] is DecksScreen)
    fixture.press(":")
    for character in "weak what" { fixture.press(.character(character)) }
    fixture.press(.enter)
    #expect(fixture.effects == [.loadWeak])
    fixture.take(.weak([]))
    #expect(fixture.app.path[fixture.app.top] is WeakScreen)
    #expect(fixture.app.path.count == 4)
  }

  @Test func aCommandIsFoundWithTheProgramBeforeIt() {
    var fixture = open(typing: "starling backup")
    fixture.press(.enter)
    #expect(fixture.effects != [.quit] && !fixture.effects.isEmpty, "\(fixture.effects)")
  }

  @Test func whatIsDoneInAPlaceIsDoneThere() {
    var fixture = open(typing: "add an interview")
    fixture.press(.enter)
    #expect(fixture.app.path[fixture.app.top] is NewInterviewScreen)
    #expect(fixture.app.path.count == 3)
  }

  @Test func escapeEmptiesNothingAndGoesBack() {
    var fixture = AppFixture.withNotebook()
    let home = fixture.app.view()
    fixture = open(fixture, typing: "st")
    fixture.press(.escape)
    #expect(fixture.app.view() == home)
    fixture = open(fixture, typing: "xyzzy")
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("Nothing here is called that."))
  }

  /// Somebody who does not know what things are called here writes a sentence.
  @Test func whereNothingHasAllWordsWhatHasMostIsThere() {
    let fixture = open(typing: "set the interview date")
    #expect(
      fixture.app.view().text.contains("▸ Interviews: ")
        || fixture.app.view().text.contains("▸ Add an interview"))
    #expect(open(typing: "settings of xyzzy").app.view().text.contains("▸ Settings"))
  }

  @Test func whatWasUsedLastComesFirst() {
    var fixture = AppFixture.withNotebook()
    for name in ["quit", "progress how", "stories what", "settings", "the method", "words mean"] {
      guard name != "quit" else { continue }
      fixture = open(fixture, typing: name)
      fixture.press(.enter)
      while fixture.app.path.count > 1 { fixture.press(.escape) }
    }
    fixture = open(fixture)
    #expect(
      rows(fixture).prefix(5).map { String($0.prefix(7)) }
        == ["What th", "The met", "Setting", "Stories", "Progres"])
  }

  @Test func quitQuitsFromAnywhere() {
    var fixture = open(.withNotebook(), .enter, .enter, typing: "exit")
    fixture.press(.enter)
    #expect(fixture.effects == [.quit])
  }

  @Test func homeIsAPlaceUnlessASessionIsOpen() {
    var fixture = open(.withNotebook(), "s", typing: "home")
    #expect(rows(fixture).contains { $0 == "Home" })
    fixture.press(.enter)
    #expect(fixture.app.path.count == 1)
    #expect(!rows(open(.withNotebook(), .enter, typing: "home")).contains("Home"))
  }

  @Test func aCommandIsExplained() {
    var fixture = open(typing: "export")
    fixture.press(.enter)
    #expect(fixture.effects.contains(.explain("export")))
    fixture.take(.notebook(.text(title: "starling export", "OVERVIEW: Write everything.")))
    #expect(fixture.app.view().text.hasPrefix(" starling export"))
  }

  /// In text both keys are what they are there.
  @Test func itDoesNotOpenWhereTextIsTyped() {
    var fixture = AppFixture()
    fixture.press(.enter, "t", ":", .control("p"))
    #expect(fixture.app.path[fixture.app.top] is PracticeScreen)
    #expect(fixture.app.view().text.contains(":"))
    fixture = AppFixture()
    fixture.press(.control("p"))
    #expect(fixture.app.path[fixture.app.top] is PaletteScreen)
  }

  /// A screen reader hears the row after a move, and the line again at the next letter.
  @Test func theCursorFollowsTheAttention() {
    var fixture = open(typing: "st")
    #expect(fixture.app.view().focus == (6, 2) && fixture.app.view().isCursorShown)
    fixture.press(.down)
    #expect(fixture.app.view().focus == (0, 5) && !fixture.app.view().isCursorShown)
    fixture.press("o")
    #expect(fixture.app.view().focus == (7, 2))
  }

  @Test func changedKeysAreNamedByTheirNewNames() throws {
    var changes = KeyChanges()
    try changes.set([.character("n")], for: .character("d"))
    var fixture = AppFixture.withNotebook()
    fixture.showSettings(changes)
    fixture.press(.escape)
    #expect(rows(open(fixture, typing: "decks all")).first?.hasSuffix(" n") == true)
  }

  /// What a command does is done here, where it takes no more than its name.
  @Test(arguments: [
    ("practice", "session"), ("due", "show due"), ("plan", "place plan"),
    ("stats", "place progress"),
    ("report", "explain report"), ("grade", "explain grade"), ("undo", "key u"),
    ("interviews", "place interviews"), ("employers", "place interviews"),
    ("people", "part People"), ("log", "part What was asked l"), ("stories", "place stories"),
    ("doubts", "part Doubts"), ("facts", "part Dossier"), ("questions", "part Questions to ask"),
    ("advert", "part Advert"), ("decision", "part Your decision"), ("brief", "place brief"),
    ("calendar", "explain calendar"), ("decks", "place decks"), ("memory", "show memory"),
    ("optimise", "run optimise"), ("simulate", "run simulate"), ("import", "explain import"),
    ("export", "explain export"), ("sync", "sync"), ("backup", "run backup"),
    ("restore", "show restore"), ("deleted", "place deleted"), ("erase", "explain erase"),
    ("config", "place settings"), ("voice", "run voice"), ("recordings", "show recordings"),
    ("doctor", "show doctor"), ("install", "explain install"), ("uninstall", "explain uninstall"),
  ]) func aCommandIsDone(_ name: String, _ deed: String) {
    let fixture = AppFixture.withNotebook()
    let command = ShellCommand(name: name, abstract: "")
    let done = command.deed(path: fixture.app.path, on: fixture.app.stage)
    let words =
      switch done {
      case .session: "session"
      case .sync: "sync"
      case .show(let name): "show \(name)"
      case .run(let name): "run \(name)"
      case .explain(let name): "explain \(name)"
      case .key(let key): "key \(key.name)"
      case .place(let place, nil): "place \(place)"
      case .part(let part, let key):
        ["part \(part.title)", key?.name].compactMap(\.self).joined(separator: " ")
      default: "\(String(describing: done))"
      }
    #expect(words == deed)
  }

  @Test(arguments: [
    ("add a doubt", "New doubt"), ("add fact", "New fact"), ("add a person", "New person"),
    ("add a question to ask", "New question"), ("add line of advert", "New requirement"),
    ("log a round", "log of round 1"), ("add facts", "New fact"), ("add doubts", "New doubt"),
    ("add a story", "New story"),
  ]) func whatIsAddedIsFoundByItsName(_ query: String, _ title: String) {
    var fixture = open(typing: query)
    fixture.press(.enter)
    let header = fixture.app.view().text.prefix { $0 != "\n" }
    #expect(header.contains(title) || fixture.app.view().text.contains(title), "\(header)")
  }

  /// What a key, a place and a command do alike has one row, which all their words find.
  @Test(arguments: [
    ("undo", "Take back what was done last"), ("starling stats", "Progress: "),
    ("config", "Settings"), ("employers", "Interviews: "), ("starling stories", "Stories: "),
    ("deleted", "Deleted things"), ("brief", "Brief: "),
  ]) func whatIsTheSameStandsOnce(query: String, title: String) throws {
    #expect(
      rows(open(typing: query)).first?.hasPrefix(title) == true, "\(rows(open(typing: query)))")
    for keys: [Key] in [[], ["s"], ["i"], [.enter], [.enter, .enter]] {
      var fixture = AppFixture.withNotebook(size: Size(width: 80, height: 160))
      for key in keys { fixture.press(key) }
      let screen = try #require(fixture.app.path.last)
      fixture.app.stage.commands = AppFixture.commands
      let entries = PaletteEntry.all(over: screen, path: fixture.app.path, on: fixture.app.stage)
      for (index, entry) in entries.enumerated() {
        #expect(!entries[..<index].contains { $0.deed == entry.deed }, "\(entry.title)")
      }
    }
  }

  /// Whoever types the name of a command gets that.
  @Test func aCommandIsFoundByItsName() {
    let rows = rows(open(typing: "export"))
    #expect(rows.first?.hasSuffix("starling export") == true, "\(rows)")
  }

  /// Of an employer that one looks at, and else of the one whose interview is next.
  @Test func itIsAddedToTheEmployerThatOneLooksAt() {
    var fixture = AppFixture.withNotebook()
    fixture.press("i", .down, .enter)
    fixture = open(fixture, typing: "add a doubt")
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("Beta"))
    fixture = open(typing: "add a doubt")
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("Acme"))
  }

  @Test func withoutAnEmployerTheInterviewComesFirst() {
    var fixture = open(AppFixture.withNotebook(Notebook()), typing: "add a doubt")
    fixture.press(.enter)
    #expect(fixture.app.path[fixture.app.top] is NewInterviewScreen)
    #expect(fixture.app.view().text.contains("That belongs to an employer"))
  }
}
