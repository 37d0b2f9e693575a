import Glibc
import TestSupport
import Testing

/// A day's session of twenty minutes, from the first key to the last, as a person has it.
@Suite(.timeLimit(.minutes(20))) struct WholeSessionTests {
  /// A zone in which it is the day before it is ``tomorrow``, whatever the time: they are 24 hours apart.
  private static let yesterday = ["TZ": "WST12"]
  private static let tomorrow = ["TZ": "EST-12"]

  /// A home where a story was written the day before: its Result was thin, and one was stuck.
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let written = [
      "2", "t", "It was a Monday.", ".", "It was mine to lift.", ".", "I called two friends.",
      "Then we lifted.", ".", "It went well.", ".", "+bcdfgijlv", "p", "z", "3", "q", "",
    ]
    let run = try home.starling(
      "practice", "sample", "--plain", input: written.joined(separator: "\n"),
      environment: home.environment(adding: Self.yesterday))
    #expect(run.output.contains("Follow-ups 1 of 4.\n"), "\(run.output)")
    #expect(run.output.contains("Grade? Enter takes hard: "))
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
    // What they may doubt is asked about once there is a doubt.
    #expect(try home.starling("doubts", "add", "Acme", "too junior").status == .exitCode(0))
    // What fits by half is begun: with one minute less there are twenty.
    #expect(try home.starling("config", "practice.minutes", "19").status == .exitCode(0))
    var screen = try open(home)
    let greeting = try screen.wait(for: "Enter starts.")
    for words in ["Today, ", "1 rebuild, 1 second look, 1 follow-up."] {
      #expect(greeting.contains(words), "\(greeting)")
    }
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
    // What comes back within the session is not one of the day's things.
    try screen.wait(for: "\(after.count - after.number) of \(after.count) things left today, ")
    #expect(try screen.text().contains("Enter goes on."))
    driver = SessionDriver(screen: screen)
    try driver.press("Enter", thenWaitFor: " · \(after.minutes) min")
    #expect(try driver.standing() == after)

    // What was done before the kill can be taken back after it.
    let last = asked[2]
    try driver.press("u", thenWaitFor: "Took back Good on \(last).")
    try regrade(last, "3", in: screen)
    #expect(try driver.standing() == after)

    // Left in the middle, it can be gone on with from the command line as well.
    try driver.press("q", thenWaitFor: Mark.left)
    #expect(try screen.text().contains("Enter at home goes on"))
    try driver.press("Enter", thenWaitFor: "things left today")
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
    #expect(end.contains("Beside that: 1 rebuild"), "\(end)")
    try screen.press("End")
    try close(screen, "q")
    #expect(try home.starling("doctor").status == .exitCode(0))
    let memory = try home.memory()
    #expect(
      Set(memory.map(\.card)).count == Set(
        steps.filter { $0.task == "answer" }.map(\.standing.card)
      ).count + 1)

    // All of it was done, and home does not ask for more.
    screen = try open(home)
    let later = try screen.wait(for: " minutes are done.")
    #expect(!later.contains("left today") && !later.contains("Enter start"))
    try close(screen, "q")
  }

  /// The lines of an output that are among those wanted, one after the other.
  private func expect(_ output: String, has wanted: [String]) {
    var rest = output.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in wanted {
      guard let place = rest.firstIndex(where: { $0 == line }) else {
        Issue.record("“\(line)” is missing, or not in its place, in:\n\(output)")
        return
      }
      rest = rest[(place + 1)...]
    }
  }

  private static let kinds = """
    id: kinds
    title: Several kinds
    cards:
      - id: A1
        kind: star
        competency: teamwork
        ask: Who lifted the piano?
        probes: [Did anybody help?]
      - id: B2
        kind: star
        competency: disagree-up
        ask: When were you wrong?
        alt: [Tell me of an error of yours.]
        probes: [How did you find out?]
        probing: honesty
      - id: C3
        kind: fit
        competency: motivation
        ask: Why us?
      - id: D4
        kind: redflag
        competency: integrity
        ask: They ask for secrets.
        tempting: tell them
        better: decline kindly
        say: I keep what I was told, and I would do so here.
      - id: E5
        kind: task
        competency: problem-solving
        ask: Estimate the pianos of a town.
        ticks: [states what is assumed, checks the result]
    """

  @Test func theSameDayLineByLine() throws {
    let home = try TemporaryHome()
    try home.writeDeck("kinds", Self.kinds)
    try home.turnBundledDecksOff()
    #expect(try home.starling("config", "practice.sureness", "on").status == .exitCode(0))
    func practise(_ lines: String..., by zone: [String: String]) throws -> String {
      let input = lines.joined(separator: "\n") + "\n"
      let run = try home.starling(
        "practice", "--plain", input: input, environment: home.environment(adding: zone))
      #expect(run.status == .exitCode(0) && run.errors.isEmpty, "\(run.errors)")
      #expect(!run.output.containsControls)
      return run.output
    }
    let written = try practise(
      "<", "t", "It was Monday.", ".", "Mine to lift.", ".", "I called two friends.", "We lifted.",
      ".", "It went well.", ".", "+bcdfgijlv", "p", "z", "3", "q", by: Self.yesterday)
    expect(
      written,
      has: [
        "1 of 5: A1, behavioural, 14 min left", "Who lifted the piano?", "Sure: 2 of 4.",
        "Result: end it with a line that is only a full stop.",
        "Situation 5, Task 5, Action 4, Result 1, Delivery 2, each of 5.",
        "Next: say what changed in the end.", "Grade? Enter takes hard: you needed notes.",
        "Did anybody help? 40 seconds.", "Follow-ups 1 of 4.",
      ])

    // The next day: what was written, cold; what was stuck; then the cards, one by the clock.
    let first = try practise(
      "+bcfijk", "l", "d", "a", ">", ">", "O", "m", "", "", "b", "p", "p", "", "", "d", "+", "p",
      "a",
      "1", "", "+", "3", "u", "q", by: Self.tomorrow)
    expect(
      first,
      has: [
        "1 of 7: A1, behavioural, 14 min left",
        "You wrote this yesterday. Tick what it has, as if it were someone else's.",
        "Situation: It was Monday.",
        "Situation 3, Task 3, Action 4, Result 1, Delivery 1, each of 5.",
        "b one particular occasion: yes",
        "d what was at stake", "Kept.",
        "2 of 7: A1, behavioural, 13 min left", "You were stuck on a follow-up here.",
        "Did anybody help? 40 seconds.", "Kept.",
        "3 of 7: B2, behavioural, 12 min left",
        "When were you wrong?", "Sure: 4 of 4.", "Tell me of an error of yours.",
        "Speak: Situation.",
        "Keys: Enter next part, b part before, p pause, d done, r start over.",
        "Task", "Action",
        "Task", "Paused; p goes on.", "Going on.", "Action", "Result", "What is probed:",
        "honesty",
        "Situation 5, Task 5, Action 5, Result 5, Delivery 2, each of 5.",
        "Grade? Enter takes good: all that is listed is ticked.",
        "How did you find out? 40 seconds.",
        "Grade? Enter takes easy: all that is listed is ticked, and you answered every follow-up.",
        "Recorded: again. It comes back in this session.",
        "3 of 7: C3, fit, 8 min left",
        "4 of 7: D4, red flag, 6 min left", "Took back good on kinds/C3.",
        "3 of 7: C3, fit, 8 min left", "1 practised, 0 right first time.",
        "2 parts worked on.", "Left: 4 things, 8 min. “starling practice --plain” goes on.",
        "Tomorrow:", "Your own judgement:", "You were sure once: 0 came back.",
        "A day later you took 4 ticks back and added 1.",
      ])

    // It goes on where it was, undo goes back beyond the quitting, and the end says what comes.
    let second = try practise(
      "u", "h", "", "+", "3", "t", "Because I saw the yard.", ".", ".", ".", ".", "+", "3",
      "", "+", "4", "", "+", "3", "m", "d", "+m", "d", by: Self.tomorrow)
    expect(
      second,
      has: [
        "Going on with today's session, 4 things, 8 min left.",
        "3 of 7: C3, fit, 8 min left", "Took back again on kinds/B2.",
        "3 of 7: B2, behavioural, 12 min left",
        "Say it: one sentence, 25 seconds.", "Keys: Enter done, r start over.",
        "Grade? Enter takes good: all that is listed is ticked.",
        "4 of 7: C3, fit, 8 min left",
        "5 of 7: D4, red flag, 6 min left", "A line to say:",
        "6 of 7: E5, task, 5 min left",
        "7 of 7: A1, behavioural, 2 min left",
        "Rebuild: Result, Delivery. Only that.", "Kept.",
        "4 practised, 4 right first time.", "3 parts worked on.", "Tomorrow:",
      ])
    #expect(!second.contains("Left:"))
    #expect(try home.memory().map(\.reps) == [1, 1, 1, 1, 1])
  }
}
