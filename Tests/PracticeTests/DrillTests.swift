import Decks
import Scheduler
import Testing

@testable import Practice

/// What is done within seconds: reading what a question is after, and naming a story that fits.
@Suite struct DrillTests {
  private let now = Moment(time: Timestamp(milliseconds: 1_790_000_000_000), utcOffset: 0)
  private var schedule: Schedule { Schedule(model: FSRS6()) }
  private static let families = [
    Family(code: "TEAM", title: "Working together", tags: ["teamwork"]),
    Family(code: "DISA", title: "Disagreement", tags: ["disagree-up"]),
  ]

  private func card(_ name: String, kind: CardKind = .star) -> SessionCard {
    var card = Card(
      id: CardID(deck: "d", card: name), kind: kind, competency: "disagree-up", ask: "First?")
    card.alternatives = ["Second?", "Third?"]
    return SessionCard(card: card)
  }

  private func run(
    _ card: SessionCard, _ task: SessionItem.Task = .answer, stories: [SessionStory] = []
  ) -> PracticeRun {
    var start = SessionStart(
      session: Session(items: [SessionItem(card.card.id, task)]), cards: [card], stories: stories)
    start.families = Self.families
    return PracticeRun(start, at: now, schedule: schedule)
  }

  private func later(_ seconds: Int) -> Moment {
    Moment(time: now.time.adding(milliseconds: Int64(seconds) * 1000), utcOffset: 0)
  }

