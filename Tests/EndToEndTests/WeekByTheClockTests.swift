import Foundation
import TestSupport
import Testing

/// A week before an interview through the real program, by a clock that is moved: on each morning, after
/// the session and in the evening all places that tell of the day tell the same.
@Suite(
  .enabled(if: MovedClock.isInstalled, "libfaketime is not installed"), .timeLimit(.minutes(20)))
struct WeekByTheClockTests {
  private static let start = 1  // March 2027, a Monday
  private let home: TemporaryHome
  private var transcript: [String] = []

  init() throws { home = try TemporaryHome() }

  private func environment(_ day: Int, _ time: String) -> [String: String] {
    home.environment(
      adding: MovedClock(time: "2027-03-\(day < 10 ? "0" : "")\(day) \(time):00").environment)
  }

  private func run(_ arguments: String..., at clock: [String: String]) throws -> String {
    let run = try CommandRun(ProgramPath.built("starling"), arguments, environment: clock)
    #expect(run.status == .exitCode(0) && run.errors.isEmpty, "\(arguments): \(run.errors)")
    return run.output
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }

  /// Reads all that tells of the day, and compares it.
  ///
  /// - Returns: the line for a prompt.
  @discardableResult
  private mutating func agreed(_ day: Int, _ time: String, isBefore: Bool = true) throws -> String {
    let clock = environment(day, time)
    let when = "\(day) March, \(time)"
    let due = String(try run("due", at: clock).dropLast())
    let long = try run("due", "--long", at: clock)
    let planText = try run("plan", at: clock)
    let plan = try JSONDecoder().decode(
      ListedPlan.self, from: Data(try run("plan", "--json", at: clock).utf8))
    let stats = try run("stats", at: clock)
    let report = try run("report", "-", at: clock)
    let screen = try home.screen(environment: clock, width: 120, height: 40)
    let text = try screen.wait(for: Mark.home)
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")

    let items = try #require(plan.days.first).items
    let minutes = Int(items.reduce(0) { $0 + $1.minutes }.rounded())
    let line = items.isEmpty ? "done today" : "\(items.count) card\(items.count == 1 ? "" : "s"), "
    #expect(due.contains(line), "\(when): \(due)")
    if !items.isEmpty { #expect(due.contains("\(minutes) min"), "\(when): \(due), \(minutes)") }
    for (place, interview) in plan.interviews.enumerated() {
      let now = "eady now \(percent(interview.ready_now))%"
      let course =
        "n course for about \(percent(interview.ready_by_plan))% (\(percent(interview.low))–\(percent(interview.high)))"
      for (name, told) in [
        ("due", long), ("plan", planText), ("stats", stats), ("report", report),
      ] {
        #expect(told.contains(now), "\(when), \(name): \(now)")
        #expect(told.contains(course), "\(when), \(name): \(course)")
      }
      // Before anything was practised home foresees nothing.
      if isBefore, !due.hasPrefix("log "), !text.contains("nothing to foresee") {
        if place == 0 { #expect(text.contains(now), "\(when): \(now) in \(text)") }
        #expect(text.contains(course), "\(when): \(course) in \(text)")
      }
    }
    if let next = plan.interviews.first, isBefore {
      let brief = try run("brief", at: clock)
      #expect(brief.contains(next.employer), "\(when)")
    }
    if items.isEmpty {
      #expect(!text.contains("Enter start"), "\(when): \(text)")
    } else if !due.hasPrefix("log ") {
      #expect(text.contains("\(minutes) min"), "\(when): \(minutes) in \(text)")
      try screen.press("Enter")
      try screen.wait(for: " of \(items.count) · \(minutes) min")
      try screen.press("q")
      try screen.wait(for: "home") { $0.contains(Mark.home) || $0.contains(Mark.left) }
      if try screen.text().contains(Mark.left) { try screen.press("Enter") }
      try screen.wait(for: Mark.home)
    }
    try screen.press("q")
    try screen.wait(for: "pane_dead", toBe: "1")
    transcript.append(
      "\(when): \(due); "
        + plan.interviews.map {
          "\($0.employer) now \(percent($0.ready_now))%, by plan \(percent($0.ready_by_plan))%"
        }.joined(separator: "; "))
    return due
  }

  private func practise(_ day: Int, _ grades: inout CaseGenerator) throws {
    let screen = try home.screen("practice", environment: environment(day, "11:30"))
    try screen.wait(for: " · ")
    let driver = SessionDriver(screen: screen)
    var steps = 0
    var again = 0
    while try !SessionDriver.isOver(screen.text()) {
      guard steps < 40 else { throw TestFailure("the session has no end") }
      steps += 1
      var grade = ["1", "2", "3", "3", "4"].randomElement(using: &grades) ?? "3"
      if grade == "1" { again += 1 }
      if again > 2 { grade = "3" }
      _ = try driver.step(grade: grade)
    }
    try screen.press("q")
    try screen.wait(for: "pane_dead", toBe: "1")
  }

  @Test mutating func everyPlaceTellsTheSameAllWeek() throws {
    var grades = CaseGenerator(seed: 20_270_301)
    let first = environment(Self.start, "08:30")
    for (name, time) in [("Acme", "2027-03-08 14:00"), ("Contoso", "2027-03-12 10:30")] {
      _ = try CommandRun(
        ProgramPath.built("starling"), ["interviews", "add", name, "--at", time],
        environment: first)
    }
    for day in Self.start...9 {
      let (isEve, isDay) = (day == 7, day == 8)
      let morning = try agreed(day, "09:00", isBefore: !isEve && !isDay)
      // Two days are missed.
      guard day != 3, day != 4 else { continue }
      #expect(morning != "done today", "\(day)")
      if isEve || isDay {
        let listing = try run("plan", "--json", at: environment(day, "09:05"))
        let plan = try JSONDecoder().decode(ListedPlan.self, from: Data(listing.utf8))
        let cards = try #require(plan.days.first).items.map(\.card)
        #expect(!cards.contains { $0.hasPrefix("look-back/") }, "\(day): \(cards)")
      }
      try practise(day, &grades)
      #expect(try agreed(day, "12:00", isBefore: !isEve && !isDay) == "done today", "\(day)")
      if day == 5 {
        // A round was held that morning: it is asked for, and logged.
        _ = try CommandRun(
          ProgramPath.built("starling"),
          [
            "interviews", "add", "Contoso", "--at", "2027-03-05 10:00", "--round", "1", "--another",
          ],
          environment: environment(day, "13:00"))
        #expect(try agreed(day, "18:00").hasPrefix("log Contoso; "))
        try log(day)
        #expect(try !agreed(day, "20:00").contains("log "))
      }
      guard isDay else {
        try agreed(day, "21:00", isBefore: !isEve)
        continue
      }
      // After the start the log is asked for, with another interview ahead too, until it is waved off.
      #expect(try agreed(day, "15:00").hasPrefix("log Acme; "))
      let screen = try home.screen(environment: environment(day, "16:00"))
      try screen.wait(for: "How did it go?")
      try screen.press("x")
      try screen.wait(for: "home without the question") {
        !$0.contains("How did it go?") && $0.contains(Mark.home)
      }
      try screen.press("q")
      try screen.wait(for: "pane_dead", toBe: "1")
      #expect(try !agreed(day, "17:00").contains("log "))
    }
    print(transcript.joined(separator: "\n"))
  }

  /// Logs the round that home asks for, without a question.
  private func log(_ day: Int) throws {
    let screen = try home.screen(environment: environment(day, "19:00"))
    try screen.wait(for: "How did it go?")
    try screen.press("Enter")
    try screen.wait(for: "Which questions did they ask?")
    for _ in 0..<12 where try !screen.text().contains(Mark.home) {
      let before = try screen.text()
      try screen.press("C-d")
      try screen.wait(for: "the next part of the log") { $0 != before }
    }
    try screen.press("q")
    try screen.wait(for: "pane_dead", toBe: "1")
  }
}
