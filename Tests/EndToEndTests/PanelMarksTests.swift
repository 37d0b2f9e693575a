import TestSupport
import Testing

/// A friend plays a panel from a sheet; the marks are entered afterwards.
@Suite(.timeLimit(.minutes(20))) struct PanelMarksTests {
  @Test func aFriendsMarksAreTakenQuestionByQuestion() throws {
    let home = try NotebookCommandTests.candidate()
    let sheet = try home.starling("brief", "Acme", "--friend", "--minutes", "10")
    #expect(sheet.output.contains("“starling panels marks 1” takes the marks"), "\(sheet.output)")
    // Printed again it is the same panel.
    #expect(
      try home.starling("brief", "Acme", "--friend", "--minutes", "10").output == sheet.output)
    let run = try home.starling("panels", "marks", input: "3\nx\nfine\n\n1\n")
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(run.output.hasPrefix("1 of 4: "), "\(run.output)")
    #expect(run.errors.contains("kept: 1 strong, 1 fine, 1 thin; what was thin counts more"))
    let listed = try home.starling("panels", "list").output
    #expect(listed.contains("friend") && listed.contains("1 strong, 1 fine, 1 thin"), "\(listed)")
    #expect(try home.starling("stats").output.contains("1 of 9 whole panels"))
    // It is one step, and can be taken back.
    #expect(try home.starling("undo").status == .exitCode(0))
    #expect(try home.starling("panels", "list").output.contains("to be marked"))
    let none = try home.starling("panels", "marks", "1", input: "q\n")
    #expect(none.errors.contains("nothing was marked"))
  }

  @Test func withoutASheetThereIsNothingToMark() throws {
    let run = try TemporaryHome().starling("panels", "marks")
    #expect(run.status == .exitCode(65) && run.errors.contains("starling brief --friend"))
  }
}

/// Drills from the command line, line by line.
@Suite(.timeLimit(.minutes(20))) struct DrillCommandTests {
  @Test func whatAQuestionIsAfterIsSaidAndMarked() throws {
    let home = try TemporaryHome()
    let run = try home.starling(
      "practice", "--drill", "reading", "--cards", "2", "--seed", "5", "--plain",
      input: "\n1\n\n\n12\n\n")
    #expect(run.status == .exitCode(0), "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.filter { $0 == "What is it after? 10 seconds." }.count == 2, "\(run.output)")
    #expect(
      lines.contains("1 Working together") && lines.contains("12 Why you, why here, what next"))
    #expect(
      lines.filter { $0.hasPrefix("You read it right") || $0.hasPrefix("You took it for") }.count
        == 2)
    // What it is after stands nowhere before it is said.
    let first = lines.prefix { !$0.hasPrefix("What is it after?") }
    #expect(!first.contains { $0.contains("It is after") })
    let stats = try home.starling("stats").output
    #expect(stats.contains("of 2 questions right"), "\(stats)")
    let json = try home.starling("stats", "--json").output
    #expect(json.contains("\"reading\": {") && json.contains("\"questions\": 2"))
  }

  /// The plan's first day is the session, the warm-up with it.
  @Test func withStoriesTheDayBeginsWithPicksAndSoDoesThePlan() throws {
    let home = try TemporaryHome()
    #expect(
      try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z").status
        == .exitCode(0))
    for title in ["Freezer audit", "Night list"] {
      #expect(try home.starling("stories", "add", title).status == .exitCode(0))
    }
    let plan = try home.starling("plan", "--json").output
    #expect(plan.contains("\"task\": \"pick\""))
    let run = try home.starling("practice", "--plain", input: "\n3\n\n1\n\nq\n")
    #expect(run.output.contains("Warm-up: which of your stories fits?"), "\(run.output)")
    #expect(run.output.contains("You named “"))
    #expect(try home.starling("due", "--long").output.contains("a warm-up of 4 picks"))
  }
}
