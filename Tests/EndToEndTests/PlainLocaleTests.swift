import TestSupport
import Testing

/// What commands write where the locale has no signs but those of ASCII.
@Suite(.timeLimit(.minutes(20))) struct PlainLocaleTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func run(_ words: String, in locale: String) throws -> CommandRun {
    try CommandRun(
      ProgramPath.built("starling"), words.split(separator: " ").map(String.init), input: "",
      environment: home.environment(adding: ["LC_ALL": locale]))
  }

  @Test(arguments: ["C", "POSIX"]) func whatIsReadHereIsOfASCII(locale: String) throws {
    _ = try home.starling("interviews", "add", "Acme", "--at", "in 6 days")
    for words in [
      "help", "help keys", "help words", "help settings", "help guide", "help memory", "due --long",
      "plan", "stats", "brief", "doctor", "undo --help", "practice --plain", "decks show xx",
      "nothing", "interviews add Acme --at 3/12", "simulate --runs 1", "report", "config",
    ] {
      let run = try run(words, in: locale)
      let others = Set((run.output + run.errors).unicodeScalars.filter { !$0.isASCII })
      #expect(!(run.output + run.errors).isEmpty && others.isEmpty, "\(words): \(others)")
    }
    #expect(try run("help keys", in: locale).output.contains("\n  Down "))
    #expect(try run("help keys", in: "C.UTF-8").output.contains("\n  ↓ "))
  }

  /// What other programs read is the same everywhere, and letters are the person's own.
  @Test func dataAndLettersStay() throws {
    try home.writeDeck("mine", Self.deck)
    _ = try home.starling("interviews", "add", "Acme", "--at", "in 6 days")
    let shown = try run("decks show mine/A1", in: "C").output
    #expect(shown.contains("Who said \"später\" ...?") && !shown.contains("“"), "\(shown)")
    for words in [
      "decks search später --json", "brief --format markdown", "export -",
      "--generate-completion-script bash",
    ] {
      let plain = try run(words, in: "C")
      #expect(plain.output == (try run(words, in: "C.UTF-8").output), "\(words)")
      #expect(plain.status == .exitCode(0) && !plain.output.isEmpty, "\(words): \(plain.errors)")
    }
    #expect(try run("export -", in: "C").output.contains("Who said “später” …?"))
  }

  private static let deck = """
    id: mine
    title: Mine
    cards:
      - {id: A1, kind: star, competency: teamwork, ask: Who said “später” …?}
    """
}
