import Campaign
import Decks
import Screen
import TestSupport
import Testing

@testable import TUI

/// What an import would bring in is looked at, and changed, before anything is kept.
@Suite struct ImportScreenTests {
  private func fixture(
    _ size: Size = Size(width: 80, height: 24), _ proposal: ImportProposal = .questions
  ) -> AppFixture {
    var fixture = AppFixture(size: size)
    fixture.carryOut(fixture.app.start(at: .loadImport))
    fixture.take(.importProposal(proposal))
    return fixture
  }

  private func expect(_ fixture: AppFixture, _ name: String, _ size: Size) throws {
    try expectScreen(fixture.app.view(), "\(name)-\(size.width)x\(size.height)")
  }

  private func taken(_ fixture: AppFixture) throws -> [ImportEntry] {
    let effect = try #require(fixture.effects.last)
    guard case .takeImport(let entries) = effect else { throw TestFailure("\(effect)") }
    return entries.filter(\.isTaken)
  }

  @Test(arguments: GoldenScreenTests.sizes) func howItLooks(_ size: Size) throws {
    try expect(fixture(size), "import", size)
    var changed = fixture(size)
    changed.press(" ", .down, .down, .right)
    try expect(changed, "import-changed", size)
    changed.press("/", "t", "e", "a")
    try expect(changed, "import-finding", size)
    var passedOver = fixture(size)
    passedOver.press("l", .down)
    try expect(passedOver, "import-passed-over", size)
    var doubtful = ImportProposal.questions
    doubtful.doubt = "It does not read like a list of questions: 20 of 30 lines are prose"
    try expect(fixture(size, doubtful), "import-doubtful", size)
    try expect(fixture(size, .stories), "import-stories", size)
    var rewording = fixture(size, .stories)
    rewording.press("e", "!")
    try expect(rewording, "import-rewording", size)
  }

  @Test func guessesAreTakenAtTheSecondLook() throws {
    var fixture = fixture()
    fixture.press(.enter)
    #expect(fixture.effects.isEmpty)
    #expect(fixture.app.view().text.contains("2 rows with ? are guesses: Enter again takes them."))
    fixture.press(.enter)
    #expect(try taken(fixture).map(\.line) == [7, 8, 12, 13])
    fixture.take(.imported("4 questions."))
    #expect(fixture.effects.contains(.quit))
  }

  @Test func rowsAreSortedLeftOutRewordedAndTakenBack() throws {
    var fixture = fixture()
    // What is sorted by hand is no guess any more.
    fixture.press(" ", .down, .down, .right, .down, "/")
    fixture.press("t", "r", "u", .enter, "e", .control("u"))
    for character in "Why?" { fixture.press(.character(character)) }
    fixture.press(.enter, .enter)
    let entries = try taken(fixture)
    #expect(entries.map(\.line) == [8, 12, 13])
    #expect(entries.map(\.choice) == ["teamwork", "stakeholders", "trust"])
    #expect(entries.last?.text == "Why?" && !entries.contains { $0.isGuess })
    // The wording, the two that were sorted, and the row that was left out.
    fixture.press("u", "u", "u", "u")
    fixture.press("u")
    #expect(fixture.app.view().text.contains("Nothing was changed here."))
    fixture.press(.enter, .enter)
    #expect(try taken(fixture) == ImportProposal.questions.entries.filter(\.isTaken))
  }

  @Test func aLineThatWasPassedOverBecomesAQuestion() throws {
    var fixture = fixture()
    fixture.press("l", .end, " ")
    #expect(fixture.app.view().text.contains("That line makes no question."))
    fixture.press(.up, " ", .enter)
    #expect(fixture.effects.isEmpty)
    fixture.press(.enter, .enter)
    #expect(try taken(fixture).map(\.line) == [7, 8, 10, 12, 13])
  }