  @Test func whatAQuestionIsAfterIsMarkedByTheDeckOnceTheAnswerSideShows() throws {
    var run = run(card("a"))
    _ = run.perform(.read, at: now)
    #expect(!run.isOffered(.guess("NONE")))
    _ = run.perform(.guess("TEAM"), at: later(4))
    #expect(run.phase == .question)
    #expect(run.guessMade == "You take it to be after Working together.")
    // It is said once.
    #expect(!run.isOffered(.read))
    _ = run.perform(.reveal, at: later(5))
    #expect(run.guessMade == nil)
    #expect(
      run.guessOutcome == "You took it for Working together, in 4 s; it is after Disagreement.")
    #expect(run.meantWords == "Disagreement · disagree-up")
    let guess = try #require(run.attempt?.guess)
    #expect(guess == FamilyGuess("TEAM", of: "DISA", milliseconds: 4000))
    guard case .record(_, let attempt, _) = run.perform(.grade(.good), at: later(9)).first else {
      Issue.record("nothing is recorded")
      return
    }
    #expect(attempt.guess == guess)
  }

  /// Whatever way of answering is tried afterwards.
  @Test func whatWasSaidOfAQuestionOutlastsAnotherBeginning() {
    var run = run(card("a"))
    _ = run.perform(.read, at: now)
    _ = run.perform(.guess("DISA"), at: later(2))
    _ = run.perform(.speak, at: later(3))
    _ = run.perform(.done, at: later(90))
    #expect(run.attempt?.guess?.isRight == true)
    #expect(run.guessOutcome == "You read it right, in 2 s: it is after Disagreement.")
  }

  /// By skipping it and taking that back.
  @Test func whatWasNamedIsThereWhenTheQuestionComesBack() {
    var run = run(card("a"))
    _ = run.perform(.read, at: now)
    _ = run.perform(.guess("TEAM"), at: later(2))
    _ = run.take(.skipped(true), at: later(3))
    #expect(run.attempt == nil)
    _ = run.take(.skipped(false), at: later(9))
    #expect(run.phase == .question && run.attempt?.moment == later(9))
    #expect(run.guessMade == "You take it to be after Working together.")
    #expect(!run.isOffered(.read))
  }

  /// A card that failed is asked again, and read again.
  @Test func onceTheAnswerIsKeptTheNextGoBegins() {
    var run = run(card("a"))
    _ = run.perform(.read, at: now)
    _ = run.perform(.guess("TEAM"), at: later(2))
    _ = run.perform(.reveal, at: later(3))
    guard case .record(_, let attempt, _) = run.perform(.grade(.again), at: later(4)).first else {
      Issue.record("nothing is recorded")
      return
    }
    _ = run.take(.recorded(attempt, nil), at: later(4))
    #expect(run.guessMade == nil && run.isOffered(.read))
  }

  @Test func aDrillThatIsAnsweredAsksNothingAgain() {
    var run = run(card("a"), .reading)
    _ = run.perform(.speak, at: now)
    _ = run.perform(.guess("TEAM"), at: later(3))
    _ = run.perform(.stop, at: later(5))
    #expect(run.phase == .question && !run.isOffered(.speak))
    _ = run.perform(.reveal, at: later(6))
    #expect(run.phase == .reveal)
    #expect(
      run.guessOutcome == "You took it for Working together, in 3 s; it is after Disagreement.")
  }

  @Test func onceTheAnswerSideWasSeenNothingIsReadAnyMore() {
    var run = run(card("a"))
    _ = run.perform(.speak, at: now)
    _ = run.perform(.done, at: later(9))
    _ = run.perform(.stop, at: later(10))
    #expect(run.phase == .question)
    #expect(!run.isOffered(.read))
  }

  @Test(arguments: CardKind.allCases) func onlyQuestionsThatAreAfterSomethingAreRead(
    _ kind: CardKind
  ) {
    let isRead: Set<CardKind> = [.star, .fit, .goal, .concern, .insight, .task, .panel]
    #expect(run(card("a", kind: kind)).isOffered(.read) == isRead.contains(kind))
  }

  @Test func aDrillOfReadingIsKeptWithoutAGrade() throws {
    var run = run(card("a"), .reading)
    #expect(run.question == "Third?")
    #expect(!run.isOffered(.reveal) && !run.isOffered(.grade(.good)))
    _ = run.perform(.speak, at: now)
    _ = run.perform(.guess("DISA"), at: later(3))
    #expect(run.phase == .reveal && run.lines.isEmpty && run.previews(at: now).isEmpty)
    guard case .keep(let attempt, _) = run.perform(.accept, at: later(4)).first else {
      Issue.record("nothing is kept")
      return
    }
    #expect(attempt.purpose == .drill && attempt.mode == .reading && attempt.wording == 2)
    #expect(attempt.guess?.isRight == true && attempt.duration == 3000)
  }

  @Test func aStoryThatIsNotedToShowItFitsByItself() {
    var fitting = SessionStory(number: 1, title: "Audit")
    fitting.families = ["DISA"]
    let stories = [fitting, SessionStory(number: 2, title: "Night list")]
    for (number, ticks) in [(1, [.time, .named]), (2, [.time]), (nil, [.time])]
      as [(Int64?, [Tick])]
    {
      var run = run(card("a"), .pick, stories: stories)
      _ = run.perform(.speak, at: now)
      _ = run.perform(.name(number), at: later(6))
      #expect(run.phase == .reveal && run.attempt?.ticks == Set(ticks))
      guard case .keep(let attempt, _) = run.perform(.accept, at: later(7)).first else {
        Issue.record("nothing is kept")
        return
      }
      #expect(attempt.story == number && attempt.duration == 6000 && attempt.purpose == .drill)
    }
  }

  @Test func aDrillAsksTheWordsThatWereNeverMet() {
    var known = card("a")
    var attempt = Attempt(card: known.card.id, kind: .star, moment: now, wording: 2)
    known.history.add(attempt)
    #expect(run(known, .pick).question == "Second?")
    attempt.wording = 1
    known.history.add(attempt)
    #expect(run(known, .pick).question == "First?")
  }

  // MARK: - The warm-up

  private func prospects(_ count: Int) -> [Prospect] {
    (0..<count).map { index in
      var prospect = Prospect(
        id: CardID(deck: "d", card: "c\(index)"), kind: .star, family: "F\(index % 4)",
        isCore: index < 8)
      prospect.wordings = 2
      return prospect
    }
  }

  private func facts(
    _ prospects: [Prospect], minutes: Double = 20, kept: Set<SessionItem> = []
  ) -> TodayFacts {
    var facts = TodayFacts(
      prospects: prospects, standings: [],
      appointments: [
        Appointment(
          number: 1, employer: "Acme", round: 1, time: InterviewTime(now.time.adding(days: 6.2)))
      ], kept: kept, minutes: minutes, schedule: schedule, families: ["F0", "F1", "F2", "F3"],
      moment: now)
    facts.warmUp = WarmUp(
      from: prospects, drilled: [:],
      pickedToday: Set(kept.filter { $0.task == .pick }.map(\.card)))
    return facts
  }

  @Test func aDayBeginsWithFivePicksThatTakeAMinute() {
    let (today, plan) = TodayMaker(facts(prospects(40))).make()
    let picks = today.drawn.filter { $0.task == .pick }
    #expect(today.drawn.prefix(5).map(\.task) == [.pick, .pick, .pick, .pick, .pick])
    #expect(picks.count == 5 && abs(picks.reduce(0) { $0 + $1.minutes } - 1) < 1e-9)
    #expect(Today.contents(of: picks) == "a warm-up of 5 picks")
    #expect(plan.days[0].items == today.left)
    // They are of other cards than the day answers, and each day of others.
    let answered = Set(today.drawn.filter { $0.task == .answer }.map(\.card))
    #expect(!answered.isEmpty && answered.isDisjoint(with: picks.map(\.card)))
    let all = plan.days.flatMap(\.items).filter { $0.task == .pick }.map(\.card)
    #expect(Set(all).count == all.count && all.count > 20)
    // The whole day keeps to its minutes.
    for day in plan.days { #expect(day.minutes < day.available + 2.5) }
  }

  @Test func picksThatAreDoneAreNotDrawnAgain() {
    let first = TodayMaker(facts(prospects(40))).make().0
    let done = Set(first.drawn.prefix(2).map(\.item))
    let again = TodayMaker(facts(prospects(40), kept: done)).make(after: first, isDrawnAnew: true).0
    #expect(again.drawn.count { $0.task == .pick && $0.state == .done } == 2)
    #expect(again.drawn.count { $0.task == .pick && $0.state == .left } == 3)
    let same = TodayMaker(facts(prospects(40), kept: done)).make(after: first).0
    #expect(same.left.map(\.item) == first.drawn.dropFirst(2).map(\.item))
  }

  @Test func aShortDayHasNoWarmUp() {
    let tasks = TodayMaker(facts(prospects(40), minutes: 9)).make().0.drawn.map(\.task)
    #expect(!tasks.isEmpty && !tasks.contains(.pick))
  }

  @Test func aCardOfWhichAllWordsWereMetIsPickedNoMore() {
    var seen = prospects(3)
    for index in 0..<2 {
      var memory: Memory?
      for _ in 0...index { memory = schedule.memory(after: .good, at: now, from: memory) }
      seen[index].memory = memory
    }
    let pool = WarmUp(from: seen, drilled: [:]).cards
    // Those never practised come first.
    #expect(pool.map(\.card) == ["c2", "c0"])
    #expect(WarmUp(from: seen, drilled: [seen[2].id: 2, seen[0].id: 1]).cards.isEmpty)
  }

  @Test func aDrillAsksQuestionsOfDifferentFamiliesAndTheSameForTheSameSeed() {
    let all = prospects(40)
    var request = SessionRequest(seed: 3)
    let items = SessionPlan.drill(.reading, from: all, drilled: [:], for: request)
    #expect(items.count == 10 && items.allSatisfy { $0.task == .reading })
    let families = items.map { item in all.first { $0.id == item.card }?.family }
    #expect(zip(families, families.dropFirst()).allSatisfy { $0 != $1 })
    #expect(items == SessionPlan.drill(.reading, from: all, drilled: [:], for: request))
    request.seed = 4
    #expect(items != SessionPlan.drill(.reading, from: all, drilled: [:], for: request))
    request.cards = 3
    #expect(SessionPlan.drill(.pick, from: all, drilled: [:], for: request).count == 3)
  }

  // MARK: - What it comes to

  @Test func whatIsMistakenForWhatIsCountedBySort() {
    var record = QuickRecord()
    for (named, meant, seconds) in [
      ("TEAM", "DISA", 9), ("TEAM", "DISA", 4), ("DISA", "DISA", 2), ("DISA", "TEAM", 3),
    ] {
      record.count(FamilyGuess(named, of: meant, milliseconds: seconds * 1000))
    }
    #expect(record.readings == QuickRecord.Count(all: 4, right: 1))
    #expect(record.readingTime == 3000)
    #expect(record.confusions.map(\.count) == [2, 1])
    #expect(record.confusions.first?.mistake == QuickRecord.Mistake(meant: "DISA", named: "TEAM"))
    #expect(record.families["DISA"] == QuickRecord.Count(all: 3, right: 1))
    record.countPick(fits: true, milliseconds: 4000)
    record.countPick(fits: false, milliseconds: nil)
    #expect(record.picks == QuickRecord.Count(all: 2, right: 1) && record.pickTime == 4000)
  }
}
