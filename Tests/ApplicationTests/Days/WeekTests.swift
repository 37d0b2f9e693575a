import Campaign
import Decks
import Exchange
import Foundation
import Practice
import Scheduler
import Store
import TUI
import TestSupport
import Testing

@testable import Application

/// Eight days with two employers, a round logged in the middle and two missed days: morning, noon and
/// evening every place tells the same.
@Suite struct WeekTests {
  private let stage: Stage
  /// Midnight of Friday 27 November 2026.
  private static let friday = Timestamp(milliseconds: 1_795_737_600_000)

  init() throws { stage = try Stage() }

  private func setClock(day: Int, hour: Double) {
    stage.setClock(Self.friday.adding(days: Double(day) + hour / 24))
  }

  /// Reads all places that tell of the day, and compares them; returns what they tell.
  @discardableResult
  private func agreed(_ when: String) throws -> Today {
    let workspace = try stage.readyWorkspace()
    let now = workspace.clock.now
    let home = try workspace.homeSummary()
    let today = home.today
    let due = try stage.output { try DueListing.write(as: .short, in: stage) }
    let long = try stage.output { try DueListing.write(as: .long, in: stage) }
    let json = try stage.output { try DueListing.write(as: .json, in: stage) }
    let plan = try PlanListing(of: [], coreOnly: false, minutes: nil, in: stage)
    let planned = try JSONDecoder().decode(
      ListedPlan.self, from: Data(try stage.output { try plan.write(asJSON: true) }.utf8))
    let lines = try stage.output { try plan.write(asJSON: false) }
    let progress = try workspace.progress()
    let stats = try stage.output { try progress.write(asJSON: false, in: workspace) }
    let report = ProgressReport(progress, printed: when) { "\($0)" }.html
    let session = try workspace.session(for: nil)

    let log = home.companion.toLog.map { "log \($0.interview.employer); " } ?? ""
    #expect(due == log + today.shortLine + "\n", "\(when)")
    #expect(json.contains("\"left_items\": \(today.left.count)"), "\(when)")
    #expect(json.contains("\"is_done\": \(today.isDone)"), "\(when)")
    #expect(planned.days.first?.items.map(\.card) == today.left.map(\.card.description), "\(when)")
    #expect(session.session.queue == today.left.map(\.item), "\(when)")
    #expect(stats.contains(today.sessionWords), "\(when)")
    #expect(report.contains(today.sessionWords), "\(when)")
    #expect(home.interview?.readiness.whole == today.next?.readyNow, "\(when)")
    #expect(planned.interviews.count == today.interviews.count, "\(when)")
    for (figures, interview) in zip(today.interviews, planned.interviews) {
      #expect(interview.employer == figures.appointment.employer, "\(when)")
      #expect(interview.ready_now == figures.readyNow, "\(when)")
      #expect(interview.ready_by_plan == figures.readyByPlan, "\(when)")
      #expect(interview.low == figures.low && interview.high == figures.high, "\(when)")
      let now = "ready now \(figures.readyNow.percent)%"
      for text in [long, lines, stats, report] {
        #expect(text.contains(now), "\(when): \(now)")
        #expect(text.contains("on course for \(figures.onCourse)"), "\(when): \(figures.onCourse)")
      }
    }
    if let last = plannedReadiness(today, workspace, before: 0) {
      #expect(abs(last - (today.next?.readyByPlan ?? 0)) < 1e-9, "\(when)")
    }
    print(
      when, due.dropLast(),
      today.interviews.map { "\($0.title) now \($0.readyNow.percent)% \($0.onCourse)" })
    _ = now
    return today
  }

  /// What the plan's last session before an interview comes to.
  private func plannedReadiness(_ today: Today, _ workspace: Workspace, before place: Int)
    -> Double?
  {
    guard let plan = try? workspace.todayAndPlan(at: workspace.clock.now).1,
      today.interviews.indices.contains(place)
    else { return nil }
    let day = today.day + today.interviews[place].daysLeft
    return plan.days.last { $0.day <= day }?.readiness
  }

  private func practise(_ generator: inout CaseGenerator) throws {
    var day = try PractisingDay(stage)
    var again = 0
    try day.practise { () -> Grade in
      let grades: [Grade] =
        again < 2 ? [.again, .hard, .good, .good, .easy] : [.hard, .good, .easy]
      let grade = grades.randomElement(using: &generator) ?? .good
      if grade == .again { again += 1 }
      return grade
    }
  }

  private func add(_ employer: String, _ time: String, round: Int) throws {
    _ = try stage.messages {
      try Interviews(in: stage).add(with: employer, at: time, round: round)
    }
  }

