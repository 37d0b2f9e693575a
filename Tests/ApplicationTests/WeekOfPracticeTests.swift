import Campaign
import Decks
import Practice
import Scheduler
import Store
import Testing

@testable import Application

/// What a person is asked in the week before an interview, twenty minutes each morning.
@Suite struct WeekOfPracticeTests {
  /// How the answers go.
  enum Luck: CaseIterable { case good, again, mixed }

  @Test(arguments: Luck.allCases) func aCoreCardOfEveryPointIsAsked(luck: Luck) throws {
    let stage = try Stage()
    var morning = Stage.evening.adding(milliseconds: -10 * 3_600_000)
    stage.setClock(morning)
    let workspace = try stage.readyWorkspace()
    let start = morning.adding(days: 7).adding(milliseconds: 5 * 3_600_000)
    _ = try workspace.store.add(
      Interview(employer: "Acme", round: 2, startsAt: start.milliseconds))
    var generator = SeededGenerator(seed: 18)
    var asked: Set<CardID> = []
    var first: CardID?
    for _ in 0...7 {
      stage.setClock(morning)
      let minutes = try practise(workspace, stage, luck, &generator) {
        first = first ?? $0
        asked.insert($0)
      }
      #expect(minutes <= 30)
      morning = morning.adding(days: 1)
    }
    #expect(first == CardID(deck: "star-people", card: "PE-01"))
    let core = try workspace.store.cards(Array(asked)).filter(\.isCore)
    let reached = Set(core.flatMap(\.guide))
    #expect(GuidePoint.points.map(\.code).filter { !reached.contains($0) } == [], "\(luck)")
    // Nobody has had reason to doubt anything yet.
    #expect(try workspace.store.cards(Array(asked)).allSatisfy { $0.kind != .concern })
  }

  /// Answers all that the session has; what did not come back is right when it returns.
  ///
  /// - Returns: the minutes that first goes took.
  private func practise(
    _ workspace: Workspace, _ stage: Stage, _ luck: Luck, _ generator: inout SeededGenerator,
    _ note: (CardID) -> Void
  ) throws -> Double {
    let start = try workspace.session(for: nil)
    let cards = Dictionary(start.cards.map { ($0.card.id, $0) }) { first, _ in first }
    var session = start.session
    var minutes = 0.0
    var met: Set<SessionItem> = []
    while let item = session.current {
      let card = try #require(cards[item.card])
      let isReturn = !met.insert(item).inserted
      note(item.card)
      if !isReturn { minutes += session.minutes(of: [item], cards, drawn: start.minutes) }
      guard item.task == .answer else {
        session.take(.skipped(item))
        continue
      }
      let grade: Grade =
        switch luck {
        case _ where isReturn: .good
        case .good: .good
        case .again: .again
        case .mixed: [.again, .hard, .good, .easy][Int.random(in: 0..<4, using: &generator)]
        }
      stage.wait(minutes: 2)
      let attempt = card.attempt(at: .answer, moment: stage.clock.now, seed: 1)
      _ = try workspace.store.record(
        card.grading(of: attempt, as: grade), for: attempt, in: session)
      session.take(.graded(item, grade))
    }
    return minutes
  }
}
