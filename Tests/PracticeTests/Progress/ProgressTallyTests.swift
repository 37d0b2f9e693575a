import Decks
import Practice
import Scheduler
import Testing

@Suite struct ProgressTallyTests {
  private let schedule = Schedule(model: FSRS6())
  private let now = Moment(time: Timestamp(milliseconds: 1_795_460_400_000), utcOffset: 0)
  private let card = CardID(deck: "d", card: "A")

  /// A card's history: grades so many days ago.
  private func history(_ grades: [(age: Double, grade: Grade)], marks: StoryMarks? = nil)
    -> [PastReview]
  {
    var memory: Memory?
    return grades.map { age, grade in
      let moment = Moment(time: now.time.adding(days: -age), utcOffset: 0)
      let expected = memory.map { schedule.model.retrievability(of: $0, at: moment.time) }
      let after = schedule.memory(after: grade, at: moment, from: memory)
      memory = after
      return PastReview(
        time: moment.time, day: after.lastDay, grade: grade, expected: expected,
        state: after.state, duration: 90_000, confidence: 3, marks: marks)
    }
  }

  private func prospect(_ id: CardID, memory: Memory? = nil) -> Prospect {
    Prospect(id: id, kind: .star, family: "TEAM", isCore: true, memory: memory)
  }

  private func tally(_ prospects: [Prospect] = []) -> ProgressTally {
    ProgressTally(of: prospects, at: now, schedule: schedule, families: ["TEAM", "DISA"])
  }

  @Test func onlyTheFirstAnswerOfALaterDaySaysSomethingOfRecall() {
    var tally = tally()
    tally.add(
      history([(20, .good), (10, .again), (9.99, .good), (3, .good)]), of: card)
    #expect(tally.recall.whole.answers == 2)
    #expect(tally.recall.whole.recalled == 0.5)
    #expect(tally.days.sum.answers == 4)
    #expect(tally.days.sum.milliseconds == 360_000)
    #expect(tally.calibration.answers == [0, 0, 4, 0])
    #expect(tally.calibration.misses == [0, 0, 1, 0])
  }

  @Test func whatReadinessWasIsWhatTheReviewsUntilThenCameTo() throws {
    let other = CardID(deck: "d", card: "B")
    var tally = tally([prospect(card), prospect(other)])
    let reviews = history([(40, .good), (10, .easy)])
    tally.add(reviews, of: card)
    let earlier = tally.earlierReadiness
    #expect(earlier.count == ReadinessRecord.weeks)
    for (index, readiness) in earlier.enumerated() {
      let time = now.time.adding(days: -7 * Double(ReadinessRecord.weeks - index))
      let last = reviews.last { $0.time <= time }
      let recall = last.map {
        schedule.model.retrievability(of: $0.state, afterDays: time.days(since: $0.time))
      }
      #expect(abs(readiness.whole - (recall ?? 0) / 2) < 1e-12, "week \(index)")
      #expect(readiness.families == [.init(family: "TEAM", recall: readiness.whole)])
    }
    #expect(earlier[0].whole == 0 && earlier[11].whole > 0.4)
  }

  @Test func aWeekOfStoriesHasTheMeanOfTheirMarks() throws {
    let thin = StoryMarks(Profile(ticks: [.s1, .s2, .t1, .a1, .d1, .d2, .d3]))
    let full = StoryMarks(Profile(ticks: Set(RubricPart.allCases.flatMap(\.ticks))))
    #expect(thin.all == [3, 3, 3, 1, 3] && full.all == [5, 5, 5, 5, 5])
    var tally = tally()
    tally.add(history([(1, .good)], marks: thin), of: card)
    tally.add(history([(8, .good), (2, .good)], marks: full), of: CardID(deck: "d", card: "B"))
    let weeks = tally.profiles.weeks
    #expect(weeks[11].stories == 2 && weeks[10].stories == 1 && weeks[9].stories == 0)
    #expect(weeks[11][.situation] == 4 && weeks[11][.result] == 3)
    #expect(weeks[10][.result] == 5 && weeks[9][.result] == nil)
    #expect(tally.profiles.weakest == .result)
    var whole = StoryProfiles(today: tally.days.today)
    #expect(whole.weakest == nil)
    whole.count(full, on: whole.today)
    #expect(whole.weakest == nil, "nothing is missing")
    #expect(tally.profiles.start(ofWeek: 11) == tally.days.today - 6)
    let troubled = tally.troubled
    #expect(troubled.map(\.id) == [card])
    #expect(troubled.first?.trouble == "needs work R")
  }

  @Test func theWorstOfTheWeekComesFirst() {
    var tally = tally()
    let grades: [(String, [(Double, Grade)])] = [
      ("A", [(6, .hard)]), ("B", [(2, .again), (1.99, .good)]), ("C", [(30, .again), (1, .good)]),
      ("D", [(2, .again), (1.99, .again), (1.98, .hard)]), ("E", [(7.5, .again)]),
    ]
    for (name, grades) in grades {
      tally.add(history(grades.map { ($0.0, $0.1) }), of: CardID(deck: "d", card: name))
    }
    #expect(tally.troubled.map(\.id.card) == ["D", "B", "A"])
    #expect(tally.troubled.map(\.trouble) == ["again 2×, hard 1×", "again 1×", "hard 1×"])
    #expect(tally.troubled.first?.answers == 3)
  }

  @Test func marksArePackedAndUnpacked() throws {
    var generator = SeededGenerator(seed: 5)
    let all = RubricPart.allCases.flatMap(\.ticks)
    for _ in 0..<500 {
      let profile = Profile(ticks: Set(all.filter { _ in generator.unit() < 0.6 }))
      let marks = try #require(StoryMarks(packed: StoryMarks(profile).packed))
      #expect(marks.all == RubricPart.allCases.map { profile[$0] })
    }
    #expect(StoryMarks(packed: 0) == nil)
  }
}
