import FoundationEssentials
import TestSupport
import Testing

/// The decks on the screen: looking through them, searching, keeping cards away, and editing.
@Suite(.timeLimit(.minutes(20))) struct DeckBrowserTests {
  /// The trainer with the list of the sample deck's cards on the screen; it is the last deck.
  private func sampleList(_ home: TemporaryHome, width: Int = 80, height: Int = 24) throws
    -> TmuxScreen
  {
    let screen = try home.screen("", width: width, height: height)
    try screen.wait(for: Mark.home)
    try screen.press("d")
    try screen.wait(for: Mark.decks)
    try screen.press("End", "Enter")
    try screen.wait(for: "3 cards")
    return screen
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func cardsAreSuspendedAndFilteredAndStayAway(width: Int, height: Int) throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let screen = try sampleList(home, width: width, height: height)
    try screen.press("j", "x")
    try screen.wait(for: "B2 is suspended")
    #expect(try screen.text().contains(" off     B2"))
    try screen.press("f", "f", "f")
    try screen.wait(for: "2 of 3 cards · unseen")
    #expect(try !screen.text().contains("B2"))
    try screen.press("f")
    try screen.wait(for: "1 of 3 cards · suspended")
    #expect(try screen.text().contains("B2"))
    try screen.press("f")
    try screen.wait(for: "1 of 3 cards · core")
    #expect(try screen.text().contains("A1"))
    try screen.press("f", "t")
    try screen.wait(for: "3 cards · star")
    try screen.press("t", "c")
    try screen.wait(for: "3 cards · Teamwork")
    try screen.press("q", "q", "q")
    try screen.wait(for: "pane_dead", toBe: "1")

    let plain = try home.starling("practice", "sample", "--plain", input: "s\ns\ns\n")
    #expect(plain.output.contains("1 of 2: A1"))
    #expect(!plain.output.contains("B2"))

    let again = try sampleList(home, width: width, height: height)
    try again.press("j", "x")
    try again.wait(for: "B2 is back")
    #expect(try home.starling("practice", "sample", "--plain").output.contains("1 of 3"))
  }

  @Test func eachKeyNarrowsTheSearchInAllDecks() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let screen = try home.screen("")
    try screen.wait(for: Mark.home)
    try screen.press("d")
    try screen.wait(for: Mark.decks)
    try screen.press("/")
    try screen.wait(for: "Search:")
    let all = try #require(try screen.text().firstMatch(of: /All cards +(\d+) cards/)?.1)
    try screen.type("PIÁN")
    try screen.wait(for: " of \(all) cards")
    try screen.type("o lift")
    try screen.wait(for: "1 of \(all) cards")
    #expect(try screen.text().contains("A1      Who lifted the piano?"))
    try screen.press("Enter", "Enter")
    try screen.wait(for: "Did anybody help?")
    try screen.press("Escape")
    try screen.wait(for: "1 of \(all) cards")
    try screen.press("/", "C-w")
    try screen.wait(for: "a query without its last word") {
      $0.contains("Search: PIÁNo") && !$0.contains("lift ")
    }
    try screen.press("Escape")
    try screen.wait(for: "\(all) cards")
  }

  /// The editor's arguments are kept; then it puts `next.yaml` in the deck's place.
  private func editor(_ home: TemporaryHome) throws -> String {
    _ = try home.writeScript(
      "editor",
      """
      echo "$1 ${2##*/}" >> '\(home.file("arguments"))'
      cp '\(home.file("next.yaml"))' "$2"
      """)
    // By this name it is known to take a line.
    try FileManager.default.createSymbolicLink(
      atPath: home.file("vi"), withDestinationPath: "/bin/sh")
    return "\(home.file("vi")) \(home.file("editor"))"
  }

  @Test func theEditorOpensAtTheCardAndAFaultIsShownAtItsPlace() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    try home.write("programs:\n  editor: \(try editor(home))\n", to: "config.yaml")
    let screen = try sampleList(home)

    let reworded = sampleDeck.replacing("When were you wrong?", with: "What did you get wrong?")
    try home.write(reworded, to: "next.yaml")
    try screen.press("j", "e")
    try screen.wait(for: "What did you get wrong?")
    #expect(try home.text(of: "arguments") == "+11 sample.yaml\n")

    let faulty = reworded.replacing("probes: [Was it yours?]", with: "probe: [Was it yours?]")
    try home.write(faulty, to: "next.yaml")
    try screen.press("e")
    try screen.wait(for: "! sample.yaml, line 20: unknown key `probe`; did you mean `probes`?")
    #expect(try screen.text().contains("0 cards"))

    // What was faulty is mended where the fault is.
    try home.write(reworded.replacing("best", with: "first"), to: "next.yaml")
    try screen.press("e")
    try screen.wait(for: "Name your first mistake!")
    #expect(
      try home.text(of: "arguments") == "+11 sample.yaml\n+11 sample.yaml\n+20 sample.yaml\n")
    #expect(try !screen.text().contains("unknown key"))
    #expect(try home.starling("decks", "check").status == .exitCode(0))
  }

  @Test func aCardIsEditedFromItsOwnScreenToo() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    try home.write("programs:\n  editor: \(try editor(home))\n", to: "config.yaml")
    let screen = try sampleList(home)
    try screen.press("Enter")
    try screen.wait(for: "Did anybody help?")
    try home.write(sampleDeck.replacing("core: true", with: "core: yes"), to: "next.yaml")
    try screen.press("e")
    try screen.wait(for: "! sample.yaml, line 7: `core` is `true` or `false`, without quotes")
    #expect(try screen.text().contains("Who lifted the piano?"))
    try home.write(sampleDeck.replacing("Did anybody", with: "Who else did"), to: "next.yaml")
    try screen.press("e")
    try screen.wait(for: "Who else did help?")
    try screen.press("Escape")
    try screen.wait(for: "3 cards")
    #expect(try home.text(of: "arguments") == "+4 sample.yaml\n+7 sample.yaml\n")
  }

  @Test func ofABundledCardANoteIsWrittenAndHowToCopyItIsSaid() throws {
    let home = try TemporaryHome()
    let screen = try home.screen("")
    try screen.wait(for: Mark.home)
    try screen.press("d")
    try screen.wait(for: Mark.decks)
    try screen.press("Enter")
    try screen.wait(for: "recall  card")
    try screen.press("e")
    // What came with Starling is not theirs to change; a note on it is.
    try screen.wait(for: "Note on LB-01")
    try screen.wait(for: "came with Starling, so this is a note on it")
    try screen.type("Tell Ana.")
    try screen.press("C-d")
    try screen.wait(for: "The note is kept. u takes it back.")
    try screen.press("Enter")
    try screen.wait(for: "Tell Ana.")
  }

  /// Chinese, Arabic and emoji: shown, found and practised like any other text.
  @Test func everyScriptIsShownFoundAndPractised() throws {
    let home = try TemporaryHome()
    try home.writeDeck(
      "scripts",
      """
      id: scripts
      title: 面试 مقابلة 👩‍💻
      cards:
        - id: Z1
          kind: star
          competency: teamwork
          ask: 请讲一次你和同事意见不合的经历。
          probes: [后来怎么样？]
          strong: [具体的例子]
        - id: A1
          kind: star
          competency: teamwork
          ask: حدثني عن خلاف مع زميلك أحمد.
          probes: [ماذا تعلمت؟]
        - id: E1
          kind: star
          competency: teamwork
          ask: When did 👩‍👩‍👧 and work 🏢 collide? ❤️‍🔥
          probes: [And now?]
      """)
    let screen = try home.screen("")
    try screen.wait(for: Mark.home)
    try screen.press("d")
    try screen.wait(for: Mark.decks)
    try screen.press("End")
    try screen.wait(for: "面试 مقابلة 👩")
    try screen.press("Enter")
    try screen.wait(for: "请讲一次你和同事意见不合的经历。")
    #expect(try screen.text().contains("حدثني عن خلاف مع زميلك أحمد."))
    for (words, card) in [("同事", "Z1"), ("احمد زميل", "A1"), ("🏢", "E1")] {
      try screen.press("/", "C-u")
      try screen.type(words)
      try screen.wait(for: "only \(card)") { text in
        text.contains("1 of 3 cards") && text.contains("new     \(card)")
      }
      try screen.press("Enter")
    }
    try screen.press("/", "C-u", "Enter", "q")
    try screen.wait(for: Mark.decks)
    try screen.press("p")
    for question in ["请讲一次", "حدثني", "collide"] {
      try screen.wait(for: question)
      try screen.press("Enter")
      try screen.wait(for: Mark.reveal)
      try screen.press("3")
    }
    try screen.wait(for: Mark.summary)
    #expect(try home.memory().map(\.card) == ["scripts/A1", "scripts/E1", "scripts/Z1"])
  }
}
