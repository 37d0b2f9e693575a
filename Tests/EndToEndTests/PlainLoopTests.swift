import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// What a session line by line has besides asking and grading: all that the screens have.
@Suite(.timeLimit(.minutes(20))) struct PlainLoopTests {
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    return home
  }

  /// Practises with those lines, and sees to it that all went well.
  private func practise(_ lines: String..., in home: TemporaryHome, goingOn: Bool = false) throws
    -> String
  {
    let input = lines.map { $0 + "\n" }.joined()
    let run =
      try goingOn
      ? home.starling("practice", "--plain", input: input)
      : home.starling("practice", "sample", "--plain", input: input)
    #expect(run.status == .exitCode(0) && run.errors.isEmpty, "\(run.errors)")
    #expect(!run.output.containsControls)
    return run.output
  }

  private func add(_ arguments: String..., input: String = "", to home: TemporaryHome) throws {
    let run = try CommandRun(
      ProgramPath.built("starling"), arguments, input: input, environment: home.environment())
    #expect(run.status == .exitCode(0), "\(arguments): \(run.errors)")
  }

  // MARK: Stories

  /// A home with an interview ahead and two stories for the deck's family, one of which Acme has heard.
  private func homeWithStories(ahead employer: String) throws -> TemporaryHome {
    let home = try home()
    try add("interviews", "add", "Acme", "--at", "2011-01-02T10:00Z", "--round", "1", to: home)
    try add("interviews", "add", employer, "--at", "2040-01-02T14:00Z", to: home)
    for title in ["Night list", "Freezer audit"] {
      try add("stories", "add", title, to: home)
      try add(
        "stories", "edit", title, "--from", "-",
        input: "title: \(title)\nfamilies: {TEAM: strong}\n", to: home)
    }
    try add("stories", "told", "Night list", "Acme", to: home)
    return home
  }

  @Test func aStoryThatTheyHaveHeardIsWarnedOfAndANewOneNamed() throws {
    let home = try homeWithStories(ahead: "Acme")
    let warning = "Told to Acme, round 1. “Freezer audit” fits too, and is new to them.\n"
    let told = try practise("k", "1", "r", "m", "d", "3", "q", in: home)
    #expect(told.contains("1 Night list (told)\n2 Freezer audit\n"))
    let turn = told.components(separatedBy: "2 of 3").first ?? ""
    // After it was named, before it is told, and after.
    #expect(turn.components(separatedBy: warning).count == 4, "\(told)")
    #expect(turn.contains("\nYou named “Night list”.\n\(warning)"))
    let undone = try practise(
      "k", "1", "r", "m", "d", "3", "u", "q", in: homeWithStories(ahead: "Acme"))
    let back = undone.components(separatedBy: "Took back good").last ?? ""
    #expect(back.contains("\nYou named “Night list”.\n\(warning)"), "\(undone)")
    let new = try practise("k", "2", "q", in: home)
    #expect(new.contains("Your story: Freezer audit\n") && !new.contains("Told to"), "\(new)")
  }

  @Test func anotherEmployerHasNotHeardIt() throws {
    let told = try practise("k", "1", "q", in: homeWithStories(ahead: "Beta"))
    #expect(told.contains("Your story: Night list\n"), "\(told)")
    #expect(!told.contains("told") && !told.contains("Told"))
  }

  /// Who has spoken says then which story it was; the next time its hearers are named at once.
  @Test func theStoryIsNamedAfterTheAnswer() throws {
    let home = try homeWithStories(ahead: "Acme")
    let told = try practise("m", "d", "K", "7", "1", "3", "u", "", "1", "s", "s", "", "q", in: home)
    #expect(told.contains("K name the story, "))
    #expect(
      told.contains(
        """
        Which story did you tell?
        1 Night list (told)
        2 Freezer audit
        Keys: its number, Enter for none of these, r leave it.
        “7” does nothing here; ? says the keys.
        You named “Night list”.
        Told to Acme, round 1. “Freezer audit” fits too, and is new to them.
        Grade?
        """), "\(told)")
    #expect(told.contains("Your story: Night list\n"))
    let question = try #require(told.components(separatedBy: "lifted the piano?\n").last)
    #expect(
      question.hasPrefix("Your last story here was told to Acme, round 1; K names another.\n"),
      "\(told)")
    #expect(question.contains("The story you named before: Night list\n"))
  }

  @Test func withoutAStoryToNameItIsSaidWhereToGetOne() throws {
    let run = try practise("k", "q", in: home())
    #expect(run.contains("You have no story to name yet."))
  }

  @Test func aWrittenAnswerBecomesAStory() throws {
    let home = try home()
    try add("stories", "add", "Night list", to: home)
    let run = try home.starling(
      "practice", "sample", "--plain",
      input: "t\nOn Monday.\n.\nMine.\n.\nI called.\n.\nIt stood.\n.\nS\nNight list\nPiano\n3\nq\n")
    #expect(run.status == .exitCode(0))
    #expect(run.errors.contains("there is a story “Night list” already"))
    #expect(run.output.contains("S keep as a story") && run.output.contains("Kept as a story."))
    let story = try home.starling("stories", "show", "Piano").output
    for text in ["On Monday.", "Mine.", "I called.", "It stood."] {
      #expect(story.contains(text), "\(story)")
    }
  }

  // MARK: Putting a card away

  @Test func aBuriedCardComesBackTomorrowAndUndoBringsItBack() throws {
    let home = try home()
    let run = try practise("B", "u", "b", "q", in: home)
    #expect(
      run.components(separatedBy: "Buried until tomorrow; u brings it back.").count == 3)
    #expect(run.contains("Brought back: sample/A1.\n\n1 of 3: A1"))
    #expect(run.contains("\n1 of 2: B2"))
    let later = try practise("s", "s", "q", in: home)
    #expect(later.contains("1 of 2: B2") && !later.contains("A1"), "\(later)")
    let tomorrow = try home.starling(
      "practice", "sample", "--plain", environment: home.environment(adding: ["TZ": "EST-24"]))
    #expect(tomorrow.output.contains("1 of 3: A1"), "\(tomorrow.output)")
  }

  @Test func aSuspendedCardStaysAwayAndUndoBringsItBack() throws {
    let home = try home()
    let run = try practise("x", "u", "x", "q", in: home)
    #expect(run.contains("Suspended; u brings it back."))
    #expect(run.contains("Brought back: sample/A1."))
    let tomorrow = try home.starling(
      "practice", "sample", "--plain", environment: home.environment(adding: ["TZ": "EST-24"]))
    #expect(tomorrow.output.contains("1 of 2: B2") && !tomorrow.output.contains("A1"))
    // The card is where the trainer has put it, too.
    #expect(try home.starling("due", "--json").output.contains("\"unseen\""))
    let screen = try home.screen("practice sample")
    #expect(try screen.wait(for: "1 of 2").contains("B2"))
  }

  @Test func whatTheTrainerPutAwayIsBroughtBackAsWell() throws {
    let home = try home()
    try home.turnBundledDecksOff()
    let session = try home.session("practice")
    try session.wait(for: "piano")
    try session.type("B", andWaitFor: "wrong")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    let run = try practise("u", "q", in: home, goingOn: true)
    #expect(run.contains("Brought back: sample/A1.\n\n1 of 3: A1"), "\(run)")
  }

  // MARK: Notes

  @Test func aNoteIsKeptAddedToAndTakenAway() throws {
    let home = try home()
    let first = try practise("e", "  we carried it  ", "in March", "", "", "q", in: home)
    #expect(first.contains("Your note: end it with an empty line.\nThe note is kept.\n"))
    #expect(first.contains("Your note:\n  we carried it\nin March\n"), "\(first)")
    let second = try practise("e", "", "e", "with her", "", "q", in: home)
    #expect(second.contains("Your note so far:\n  we carried it\nin March\n"))
    #expect(second.contains("The note is as it was."))
    // The trainer shows what was written here.
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("\r", andWaitFor: "with her")
    session.process.send(SIGTERM)
    _ = try session.exitStatus()
    // After the reveal, to the end of input: nothing of it is lost.
    let third = try home.starling(
      "practice", "sample", "--plain", input: "\ne\n-\nonly this")
    #expect(third.status == .exitCode(0))
    #expect(try practise("", "q", in: home).contains("Your note:\nonly this\n"))
    #expect(try practise("e", "-", "", "", "q", in: home).contains("The note is gone."))
    #expect(try !practise("", "q", in: home).contains("Your note"))
  }

  // MARK: Answers

  @Test func whatWasTakenBackIsOpenToBeJudgedAnew() throws {
    let home = try home()
    let run = try practise(
      "4", "t", "On Monday.", ".", ".", ".", ".", "+b", "1", "u", "", "l", "3", "u", "q", in: home)
    let again = run.components(separatedBy: "Took back again on sample/A1.").last ?? ""
    #expect(again.contains("Your answer is open still: Enter goes back to it."), "\(run)")
    #expect(again.contains("Your answer:\nSituation: On Monday.\n"))
    #expect(again.contains("b one particular occasion: yes"))
    #expect(again.contains("c when, where, who: briefly"))
    // Whoever leaves then finds what they wrote as a draft.
    #expect(run.contains("Took back good on sample/A1."))
    let other = try home.starling("practice", "sample", "--plain", input: "u\nq\n")
    #expect(other.output.contains("Nothing in this session to take back yet"))
    let later = try practise("t", "-", "Tuesday.", ".", ".", ".", ".", "3", "q", in: home)
    #expect(later.contains("A draft of yours is kept; t goes on with it."), "\(later)")
    #expect(later.contains("So far: On Monday.\n"))
    #expect(later.contains("\n1 word, about 0:00 aloud.\n"), "\(later)")
    let last = try practise("s", "s", "", "q", in: home)
    #expect(last.contains("0 practised"))
  }

  @Test func theQuestionIsGoneBackToAndAnAnswerIsOpenStill() throws {
    let run = try practise("", "r", "s", "m", "d", "+", "r", "", "3", "q", in: home())
    let turns = run.components(separatedBy: "When were you wrong?")
    try #require(turns.count == 3, "\(run)")
    #expect(turns[0].components(separatedBy: "Who lifted the piano?").count == 3)
    #expect(!turns[0].contains("Your answer is open still"), "who only looked has none")
    #expect(turns[2].contains("Your answer is open still: Enter goes back to it.\n"))
    #expect(turns[2].contains("You took 0 seconds, short.\n"))
  }

  @Test func aDraftOfASkippedCardIsNotOverwritten() throws {
    let home = try home()
    _ = try practise("t", "On Monday.", ".", ".", ".", ".", "s", "u", "t", ".", "q", in: home)
    let run = try practise("t", ".", ".", ".", ".", "q", in: home)
    #expect(run.contains("So far: On Monday.\n"), "\(run)")
  }

  @Test func whatTheTicksLackAndWhenItComesBackIsSaid() throws {
    let home = try home()
    let run = try practise("", "+b?", "p", "3", "", "1", "3", "", "1", "q", in: home)
    #expect(run.contains("\nIt would come back: 1 again soon, 2 hard "), "\(run)")
    #expect(
      run.contains(
        "Keys: a answered, n thin, z stuck, Enter leave it.\n“3” does nothing here; ? says the keys.\n"
      ))
    #expect(run.contains("“?” is no letter of the list; l lists them.\n"))
  }

  /// A letter that ticks on the screen must put nothing away here.
  @Test func aLetterWithoutItsPlusDoesNothing() throws {
    let run = try practise("", "b", "x", "", "B", "q", in: home())
    #expect(run.contains("\n+b ticks that line.\n"), "\(run)")
    #expect(run.contains("\n2 of 2: ") || run.contains("\n1 of 2: "), "\(run)")
    #expect(run.contains("Suspended; u brings it back.\n"))
    #expect(run.contains("Buried until tomorrow; u brings it back.\n"))
  }

  @Test func ofWhatDidNotComeThatOfWhichOneWasSureIsSaidFirst() throws {
    let home = try home()
    #expect(try home.starling("config", "practice.sureness", "on").status == .exitCode(0))
    let run = try practise(
      "", "1", ">", ">", "", "1", ">", "<", "", "1", "q", in: home)
    #expect(
      run.contains(
        """
        Missed; you will see these sooner:
        When were you wrong? Last grade: again; you were sure.
        Who lifted the piano? Last grade: again.
        Name your best mistake! Last grade: again.

        """), "\(run)")
  }

  /// As on the screen: only ticks of this answer side make Enter a grade.
  @Test func enterTakesTheSuggestedGradeOnceSomethingIsTicked() throws {
    let home = try home()
    let run = try practise("", "", "2", "m", "d", "+", "", "q", in: home)
    let asked = run.components(separatedBy: "Grade? 1 to 4.\n")
    try #require(asked.count == 2, "\(run)")
    #expect(!asked[0].contains("Enter again, "))
    #expect(
      asked[1].contains(
        "\nGrade? Enter takes good: all that is listed is ticked.\nRecorded: good.\n"),
      "\(run)")
    let undone = try practise("u", "", "", "q", in: home)
    #expect(undone.contains("Grade? 1 to 4.\n") && !undone.contains("Recorded:"), "\(undone)")
  }

  /// A key that no line of keys names is not taken.
  @Test func aHeadlineIsGivenOnlyWhereItIsAskedFor() throws {
    let home = try TemporaryHome()
    try home.writeDeck(
      "sample",
      """
      id: sample
      title: Flags
      cards:
        - id: F1
          kind: redflag
          competency: integrity
          ask: They bluff.
          better: say so
          say: I missed that one.
      """)
    let run = try practise("h", "q", in: home)
    #expect(
      run.contains("Keys: Enter reveal, m speak by the clock, t type, e note, ")
        && run.contains("“h” does nothing here; ? says the keys.\n"), "\(run)")
  }

  @Test func theTicksAreListedUnderTheNamesOfTheirParts() throws {
    let run = try practise("", "+f", "l", "q", in: home())
    #expect(
      run.contains(
        """
        Situation:
        b one particular occasion
        c when, where, who: briefly
        d what was at stake
        Task:
        f what was yours to do: yes
        g what success was, or limits
        Action:
        """), "\(run)")
    #expect(run.contains("\nResult:\nm ") && run.contains("\nDelivery:\nv "))
  }

  @Test func aFollowUpCanBeLeftAndTheSessionEndedAtIt() throws {
    let home = try home()
    let run = try practise("", "p", "", "p", "n", "p", "q", in: home)
    #expect(run.contains("Keys: a answered, n thin, z stuck, Enter leave it."))
    #expect(run.contains("\n0 of 40 seconds.\n"))
    #expect(run.hasSuffix("\n0 practised, 0 right first time.\n"))
  }

  /// Terminals end a line at so many bytes, and drop the rest.
  @Test func aLineThatTheTerminalHasCutIsNotTakenInSilence() throws {
    let home = try home()
    let session = try home.session("practice", "sample", "--plain")
    try session.wait(for: "q quit.")
    try session.type("t\n", andWaitFor: "Situation: end it")
    try session.type(String(repeating: "word ", count: 818) + "\n.\n", andWaitFor: "Task: end it")
    #expect(!session.output.contains("has cut that line"))
    session.type(String(repeating: "word ", count: 900) + "\n")
    try session.wait(for: "Your terminal has cut that line after 4095 bytes.")
    session.process.send(SIGTERM)
    _ = try session.exitStatus()
  }

  @Test func aPartWithoutWordsIsSeenWithoutAQuotation() throws {
    let run = try practise("t", "It was a Monday.", ".", ".", "I ran.", ".", ".", "q", in: home())
    #expect(run.contains("\nSeen in what you wrote: "), "\(run)")
    #expect(!run.contains("“”"))
  }

  /// Whoever has a terminal but no screen may write in an editor as well.
  @Test func theAnswerCanBeWrittenInAnEditor() throws {
    let home = try home()
    let editor = try home.writeScript(
      "editor", "cat \"$1\" > '\(home.file("form"))'; printf '# Action\\nI lifted.\\n' > \"$1\"")
    let session = try home.session(
      "practice", "sample", "--plain", environment: home.environment(adding: ["EDITOR": editor]))
    try session.wait(for: "E write in your editor")
    try session.type("E\n", andWaitFor: "2 words, about 0:00 aloud.")
    try session.wait(for: "S keep as a story")
    #expect(try home.text(of: "form").contains("\n# Who lifted the piano?\n\n# Situation\n"))
    session.type("q\n")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try practise("t", "q", in: home).contains("A draft of yours is kept"))
  }

  @Test func whereWhatIsFoundOutBelongsIsSaid() throws {
    let home = try TemporaryHome()
    try home.writeDeck(
      "sample",
      """
      id: sample
      title: Looking up
      cards:
        - id: R1
          kind: research
          competency: motivation
          ask: How do they earn money?
          done: you can say it
          stale: 30
      """)
    let run = try practise("", "q", in: home)
    #expect(run.contains("It goes into the dossier:\nstarling facts add EMPLOYER\n"), "\(run)")
  }

  /// What gets no grade has other keys; those for grading are said all the same.
  @Test func theKeysForGradingAreSaidAfterWhatIsMarkedDone() throws {
    let home = try TemporaryHome()
    let run = try home.starling(
      "practice", "--plain", "look-back/LB-07", "star-people/PE-01", input: "\n\n\n3\n")
    #expect(run.output.contains("Keys: d done, n not yet"), "\(run.output)")
    #expect(run.output.contains("Keys: 1 again, 2 hard, 3 good, 4 easy"), "\(run.output)")
  }
}
