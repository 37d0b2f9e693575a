import Decks
import Practice
import Scheduler
import Testing

@Suite struct ReadinessTests {
  private let schedule = Schedule(model: FSRS6())
  private let now = Moment(time: Timestamp(milliseconds: 1_790_000_000_000), utcOffset: 0)

  private func prospect(
    _ name: String, kind: CardKind = .star, family: String?, isCore: Bool, isSeen: Bool
  ) -> Prospect {
    Prospect(
      id: CardID(deck: "d", card: name), kind: kind, family: family, isCore: isCore,
      memory: isSeen ? schedule.memory(after: .good, at: now, from: nil) : nil)
  }

  private func readiness(_ prospects: [Prospect], inDays days: Double = 9) -> Readiness {
    Readiness(
      of: prospects, at: now.time.adding(days: days), model: schedule.model,
      families: ["A", "B", "C"])
  }

  private var recall: Double {
    schedule.model.retrievability(
      of: schedule.memory(after: .good, at: now, from: nil), at: now.time.adding(days: 9))
  }

  @Test func itIsTheMeanOverTheCoreCardsUnseenOnesCountingNothing() {
    let readiness = readiness([
      prospect("1", family: "B", isCore: true, isSeen: true),
      prospect("2", family: "B", isCore: true, isSeen: false),
      prospect("3", family: "A", isCore: true, isSeen: true),
      prospect("4", family: "C", isCore: false, isSeen: false),
    ])
    #expect(abs(readiness.whole - 2 * recall / 3) < 1e-12)
    #expect(readiness.families.map(\.family) == ["A", "B"])
    #expect(readiness.families.map(\.recall) == [recall, recall / 2])
  }

  @Test func withoutACoreSetAllCardsCount() {
    let readiness = readiness([
      prospect("1", family: "A", isCore: false, isSeen: true),
      prospect("2", family: nil, isCore: false, isSeen: false),
    ])
    #expect(abs(readiness.whole - recall / 2) < 1e-12)
    #expect(readiness.families.map(\.family) == ["A"])
  }

  @Test(arguments: [CardKind.reflect, .research, .panel, .probe])
  func kindsThatNobodyIsAskedAboutDoNotCount(kind: CardKind) {
    let readiness = readiness([
      prospect("1", family: "A", isCore: true, isSeen: true),
      prospect("2", kind: kind, family: "B", isCore: true, isSeen: false),
    ])
    #expect(readiness.whole == recall)
    #expect(readiness.families.map(\.family) == ["A"])
  }

  @Test func noCardsAreNoReadiness() {
    #expect(readiness([]) == Readiness(whole: 0, families: []))
  }
}
