import Decks
import Practice
import Scheduler

@testable import TUI

extension AppFixture {
  static let familyCodes = [
    "TEAM", "DISA", "INFL", "LEAD", "CUST", "OWNR", "SOLV", "DELV", "ADPT", "LERN", "INTG", "WHYU",
  ]

  /// Nobody has practised anything.
  static var noProgress: ProgressFigures {
    let schedule = Schedule(model: FSRS6())
    let prospects = familyCodes.map {
      Prospect(id: CardID(deck: "star", card: $0), kind: .star, family: $0, isCore: true)
    }
    return ProgressFigures(
      tally: ProgressTally(
        of: prospects, at: evening, schedule: schedule, families: familyCodes),
      readiness: ReadinessRecord(
        now: Readiness(
          of: prospects, at: evening.time, model: schedule.model, families: familyCodes)),
      forecast: forecast { _ in 0 }, troubled: [])
  }

  static let someProgress = progress()

  /// Nine months of practice by one person, drawn from a seed.
  static func progress(interviewInDays days: Int? = 6) -> ProgressFigures {
    let schedule = Schedule(model: FSRS6())
    var generator = SeededGenerator(seed: 11)
    let ids = (0..<48).map { CardID(deck: "star", card: "ST-\($0 + 1)") }
    let histories = ids.indices.map { history(of: $0, schedule, using: &generator) }
    let prospects = zip(ids, histories).enumerated().map { index, card in
      let last = card.1.last
      return Prospect(
        id: card.0, kind: .star, family: familyCodes[index % 12], isCore: true,
        memory: last.map {
          Memory(
            state: $0.state, lastReview: $0.time, lastDay: $0.day, reps: card.1.count, lapses: 0)
        })
    }
    var tally = ProgressTally(
      of: prospects, at: evening, schedule: schedule, families: familyCodes)
    for (id, history) in zip(ids, histories) { tally.add(history, of: id) }
    tally.calibration.count(first: [.s1, .a1, .r1, .r2], cold: [.s1, .a1, .a2])
    func readiness(_ time: Timestamp) -> Readiness {
      Readiness(of: prospects, at: time, model: schedule.model, families: familyCodes)
    }
    let interview = days.map { evening.time.adding(days: Double($0)) }
    let (session, plan) = TodayMaker(
      TodayFacts(
        prospects: prospects, standings: [],
        appointments: interview.map {
          [Appointment(number: 1, employer: "Acme", round: 2, time: InterviewTime($0))]
        } ?? [], minutes: 20, schedule: schedule, families: familyCodes, moment: evening)
    ).make()
    let troubled = tally.troubled.map { card -> TroubledCard in
      var card = card
      card.ask = "Tell me about a time you had to win over somebody who had decided against it."
      return card
    }
    var figures = ProgressFigures(
      tally: tally,
      readiness: ReadinessRecord(
        now: readiness(evening.time),
        onTheDay: interview.map(readiness)),
      forecast: forecast { day in (day * 7 + 3) % 11 / 2 + (day == 0 ? 12 : 0) },
      plan: interview == nil ? [] : plan.days, troubled: troubled)
    figures.interviews = session.interviews
    figures.session = session
    figures.families = readFamilies
    for (index, code) in familyCodes.enumerated() {
      for turn in 0..<index % 4 + 1 {
        let named = turn == 1 ? familyCodes[(index + 2) % 12] : code
        figures.quick.count(FamilyGuess(named, of: code, milliseconds: 3000 + 700 * index))
      }
    }
    figures.speaking = speaking
    for turn in 0..<9 { figures.quick.countPick(fits: turn % 3 > 0, milliseconds: 6000) }
    return figures
  }

  /// Two spoken answers in each of nine weeks, quicker from week to week, some with a long pause.
  private static var speaking: SpeakingRecord {
    let today = evening.day(startHour: 4)
    var record = SpeakingRecord(today: today)
    for week in 0..<9 {
      for answer in 0..<2 {
        let length = 60_000 / (130 - 4 * week + 6 * answer)
        let pause = (week + answer) % 3 == 0 ? 2600 : 0
        let words = (0..<40).map { place in
          let start = place * length + (place > 20 ? pause : 0)
          return "word\tx\t\(start)\t\(start + length)"
        }
        let file = HeardFile(
          (["starling-heard 1", "pause\t\(21 * length)\t\(21 * length + pause)"] + words)
            .joined(separator: "\n"))
        if let file { record.count(file, on: today + (-7 * week - answer)) }
      }
    }
    return record
  }

  private static func forecast(_ cards: (Int) -> Int) -> [ForecastDay] {
    let today = evening.day(startHour: 4)
    return (0..<ForecastDay.length).map {
      ForecastDay(day: today + $0, cards: cards($0), minutes: 4 * Double(cards($0)))
    }
  }

  /// What a card went through: answers further and further apart, rests, and some that did not come.
  private static func history(
    of index: Int, _ schedule: Schedule, using generator: inout SeededGenerator
  ) -> [PastReview] {
    var reviews: [PastReview] = []
    var memory: Memory?
    // A few cards for months, most in the last twelve weeks, and some never.
    var age = index < 8 ? 270 - Double(index) * 20 : 88 - Double(index - 8) * 2.3
    while age > 0.2 {
      let moment = Moment(
        time: evening.time.adding(days: -age + 0.1 * generator.unit()), utcOffset: 0)
      let expected = memory.map { schedule.model.retrievability(of: $0, at: moment.time) }
      let isRecalled = generator.unit() < (expected ?? 0.7) - 0.04
      let grade: Grade = isRecalled ? (generator.unit() < 0.3 ? .hard : .good) : .again
      let after = schedule.memory(after: grade, at: moment, from: memory)
      memory = after
      let ticks = ticks(skill: 1 - age / 400, using: &generator)
      let sure = isRecalled ? 4 - Int(generator.unit() * 2.5) : 1 + Int(generator.unit() * 3)
      reviews.append(
        PastReview(
          time: moment.time, day: after.lastDay, grade: grade, expected: expected,
          state: after.state, duration: 70_000 + Int(generator.unit() * 90_000),
          confidence: generator.unit() < 0.8 ? sure : nil,
          marks: age < 70 ? StoryMarks(Profile(ticks: ticks)) : nil))
      age -= max(1, min(28, after.state.stability * (0.4 + generator.unit())))
    }
    return reviews
  }

  /// The ticks of a story told; the Result is what this person finds hardest.
  private static func ticks(skill: Double, using generator: inout SeededGenerator) -> Set<Tick> {
    var ticks: Set<Tick> = [.s1, .a1]
    for part in RubricPart.allCases {
      let chance = part == .result ? skill - 0.25 : skill - 0.05
      for tick in part.ticks where generator.unit() < chance { ticks.insert(tick) }
    }
    return ticks
  }
}
