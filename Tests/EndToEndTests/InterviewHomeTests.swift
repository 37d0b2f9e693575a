import TestSupport
import Testing

/// The home screen and the session when an interview is ahead.
@Suite(.timeLimit(.minutes(20))) struct InterviewHomeTests {
  @Test func homeShowsTheInterviewAndASessionGoesTowardsIt() throws {
    let home = try TemporaryHome()
    let start = LocalTime.afternoon(inDays: 6)
    _ = try home.starling("interviews", "add", "Acme", "--at", start)
    _ = try home.starling("grade", "star-people/PE-03", "good")
    let screen = try home.screen("")
    try screen.wait(for: "in 6 days")
    let text = try screen.text()
    #expect(text.contains("Acme, round 2"))
    #expect(text.contains("On course for about ") && text.contains("Ready now "))
    #expect(text.contains("Enter starts."))
    try screen.press("Enter")
    // Core cards never seen come first, and the one just practised not at all.
    try screen.wait(for: "1 of ")
    #expect(try !screen.text().contains("PE-03"))
  }

  @Test func aDeletedInterviewIsGoneFromHome() throws {
    let home = try TemporaryHome()
    _ = try home.starling(
      "interviews", "add", "Acme", "--at", LocalTime.afternoon(inDays: 6))
    _ = try home.starling("interviews", "delete", "Acme")
    let screen = try home.screen("")
    try screen.wait(for: Mark.home)
    #expect(try !screen.text().contains("Acme"))
  }
}
