import Foundation
import TestSupport
import Testing

/// Questions and reviews that were kept elsewhere.
@Suite(.timeLimit(.minutes(20))) struct ImportTests {
  @Test func aListOfQuestionsBecomesADeck() throws {
    let home = try TemporaryHome()
    try home.write("- Why us?\n\n- What's \"new\": really?\n", to: "My questions.txt")
    let file = home.file("My questions.txt")
    let run = try home.starling(
      "import", file, "--competency", "motivation", "--kind", "fit", "--title", "Mine")
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(run.output == "\(home.file("decks/my-questions.yaml"))\n")
    let shown = try home.starling("decks", "show", "my-questions").output
    #expect(shown.contains("Mine (2 cards)"))
    #expect(shown.contains("What's \"new\": really?"))
    let again = try home.starling("import", file, "--competency", "motivation")
    #expect(again.status == .exitCode(73))

    #expect(again.errors.contains("--into my-questions adds what is new to it"))

    let without = try home.starling("import", file, "--id", "other")
    #expect(without.status == .exitCode(0))
    #expect(without.errors.contains("2 questions into “other”"))
    #expect(without.errors.contains("are guesses from the words"))
    #expect(
      try home.starling("import", file, "--id", "other", "--competency", "cooking").status
        == .exitCode(64))
    #expect(try home.starling("import", home.file("none.txt")).status == .exitCode(66))
  }

  /// A column that has sorted a card is not said to be passed over; one that has sorted none is.
  @Test(arguments: [("customer", false), ("motiv", true)])
  func aColumnIsPassedOverWhereItSaysNothing(topic: String, isPassedOver: Bool) throws {
    let home = try TemporaryHome()
    try home.write(
      "question,topic\nHow do you treat an angry customer?,\(topic)\nWhy us?,\n", to: "list.csv")
    let run = try home.starling("import", home.file("list.csv"), "--dry-run")
    #expect(run.errors.contains("column passed over: topic") == isPassedOver, "\(run.errors)")
  }

  /// What is in a file says what it is, not its name.
  @Test(arguments: [
    ("what", "Why us?\nWhen did you fail?\n"), ("x.csv", "- Why us?\n- When did you fail?\n"),
    ("x.txt", "Question;Area\nWhy us?;A\nWhen did you fail?;B\n"),
    ("面试问题.txt", "Q: Why us?\nA: Kind.\n\nQ: When did you fail?\nA: In June.\n"),
  ]) func aFileIsWhatIsInIt(name: String, text: String) throws {
    let home = try TemporaryHome()
    try home.write(text, to: name)
    let run = try home.starling("import", home.file(name), "--competency", "Working together")
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(run.errors.contains("2 questions into “"))
    let from = try home.starling(
      "import", "-", "--id", "piped", "--competency", "Teamwork", input: text)
    #expect(from.status == .exitCode(0), "\(from.errors)")
    let shown = try home.starling("decks", "show", "piped").output
    #expect(shown.contains("star, teamwork\n  Why us?\n"))
    #expect(shown.contains("star, teamwork\n  When did you fail?\n"))
  }

  @Test func whatIsLeftOutIsCountedAndEqualWarningsAreOne() throws {
    let home = try TemporaryHome()
    try home.write(
      "# My list\n\n- Why us?\n- When did you fail?\n- Who was right?\n\n---\n", to: "list.md")
    let run = try home.starling("import", home.file("list.md"), "--competency", "trust")
    #expect(
      run.errors == """
        starling: \(home.file("list.md")): 3 questions have no follow-ups, so general ones are asked; your own go under “probes:” in the deck's file
        starling: 3 questions into “list”; passed over 2 lines: 1 heading, 1 rule

        """)
  }

  @Test func aFileOfProseStopsWhereNobodyCanAnswer() throws {
    let home = try TemporaryHome()
    try home.write(
      "We met on Tuesday and spoke about the new office for more than an hour.\n\nNobody was against it.\n",
      to: "notes.txt")
    let run = try home.starling("import", home.file("notes.txt"))
    #expect(run.status == .exitCode(65))
    #expect(run.output == "")
    #expect(run.errors.contains("does not read like a list of questions: 2 of 2 lines are prose"))
    #expect(try home.starling("decks", "show", "notes").status == .exitCode(65))
    let dry = try home.starling("import", home.file("notes.txt"), "--dry-run")
    #expect(dry.status == .exitCode(0))
    #expect(dry.output.hasPrefix("LINE"))
    #expect(try home.starling("import", home.file("notes.txt"), "--yes").status == .exitCode(0))
  }

  /// Where no screen can be shown it asks, and takes Enter for yes.
  @Test func aFileOfProseIsAskedAbout() throws {
    let home = try TemporaryHome()
    try home.write(
      "We met on Tuesday and spoke about the new office for more than an hour.\n", to: "notes.txt")
    for (key, code) in [("n", 65), ("\n", 0)] as [(String, Int32)] {
      let session = try home.session(
        "import", home.file("notes.txt"), environment: home.environment(adding: ["TERM": "dumb"]))
      try session.wait(for: "any other key leaves it")
      session.type(key)
      #expect(try session.exitStatus() == .exitCode(code))
    }
  }

  @Test func reviewsComeInOnceHoweverOftenTheyAreImported() throws {
    let home = try TemporaryHome()
    try home.write(
      """
      review_rating,card_id,review_time,review_state
      3,sample/A1,1767268800000,2
      1,sample/A1,2026-01-03T12:00:00Z,2
      3,gone/X,2026-01-03T12:00:00Z,1

      """, to: "reviews.csv")
    let first = try home.starling("import", home.file("reviews.csv"))
    #expect(first.status == .exitCode(0))
    // This home has no decks of its own.
    #expect(
      first.errors
        == "starling: 3 reviews were added, 3 of cards that are in no deck here: gone/X, sample/A1\n"
    )
    let memory = try home.memory("--at", "2026-02-01")
    #expect(memory.map(\.card) == ["gone/X", "sample/A1"])
    #expect(memory.map(\.reps) == [1, 2])
    let second = try home.starling("import", home.file("reviews.csv"))
    #expect(second.errors == "starling: 0 reviews were added, 3 were there already\n")
    #expect(try home.memory("--at", "2026-02-01") == memory)
  }

  /// Anki's own table: its cards are numbers, unless another tool has named them.
  @Test func aTableOfAnkisIsReadWithItsRowsByHand() throws {
    let home = try TemporaryHome()
    func table(_ card: String) -> String {
      "id;cid;ease;time\n1737747496478;\(card);2;2400\n1737833896478;\(card);0;0\n1738093096478;\(card);3;2400\n"
    }
    try home.write(table("star-people/PE-01"), to: "named.csv")
    let run = try home.starling("import", home.file("named.csv"))
    #expect(
      run.errors == """
        starling: 1 row of \(home.file("named.csv")) has the rating 0, which is no review but a date set by hand, and was passed over
        starling: 2 reviews were added

        """)
    #expect(try home.memory().map(\.reps) == [2])
    try home.write(table("1724592148120"), to: "numbers.csv")
    let numbers = try home.starling("import", home.file("numbers.csv"))
    #expect(numbers.status == .exitCode(65))
    #expect(numbers.errors.contains("names 2 reviews of cards by Anki's numbers"))
    let fit = try home.starling("optimise", "--from", home.file("numbers.csv"))
    #expect(fit.status == .exitCode(0))
    #expect(fit.errors.contains("has the rating 0, which is no review but a date set by hand"))
    #expect(fit.output.hasPrefix("fsrs-7, 2 reviews of 1 card"))
  }

  /// Ctrl-C leaves nothing behind, be it early or late.
  @Test(arguments: [3, 10, 16]) func aLongImportShowsHowFarItIsAndCanBeStopped(blocks: Int) throws {
    let home = try TemporaryHome()
    let rows = (0..<40_000).map {
      "star-people/PE-0\($0 % 9 + 1),\(1_700_000_000_000 + $0 * 60_000),\($0 % 4 + 1)\n"
    }
    try home.write("card_id,review_time,review_rating\n" + rows.joined(), to: "many.csv")
    _ = try home.starling("grade", "star-people/PE-01", "good")
    let before = try home.starling("export", "--format", "csv", "-").output
    let session = try home.session("import", home.file("many.csv"))
    try session.wait(for: "taking in the reviews")
    try session.wait(for: String(repeating: "█", count: blocks))
    session.type("\u{3}")
    _ = try session.exitStatus()
    #expect(try home.starling("export", "--format", "csv", "-").output == before)
    let copies = try FileManager.default.contentsOfDirectory(atPath: home.path + "/backups")
    #expect(!copies.contains { $0.contains("import") })
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test(arguments: [
    (["import"], 256), (["optimise", "--from"], 256), (["stories", "add", "--from"], 4),
  ]) func whatHasNoEndIsRefused(arguments: [String], limit: Int) throws {
    let home = try TemporaryHome()
    let run = try CommandRun(
      ProgramPath.built("starling"), arguments + ["/dev/zero"], environment: home.environment())
    #expect(run.status == .exitCode(65))
    #expect(
      run.errors == "starling: /dev/zero is larger than \(limit) MiB, and that is too much\n")
  }

  @Test func badReviewsAreNamedByLineAndNoneIsTaken() throws {
    let home = try TemporaryHome()
    try home.write(
      "card_id,review_time,review_rating\nsample/A1,1767268800000,3\nA1,1767268800000,3\nsample/A1,x,3\n",
      to: "reviews.csv")
    let path = home.file("reviews.csv")
    let run = try home.starling("import", path)
    #expect(run.status == .exitCode(65))
    #expect(
      run.errors == """
        starling: \(path):3: “A1” is no card; write DECK/CARD
        starling: \(path):4: review_time “x” is no time
        starling: nothing was imported; mend \(path) and try again

        """)
    #expect(try home.memory().isEmpty)
  }
}
