import Campaign
import Decks
import Exchange
import Foundation
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// What holds on every day of everybody: homes, interviews and moments as a seed has them.
@Suite struct DayPropertyTests {
  private static let campaign = Campaign("days", whole: 500, slice: 40)

  @Test func thePlanIsTheSession() throws {
    for seed in Self.campaign.seeds { try check(seed) }
  }

  private func check(_ seed: UInt64) throws {
    var generator = CaseGenerator(seed: seed)
    let stage = try home(&generator)
    let workspace = try stage.readyWorkspace()
    let now = workspace.clock.now
    let isAhead = try !workspace.store.interviews(ahead: now).isEmpty

    let text = try stage.output {
      try PlanListing(of: [], coreOnly: false, minutes: nil, in: stage).write(asJSON: true)
    }
    let plan = try JSONDecoder().decode(ListedPlan.self, from: Data(text.utf8))
    let first = try #require(plan.days.first, "seed \(seed)")
    let start = try workspace.session(for: nil)
    #expect(
      start.session.queue.map { "\($0.task.rawValue) \($0.card)" }
        == first.items.map { "\($0.task) \($0.card)" }, "seed \(seed)")
    #expect(
      start.session.queue.map { start.minutes[$0] } == first.items.map(\.minutes), "seed \(seed)")
    let run = PracticeRun(start, at: now, schedule: workspace.store.schedule)
    #expect(abs(run.minutesLeft - first.minutes) < 1e-9, "seed \(seed)")
    #expect(Set(start.session.queue).count == start.session.queue.count, "seed \(seed)")
    let today = try workspace.today(at: now)
    #expect(abs(today.leftMinutes - first.minutes) < 1e-9, "seed \(seed)")
    // The minutes of the day hold, to the nearest card.
    #expect(first.minutes <= today.minutes + 4 * 2.5 + 1e-9, "seed \(seed): \(first.minutes)")
    #expect(Today(encoded: today.encoded) == today, "seed \(seed)")
    // A card is new once.
    let days = try workspace.todayAndPlan(at: now).1.days
    let new = days.flatMap { $0.items.filter(\.isNew).map(\.card) }
    #expect(Set(new).count == new.count, "seed \(seed)")

    // Another session counts here, and what it answers is not asked again.
    var day = try PractisingDay(stage)
    if Bool.random(using: &generator) {
      var request = workspace.dailyRequest
      (request.cards, request.minutes, request.isDaily) = (3, nil, false)
      try day.practise(request, most: 3) { .good }
    }
    let others = Set(day.asked)
    var again = 0
    let end = try day.practise { () -> Grade in
      let grades: [Grade] = again < 3 ? [.again, .hard, .good, .easy] : [.hard, .good]
      let grade = grades.randomElement(using: &generator) ?? .good
      if grade == .again { again += 1 }
      return grade
    }
    #expect(end.session.queue.isEmpty, "seed \(seed)")
    for (there, home) in day.minutesLeft {
      #expect(abs(there - home) < 1e-9, "seed \(seed): \(there) min there, \(home) at home")
    }
    #expect(
      day.asked.dropFirst(others.count).allSatisfy { !others.contains($0) || again > 0 },
      "seed \(seed)")
    let after = try workspace.today(at: workspace.clock.now)
    #expect(after.isDone, "seed \(seed): \(after.left.map(\.item))")
    let due = try stage.output { try DueListing.write(as: .short, in: stage) }
    #expect(due.hasSuffix("done today\n"), "seed \(seed): \(due)")

    guard isAhead, try !workspace.store.interviews(ahead: workspace.clock.now).isEmpty else {
      return
    }
    for preview in day.previews {
      #expect(preview == "today" || preview.hasSuffix("%"), "seed \(seed): \(preview)")
    }
    let memory = try stage.output {
      try MemoryListing(of: [], at: nil, by: nil, in: stage).write(asJSON: false)
    }
    #expect(!memory.contains("DUE") && !memory.contains("2026-"), "seed \(seed)")
    let said = try stage.messages {
      let card = try #require(CardName("\(plan.days[0].items.first?.card ?? "mine/Q-1")"))
      try AwayAnswer(to: card, .good, at: nil).record(in: stage)
    }
    #expect(said.contains("recall") && !said.contains("due"), "seed \(seed): \(said)")
  }

  /// A home with cards of all kinds, of which some were practised on earlier days, and interviews around
  /// its moment.
  private func home(_ generator: inout CaseGenerator) throws -> Stage {
    let stage = try Stage()
    let kinds: [CardKind] = [.star, .star, .star, .fit, .redflag, .task, .concern, .reflect]
    let count = Int.random(in: 3...40, using: &generator)
    let cards = (1...count).map { number -> String in
      let kind = kinds.randomElement(using: &generator) ?? .star
      let core = Bool.random(using: &generator) ? "true" : "false"
      let more =
        switch kind {
        case .redflag: ", better: Say so, say: Say so"
        case .task: ", ticks: [a, b]"
        case .reflect: ", write: It, done: It"
        default: ""
        }
      return
        "  - {id: Q-\(number), kind: \(kind.rawValue), competency: teamwork, ask: Question \(number)?, core: \(core)\(more)}"
    }
    try stage.home.writeDeck(
      "mine", "id: mine\ntitle: Mine\ncards:\n" + cards.joined(separator: "\n"))
    let start = Stage.evening.adding(minutes: Double.random(in: -900...400, using: &generator))
    stage.setClock(start.adding(days: -9))
    let workspace = try stage.readyWorkspace()
    for day in 0..<9 where Int.random(in: 0..<3, using: &generator) > 0 {
      stage.setClock(start.adding(days: Double(day) - 9))
      var session = try PractisingDay(stage)
      var request = workspace.dailyRequest
      request.decks = ["mine"]
      let grades: [Grade] = [.again, .hard, .good, .good, .easy]
      try session.practise(request, most: Int.random(in: 0...5, using: &generator)) {
        grades.randomElement(using: &generator) ?? .good
      }
    }
    stage.setClock(start)
    let days: [Double] =
      [[], [5], [1], [0.2], [3, 9], [-0.3, 4], [-2], [-20, 1], [0.5, 1.5]]
      .randomElement(using: &generator) ?? []
    for (place, days) in days.enumerated() {
      var interview = Interview(
        employer: "Employer \(place)", round: 2,
        startsAt: start.adding(days: days + Double.random(in: -0.2...0.2, using: &generator))
          .milliseconds)
      interview.isTimeKnown = Int.random(in: 0..<4, using: &generator) > 0
      _ = try workspace.store.add(interview)
    }
    return stage
  }
}
