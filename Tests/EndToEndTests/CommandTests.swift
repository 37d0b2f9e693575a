import TestSupport
import Testing

/// What scripts rely on: what is printed, and the exit codes.
@Suite(.timeLimit(.minutes(20))) struct CommandTests {
  private struct Due: Decodable, Equatable {
    var due: Int
    var unseen: Int
    var weak: Int
    var minutes: Double
    var interview: String?
  }

  @Test func dueCountsWhatIsWaiting() throws {
    let home = try TemporaryHome()
    let all = try home.starling("due", "--json").decoded(as: Due.self)
    #expect(all.unseen > 100)
    #expect(all == Due(due: 0, unseen: all.unseen, weak: 0, minutes: 20, interview: nil))
    try home.writeDeck("sample", sampleDeck)
    #expect(
      try home.starling("grade", "sample/A1", "good", "--at", "2020-01-01T12:00Z").status
        == .exitCode(0))
    #expect(try home.starling("grade", "sample/B2", "again").status == .exitCode(0))
    let run = try home.starling("due", "--json")
    #expect(run.status == .exitCode(0))
    #expect(run.errors == "")
    struct Session: Decodable {
      struct Today: Decodable {
        var left_items: Int
        var left_minutes: Double
        var done_minutes: Double
      }
      var today: Today
    }
    let today = try run.decoded(as: Session.self).today
    #expect(today.left_items > 0 && today.done_minutes == 0)
    #expect(
      run.output == """
        {
          "due": 1,
          "unseen": \(all.unseen + 1),
          "weak": 2,
          "minutes": 20.0,
          "interview": null,
          "log": null,
          "today": {
            "left_items": \(today.left_items),
            "left_minutes": \(today.left_minutes),
            "done_minutes": \(today.done_minutes),
            "is_done": false
          }
        }

        """)
    let short = try home.starling("due").output
    #expect(short.hasPrefix("\(today.left_items) cards, ") && short.hasSuffix(" min\n"), "\(short)")
    let long = try home.starling("due", "--long").output
    #expect(
      long.hasPrefix("Today: ")
        && long.hasSuffix("; 1 due; \(all.unseen + 1) unseen, 2 weak\n"), "\(long)")
  }

  @Test func dueTellsOfTheNextInterview() throws {
    struct Due: Decodable {
      struct Interview: Decodable {
        var employer: String
        var round: Int
        var starts_at: String
        var days_left: Int
        var readiness: Double
      }
      var minutes: Double
      var interview: Interview?
    }
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    for (name, days) in [("Later", 9), ("Over", -1), ("Acme", 1)] {
      let start = LocalTime.afternoon(inDays: days)
      _ = try home.starling("interviews", "add", name, "--at", start, "--round", "3")
    }
    let unready = try home.starling("due", "--json").decoded(as: Due.self)
    let interview = try #require(unready.interview)
    #expect(interview.employer == "Acme")
    #expect(interview.round == 3)
    #expect(interview.days_left == 1)
    #expect(interview.starts_at == LocalTime.afternoon(inDays: 1).dropLast() + ":00Z")
    #expect(interview.readiness == 0)
    #expect(unready.minutes == 10)
    // A card of the core set counts, another does not.
    _ = try home.starling("grade", "sample/B2", "good")
    #expect(try home.starling("due", "--json").decoded(as: Due.self).interview?.readiness == 0)
    _ = try home.starling("grade", "sample/A1", "good")
    let ready = try home.starling("due", "--json").decoded(as: Due.self)
    #expect(try #require(ready.interview).readiness > 0.01)
    let text = try home.starling("due", "--long").output
    #expect(text.contains(" weak; Acme, round 3, tomorrow: ready now "), "\(text)")
  }

  @Test func memoryListsEveryKeyOfTheContract() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    #expect(try home.starling("memory", "--json").output == "[]\n")
    let grade = try home.starling(
      "grade", "sample/A1", "good", "--at", "2026-01-10T14:00",
      environment: home.environment(adding: ["TZ": "XYZ-5:30"]))
    #expect(grade.status == .exitCode(0))
    #expect(grade.output == "")
    #expect(grade.errors == "starling: sample/A1: good; due 2026-01-15 08:39\n")
    let run = try home.starling(
      "memory", "--json", "--model", "fsrs-6", "--at", "2026-01-10T08:30:00Z")
    #expect(
      run.output == """
        [
          {
            "card": "sample/A1",
            "stability": 2.3065,
            "difficulty": 2.118103970459015,
            "retrievability": 1.0,
            "due": "2026-01-12",
            "reps": 1,
            "lapses": 0,
            "last_review": "2026-01-10T08:30:00Z",
            "model": "fsrs-6"
          }
        ]

        """)
    #expect(run.errors == "")
    let later = try home.memory(
      "sample/A1", "--model", "fsrs-6", "--at", "2026-02-10T08:30:00Z")
    #expect(try #require(later.first?.retrievability) < 0.7)
    #expect(try home.memory("--at", "2025-01-01").isEmpty)
    let table = try home.starling("memory", "sample/A1", "sample/B2")
    #expect(table.status == .exitCode(0))
    #expect(table.output.split(separator: "\n").count == 3)
    // The model unless told otherwise; its dates are moments.
    let other = try #require(try home.memory("--at", "2026-01-10T08:30:00Z").first)
    #expect(other.model == "fsrs-7")
    #expect(other.stability == 3.9221)
    #expect(other.due == "2026-01-15T03:09:55.164Z")
  }

  @Test func decksAreListedAndShown() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let run = try home.starling("decks", "list", "--json")
    #expect(run.status == .exitCode(0))
    let list = try run.decoded(as: [Listing].self)
    #expect(
      list.last
        == Listing(
          id: "sample", title: "Sample deck", cards: 3, seen: 0, due: 0, origin: "own",
          path: home.file("decks/sample.yaml")))
    #expect(Set(["star-people", "star-delivery", "red-flags"]).isSubset(of: list.map(\.id)))
    #expect(list.dropLast().allSatisfy { $0.origin == "bundled" && $0.cards > 0 })
    let table = try home.starling("decks", "list")
    #expect(table.output.split(separator: "\n").count == list.count + 1)

    let card = try home.starling("decks", "show", "sample/A1")
    #expect(card.status == .exitCode(0))
    #expect(
      card.output == """
        A1  star, teamwork, core
          Who lifted the piano?
          Red flags:
            - drops it
          Likely follow-ups:
            - Did anybody help?


        """)
    let deck = try home.starling("decks", "show", "sample")
    #expect(deck.output.hasPrefix("Sample deck (3 cards)\n\nA1  star, teamwork, core\n"))
    #expect(try home.starling("decks", "show", "nothing").status == .exitCode(65))
  }

  @Test func undoGoesFurtherBackEachTime() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    for (card, grade) in [("A1", "good"), ("B2", "hard"), ("A1", "again")] {
      #expect(try home.starling("grade", "sample/\(card)", grade).status == .exitCode(0))
    }
    let messages = try (0..<4).map { _ in
      let run = try home.starling("undo")
      #expect(run.status == .exitCode(0))
      #expect(run.output == "")
      return run.errors
    }
    #expect(
      messages == [
        "starling: took back “again” on sample/A1\n", "starling: took back “hard” on sample/B2\n",
        "starling: took back “good” on sample/A1\n", "starling: there is nothing to take back\n",
      ])
    #expect(try home.memory().isEmpty)
  }

  @Test func doctorSaysWhatIsSoundAndRebuildsTheSameFigures() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    for (grade, day) in [("good", 1), ("again", 3), ("good", 3), ("hard", 9)] {
      let at = "2026-01-0\(day)T12:00Z"
      #expect(
        try home.starling("grade", "sample/A1", grade, "--at", at).status == .exitCode(0))
    }
    let before = try home.memory("--at", "2026-03-01T00:00Z")
    let run = try home.starling("doctor", "--rebuild")
    #expect(run.status == .exitCode(0))
    #expect(run.output.contains("1 card from 4 reviews; 0 were different"), "\(run.output)")
    #expect(try home.memory("--at", "2026-03-01T00:00Z") == before)
    let subjects = run.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(
      subjects == [
        "rebuilt", "database", "memory", "records", "index", "decks", "private", "copies",
        "settings", "terminal", "locale",
      ])
    #expect(run.output.hasSuffix("locale    UTF-8: sound\n"), "\(run.output)")

    try home.write("practice:\n  minutes: never\n", to: "config.yaml")
    let faulty = try home.starling("doctor")
    #expect(faulty.status == .exitCode(1))
    #expect(faulty.output.contains("fault: \(home.file("config.yaml")):2:"), "\(faulty.output)")
  }

  @Test func filesAreForTheirOwnerOnly() throws {
    let home = try TemporaryHome()
    let base = home.file("new/place")
    let environment = home.environment(adding: ["STARLING_HOME": base])
    #expect(try home.starling("due", environment: environment).status == .exitCode(0))
    let modes = try CommandRun(
      ProgramPath.installed("stat"), ["-c", "%a", base, "\(base)/starling.sqlite"],
      environment: environment)
    #expect(modes.output == "700\n600\n")
  }
}
