import Foundation
import TestSupport
import Testing

/// An import is looked at in a terminal before anything of it is kept.
@Suite(.timeLimit(.minutes(20))) struct ImportScreenTests {
  private let home: TemporaryHome

  init() throws {
    home = try TemporaryHome()
    try home.write(
      """
      # My list

      ## Teamwork

      - Describe a colleague who would not be won over.
      - Which habit of yours did a team ask you to give up?

      ## Odds and ends

      - When did you turn a client down?

      """, to: "list.md")
  }

  private func open(_ arguments: String, terminal: String? = nil) throws -> TmuxScreen {
    let program = try ProgramPath.built("starling")
    return try TmuxScreen(
      "\(terminal.map { "TERM=\($0) " } ?? "")'\(program)' \(arguments); echo left with $?; read x",
      environment: home.environment(), home: home)
  }

  @Test func rowsAreChangedAndTakenAsAWhole() throws {
    let screen = try open("import '\(home.file("list.md"))'")
    try screen.wait(for: "nothing is kept yet")
    #expect(try screen.text().contains("3 questions found, for a new deck “list”"))
    // The first is left out, the last sorted by letters, and a heading is a question after all.
    try screen.press("Space")
    try screen.wait(for: "left out")
    try screen.press("End", "/")
    try screen.wait(for: "Letters find one")
    try screen.type("trust")
    try screen.press("Enter")
    try screen.wait(for: "as you say")
    try screen.press("l")
    try screen.wait(for: "after all")
    try screen.press("End", "Space", "Enter")
    try screen.wait(for: "Import · list.md    ")
    try screen.press("Enter")
    try screen.wait(for: "Enter again takes it.")
    try screen.press("Enter")
    try screen.wait(for: "left with 0")
    #expect(
      try screen.text().contains(
        "3 questions into “list”; passed over 3 lines: 2 headings, 1 question"))
    let deck = try home.text(of: "decks/list.yaml")
    #expect(!deck.contains("won over") && deck.contains("ask: Odds and ends"))
    #expect(deck.contains("competency: trust\n    ask: When did you turn a client down?"))
    // It is one step.
    #expect(try home.starling("undo").errors.contains("list.yaml"))
    #expect(try !home.starling("decks", "list").output.contains("list"))
  }

  @Test func whoLeavesKeepsNothing() throws {
    let screen = try open("import '\(home.file("list.md"))'")
    try screen.wait(for: "nothing is kept yet")
    try screen.press("Escape")
    try screen.wait(for: "left with 0")
    let text = try screen.text()
    #expect(text.contains("nothing was imported"), "\(text)")
    #expect(!FileManager.default.fileExists(atPath: home.file("decks/list.yaml")))
  }

  @Test func aTerminalWithoutAScreenAndYesTakeItAsItIsRead() throws {
    let simple = try open("import '\(home.file("list.md"))'", terminal: "dumb")
    try simple.wait(for: "left with 0")
    #expect(try simple.text().contains("3 questions into “list”"))
    let sure = try open("import '\(home.file("list.md"))' --yes --id other")
    try sure.wait(for: "left with 0")
    #expect(try sure.text().contains("3 questions into “other”"))
  }

  @Test func aFileThatReadsLikeProseOpensAtWhatWasPassedOver() throws {
    let prose = (1...8).map {
      "We met on day \($0) and went through the list that the depot had sent us before."
    }
    try home.write((prose + ["- Why us?", ""]).joined(separator: "\n\n"), to: "prose.txt")
    let screen = try open("import '\(home.file("prose.txt"))'")
    try screen.wait(for: "does not read like a list of questions")
    try screen.press("Escape")
    try screen.wait(for: "left with 0")
  }

  @Test func storiesAreNamedSortedAndLeftOut() throws {
    try home.write(
      """
      Title,Situation,Task,Action,Result
      Freezer audit,In March the freezers failed.,Find out why.,I counted all.,None of 12 failed.
      ,The night list was on paper only,,I put it on the wall.,Nobody asked twice.

      """, to: "bank.csv")
    let screen = try open("import '\(home.file("bank.csv"))'")
    try screen.wait(for: "2 stories found, for your stories")
    try screen.press("Right", "f", "Down", "e")
    try screen.wait(for: "Esc leave it")
    try screen.press("C-u")
    try screen.type("Freezer audit")
    try screen.press("Enter", "Enter")
    try screen.wait(for: "Enter again takes it.")
    try screen.press("Enter")
    try screen.wait(for: "there is a story “Freezer audit” already")
    try screen.press("e")
    try screen.wait(for: "Esc leave it")
    try screen.press("C-u")
    try screen.type("Night list")
    try screen.press("Enter", "Enter")
    try screen.wait(for: "left with 0")
    let first = try home.starling("stories", "show", "Freezer audit").output
    #expect(first.contains("Working together: workable") && !first.contains("Figures"), "\(first)")
    #expect(try home.starling("stories", "list").output.contains("Night list"))
  }
}
