import Decks
import Practice
import Screen
import TestSupport
import Testing

@testable import TUI

/// Every screen at the three sizes, compared with the pictures in `Snapshots`.
@Suite struct GoldenScreenTests {
  static let sizes = [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 40, height: 12),
  ]

  private func expect(_ fixture: AppFixture, _ name: String, _ size: Size) throws {
    try expectScreen(fixture.app.view(), "\(name)-\(size.width)x\(size.height)")
  }

  @Test(arguments: sizes) func home(_ size: Size) throws {
    try expect(AppFixture(size: size), "home", size)
  }

  @Test(arguments: sizes) func homeOnTheFirstDay(_ size: Size) throws {
    let fixture = AppFixture(
      size: size, waiting: Waiting(cards: 164, due: 0, unseen: 164, weak: 0))
    try expect(fixture, "home-first", size)
  }

  @Test(arguments: sizes) func homeWithNothingWaiting(_ size: Size) throws {
    let fixture = AppFixture(
      size: size, waiting: Waiting(cards: 164, due: 0, unseen: 0, weak: 0))
    try expect(fixture, "home-nothing", size)
  }

  @Test(arguments: sizes) func homeWhileDecksAreRead(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    _ = fixture.app.update(.readingDecks(0.45))
    try expect(fixture, "home-reading", size)
  }

  @Test(arguments: sizes) func homeBeforeAnInterview(_ size: Size) throws {
    let fixture = AppFixture(
      size: size, interview: AppFixture.interview(inDays: 6))
    try expect(fixture, "home-interview", size)
  }

  @Test(arguments: sizes) func recording(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.recordsAnswers = true
    fixture.press(.enter, .character(" "))
    fixture.send(.tick, after: 83)
    try expect(fixture, "recording", size)
    fixture.press(.enter)
    try expect(fixture, "recorded", size)
  }

  @Test(arguments: sizes) func homeOnTheEve(_ size: Size) throws {
    try expect(AppFixture(size: size, interview: AppFixture.interview(inDays: 1)), "home-eve", size)
  }

  @Test(arguments: sizes) func homeOnTheFirstDayBeforeAnInterview(_ size: Size) throws {
    let fixture = AppFixture(
      size: size, waiting: Waiting(cards: 164, due: 0, unseen: 164, weak: 0),
      interview: AppFixture.interview(inDays: 6, recalls: [0, 0, 0, 0, 0]))
    try expect(fixture, "home-first-interview", size)
  }

  @Test(arguments: sizes) func question(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter)
    try expect(fixture, "question", size)
  }

  @Test(arguments: sizes) func speaking(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter, .character(" "))
    fixture.send(.tick, after: 83)
    try expect(fixture, "speaking", size)
  }

  @Test(arguments: sizes) func reveal(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter, .character(" "))
    fixture.press(.enter, after: 94)
    try expect(fixture, "reveal", size)
  }

  /// The reason stands at the end, and is there to be read in every window.
  @Test(arguments: sizes) func problem(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter, .enter)
    _ = fixture.app.update(
      .failed(
        "cannot write to /home/somebody/.local/share/starling/starling.sqlite: the disk is full; nothing was saved"
      ))
    try expect(fixture, "problem", size)
    fixture.press(.down, .up)
    #expect(!fixture.app.view().text.contains("disk"))
  }

  @Test(arguments: sizes) func redFlagRevealed(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter, .enter, .character("3"), .enter)
    try expect(fixture, "reveal-redflag", size)
  }

  @Test(arguments: sizes) func wideText(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter, .enter, .character("3"), .enter, .character("3"))
    try expect(fixture, "wide-text", size)
  }

  @Test(arguments: sizes) func summary(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter, .enter, .character("1"), .enter, .character("4"))
    fixture.press(.enter, .character("2"), .enter, .character("3"))
    try expect(fixture, "summary", size)
  }

  @Test(arguments: sizes) func summaryOfASessionLeft(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.press(.enter, .enter, .character("3"), .escape)
    try expect(fixture, "summary-left", size)
  }

  @Test(arguments: sizes) func weakCards(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    let cards = AppFixture.cards.enumerated().map { index, card in
      WeakCard(
        id: card.card.id, ask: card.card.ask, competency: card.card.competency,
        recall: 0.65 - 0.2 * Double(index), hasSlipped: index == 0, lapses: index,
        needsWork: index == 1 ? [.action, .result] : [])
    }
    _ = fixture.app.update(.weak(cards))
    fixture.press(.down)
    try expect(fixture, "weak", size)
  }

  /// However many are weak, the parts are in view; each list has its own window.
  @Test(arguments: sizes) func manyWeakCards(_ size: Size) throws {
    var fixture = AppFixture(size: size, interview: AppFixture.interview(inDays: 6))
    let cards = (1...60).map { number in
      WeakCard(
        id: CardID(deck: "own", card: "Q-\(number)"),
        ask: "Tell me about occasion \(number) on which it was you who decided.",
        competency: "disagree-up", recall: 0.1 + 0.01 * Double(number), hasSlipped: false,
        lapses: 0, needsWork: number > 48 ? [.result] : [])
    }
    _ = fixture.app.update(.weak(cards))
    try expect(fixture, "weak-many", size)
    fixture.press(.tab, .down, .down)
    try expect(fixture, "weak-many-parts", size)
    // A step up from the first of the second list is one into the first.
    fixture.press(.home, .up)
    #expect(focused(fixture).contains("occasion 59 "))
    fixture.press(.down)
    #expect(focused(fixture).contains("occasion 49 "))
    fixture.press(.tab)
    #expect(focused(fixture).contains("occasion 59 "))
  }

  private func focused(_ fixture: AppFixture) -> String {
    let canvas = fixture.app.view()
    return canvas.row(canvas.focus.y).map(\.text).joined()
  }

  @Test func weakCardsBeforeAnInterview() throws {
    var fixture = AppFixture(interview: AppFixture.interview(inDays: 6))
    _ = fixture.app.update(
      .weak([
        WeakCard(
          id: AppFixture.cards[0].card.id, ask: AppFixture.cards[0].card.ask,
          competency: "disagree-up", recall: 0.41, hasSlipped: false, lapses: 0)
      ]))
    try expect(fixture, "weak-interview", Size(width: 80, height: 24))
  }

  @Test(arguments: sizes) func decks(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    _ = fixture.app.update(.decks(AppFixture.decks))
    fixture.press(.down)
    try expect(fixture, "decks", size)
  }

  @Test(arguments: sizes) func cardsOfADeck(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.showCards(deck: "star-people")
    fixture.press(.down)
    try expect(fixture, "cards", size)
  }

  @Test(arguments: sizes) func suspendedCards(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.showCards(deck: "star-people")
    fixture.press(.character("x"))
    for _ in 0..<4 { fixture.press(.character("f")) }
    try expect(fixture, "cards-suspended", size)
  }

  @Test(arguments: sizes) func searching(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.showCards(deck: nil)
    fixture.press(.character("M"), .character("a"), .character("n"))
    try expect(fixture, "searching", size)
  }

  @Test(arguments: sizes) func oneCard(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    _ = fixture.app.update(.card(AppFixture.cards[0], AppFixture.listings[0]))
    try expect(fixture, "card", size)
  }

  @Test(arguments: sizes) func settings(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.showSettings()
    fixture.press(.down, .down)
    try expect(fixture, "settings", size)
  }

  @Test(arguments: sizes) func typingASetting(_ size: Size) throws {
    var fixture = AppFixture(size: size)
    fixture.showSettings()
    fixture.press(.end, .enter, .character(" "), .character("-"), .character("w"))
    try expect(fixture, "settings-typing", size)
  }

  @Test(arguments: PracticeStep.allCases, sizes) func practice(_ step: PracticeStep, _ size: Size)
    throws
  {
    try expect(step.fixture(size), "practice-\(step.rawValue)", size)
  }

  /// What these screens say they say in a terminal without colours, too, and no word has one.
  @Test(arguments: PracticeStep.allCases, sizes) func noStepNeedsColours(
    _ step: PracticeStep, _ size: Size
  ) {
    expectNoColours(step.fixture(size))
  }

  @Test(arguments: sizes) func noWeakListNeedsColours(_ size: Size) {
    var fixture = AppFixture(size: size, interview: AppFixture.interview(inDays: 6))
    expectNoColours(fixture)
    fixture.take(
      .weak([
        WeakCard(
          id: AppFixture.cards[0].card.id, ask: AppFixture.cards[0].card.ask,
          competency: "disagree-up", recall: 0.91, hasSlipped: false, lapses: 0,
          needsWork: [.result])
      ]))
    expectNoColours(fixture)
  }

  private func expectNoColours(_ fixture: AppFixture) {
    let canvas = fixture.app.view()
    for y in 0..<canvas.size.height {
      let row = Array(canvas.row(y))
      for (x, cell) in row.enumerated() where cell.style.role != .text {
        #expect(cell.text != " ", "\(x),\(y)")
        #expect(!cell.style.attributes.contains(.bold), "\(x),\(y)")
        let neighbours = [x - 1, x + 1].filter { row.indices.contains($0) }.map { row[$0].text }
        // A letter of its own stands for a part; two make a word.
        let isLetter = cell.text.first?.isLetter ?? false
        #expect(!isLetter || !neighbours.contains { $0.first?.isLetter ?? false }, "\(x),\(y)")
      }
    }
  }

  /// Every size a person can drag the window to, on every screen; drawing outside would trap.
  @Test func noSizeTraps() {
    var fixture = AppFixture()
    var steps: [(inout AppFixture) -> Void] = [
      { _ in }, { $0.press(.enter) }, { $0.press(.character(" ")) }, { $0.press(.enter) },
      { $0.press(.character("?")) },
      { $0.press(.escape, .character("3"), .escape) },
    ]
    steps.append { _ = $0.app.update(.weak([])) }
    steps.append { _ = $0.app.update(.decks(AppFixture.decks)) }
    steps.append { $0.showCards(deck: nil) }
    steps.append { _ = $0.app.update(.card(AppFixture.cards[0], AppFixture.listings[0])) }
    let employer = String(repeating: "界", count: 90)
    steps.append {
      $0 = AppFixture(interview: AppFixture.interview(inDays: 6, employer: employer))
    }
    steps.append { $0.showSettings() }
    steps += PracticeStep.allCases.map { step in { $0 = step.fixture() } }
    for step in steps {
      step(&fixture)
      for width in stride(from: 0, through: 100, by: 7) {
        for height in stride(from: 0, through: 30, by: 2) {
          fixture.send(.resize(Size(width: width, height: height)))
          #expect(fixture.app.view().size == Size(width: width, height: height))
        }
      }
      fixture.send(.resize(Size(width: 80, height: 24)))
    }
  }
}
