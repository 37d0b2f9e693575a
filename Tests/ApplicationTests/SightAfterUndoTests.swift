import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Screen
import Store
import TUI
import TestSupport
import Testing

@testable import Application

/// What a person sees is exactly as it was when something is taken back: all screens of figures and lists.
@Suite struct SightAfterUndoTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
    let store = try stage.workspace().store
    _ = try store.keep([
      Item(
        Interview(employer: "Acme", round: 1, startsAt: Stage.evening.milliseconds + 600_000_000)),
      Item(
        Interview(employer: "Acme", round: 2, startsAt: Stage.evening.milliseconds + 900_000_000)),
      Item(Story(title: "The piano").with { $0.situation = "Upstairs" }),
    ])
    let round = try #require(try store.notebook().interviews.first)
    _ = try store.keep([Item(LogEntry(interview: round.id, text: "Why us?"))])
    try store.setNote("Name the product.", on: CardID(deck: "sample", card: "A1"), at: now.time)
    for (index, card) in ["A1", "B2"].enumerated() {
      _ = try store.record(grading(card, .hard, minutes: index - 3000))
    }
  }

  private var now: Moment { stage.clock.now }

  private func grading(_ card: String, _ grade: Grade, minutes: Int) -> Grading {
    Grading(
      card: CardID(deck: "sample", card: card),
      moment: Moment(time: now.time.adding(milliseconds: Int64(minutes) * 60_000), utcOffset: 0),
      grade: grade, wording: 0, mode: .spoken, duration: 60_000, textHash: nil)
  }

  private struct Sight: Equatable {
    /// What was read, as the sorted words of its values: a dictionary has no order.
    var read: [[Substring]]
    var screens: [String]
  }

  /// What the trainer reads for each of its screens, and the screens that keys lead to.
  private func sight() throws -> Sight {
    var trainer = Trainer(workspace: try stage.readyWorkspace(), terminal: TypedTerminal([]))
    let card = CardID(deck: "sample", card: "A1")
    let read =
      [
        Effect.loadHome, .loadDecks, .loadCards(CardFilter()), .loadCard(card), .loadProgress,
        .loadOutlook, .loadWeak, .loadPlan(minutes: nil),
      ].map { "\(trainer.outcome(of: $0))" } + ["\(try stage.workspace().store.notebook())"]
    let terminal = TypedTerminal(
      keys: "p", .escape, "w", .escape, "b", .escape, "i", .escape, "s", .escape, "?", "q", "q", "q"
    )
    try Trainer.run(try stage.readyWorkspace(), in: terminal)
    let words = read.map { $0.split { !($0.isLetter || $0.isNumber) }.sorted() }
    return Sight(read: words, screens: terminal.screens)
  }

  /// Does something, takes it back step by step, and compares what is seen.
  private func expectSameSight(
    steps: Int = 1, _ change: (Store) throws -> Void, at location: SourceLocation = #_sourceLocation
  ) throws {
    // What is only ever said once is said in the first.
    _ = try sight()
    let before = try sight()
    let store = try stage.workspace().store
    try change(store)
    #expect(try sight() != before, "nothing of it is seen", sourceLocation: location)
    for _ in 0..<steps {
      #expect(try store.undoLastAction(at: now) != nil, sourceLocation: location)
    }
    let after = try sight()
    for (one, other) in zip(before.read, after.read) {
      #expect(one.difference(from: other).isEmpty, sourceLocation: location)
    }
    for (one, other) in zip(before.screens, after.screens) where one != other {
      Issue.record("\(Difference(one, other).text)", sourceLocation: location)
    }
    #expect(before.screens.count == after.screens.count, sourceLocation: location)
  }

  @Test func ofAnEmployerWithRoundsAndLogs() throws {
    try expectSameSight { try $0.delete([Item(Employer(name: "Acme"))]) }
  }

  @Test func ofAnEmployerBroughtBackAndDeletedAgain() throws {
    try expectSameSight(steps: 3) { store in
      try store.delete([Item(Employer(name: "Acme"))])
      _ = try store.bringBack(try #require(store.deleted(at: now.time).first), at: now)
      try store.delete([Item(Employer(name: "Acme"))])
    }
  }

  @Test func ofAStory() throws {
    try expectSameSight { store in
      try store.delete([Item(try #require(store.notebook().stories.first))])
    }
  }

  @Test func ofAnImportOfTwoHundred() throws {
    try expectSameSight { store in
      _ = try store.add(
        (0..<200).map { grading($0 % 2 == 0 ? "A1" : "B2", .good, minutes: -100_000 - $0 * 600) })
    }
  }

  @Test func ofANote() throws {
    try expectSameSight {
      try $0.setNote("Something else.", on: CardID(deck: "sample", card: "A1"), at: now.time)
    }
  }

  @Test func ofASuspendedCard() throws {
    try expectSameSight {
      try $0.setSuspended(CardID(deck: "sample", card: "A1"), to: true)
    }
  }

  @Test func ofThreeGradesOfTwoPrograms() throws {
    let other = try stage.workspace().store
    try expectSameSight(steps: 3) { store in
      _ = try store.record(grading("A1", .again, minutes: -3))
      _ = try other.record(grading("B2", .easy, minutes: -2))
      _ = try store.record(grading("A1", .good, minutes: -1))
    }
  }
}
