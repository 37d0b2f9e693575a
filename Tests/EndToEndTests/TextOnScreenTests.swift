import TestSupport
import Testing

/// Text of every script stays in its columns, and none of it commands the terminal.
@Suite(.timeLimit(.minutes(20))) struct TextOnScreenTests {
  /// Texts, and the columns that they take on every terminal.
  private static let samples: [(text: String, columns: Int)] = [
    ("漢字かな", 8), ("👨‍👩‍👧", 2), ("e\u{301}e\u{323}\u{302}", 2), ("👍🏽", 2), ("🇬🇧", 2),
    ("❤️", 1), ("한글", 4), ("कि", 2), ("กำ", 2), ("ｆｕｌｌ", 8), ("naïve", 5), ("שלום", 4),
  ]

  @Test func wideJoinedAndCombiningTextStaysAligned() throws {
    let home = try TemporaryHome()
    let lines = Self.samples.enumerated().map { "      - '\($1.text)|\($0)|'" }
    try home.writeDeck(
      "scripts",
      """
      id: scripts
      title: 漢字 👨‍👩‍👧
      cards:
        - id: A
          kind: fit
          competency: motivation
          ask: 漢字 👨‍👩‍👧 e\u{301} 👍🏽 |here
          strong:
      \(lines.joined(separator: "\n"))
      """)
    let screen = try home.screen("practice scripts", height: 40)
    try screen.wait(for: Mark.question)
    #expect(try screen.column(of: "|here") == 2 + 4 + 1 + 2 + 1 + 1 + 1 + 2 + 1)
    try screen.press("Enter")
    try screen.wait(for: Mark.reveal)
    for (index, sample) in Self.samples.enumerated() {
      // Behind the margin, the indent and the sign.
      #expect(
        try screen.column(of: "|\(index)|") == 2 + 1 + 2 + sample.columns, "\(sample.text)")
    }
    // What ncurses believes to stand there is what stands there.
    let before = try screen.cells()
    try screen.press("?")
    try screen.wait(for: Mark.help)
    try screen.press("q")
    try screen.waitToLook(like: before)
    try screen.press("C-l")
    try screen.waitToLook(like: before)
  }

  @Test func aDeckWithEscapeSequencesIsRefusedAndNeverReachesTheTerminal() throws {
    let home = try TemporaryHome()
    func deck(_ id: String, ask: String) -> String {
      "id: \(id)\ntitle: T\ncards:\n  - {id: A, kind: fit, competency: motivation, ask: \(ask)}\n"
    }
    try home.writeDeck("raw", deck("raw", ask: "\"\u{1B}]0;owned\u{7}\u{1B}[2J\""))
    try home.writeDeck("quoted", deck("quoted", ask: #""\e]0;owned\a\x1b[2J""#))
    try home.writeDeck("c1", deck("c1", ask: #""\u009b2J\u009d0;owned""#))
    let check = try home.starling("decks", "check")
    #expect(check.status == .exitCode(1))
    for name in ["raw", "quoted", "c1"] {
      #expect(check.output.contains("\(name).yaml:4:"), "\(name): \(check.output)")
      #expect(try home.starling("practice", name, "--plain").status == .exitCode(65))
    }
    #expect(!(check.output + check.errors).containsControls)

    let session = try home.session()
    try session.wait(for: "faults")
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(!session.output.contains("owned"))
  }

  @Test func aFileNameWithEscapeSequencesDoesNotReachTheTerminal() throws {
    let home = try TemporaryHome()
    try home.writeDeck("\u{1B}]0;owned\u{7}", "id: x\n")
    for run in [
      try home.starling("decks", "check"), try home.starling("decks", "list"),
      try home.starling("doctor"),
    ] { #expect(!(run.output + run.errors).containsControls) }
    let session = try home.session()
    try session.wait(for: "faults")
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(!session.output.commandsTheTerminal)
  }

  @Test func formatCharactersOfAPromptAreLeftOut() throws {
    let home = try TemporaryHome()
    try home.writeDeck(
      "bidi",
      "id: bidi\ntitle: T\ncards:\n"
        + "  - {id: A, kind: fit, competency: motivation, ask: \"left \\u202Eright\\u2066 here\"}\n"
    )
    for run in [
      try home.starling("decks", "show", "bidi"),
      try home.starling("practice", "bidi", "--plain", input: "\n"),
    ] {
      #expect(!run.output.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{2066}" })
    }
    let session = try home.session("practice", "bidi")
    try session.wait(for: "left right here")
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
  }
}

extension String {
  /// Whether something beyond what ncurses writes is among what a terminal was told.
  var commandsTheTerminal: Bool {
    // ncurses gives the palette back with the first, which has a bell at its end; the other asks for the
    // background.
    let rest = replacing("\u{1B}]104\u{7}", with: "")
      .replacing("\u{1B}]11;?\u{1B}\\", with: "")
    return rest.contains("\u{1B}]") || rest.contains("\u{7}")
      || rest.unicodeScalars.contains { (0x80...0x9F).contains($0.value) }
  }

  /// Whether there is a control character in it besides line ends.
  var containsControls: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }
  }
}
