import TestSupport
import Testing

/// A story told to one employer, practised for them and then for another.
@Suite(.timeLimit(.minutes(20))) struct ToldAgainTests {
  private static let warning = "Told to Acme, round 1. “Night list” fits too"
  /// What the person wrote in their story, and what they write again as an answer.
  private static let action =
    "I asked the four neighbours on my stairs, put two of them at the heavy end and counted every step aloud"

  /// Two employers; the first has heard of the piano, and not of the night list, which fits as well.
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    for (form, text) in [
      ("story", "title: Piano\naction: \(Self.action)\nfamilies: {TEAM: strong}\n"),
      ("story", "title: Night list\nfamilies: {TEAM: workable}\n"),
    ] {
      try home.write(text, to: form)
      #expect(try home.starling("stories", "add", "--from", home.file(form)).status == .exitCode(0))
    }
    for (employer, round, day) in [
      ("Acme", "1", "2020-01-02"), ("Acme", "2", "2040-01-02"), ("Beta", "1", "2041-01-02"),
    ] {
      let run = try home.starling(
        "interviews", "add", employer, "--at", "\(day) 10:00", "--round", round)
      #expect(run.status == .exitCode(0), "\(run.errors)")
    }
    #expect(try home.starling("stories", "told", "Piano", "Acme").status == .exitCode(0))
    return home
  }

  /// Goes to the next card with a grade.
  private func grade(_ driver: SessionDriver) throws {
    let card = try driver.standing().card
    try driver.press("Tab", thenWaitFor: "✓")
    try driver.screen.press("3")
    try driver.screen.wait(for: "the card after \(card)") {
      SessionDriver.isOver($0) || SessionDriver.Standing($0).map { $0.card != card } ?? false
    }
  }

  @Test func aStoryToldAgainWarnsAndNamesAnUnusedOneAndWithAnotherEmployerItDoesNot() throws {
    let home = try home()
    var screen = try home.screen("practice sample")
    try screen.wait(for: "1 of 3")
    var driver = SessionDriver(screen: screen)
    // Named before the answer: the warning comes before a word is spoken, and stays at the question.
    try driver.press("K", thenWaitFor: "▸ Piano (told)")
    try driver.press("Enter", thenWaitFor: Self.warning)
    try driver.press("Escape", thenWaitFor: "You named “Piano”.")
    #expect(try screen.text().contains(Self.warning))
    try driver.press("Space", thenWaitFor: "speaking")
    try driver.press("Enter", thenWaitFor: "1 Again")
    try grade(driver)
    // Spoken at once: the story is named afterwards.
    try driver.press("Space", thenWaitFor: "speaking")
    try driver.press("Enter", thenWaitFor: "1 Again")
    #expect(try !screen.text().contains("Told to Acme"))
    try driver.press("K", thenWaitFor: "Which story did you tell?")
    try driver.press("Enter", thenWaitFor: "Told to Acme, round 1.")
    try grade(driver)
    // Written: its words are known.
    try driver.press("t", thenWaitFor: "▸ Situation")
    try screen.press("Tab", "Tab")
    try screen.wait(for: "▸ Action")
    try screen.type(Self.action)
    try driver.press("C-d", thenWaitFor: "seen in it")
    for _ in 1...3 { try screen.press("PageDown") }
    try screen.wait(for: "Told to Acme, round 1.")
    try screen.wait(for: "Use “Night")
    try grade(driver)
    try screen.press("q", "q")
    try screen.wait(for: "pane_dead", toBe: "1")

    // Cards at which it was told before warn before the answer, without its name.
    screen = try home.screen("practice sample")
    try screen.wait(for: "1 of 3")
    #expect(try screen.text().contains("Your last story here was told to Acme, round 1; K names"))
    #expect(try !screen.text().contains("Piano"))

    // The same for whom it is new: nothing is said of it.
    try screen.press("q", "q")
    try screen.wait(for: "pane_dead", toBe: "1")
    #expect(
      try home.starling("interviews", "add", "Beta", "--at", "2039-01-02 10:00").status
        == .exitCode(0))
    screen = try home.screen("practice sample")
    try screen.wait(for: "1 of 3")
    driver = SessionDriver(screen: screen)
    #expect(try !screen.text().contains("told"))
    try driver.press("K", thenWaitFor: "▸ Piano")
    #expect(try !screen.text().contains("(told)"))
    try driver.press("Enter", thenWaitFor: "Your story")
    #expect(try !screen.text().contains("Told to"))
  }
}
