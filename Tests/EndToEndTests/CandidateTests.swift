import TestSupport
import Testing

/// A candidate's way from the first round to the second, on the screen.
@Suite(.timeLimit(.minutes(20))) struct CandidateTests {
  /// An editor that writes into a form what the test has put beside it, and that is all of it.
  private static let editor = """
    for form in story interview fact doubt person question; do
      case "$1" in
        */$form.yaml) if [ -f "$HOME/$form.next" ]; then cat "$HOME/$form.next" > "$1"; fi ;;
      esac
    done
    """

  @Test func twoEmployersALoggedRoundStoriesAPanelAndTheBrief() throws {
    let home = try TemporaryHome()
    var entered = ""
    func next(_ thing: String, _ form: String) throws {
      entered += form
      try home.write(form, to: "\(thing).next")
    }
    let editor = try home.writeScript("editor.sh", Self.editor)
    let screen = try TmuxScreen(
      "exec '\(ProgramPath.built("starling"))'",
      environment: home.environment(adding: ["EDITOR": editor]), home: home)
    try screen.wait(for: Mark.home)

    // Two employers; the first round with one of them is behind.
    try screen.press("i")
    var isFirst = true
    for (employer, time, understood) in [
      ("Acme", "2040-01-02 14:00", "Acme, round 2: Mon 2 Jan 2040, 14:00 (in "),
      ("Acme", "2 jan 2020 10:00", "Acme, round 1: Thu 2 Jan 2020, 10:00 ("),
      ("Beta", "2041-01-03T09:00+05:00", "Beta, round 2: Thu 3 Jan 2041, 9:00 there, "),
    ] {
      // In a home without any the form is there at once.
      if !isFirst { try screen.press("a") }
      try screen.wait(for: "Who is it with?")
      try screen.type(employer)
      try screen.press("Enter")
      try screen.type(time)
      try screen.wait(for: understood)
      try screen.press("Enter")
      try screen.wait(for: understood)
      if isFirst { try screen.press("i") }
      isFirst = false
      try screen.wait(for: "next")
      try screen.press("Home")
    }
    // Six stories.
    try screen.press("Escape")
    try screen.wait(for: Mark.home)
    try screen.press("s")
    try screen.wait(for: "No story yet.")
    for number in 1...6 {
      try next(
        "story",
        """
        title: Story number \(number)
        headline: It began with \(number) crates.
        families: {\(["TEAM", "DISA", "CUST", "LEAD", "SOLV", "DELV"][number - 1]): strong}
        figures:
          - {figure: \(number)0 crates a day, known: own count}
          - {figure: \(number)99k saved, do-not-claim: true}

        """)
      try screen.press("a", "C-x")
      try screen.wait(for: "Kept.")
      try screen.wait(for: "Story number \(number)")
    }
    try screen.wait(for: "6 of 8–12 stories")
    // People, a doubt, the dossier.
    try screen.press("Escape")
    try screen.wait(for: Mark.home)
    try screen.press("i")
    try screen.wait(for: "Interviews")
    try screen.press("Enter")
    try screen.wait(for: "Your decision")
    for (downs, form, text) in [
      (3, "person", "employer: Acme\nname: Noor\nrole: future peer\nneeds: no extra work\n"),
      (
        1, "doubt",
        "employer: Acme\ndoubt: budget size\nevidence: managed 180k\nstory: Story number 5\n"
      ),
      (1, "fact", "employer: Acme\nfact: a strike in 1987\ntopic: news\nday: 2011-01-01\n"),
    ] {
      try next(form, text)
      for _ in 0..<downs { try screen.press("Down") }
      try screen.press("Enter", "a", "C-x")
      try screen.wait(for: "Kept.")
      try screen.press("Escape")
      try screen.wait(for: "Your decision")
    }
    // The log of round one: two questions, one thin with the second story.
    try screen.press("l")
    try screen.wait(for: "Which questions did they ask?")
    try screen.type("A row in the team?")
    try screen.press("Enter")
    try screen.wait(for: "· A row in the team?")
    try screen.type("Why us?")
    try screen.press("Enter", "Enter")
    try screen.wait(for: "Which story did you tell?")
    try screen.press("Down", "Down", "Enter")
    try screen.wait(for: "What were they after?")
    try screen.press("Enter")
    try screen.wait(for: "Did they press on?")
    try screen.press("n")
    try screen.wait(for: "How did your answer land?")
    try screen.press("3")
    try screen.wait(for: "Why us?")
    try screen.press("Enter", "Enter", "n", "1")
    try screen.wait(for: "Which doubts")
    try screen.press("Enter", "Enter", "Enter", "Enter", "Enter")
    try screen.wait(for: "Logged: 2 asked, 1 thin.")

    // The panel: the story that they have heard warns, and another is named.
    try screen.press("m")
    try screen.wait(for: "Enter begins.")
    try screen.press("Enter")
    try screen.wait(for: "Answer aloud, as you would there.")
    try screen.press("Space")
    try screen.wait(for: "speaking")
    try screen.press("Enter")
    try screen.wait(for: "Story number 2 (they have heard it)")
    try screen.press("End", "Enter")
    try screen.wait(for: "“Story number 2” was told already (round 1)")
    try screen.press("Home", "Down", "Enter")
    try screen.wait(for: "Answer aloud")
    try screen.press("Escape")
    try screen.wait(for: "1 answer in")

    // The other employer has heard nothing, and the same story warns of nothing.
    try screen.press("Escape")
    try screen.wait(for: "Your decision")
    try screen.press("Escape")
    try screen.wait(for: "compare")
    try screen.press("End", "Enter")
    try screen.wait(for: "Beta")
    try screen.press("m")
    try screen.wait(for: "Enter begins.")
    #expect(try screen.text().contains("Panel · Beta"))
    try screen.press("Enter")
    try screen.wait(for: "Answer aloud")
    try screen.press("Space")
    try screen.wait(for: "speaking")
    try screen.press("Enter")
    try screen.wait(for: "Which story was it?")
    try screen.press("Down", "Down", "Enter")
    try screen.wait(for: "2 of")
    try screen.press("Escape")
    try screen.wait(for: "1 answer in")
    #expect(try screen.text().contains("Story number 2"))
    try screen.press("Escape")
    try screen.wait(for: "Your decision")
    try screen.press("Escape")
    try screen.wait(for: "compare")
    try screen.press("Home", "Enter")
    try screen.wait(for: "Acme R2")
    try screen.press("m")
    try screen.wait(for: "Enter begins.")

    // The page for the day.
    try screen.press("Escape")
    try screen.wait(for: "Your decision")
    try screen.press("b")
    try screen.wait(for: "Acme, the day")
    for mark in ["Your decision", "Interviews", Mark.home] {
      try screen.press("Escape")
      try screen.wait(for: mark)
    }
    try screen.press("q")

    // What was answered before the panels is kept, with its stories, and comes along.
    let exported = home.file("all.json")
    _ = try home.starling("export", "--format", "json", exported)
    let contents = try home.text(of: "all.json")
    #expect(contents.matches(of: /"purpose": ?"panel"/).count == 2)
    let brief = try home.starling("brief", "Acme").output
    for expected in [
      "Noor, future peer: no extra work", "Story number 1: 10 crates a day (own count)",
      "ALREADY TOLD  Story number 2 (round 1)", "“199k saved” (Story number 1)",
      "budget size: managed 180k; story Story number 5", "a strike in 1987 (STALE, of 1 Jan 2011",
      "“It began with 1 crates.”",
    ] {
      #expect(brief.contains(expected), "\(expected) in\n\(brief)")
    }
    // Every figure on it, but for the head and what the cards ask, is one that was entered.
    let own =
      brief.split(separator: "\n").drop { !$0.contains("PEOPLE") }
      .prefix { !$0.hasPrefix(" ASK") }
      + brief.split(separator: "\n").drop { !$0.contains("FIRST LINES") }
    let said = own.joined(separator: " ").replacing(/\(STALE[^)]*\)|[A-Z]{2}-\d\d/, with: "")
    let figures = said.matches(of: /\d+\w*/).map { String($0.output) }
    #expect(figures.count > 12)
    for figure in figures { #expect(entered.contains(figure), "\(figure) in\n\(brief)") }
    // What must not be claimed stands where it says so and nowhere else.
    let claims = brief.split(separator: "\n").filter { $0.contains("99k") }
    #expect(claims.count == 6 && claims.allSatisfy { $0.contains("“") }, "\(claims)")
    #expect(!brief.contains("Story number 2: 20 crates"), "told stories are not planned again")
    // The thin answer and the doubt raise what is practised, and the plan goes by it.
    let weighed = try home.starling("plan", "--json")
    #expect(weighed.status == .exitCode(0) && weighed.output.contains("will_not_fit"))
  }
}
