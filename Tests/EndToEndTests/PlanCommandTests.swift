import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct PlanCommandTests {
  private struct Plan: Decodable {
    struct Day: Decodable {
      var day: String
      var minutes: Double
      var cards: Int
      var readiness: Double
    }
    struct Outcome: Decodable {
      var employer: String
      var round: Int
      var starts_at: String
      var ready_now: Double
      var ready_by_plan: Double
      var low: Double
      var high: Double
      var fits: Int
      var will_not_fit: [String]
    }
    var interview: InterviewListing?
    var interviews: [Outcome]
    var days: [Day]
    var will_not_fit: [String]
  }

  /// A home with forty cards and an interview so many days off.
  private func home(interviewIn days: Int?) throws -> TemporaryHome {
    let home = try TemporaryHome()
    let cards = (1...40).map {
      "  - {id: Q-\($0), kind: star, competency: teamwork, ask: Question \($0)?}"
    }
    try home.writeDeck("mine", "id: mine\ntitle: Mine\ncards:\n" + cards.joined(separator: "\n"))
    if let days {
      let start = LocalTime.afternoon(inDays: days)
      let added = try home.starling("interviews", "add", "Acme", "--at", start)
      #expect(added.status == .exitCode(0))
    }
    return home
  }

  @Test func namesWhatWillNotFitInSixDays() throws {
    let home = try home(interviewIn: 6)
    let run = try home.starling("plan", "mine", "--minutes", "20", "--json")
    let plan = try run.decoded(as: Plan.self)
    #expect(run.errors == "")
    #expect(plan.interview?.employer == "Acme")
    #expect(plan.interview?.days_left == 6)
    #expect(plan.days.count == 7)
    // To the nearest card of four minutes.
    #expect(plan.days.allSatisfy { abs($0.minutes - 20) <= 2.4 || $0.cards < 5 })
    #expect(abs(plan.days[5].minutes - 10) <= 2.4)
    #expect(abs(plan.days[6].minutes - 15) <= 2.4)
    let acme = try #require(plan.interviews.first)
    #expect(plan.interviews.count == 1 && acme.employer == "Acme" && acme.ready_now == 0)
    #expect(acme.ready_by_plan == plan.days.last?.readiness)
    #expect(acme.low < acme.ready_by_plan && acme.low < acme.high && acme.high < 1)
    #expect(acme.fits + acme.will_not_fit.count == 40)
    #expect(acme.will_not_fit == plan.will_not_fit)
    #expect(!plan.will_not_fit.isEmpty)
    #expect(plan.will_not_fit.first == "mine/Q-40")
    let text = try home.starling("plan", "mine").output
    #expect(text.hasPrefix("Acme, round 2, "))
    #expect(text.contains("\(plan.will_not_fit.count) cards do not fit. Leave out"))
    #expect(text.contains("  mine/Q-40\n"))
  }

  @Test func moreMinutesFitMore() throws {
    let home = try home(interviewIn: 6)
    let plan = try home.starling("plan", "mine", "--minutes", "120", "--json")
      .decoded(as: Plan.self)
    #expect(plan.will_not_fit.isEmpty)
    #expect(plan.days.map(\.minutes).allSatisfy { $0 <= 122.4 })
  }

  @Test func whatWasPractisedTodayIsTakenOffToday() throws {
    let home = try home(interviewIn: 6)
    let before = try home.starling("plan", "mine", "--json").decoded(as: Plan.self)
    for card in 1...2 {
      #expect(try home.starling("grade", "mine/Q-\(card)", "good").status == .exitCode(0))
    }
    let after = try home.starling("plan", "mine", "--json").decoded(as: Plan.self)
    #expect(after.days[0].cards < before.days[0].cards)
    #expect(after.days.count == before.days.count)
  }

  @Test func withoutAnInterviewItSaysSoAndShowsWhatFallsDue() throws {
    let home = try home(interviewIn: nil)
    let run = try home.starling("plan", "--core", "--json")
    #expect(run.errors.contains("no interview is planned"))
    let plan = try run.decoded(as: Plan.self)
    #expect(plan.interview == nil)
    #expect(plan.days.count == 14)
    #expect(plan.will_not_fit.isEmpty)
    #expect(plan.days[0].cards > 0)
  }

  @Test func strangersAreRefused() throws {
    let home = try TemporaryHome()
    #expect(try home.starling("plan", "nodeck").status == .exitCode(65))
    #expect(try home.starling("plan", "--minutes", "0").status == .exitCode(64))
  }

  @Test func sessionsGoTowardsTheInterview() throws {
    let home = try home(interviewIn: 1)
    // The eve: half of twenty minutes.
    let run = try home.starling("practice", "mine", "--plain")
    #expect(run.output.contains("1 of 2: Q-1"))
    let asked = try home.starling("practice", "mine", "--plain", "--minutes", "20")
    #expect(asked.output.contains("1 of 5: Q-1"))
  }

  @Test func weakIsWhatWillBeWeakOnTheDay() throws {
    let home = try home(interviewIn: 200)
    #expect(try home.starling("grade", "mine/Q-1", "hard").status == .exitCode(0))
    #expect(try home.starling("due", "--long").output.contains(", 1 weak"))
    _ = try home.starling("interviews", "delete", "Acme")
    #expect(try home.starling("due", "--long").output.contains(", 0 weak"))
  }
}