  @Test func everyPlaceTellsTheSameAllWeek() throws {
    var generator = CaseGenerator(seed: 27)
    setClock(day: 0, hour: 9)
    try add("Acme", "2026-12-03T14:00", round: 2)
    try add("Contoso", "2026-12-10T10:30", round: 2)
    for day in 0...7 {
      setClock(day: day, hour: 9)
      let isDay = day == 6
      let morning = try agreed("day \(day), morning")
      #expect(morning.day == Day("2026-11-27").map { $0 + day })
      // Two days are missed.
      guard day != 2, day != 3 else { continue }
      if day >= 5 && day <= 6 {
        #expect(!morning.left.contains { $0.kind == .reflect }, "day \(day)")
        #expect(morning.left.allSatisfy { !$0.isNew }, "day \(day): \(morning.left)")
        #expect(morning.leftMinutes <= 18)
      }
      setClock(day: day, hour: 12)
      try practise(&generator)
      let noon = try agreed("day \(day), noon")
      #expect(noon.isDone, "day \(day)")
      // The range is around what is aimed at, and what is ready now goes up by practice.
      let (before, after) = (morning.next?.readyNow ?? 0, noon.next?.readyNow ?? 0)
      #expect(after > before - 0.12, "day \(day)")
      if day == 1 {
        // Round one was this morning, and is logged in the evening.
        setClock(day: day, hour: 19)
        try add("Contoso", "2026-11-28T11:00", round: 1)
        let logged = try agreed("day \(day), logged")
        #expect(logged.isDone, "a day on which one was held has no more than it had")
      }
      setClock(day: day, hour: isDay ? 15 : 21)
      let evening = try agreed("day \(day), evening")
      #expect(evening.isDone, "day \(day)")
      if isDay {
        #expect(evening.interviews.map(\.appointment.employer) == ["Contoso"])
      }
    }
    // The first session after a round looks back on it.
    setClock(day: 8, hour: 9)
    let after = try agreed("day 8, morning")
    #expect(after.left.first?.kind == .reflect || after.done.isEmpty)
  }

  @Test func whatWasHeldIsLookedBackOnInTheFirstSessionAfterIt() throws {
    setClock(day: 0, hour: 9)
    try add("Acme", "2026-11-20T14:00", round: 1)
    try add("Acme", "2026-12-03T14:00", round: 2)
    let today = try agreed("a week later")
    // Nothing was ever practised: what anybody can answer leads.
    #expect(today.left.prefix(2).map(\.kind) == [.star, .reflect])
    let looks = today.left.filter { $0.kind == .reflect }.reduce(0) { $0 + $1.minutes }
    #expect(looks > 0 && looks <= today.minutes / 2)
  }

  @Test func aDayWithoutATimeHasASessionUntilSix() throws {
    setClock(day: 0, hour: 9)
    let workspace = try stage.readyWorkspace()
    var interview = Interview(
      employer: "Acme", round: 2, startsAt: Self.friday.adding(days: 6 + 9.0 / 24).milliseconds)
    interview.isTimeKnown = false
    _ = try workspace.store.add(interview)
    setClock(day: 6, hour: 11)
    let today = try agreed("the day")
    #expect(today.place == .theDay && !today.isDone && today.minutes == 15)
    setClock(day: 6, hour: 18.5)
    let evening = try agreed("after six")
    #expect(evening.place == .theDay && evening.isDone)
    setClock(day: 7, hour: 9)
    #expect(try agreed("the day after").place == .open)
  }

  @Test func nothingIsLeftHalfAnHourBeforeTheStart() throws {
    setClock(day: 0, hour: 9)
    try add("Acme", "2026-11-28T14:00", round: 2)
    setClock(day: 1, hour: 9)
    #expect(try !agreed("morning").isDone)
    setClock(day: 1, hour: 13.3)
    let late = try agreed("at 13:18")
    #expect(late.leftMinutes <= 12 + 2.5)
    setClock(day: 1, hour: 13.6)
    #expect(try agreed("at 13:36").isDone)
  }

  @Test func whatIsDrawnStaysDrawnUntilSomethingChanges() throws {
    setClock(day: 0, hour: 9)
    try add("Acme", "2026-12-03T14:00", round: 2)
    let morning = try agreed("morning")
    // A card answered away from the screen is done, and nothing else comes in its place.
    let first = try #require(morning.left.first?.card)
    _ = try stage.messages {
      try AwayAnswer(to: try #require(CardName(first.description)), .good, at: nil).record(
        in: stage)
    }
    let noon = try agreed("noon")
    #expect(noon.left == Array(morning.left.dropFirst()))
    #expect(noon.done.map(\.card) == [first])
    // Taken back, it is left again, in its place.
    let workspace = try stage.readyWorkspace()
    _ = try workspace.undoLast(in: nil)
    #expect(try agreed("taken back").left == morning.left)
    // A suspended card is drawn anew for, and what is done stays done.
    let second = try #require(morning.left.dropFirst().first?.card)
    try workspace.store.setSuspended(second, to: true)
    let anew = try agreed("suspended")
    #expect(!anew.left.contains { $0.card == second })
    #expect(anew.left.count >= morning.left.count - 1)
  }
}
