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

    let without = try home.starling("import", file, "--id", "other")
    #expect(without.status == .exitCode(64))
    #expect(without.errors.contains("a deck needs --competency TAG"))
    #expect(
      try home.starling("import", file, "--id", "other", "--competency", "cooking").status
        == .exitCode(64))
    #expect(try home.starling("import", home.file("none.txt")).status == .exitCode(66))
    try home.write("Why?", to: "what")
    #expect(
      try home.starling("import", home.file("what"), "--competency", "trust").status
        == .exitCode(64))
  }

  @Test func faultsOfTheFileAreNamedByLineAndNothingIsMade() throws {
    let home = try TemporaryHome()
    try home.write("Q: Why?\nA: So.\n\nstray\n", to: "notes.md")
    let run = try home.starling("import", home.file("notes.md"), "--competency", "trust")
    #expect(run.status == .exitCode(65))
    #expect(run.output == "")
    #expect(run.errors.contains("notes.md:4:1: error: this line belongs to no `Q:` or `A:`"))
    #expect(try home.starling("decks", "show", "notes").status == .exitCode(65))
    try home.write("Q: Why?\nA: So.\n", to: "notes.md")
    #expect(
      try home.starling("import", home.file("notes.md"), "--competency", "trust").status
        == .exitCode(0))
    #expect(
      try home.starling("decks", "show", "notes").output.contains("Deck author’s note:\n    - So."))
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
