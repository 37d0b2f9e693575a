import TestSupport
import Testing

/// From the first start to the first question with an interview date set, as somebody new would.
@Suite(.timeLimit(.minutes(20))) struct FirstStartTests {
  @Test func anInterviewAndTheFirstQuestionTakeTwentyKeysAndNoEditor() throws {
    let home = try TemporaryHome()
    let screen = try TmuxScreen(
      "exec '\(ProgramPath.built("starling"))'",
      environment: home.environment(adding: ["EDITOR": "false", "VISUAL": "false"]), home: home)
    try screen.wait(for: "When is your interview?")
    var keys = 0
    func press(_ key: String) throws {
      try screen.press(key)
      keys += 1
    }
    func type(_ text: String) throws {
      try screen.type(text)
      keys += text.count
    }
    try press("i")
    try screen.wait(for: "Who is it with?")
    try type("Acme")
    try press("Tab")
    try type("in 6 days")
    try screen.wait(for: "Acme, round 2: ")
    try screen.wait(for: "(in 6 days)")
    try press("Enter")
    try screen.wait(for: "u takes it back")
    try press("Enter")
    try screen.wait(for: "1 of ")
    #expect(keys <= 20, "\(keys) keys")
    let listed = try home.starling("interviews", "list", "--json")
      .decoded(as: [InterviewListing].self)
    #expect(listed.map(\.employer) == ["Acme"] && listed.map(\.days_left) == [6])
  }

  @Test func aRoundThatHasBeenIsAskedForUntilItIsWavedOff() throws {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Acme", "--at", "yesterday 14:00", "--round", "1")
    _ = try home.starling("interviews", "add", "Contoso", "--at", "in 13 days")
    #expect(try home.starling("due").output.hasPrefix("log Acme; "))
    let screen = try home.screen("")
    try screen.wait(for: "How did it go?")
    #expect(try screen.text().contains("Then Contoso, round 2"))
    try screen.press("Enter")
    try screen.wait(for: "Which questions did they ask?")
    try screen.press("Escape")
    try screen.wait(for: "How did it go?")
    try screen.press("x")
    try screen.wait(for: "No log for Acme, round 1.")
    #expect(try !screen.text().contains("How did it go?"))
    #expect(try !home.starling("due").output.contains("log"))
    try screen.press("u")
    try screen.wait(for: "Take back what was done last?")
    try screen.press("y")
    try screen.wait(for: "How did it go?")
  }
}
