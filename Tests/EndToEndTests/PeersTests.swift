import TestSupport
import Testing

/// The programs that exports are written for, if they are installed (`pip install anki fsrs`).
@Suite(.timeLimit(.minutes(20))) struct PeersTests {
  private static let script = #filePath.dropLast("PeersTests.swift".count) + "peers_check.py"

  private static func hasModule(_ name: String) -> Bool {
    let run = try? CommandRun(
      ProgramPath.installed("python3"), ["-c", "import \(name)"],
      environment: ["PATH": ProgramPath.search])
    return run?.status == .exitCode(0)
  }

  private func check(_ arguments: String...) throws -> [String] {
    let run = try CommandRun(
      ProgramPath.installed("python3"), [String(Self.script)] + arguments,
      environment: ["PATH": ProgramPath.search, "HOME": "/nowhere", "LC_ALL": "C.UTF-8"])
    #expect(run.status == .exitCode(0), "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test(.enabled("“anki” from PyPI is not installed") { PeersTests.hasModule("anki") })
  func ankiTakesEveryCardOnceAndBringsChangesUpToDate() throws {
    let home = try TemporaryHome()
    try home.writeDeck(
      "hard",
      """
      id: hard
      title: "\\"Quoted\\"\\tand <b>bold</b>"
      cards:
        - {id: A, kind: star, competency: data, ask: "\\"Why\\" & <how>?", note: "#not a comment"}
        - {id: B, kind: star, competency: data, ask: "=1+1; 你好, {{c1::x}} [sound:x.mp3]"}
      """)
    let path = home.file("cards.txt")
    #expect(try home.starling("export", "--format", "anki", path).status == .exitCode(0))
    let text = try home.text(of: "cards.txt")
    let wording = "Describe a decision by your manager that you thought was wrong."
    try home.write(text.replacing(wording, with: "Tell of a decision."), to: "again.txt")
    let seen = try check("anki", path, home.file("again.txt"))

    struct Listing: Decodable {
      var title: String
      var cards: Int
      var on: Bool
    }
    let decks = try home.starling("decks", "list", "--json").decoded(as: [Listing].self)
      .filter(\.on)
    let cards = decks.reduce(0) { $0 + $1.cards }
    #expect(decks.count == 14 && cards > 100)
    #expect(seen.contains("first: \(cards) new, 0 updated, 0 alike, 0 lost"))
    #expect(seen.contains("notes: \(cards) cards: \(cards)"))
    for deck in decks where !deck.title.contains("Quoted") {
      #expect(seen.contains("deck: Starling::\(deck.title) \(deck.cards)"), "\(seen)")
    }
    #expect(seen.count { $0.hasPrefix("deck: ") } == 14)
    let tags = try #require(seen.first { $0.hasPrefix("tags: ") }).split(separator: " ")
    for tag in ["starling", "star", "redflag", "core", "disagree-up", "P5"] {
      #expect(tags.contains { $0 == tag }, "\(tags)")
    }
    #expect(seen.contains("second: 0 new, 0 updated, 0 alike, 0 lost"))
    #expect(seen.contains("unchanged: True"))
    #expect(seen.contains("changed: 0 new, 1 updated, 0 alike, 0 lost"))
    #expect(seen.contains("differs: ['starling:star-people/PE-03']"))
  }

  /// The memory that Anki reckons from the answers in a package is the one here, and what is known stays.
  @Test(.enabled("“anki” from PyPI is not installed") { PeersTests.hasModule("anki") })
  func ankiTakesAPackageWithItsAnswers() throws {
    let home = try TemporaryHome()
    let deck = "id: own\ntitle: Own\ncards:\n  - {id: A, kind: star, competency: data, ask: Why?}\n"
    try home.writeDeck("own", deck)
    for (card, grade, time) in [
      ("own/A", "good", "2026-10-01T10:00Z"), ("own/A", "hard", "2026-10-04T10:00Z"),
      ("own/A", "again", "2026-10-10T10:00Z"), ("own/A", "good", "2026-10-10T10:30Z"),
      ("own/A", "good", "2026-10-14T11:00Z"), ("star-people/PE-02", "easy", "2026-10-20T09:00Z"),
      ("star-people/PE-03", "again", "2026-10-26T09:00Z"),
      ("star-people/PE-03", "good", "2026-10-26T09:10Z"),
    ] {
      #expect(try home.starling("grade", card, grade, "--at", time).status == .exitCode(0))
    }
    let first = home.file("first.apkg")
    #expect(try home.starling("export", "--format", "apkg", first).status == .exitCode(0))
    try home.writeDeck("own", deck.replacing("Why?", with: "Why us?"))
    // A second is the least that Anki tells apart.
    let later = try CommandRun(
      ProgramPath.installed("touch"), ["-d", "2037-01-01", home.file("decks/own.yaml")],
      environment: home.environment())
    #expect(later.status == .exitCode(0))
    let again = home.file("again.apkg")
    #expect(try home.starling("export", "--format", "apkg", again).status == .exitCode(0))
    let seen = try check("package", first, again)
    #expect(seen.first?.hasSuffix(" new, 0 updated, 0 known, 0 lost") == true, "\(seen)")
    #expect(seen.contains("answers: 8"))
    #expect(
      seen.contains { $0.hasPrefix("second: 0 new, 0 updated, ") && $0.hasSuffix(", 0 lost") })
    #expect(seen.contains("unchanged: True"))
    #expect(seen.contains { $0.hasPrefix("changed: 0 new, 1 updated, ") })
    #expect(seen.contains("schedule kept: True"))
    #expect(seen.contains("sound: True"))
    let memory = try home.starling("memory", "--model", "fsrs-6", "--json").output
    let states = memory.matches(of: /"card": "(.*)",\n +"stability": (.*),\n +"difficulty": (.*),/)
    #expect(states.count == 3)
    for state in states {
      let line = try #require(seen.first { $0.hasPrefix("card: \(state.1) 2 ") }, "\(seen)")
      let theirs = line.split(separator: " ").suffix(3).compactMap { Double($0) }
      #expect(theirs.first == 0, "the date is so many days off: \(line)")
      let ours = [state.2, state.3].compactMap { Double($0) }
      #expect(zip(ours, theirs.dropFirst()).allSatisfy { abs($0 - $1) < 0.001 }, "\(line): \(ours)")
    }
  }

  @Test(.enabled("“fsrs” from PyPI is not installed") { PeersTests.hasModule("fsrs") })
  func fsrsReadsTheReviewsAsTheyAreRemembered() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    // Near the same hour: fsrs counts days of 24 hours, Starling nights.
    try home.write(
      """
      card_id,review_time,review_rating,review_duration
      sample/A1,1790848800000,3,61000
      sample/B2,1790848900000,1,
      sample/B2,1790850900000,3,5000
      sample/A1,1791712800000,2,90000
      sample/A1,1793527200000,4,70000
      sample/B2,1793790000000,1,

      """, to: "in.csv")
    #expect(try home.starling("import", home.file("in.csv")).status == .exitCode(0))
    #expect(
      try home.starling("export", "--format", "csv", home.file("out.csv")).status == .exitCode(0))
    #expect(try home.text(of: "out.csv") == home.text(of: "in.csv"))

    let seen = try check("fsrs", home.file("out.csv"))
    #expect(seen.first == "reviews: 6")
    let memory = try home.starling("memory", "--model", "fsrs-6", "--json").output
    let states = memory.matches(of: /"card": "(.*)",\n +"stability": (.*),\n +"difficulty": (.*),/)
    #expect(states.count == 2)
    for state in states {
      let line = try #require(seen.first { $0.hasPrefix("card: \(state.1) ") })
      let theirs = line.split(separator: " ").suffix(2).compactMap { Double($0) }
      let ours = [state.2, state.3].compactMap { Double($0) }
      #expect(zip(ours, theirs).allSatisfy { abs($0 - $1) < 0.001 }, "\(line): \(ours)")
      #expect(ours.count == 2 && theirs.count == 2)
    }
  }
}
