import FoundationEssentials
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct StatsCommandTests {
  /// What `starling stats --json` prints; decoding fails when a key is missing or of another type.
  private struct Stats: Decodable {
    struct Days: Decodable {
      struct Day: Decodable, Equatable {
        var day: String
        var answers: Int
        var minutes: Double
      }
      var from: String
      var practised, streak, longest_streak, answers: Int
      var minutes: Double
      var by_day: [Day]
    }
    struct Readiness: Decodable {
      struct Family: Decodable {
        var family: String
        var now: Double
        var on_the_day: Double?
      }
      struct Week: Decodable {
        var day: String
        var readiness: Double
        var families: [String: Double]
      }
      var now: Double
      var on_the_day: Double?
      var interview: String?
      var families: [Family]
      var history: [Week]
    }
    struct Due: Decodable {
      var day: String
      var cards: Int
      var minutes: Double
    }
    struct PlanDay: Decodable {
      var day: String
      var cards: Int
      var minutes: Double
      var readiness: Double
    }
    struct Recall: Decodable {
      struct Bin: Decodable {
        var from, to, expected, recalled: Double
        var answers: Int
      }
      var answers: Int
      var expected, recalled: Double
      var bins: [Bin]
    }
    struct Week: Decodable {
      var from: String
      var stories: Int
      var S, T, A, R, D: Double?
    }
    struct Confidence: Decodable, Equatable {
      var confidence, answers, recalled: Int
    }
    struct Trouble: Decodable, Equatable {
      var card: String
      var answers, again, hard: Int
      var needs_work: [String]
    }
    var day: String
    var days: Days
    var readiness: Readiness
    var forecast: [Due]
    var plan: [PlanDay]
    var recall: Recall
    var profile: [Week]
    var confidence: [Confidence]
    var week: [Trouble]
  }

  private func stats(_ home: TemporaryHome) throws -> Stats {
    let run = try home.starling("stats", "--json")
    guard run.status == .exitCode(0) else { throw TestFailure(run.errors) }
    return try run.decoded()
  }

  private func day(_ days: Int) -> String {
    String(LocalTime.afternoon(inDays: days).prefix { $0 != "T" })
  }

  /// A home with the sample deck alone, under FSRS-6, whose figures the published vectors give.
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    #expect(try home.starling("config", "memory.model", "fsrs-6").status == .exitCode(0))
    return home
  }

  @Test func aSmallHomeHasTheFiguresWorkedOutByHand() throws {
    let home = try home()
    let grades = [
      ("sample/A1", "good", -40), ("sample/A1", "good", -38), ("sample/A1", "again", -18),
      ("sample/B2", "good", -5), ("sample/B2", "hard", -3), ("sample/C3", "again", -4),
    ]
    for (card, grade, days) in grades {
      let run = try home.starling(
        "grade", card, grade, "--at", LocalTime.afternoon(inDays: days))
      #expect(run.status == .exitCode(0), "\(run.errors)")
    }
    let stats = try stats(home)
    #expect(stats.day == day(0))
    #expect(stats.days.from == day(-364))
    #expect(stats.days.practised == 6 && stats.days.answers == 6 && stats.days.minutes == 0)
    #expect(stats.days.streak == 0 && stats.days.longest_streak == 3)
    #expect(stats.days.by_day.map(\.day) == [-40, -38, -18, -5, -4, -3].map(day))
    // After Good, FSRS-6's defaults give a stability of 2.3065 days, and two days later a recall of
    // (1 + (0.9^(-1/0.1542) - 1) · 2 / 2.3065)^-0.1542 = 0.9095; that stands here twice.
    #expect(stats.recall.answers == 3)
    #expect(abs(stats.recall.recalled - 2.0 / 3) < 1e-9)
    let twice = try #require(stats.recall.bins.first { $0.from == 0.9 })
    #expect(twice.to == 0.95 && twice.recalled == 1 && twice.answers == 2)
    #expect(abs(twice.expected - 0.9095) < 0.0001)
    #expect(stats.recall.bins.map(\.answers).reduce(0, +) == 3)
    #expect(
      stats.week == [
        .init(card: "sample/C3", answers: 1, again: 1, hard: 0, needs_work: []),
        .init(card: "sample/B2", answers: 2, again: 0, hard: 1, needs_work: []),
      ])
    #expect(stats.confidence == (1...4).map { .init(confidence: $0, answers: 0, recalled: 0) })
    #expect(
      stats.profile.count == 12 && stats.profile.allSatisfy { $0.stories == 0 && $0.S == nil })
    #expect(stats.plan.isEmpty && stats.readiness.on_the_day == nil)
    // Recall of the one core card that was practised, among all there are.
    let memory = try home.memory("sample/A1")
    #expect(stats.readiness.families.count == 12)
    #expect(stats.readiness.now > 0 && stats.readiness.now < (memory[0].retrievability ?? 0))
    // It begins with the week in which the person did: five weeks ago the card had been answered twice.
    #expect(stats.readiness.history.map(\.day) == (1...5).reversed().map { day(-7 * $0) })
    #expect(stats.readiness.history.allSatisfy { $0.readiness > 0 })
    #expect(stats.forecast.count == 28 && stats.forecast[0].day == day(0))
    let due = try home.starling("memory", "--json").decoded(as: [MemoryListing].self)
    let inFourWeeks = due.count { ($0.due ?? "") < day(28) }
    #expect(stats.forecast.map(\.cards).reduce(0, +) == inFourWeeks)
  }

  @Test func anInterviewAddsThePlanAndTheDay() throws {
    let home = try home()
    let start = LocalTime.afternoon(inDays: 6)
    #expect(try home.starling("interviews", "add", "Acme", "--at", start).status == .exitCode(0))
    _ = try home.starling("grade", "sample/A1", "good")
    let stats = try stats(home)
    #expect(stats.readiness.interview == day(6))
    #expect(try #require(stats.readiness.on_the_day) < stats.readiness.now)
    #expect(stats.plan.map(\.day) == (0...6).map(day))
    #expect(stats.plan.last?.readiness ?? 0 > 0.1)
    #expect(stats.days.streak == 1)
    let text = try home.starling("stats").output
    #expect(text.contains("Acme, round 2: ready now "))
    #expect(text.contains(": 7 days, "))
  }

  @Test func thePlanIsTheOneOfItsOwnCommand() throws {
    struct Listing: Decodable { var days: [Stats.PlanDay] }
    let home = try home()
    let start = LocalTime.afternoon(inDays: 3)
    #expect(try home.starling("interviews", "add", "Acme", "--at", start).status == .exitCode(0))
    for card in ["A1", "B2"] { _ = try home.starling("grade", "sample/\(card)", "good") }
    let listing = try home.starling("plan", "--json").decoded(as: Listing.self)
    let plan = try stats(home).plan
    #expect(plan.map(\.day) == listing.days.map(\.day))
    #expect(plan.map(\.cards) == listing.days.map(\.cards))
    for (figure, listed) in zip(plan, listing.days) {
      #expect(abs(figure.minutes - listed.minutes) < 0.01)
      #expect(abs(figure.readiness - listed.readiness) < 0.001)
    }
  }

  @Test func anEmptyHomeSaysThatThereIsNothingYet() throws {
    let home = try TemporaryHome()
    let stats = try stats(home)
    #expect(stats.days.practised == 0 && stats.recall.answers == 0 && stats.week.isEmpty)
    #expect(stats.readiness.now == 0 && stats.forecast.allSatisfy { $0.cards == 0 })
    let run = try home.starling("stats")
    #expect(run.status == .exitCode(0) && run.errors == "")
    #expect(run.output.contains("Nothing was practised in the last year."))
    #expect(run.output.contains("Nothing went wrong in the last 7 days."))
  }

  @Test func whatWasTakenBackIsNoLongerThere() throws {
    let home = try home()
    _ = try home.starling("grade", "sample/A1", "again")
    #expect(try stats(home).week.map(\.card) == ["sample/A1"])
    _ = try home.starling("undo")
    let stats = try stats(home)
    #expect(stats.week.isEmpty && stats.days.answers == 0)
  }

  @Test func theScreenShowsTheSame() throws {
    let home = try home()
    _ = try home.starling("grade", "sample/A1", "good")
    let screen = try home.screen("")
    try screen.wait(for: Mark.home)
    try screen.press("g")
    try screen.wait(for: "1 day practised")
    try screen.press("1")
    try screen.wait(for: "Practised on 1 of the last 365 days: 1 answer")
    try screen.press("7")
    try screen.wait(for: "Nothing went wrong in the last 7 days.")
    try screen.press("Escape")
    try screen.wait(for: "1 day practised")
    try screen.press("Escape")
    try screen.wait(for: Mark.home)
  }

  @Test func aReportIsOneFileThatOnlyItsOwnerCanRead() throws {
    let home = try home()
    _ = try home.starling("grade", "sample/C3", "again")
    let path = home.path + "/report.html"
    let run = try home.starling("report", path)
    #expect(run.status == .exitCode(0) && run.output == "")
    #expect(run.errors == "starling: the report is in \(path)\n")
    let html = try String(contentsOfFile: path, encoding: .utf8)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("Name your best mistake!"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try home.starling("report", home.path + "/none/report.html").status == .exitCode(73))
    #expect(try home.starling("report", home.path + "/starling.sqlite").status == .exitCode(73))
  }
}
