import TestSupport
import Testing

/// The session line by line; its keys are for ever.
@Suite(.timeLimit(.minutes(20))) struct PlainPracticeTests {
  private func practise(
    _ input: String, in home: TemporaryHome, _ environment: [String: String] = [:]
  ) throws -> CommandRun {
    try home.writeDeck("sample", sampleDeck)
    return try home.starling(
      "practice", "sample", "--plain", input: input,
      environment: home.environment(adding: environment))
  }

  private static let questionKeys =
    "Keys: Enter reveal, m speak by the clock, t type, h headline, K name only the story, F say what it is after, e note, B bury until tomorrow, x suspend, N does not apply, u undo, s skip, q quit."
  private static let judgingKeys =
    "Keys: 1 again, 2 hard, 3 good, 4 easy, + all there, +letters tick, l list the ticks, p follow-up, r question again."

  @Test func theWholeLoop() throws {
    let home = try TemporaryHome()
    try home.write("memory:\n  model: fsrs-6\n", to: "config.yaml")
    let run = try practise("\n3\n\n1\ns\n\n4\n", in: home)
    #expect(run.status == .exitCode(0))
    #expect(run.errors == "")
    #expect(try home.memory().count == 2)
    // The days of the grades stand before each choice of one; they depend on today.
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let days = lines.filter { $0.contains(" 1 again soon, 2 hard tomorrow, 3 ") }
    #expect(days.count == 3)
    // What is ready and what tomorrow's session has are of the whole home.
    let ready = try #require(lines.first { $0.hasPrefix("Ready now ") })
    let tomorrow = try #require(lines.last { $0.contains(" min: ") })
    #expect(
      lines.filter { !days.contains($0) }.joined(separator: "\n") == """

        1 of 3: A1, behavioural, 12 min left
        Who lifted the piano?
        Answer aloud: Situation, Task, Action, Result. About two minutes.
        \(Self.questionKeys)
        It is after: Working together, teamwork.
        Red flags:
        drops it
        \(Self.judgingKeys)
        Recorded: good.

        2 of 3: B2, behavioural, 8 min left
        When were you wrong?
        It is after: Working together, teamwork.
        Recorded: again. It comes back in this session.

        2 of 3: C3, behavioural, 4 min left
        Name your best mistake!

        2 of 2: B2, behavioural, 4 min left
        When were you wrong?
        It is after: Working together, teamwork.
        Recorded: easy.

        2 practised, 1 right first time.
        Missed; you will see these sooner:
        When were you wrong? Last grade: easy.
        \(ready)
        Tomorrow:
        \(tomorrow)

        """)
    #expect(try home.memory().map(\.reps) == [1, 2])
  }

  @Test func undoGoesBackAtAnyDepth() throws {
    let home = try TemporaryHome()
    let run = try practise("\n3\n\n2\nu\nu\n\n4\nq\n", in: home)
    #expect(run.status == .exitCode(0))
    #expect(run.output.contains("Took back hard on sample/B2."))
    #expect(run.output.contains("Took back good on sample/A1."))
    let memory = try home.memory("--model", "fsrs-6")
    #expect(memory.map(\.card) == ["sample/A1"])
    #expect(memory.first?.stability == 8.2956)
    #expect(memory.first?.reps == 1)
  }

  @Test(arguments: [
    "", "\n", "q\n", "\nq\n", "Q", "s\nq\n", "u\nq\n", "5\ny\n\u{1B}[A\nq\n", "1\n",
    "m\nq\n", "m\nr\nq\n", "?\n\n?\nq\n", "h\nq\n", "h\nr\n", "t\n", "e\n", "e\n\nq\n", "b\nu\nq\n",
    "x\nu\nq\n",
  ])
  func whatGradesNothingEndsWellAndLeavesNothing(input: String) throws {
    let home = try TemporaryHome()
    let run = try practise(input, in: home)
    #expect(run.status == .exitCode(0))
    #expect(run.output.hasSuffix("\n0 practised, 0 right first time.\n"))
    #expect(!run.output.containsControls)
    #expect(try home.memory().isEmpty)
  }

  @Test(arguments: ["dumb", ""]) func noTerminalTypeIsNeeded(type: String) throws {
    let run = try practise("\n3\n", in: TemporaryHome(), ["TERM": type])
    #expect(run.status == .exitCode(0))
    #expect(run.output.contains("Recorded: good."))
  }

  /// A mirror for who listens to the screen, too; it changes neither ticks nor grade.
  @Test func whatIsSeenInAWrittenAnswerIsSaid() throws {
    let home = try TemporaryHome()
    let run = try practise(
      "t\nIt was a Monday.\n.\nIt was mine.\n.\nI called.\n.\nIt went well.\n.\nq\n", in: home)
    #expect(
      run.output.contains(
        "\nSeen in what you wrote, “It went well”: This check finds no evidence in it. "))
    #expect(!run.output.containsControls)
    // The draft is there still; its check can be switched off.
    #expect(try home.starling("config", "observations.evidence", "off").status == .exitCode(0))
    let other = try practise("t\n.\n.\n.\n.\nq\n", in: home)
    #expect(other.output.contains("So far: It went well."))
    #expect(other.output.contains("\nSeen in what you wrote, "))
    #expect(!other.output.contains("This check finds no evidence in it."))
  }

  @Test func nothingToPractiseIsSaid() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let run = try home.starling("practice", "--weak", "--plain")
    #expect(run.status == .exitCode(0))
    #expect(run.output.hasPrefix("There is nothing to practise here.\n"))
  }
}
