import Glibc
import TestSupport
import Testing

/// Things of the notebook that are written in a form on the screen, by keys alone.
@Suite(.timeLimit(.minutes(20))) struct FormTests {
  /// A home with an interview, so that there is an employer.
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-03T14:00Z")
    return home
  }

  private func screen(
    _ home: TemporaryHome, editor: String = "false", width: Int = 80, height: Int = 24
  ) throws -> TmuxScreen {
    let screen = try TmuxScreen(
      "exec '\(ProgramPath.built("starling"))'",
      environment: home.environment(adding: ["EDITOR": editor]), width: width, height: height,
      home: home)
    try screen.wait(for: Mark.home)
    return screen
  }

  private func write(_ texts: [String], into screen: TmuxScreen) throws {
    for text in texts {
      if !text.isEmpty { try screen.type(text) }
      try screen.press("Tab")
    }
  }

  @Test(arguments: [(80, 24), (40, 12)]) func aStoryWithFiguresAndFamilies(
    width: Int, height: Int
  ) throws {
    let home = try home()
    let screen = try screen(home, width: width, height: height)
    try screen.press("s")
    try screen.wait(for: "No story yet.")
    try screen.press("a")
    try screen.wait(for: "▸ Title")
    try write(
      [
        "Handover cut", "In March it was cut.", "Snow in March.", "It was mine.", "I counted.",
        "Three a week.", "",
      ], into: screen)
    try screen.wait(for: "▸ Families")
    try screen.press("Down", "Right", "Right", "Right", "Down", "Right", "Right", "Tab")
    try screen.wait(for: "▸ Figures")
    try screen.type("9 → 3 mistakes a week")
    try screen.press("Tab")
    try screen.type("own count")
    try screen.press("Enter")
    try screen.type("20 → 5 minutes")
    try screen.press("C-d")
    try screen.wait(for: "Kept. u takes it back.")
    let shown = try home.starling("stories", "show", "Handover cut").output
    #expect(
      shown == """
        Title: Handover cut
        First line: In March it was cut.
        Situation: Snow in March.
        Task: It was mine.
        Action: I counted.
        Result: Three a week.
        Families:
          Disagreement: strong
          Influence and message: workable
        Figures:
          9 → 3 mistakes a week
            how you know it: own count
          20 → 5 minutes

        """)
    try screen.press("u")
    // Its name stands in the list behind as well, and is on two lines in a narrow window.
    try screen.wait(for: "Take back what was done last?")
    try screen.press("y")
    try screen.wait(for: "No story yet.")
    #expect(try !home.starling("stories", "list").output.contains("Handover"))
  }

  @Test func whatWasTypedBeforeAKillIsThereAgain() throws {
    let home = try home()
    let first = try screen(home)
    try first.press("s", "a")
    try first.wait(for: "▸ Title")
    try write(["The depot", "", "Snow in March."], into: first)
    try first.wait(for: "Snow in March.")
    // It is on disk within two seconds.
    usleep(2_500_000)
    kill(try first.processID(), SIGKILL)
    let next = try screen(home)
    try next.press("s", "a")
    try next.wait(for: "What you typed last time is here again")
    try next.wait(for: "The depot")
    try next.press("C-d")
    try next.wait(for: "Kept.")
    #expect(try home.starling("stories", "show", "The depot").output.contains("Snow in March."))
    try next.press("a")
    try next.wait(for: "▸ Title")
    #expect(try !next.text().contains("The depot"))
  }

  @Test func aDoubtIsChangedAFaultStandsAtItsFieldAndTheEditorIsAKeyAway() throws {
    let home = try home()
    _ = try home.starling("doubts", "add", "Acme", "budget size")
    let editor = try home.writeScript(
      "editor", "grep -q 'managed 180k' \"$1\" && sed -i 's/^closed:.*/closed: true/' \"$1\"")
    let screen = try screen(home, editor: editor)
    try screen.press("i")
    try screen.wait(for: "Acme")
    try screen.press("Enter")
    try screen.wait(for: "Your decision")
    try screen.press("j", "j", "j", "j", "Enter")
    try screen.wait(for: "budget size")
    try screen.press("e")
    try screen.wait(for: "▸ Doubt")
    for _ in 0..<6 { try screen.press("Tab") }
    // The doubt's own card is named in its form; evidence comes next.
    try screen.wait(for: "▸ Story")
    try screen.press("BTab")
    try screen.type("managed 180k")
    try screen.press("BTab", "C-u")
    try screen.type("no card")
    try screen.press("C-d")
    try screen.wait(for: "! “no card” is no card; cards are written like star-people/PE-01")
    #expect(try screen.text().contains("▸ Card"))
    try screen.press("C-u", "C-d")
    try screen.wait(for: "Changed. u takes it back.")
    #expect(try home.starling("doubts", "show", "1").output.contains("Evidence: managed 180k"))
    try screen.press("e")
    try screen.wait(for: "▸ Doubt")
    try screen.press("C-x")
    try screen.wait(for: "Changed.")
    #expect(try home.starling("doubts", "show", "1").output.contains("Closed: yes"))
    try screen.press("u")
    try screen.wait(for: "budget size")
    try screen.press("y")
    try screen.wait(for: "is as it was")
    #expect(try !home.starling("doubts", "show", "1").output.contains("Closed: yes"))
  }

  /// A window of another has changed it meanwhile: nothing of either is lost.
  @Test func aThingThatWasChangedElsewhereIsOpenedAsItIs() throws {
    let home = try home()
    _ = try home.starling("people", "add", "Acme", "Noor")
    let screen = try screen(home)
    try screen.press("i")
    try screen.wait(for: "Acme")
    try screen.press("Enter")
    try screen.wait(for: "Your decision")
    try screen.press("j", "j", "j", "Enter", "e")
    try screen.wait(for: "▸ Name")
    try screen.press("Tab")
    try screen.type("future peer")
    try home.write("employer: Acme\nname: Noor\nneeds: no extra work\n", to: "noor.yaml")
    let edit = try home.starling("people", "edit", "Noor", "--from", home.file("noor.yaml"))
    #expect(edit.status == .exitCode(0), "\(edit.errors)")
    try screen.press("C-d")
    try screen.wait(for: "was changed meanwhile")
    // An escape and a letter at once would be another key.
    try screen.press("Escape")
    try screen.wait(for: "Not kept yet")
    try screen.press("e")
    try screen.wait(for: "▸ Name")
    try screen.wait(for: "no extra work")
    try screen.wait(for: "future peer")
    try screen.press("C-d")
    try screen.wait(for: "Changed.")
    let shown = try home.starling("people", "show", "Noor").output
    #expect(shown.contains("Role: future peer") && shown.contains("Needs: no extra work"))
  }

  // MARK: - Line by line

  private func added(_ home: TemporaryHome, _ arguments: String..., lines: [(String, String)])
    throws
    -> ProgramSession
  {
    let session = try ProgramSession(
      ProgramPath.built("starling"), arguments, environment: home.environment(), home: home)
    for (prompt, line) in lines {
      try session.wait(for: prompt)
      session.type(line + "\r")
    }
    return session
  }

  @Test func aStoryIsAskedForOnATerminal() throws {
    let home = try home()
    let session = try added(
      home, "stories", "add",
      lines: [
        ("Title (what you call it", "Handover cut"), ("First line", ""), ("Situation", "Snow."),
        ("  ", ""), ("Task", ""), ("Action", "I counted."), ("  ", ""), ("Result", ""),
        ("Learned", ""), ("Families", "disa strong"), ("  ", ""),
        ("As you say it: ", "9 → 3 \u{7}mistakes"), ("How you know it: ", "own count"),
        ("In an interview", "1"), ("As you say it: ", ""), ("How strong", "4"), ("Notes", ""),
      ])
    #expect(try session.exitStatus() == .exitCode(0), "\(session.output)")
    #expect(session.output.contains("kept “Handover cut” under number 1"))
    let shown = try home.starling("stories", "show", "1").output
    #expect(
      shown == """
        Title: Handover cut
        Situation: Snow.
        Action: I counted.
        Families:
          Disagreement: strong
        Figures:
          9 → 3 mistakes
            how you know it: own count
        How strong: 4 of 5

        """)
  }

  @Test func aDoubtIsAskedForAndCtrlDKeepsIt() throws {
    let home = try home()
    let session = try added(
      home, "doubts", "add", lines: [("Employer (Acme): ", "Acme"), ("Doubt", "budget size")])
    try session.wait(for: "Raised in")
    session.type("\u{4}")
    #expect(try session.exitStatus() == .exitCode(0), "\(session.output)")
    #expect(try home.starling("doubts", "list").output.contains("budget size"))
    // Without anybody to ask it is as it was.
    let alone = try home.starling("doubts", "add")
    #expect(alone.status == .exitCode(64) && alone.errors.contains("name the employer"))
  }
}