  @Test func withoutAnyRowNothingIsTaken() {
    var fixture = fixture()
    fixture.press(" ", .down, " ", .down, " ", .down, " ", .enter)
    #expect(fixture.effects.isEmpty)
    #expect(fixture.app.view().text.contains("All is left out."))
    fixture.press(.escape)
    #expect(fixture.effects.isEmpty)
    #expect(
      fixture.app.view().text.contains("Esc again leaves: what you changed here is not kept."))
    fixture.press(.escape)
    #expect(fixture.effects == [.quit])
  }

  @Test func escapeLeavesThePassedOverLinesFirst() {
    var fixture = fixture()
    fixture.press("l")
    let passedOver = fixture.app.view().text
    fixture.press(.escape)
    #expect(fixture.effects.isEmpty && fixture.app.view().text != passedOver)
    fixture.press(.escape)
    #expect(fixture.effects == [.quit], "nothing was changed, so nothing is asked")
  }

  @Test func whatCannotBeTakenStaysWithItsReason() throws {
    var fixture = fixture()
    fixture.press(.enter, .enter)
    fixture.take(.failed("line 7: too long"))
    #expect(fixture.app.view().text.contains("line 7: too long"))
    fixture.press(" ", .enter)
    #expect(try taken(fixture).map(\.line) == [8, 12, 13])
  }

  @Test func theFiguresOfAStoryAreLeft() throws {
    var fixture = fixture(Size(width: 80, height: 24), .stories)
    fixture.press("f", .enter, .enter)
    #expect(try taken(fixture).map(\.keepsFigures) == [false, true])
  }

  /// Every size a person can drag the window to.
  @Test(arguments: [ImportProposal.questions, .stories]) func noSizeTraps(
    _ proposal: ImportProposal
  ) {
    var fixture = fixture(Size(width: 80, height: 24), proposal)
    for keys in [[], ["/"], [.escape, "e"], [.escape, "l"]] as [[Key]] {
      for key in keys { fixture.press(key) }
      for width in stride(from: 0, through: 130, by: 7) {
        for height in stride(from: 0, through: 40, by: 2) {
          fixture.send(.resize(Size(width: width, height: height)))
          #expect(fixture.app.view().size == Size(width: width, height: height))
        }
      }
      fixture.send(.resize(Size(width: 80, height: 24)))
    }
  }
}

extension ImportProposal {
  /// A list with two headings that name a competency and one that names none.
  static let questions: ImportProposal = {
    let tags = [
      ("influence", "Influence"), ("stakeholders", "Influence"), ("teamwork", "Working together"),
      ("trust", "Working together"), ("delivery", "Delivering"),
    ]
    func row(_ line: Int, _ text: String, _ tag: String, isGuess: Bool = false) -> ImportEntry {
      ImportEntry(
        line: line, text: text, details: isGuess ? [] : ["Answer: We spoke at the depot."],
        choice: tag, why: isGuess ? "words" : "heading",
        reason: isGuess ? "a guess from its words" : "from the heading “Teamwork” in line 5",
        isGuess: isGuess)
    }
    func passedOver(
      _ line: Int, _ sort: PassedOver.Sort, _ text: String, isOffered: Bool = true
    ) -> ImportEntry {
      ImportEntry(
        line: line, text: text, sort: sort, choice: "teamwork", why: "words",
        reason: "a guess from its words", isGuess: true, isOffered: isOffered)
    }
    return ImportProposal(
      source: "list.md", noun: ("question", "questions"), target: "a new deck “my-list”",
      sorter: "Competency",
      options: tags.map { FormOption($0.0, title: $0.0, note: $0.1) },
      entries: [
        passedOver(1, .heading, "My list"),
        passedOver(3, .sentence, "Collected for the second round."),
        passedOver(5, .heading, "Teamwork"),
        row(7, "Describe a colleague who would not be won over, and what you did.", "teamwork"),
        row(8, "Which habit of yours did a team ask you to give up?", "teamwork"),
        passedOver(10, .heading, "Odds and ends"),
        row(12, "When did you turn a client down?", "influence", isGuess: true),
        row(13, "Tell me about a move you planned that slipped.", "delivery", isGuess: true),
        passedOver(15, .rule, "---", isOffered: false),
      ])
  }()

  /// A bank of two stories.
  static let stories = ImportProposal(
    source: "bank.csv", noun: ("story", "stories"), target: "your stories", sorter: "Family",
    options: [
      FormOption("", title: "none"), FormOption("TEAM", title: "Teamwork"),
      FormOption("DISA", title: "Disagreement"),
    ],
    entries: [
      ImportEntry(
        line: 2, text: "Freezer audit",
        details: [
          "Situation: In March the freezers failed.", "Action: I counted every one.",
          "Result: None of 12 failed since.", "Nothing for Task.",
        ], choice: "TEAM", why: "file", reason: "as the file says", figures: ["12 failed since"]),
      ImportEntry(
        line: 3, text: "The night list was on paper only",
        details: [
          "Situation: The night list was on paper only.", "Action: I put it on the wall.",
          "Result: Nobody asked twice.", "Its title is a proposal; e writes another.",
        ], choice: "", why: "–", isGuess: true),
      ImportEntry(
        line: 4, text: "[Situation] [Task]", sort: .placeholder, isOffered: false),
    ])
}
