import Glibc
import TestSupport
import Testing

/// A day's session of twenty minutes, from the first key to the last, as a person has it.
@Suite(.timeLimit(.minutes(10))) struct WholeSessionTests {
  /// A zone in which it is the day before it is ``tomorrow``, whatever the time.
  private static let yesterday = ["TZ": "WST12"]
  private static let tomorrow = ["TZ": "EST-14"]

  /// A home where a story was written the day before: its Result was thin, and one was stuck.
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let written = [
      "2", "t", "It was a Monday.", ".", "It was mine to lift.", ".", "I called two friends.",
      "Then we lifted.", ".", "It went well.", ".", "+bcdfghiks", "p", "z", "3", "q", "",
    ]
    let run = try home.starling(
      "practice", "sample", "--plain", input: written.joined(separator: "\n"),
      environment: home.environment(adding: Self.yesterday))
    #expect(run.output.contains("S4 T4 A4 R1 D2 P1\n"), "\(run.output)")
    #expect(run.output.contains("Suggested: hard, because"))
    #expect(run.output.contains("Recorded: good."))
    return home
  }

  private func open(_ home: TemporaryHome, _ arguments: String = "") throws -> TmuxScreen {
    try home.screen(arguments, environment: home.environment(adding: Self.tomorrow))
  }

  private func close(_ screen: TmuxScreen, _ keys: String...) throws {
    for key in keys { try screen.press(key) }
    try screen.wait(for: "pane_dead", toBe: "1")
  }

  /// Gives the answer that is open another grade, and waits for the next card.
  private func regrade(_ card: String, _ grade: String, in screen: TmuxScreen) throws {
    try screen.press(grade)
    try screen.wait(for: "the card after \(card)") {
      SessionDriver.Standing($0).map { $0.card != card } ?? false
    }
  }

  @Test func aDayOfTwentyMinutesWithUndoAKillAndAResume() throws {
    let home = try home()
    var screen = try open(home)
    let greeting = try screen.wait(for: "To work on")
    for line in [
      "1 written answer to tick again, cold", "1 follow-up that you were stuck on",
      "to rebuild: the Result and the Delivery of A1",
    ] { #expect(greeting.contains(line), "\(greeting)") }
    try screen.press("Enter")
    try screen.wait(for: "You wrote this yesterday.")
    var driver = SessionDriver(screen: screen)
    let first = try driver.standing()
    #expect((18...20).contains(first.minutes) && first.number == 1, "\(first)")

    // What waits comes first, then the first answers; one of them did not come back.
    var steps: [SessionDriver.Step] = []
    steps.append(try driver.step())
    steps.append(try driver.step())
    #expect(steps.map(\.task) == ["regrade", "probe"])
    for grade in ["1", "3", "3"] { steps.append(try driver.step(grade: grade)) }
    #expect(Set(steps.suffix(3).map(\.standing.card)).count == 3)

    // Three cards back, each open as it was; then forward again.
    let after = try driver.standing()
    let asked = steps.suffix(3).map(\.standing.card)
    for card in asked.reversed() {
      try driver.press("u", thenWaitFor: "on \(card).")
      #expect(try driver.standing().card == card)
    }
    // The memory of the day before is all that there is.
    #expect(try home.memory().map(\.card) == ["sample/A1"])
    // The first of them is open still, with all that was said of it; the others are asked anew.
    try regrade(asked[0], "1", in: screen)
    for card in asked.dropFirst() { #expect(try driver.step().standing.card == card) }
    #expect(try driver.standing() == after)
    #expect(try home.memory().count == 4)

    // Killed in the middle of an answer, it goes on where it was.
    try driver.press("Space", thenWaitFor: "speaking")
    kill(try screen.processID(), SIGKILL)
    try screen.wait(for: "pane_dead", toBe: "1")
    screen = try open(home)
    try screen.wait(for: "left of today's session, \(after.minutes) min. Enter goes on.")
    driver = SessionDriver(screen: screen)
    try driver.press("Enter", thenWaitFor: "\(after.number) of \(after.count)")
    #expect(try driver.standing() == after)

    // What was done before the kill can be taken back after it.
    let last = asked[2]
    try driver.press("u", thenWaitFor: "Took back Good on \(last).")
    try regrade(last, "3", in: screen)
    #expect(try driver.standing() == after)

    // Left in the middle, it can be gone on with from the command line as well.
    try driver.press("q", thenWaitFor: "Session finished")
    #expect(try screen.text().contains("Enter at home goes on"))
    try driver.press("Enter", thenWaitFor: "left of today's session")
    try close(screen, "q")
    let plain = try home.starling(
      "practice", "--plain", environment: home.environment(adding: Self.tomorrow))
    #expect(
      plain.output.hasPrefix("Going on with today's session, "), "\(plain.output)")

    screen = try open(home, "practice")
    try screen.wait(for: "\(after.number) of \(after.count)")
    driver = SessionDriver(screen: screen)
    var minutes = after.minutes
    while try !SessionDriver.isOver(screen.text()) {
      guard steps.count < 40 else { throw TestFailure("the session has no end") }
      steps.append(try driver.step())
      #expect(steps[steps.count - 1].standing.minutes <= minutes)
      minutes = steps[steps.count - 1].standing.minutes
    }
    #expect(steps.last?.task == "rebuild")
    let kinds = Set(steps.filter { $0.task == "answer" }.map(\.standing.kind))
    #expect(kinds.count >= 3, "\(kinds)")
    // The one that did not come back was asked again.
    #expect(steps.count { $0.standing.card == asked[0] && $0.task == "answer" } == 2)
    let end = try screen.text()
    #expect(end.contains("2 parts worked on.") || end.contains("3 parts worked on."), "\(end)")
    try screen.press("End")
    try close(screen, "q")
    #expect(try home.starling("doctor").status == .exitCode(0))
    let memory = try home.memory()
    #expect(
      Set(memory.map(\.card)).count == Set(
        steps.filter { $0.task == "answer" }.map(\.standing.card)
      ).count + 1)

    // All of it was done; the next session of the day is another.
    screen = try open(home)
    let later = try screen.wait(for: "weak")
    #expect(!later.contains("left of today's session") && !later.contains("tick again"))
    try close(screen, "q")
  }
}
