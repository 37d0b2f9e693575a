import Decks
import Practice
import Screen
import Testing

@testable import TUI

/// What holds for every screen there is.
@Suite struct ScreenTests {
  /// How one gets to each screen.
  private static func tour(_ size: Size) -> [AppFixture] {
    func fixture(_ steps: (inout AppFixture) -> Void) -> AppFixture {
      var fixture = AppFixture.withNotebook(size: size)
      steps(&fixture)
      return fixture
    }
    let weak = AppFixture.cards.map {
      WeakCard(
        id: $0.card.id, ask: $0.card.ask, competency: $0.card.competency, recall: 0.4,
        hasSlipped: false, lapses: 1)
    }
    return [
      fixture { _ in },
      fixture { $0.take(.lastAction(["the note on star-people/PE-01"])) },
      fixture { $0.press(.enter) },
      fixture { $0.press(.enter, .enter, "3", .escape) },
      fixture { $0.take(.weak(weak)) },
      fixture { $0.take(.decks(AppFixture.decks)) },
      fixture { $0.showCards(deck: "star-people") },
      fixture { $0.take(.card(AppFixture.cards[0], AppFixture.listings[0])) },
      fixture { $0.press("s") },
      fixture { $0.press("i") },
      fixture { $0.press("i", "a") },
      fixture { $0.press("s", "a") },
      fixture { $0.press("i", .enter) },
      fixture { $0.press("i", .enter, .enter) },
      fixture { $0.press("i", .enter, .down, .down, .enter, "a") },
      fixture {
        $0.take(.notebook(.text(title: "Freezer audit", "In March the freezers failed.")))
      },
      fixture { $0.press("i", .down, .enter, "l") },
      fixture { $0.press("i", .enter, "l") },
      fixture { $0.press("m") },
      fixture { $0.press("m", .enter, " ", .enter, .enter, .escape, "f") },
      fixture { $0.take(.plan(AppFixture.plan())) },
      fixture {
        $0.take(.plan(AppFixture.plan()))
        $0.press(.enter)
      },
      fixture { $0.take(.progress(AppFixture.someProgress)) },
      fixture { $0.take(.deleted([AppFixture.deleted])) },
      fixture {
        $0.press(":")
        $0.type("sync")
        $0.press(.enter)
      },
      fixture { $0.take(.sync(.two)) },
      fixture { $0.take(.conflicts([.line], nil)) },
      fixture { $0.take(.importProposal(.questions)) },
      fixture { $0.showSettings() },
      fixture { $0.press(":") },
      fixture { $0.press("/", "m", "a", "n") },
      fixture { $0.press("?") },
    ]
  }

  private static func name(_ screen: any ScreenModel) -> String { "\(type(of: screen))" }

  private static func top(_ fixture: AppFixture) -> any ScreenModel {
    fixture.app.path[fixture.app.top]
  }

  @Test func theListHasEachScreenOnceAndTheTourGoesToAll() {
    let listed = Screens.all.map { "\($0)" }
    #expect(Set(listed).count == listed.count)
    let seen = Self.tour(Size(width: 80, height: 24)).map { Self.name(Self.top($0)) }
    #expect(seen == listed)
  }

  /// A key that stands twice in what works at one time would do only the first of the two.
  @Test func everyScreenHasKeysAndNoneMeansTwoThings() {
    for fixture in Self.tour(Size(width: 80, height: 24)) {
      let screen = Self.top(fixture)
      let keys = screen.hints(on: fixture.app.stage).flatMap(\.keys)
      #expect(!keys.isEmpty && keys.count == Set(keys).count, "\(Self.name(screen)): \(keys)")
    }
  }

  /// A key that is in the help of what is done now either does something or says why it cannot.
  @Test func aKnownKeyThatCanDoNothingSaysWhy() {
    for fixture in Self.tour(Size(width: 80, height: 24)) + [
      AppFixture(size: Size(width: 80, height: 24))
    ] {
      let screen = Self.top(fixture)
      guard !screen.takesText, !(screen is HelpScreen) else { continue }
      let offered = Set(screen.hints(on: fixture.app.stage).flatMap(\.keys))
      let everywhere = Set([Binding<EverywhereAction>].everywhere.flatMap(\.keys).map(\.name))
      let known = type(of: screen).help.first { $0.title == screen.helpTitle }?.hints ?? []
      for name in known.flatMap(\.keys) where !offered.contains(name) && !everywhere.contains(name)
      {
        guard let key = Key(name: name) else { continue }
        var pressed = fixture
        pressed.press(key)
        let said = pressed.app.stage.notice?.text ?? ""
        #expect(
          !said.isEmpty && !said.contains("does nothing here"),
          "\(Self.name(screen)), \(name): “\(said)”")
      }
    }
  }

  @Test func oneMovesInEveryListByTheSameKeys() {
    let lists = [
      "Weak", "Decks", "Cards", "Stories", "Employers", "Employer", "Things", "Plan", "PlanDay",
      "Settings", "Sync", "Import",
    ].map { "\($0)Screen" }
    let moves = Set(ListMove.keys.flatMap(\.keys).map(\.name))
    let screens = Self.tour(Size(width: 80, height: 24))
      .filter { lists.contains(Self.name(Self.top($0))) }
    #expect(screens.count == lists.count)
    for fixture in screens {
      let screen = Self.top(fixture)
      let keys = screen.hints(on: fixture.app.stage).flatMap(\.keys)
      #expect(moves.isSubset(of: keys), "\(Self.name(screen)): \(keys)")
    }
  }

  @Test func everyScreenHasItsPlaceInTheHelpWithAllItsKeys() {
    let known = Set(HelpSection.all.flatMap(\.hints).map(\.help))
    for fixture in Self.tour(Size(width: 80, height: 24)) {
      let screen = Self.top(fixture)
      let help = type(of: screen).help
      #expect(!help.isEmpty, "\(Self.name(screen))")
      for hint in help.flatMap(\.hints) {
        #expect(!hint.help.isEmpty && !hint.keys.isEmpty && hint.keys.allSatisfy { !$0.isEmpty })
      }
      for hint in screen.hints(on: fixture.app.stage) {
        #expect(known.contains(hint.help), "\(Self.name(screen)): \(hint.help)")
      }
    }
  }

  /// In the smallest window that is still of use a screen has its name, something to say, and the way
  /// out; its selection or its text is in the body.
  @Test func everyScreenFitsASmallWindow() {
    let size = Size(width: 40, height: 12)
    for fixture in Self.tour(size) {
      let name = Self.name(Self.top(fixture))
      let canvas = fixture.app.view()
      let lines = canvas.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(canvas.size == size)
      #expect(lines.first.map { !$0.allSatisfy(\.isWhitespace) } == true, "\(name)")
      let body = lines.dropFirst().dropLast()
      #expect(body.contains { !$0.allSatisfy(\.isWhitespace) }, "\(name)")
      #expect((1..<size.height - 1).contains(canvas.focus.y), "\(name): \(canvas.focus)")
      let footer = String(lines.last ?? "")
      #expect(["Esc", "q quit", "n no"].contains { footer.contains($0) }, "\(name): \(footer)")
    }
  }
}
