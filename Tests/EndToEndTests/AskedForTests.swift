import TestSupport
import Testing

/// Sessions with what was asked for by name.
@Suite(.timeLimit(.minutes(20))) struct AskedForTests {
  private let home: TemporaryHome

  init() throws {
    home = try TemporaryHome()
    try home.writeDeck("sample", Self.deck)
  }

  private static let deck = """
    id: sample
    title: Sample deck
    cards:
      - {id: A1, kind: star, competency: teamwork, ask: Who lifted the piano?, tags: [acme]}
      - {id: B2, kind: star, competency: disagree-up, ask: When were you wrong?}
      - {id: C3, kind: star, competency: learning, ask: What did you learn?}
    """

  private func asked(_ arguments: String...) throws -> (String, CommandRun) {
    let run = try CommandRun(
      ProgramPath.built("starling"), ["practice"] + arguments + ["--plain"], input: "q\n",
      environment: home.environment())
    return (run.output, run)
  }

  @Test func cardsComeInTheOrderInWhichTheyAreNamed() throws {
    let (output, run) = try asked("sample/C3", "sample/A1", "sample/C3")
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(output.hasPrefix("\n1 of 2: C3, ") || output.hasPrefix("1 of 2: C3, "), "\(output)")
    #expect(output.contains("What did you learn?"))
  }

  @Test func aStoryIsAskedFor() throws {
    let form = """
      title: The piano
      situation: It was a Monday.
      families: {TEAM: strong}
      """
    let added = try home.starling("stories", "add", "--from", "-", input: form)
    #expect(added.status == .exitCode(0), "\(added.errors)")
    for name in ["1", "The piano", "the p"] {
      let (output, run) = try asked("sample", "--story", name)
      #expect(run.status == .exitCode(0), "\(run.errors)")
      #expect(output.contains("1 of 1: A1, behavioural"), "\(output)")
    }
  }

  @Test(arguments: ["TEAM", "teamwork", "Working together"])
  func aFamilyIsNamedByItsCodeOrItsName(_ name: String) throws {
    let (output, run) = try asked("sample", "--family", name)
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(output.contains("1 of 1: A1, behavioural"), "\(output)")
  }

  @Test(arguments: ["acme", "teamwork"])
  func tagsAreThePersonsOwnOrThoseOfCompetencies(_ tag: String) throws {
    let (output, run) = try asked("sample", "--tag", tag)
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(output.contains("1 of 1: A1, behavioural"), "\(output)")
  }

  @Test(arguments: [
    (["sample/A9"], "did you mean “sample/A1”?"),
    (["smaple/A1"], "did you mean “sample/A1”?"),
    (["sample", "sample/A1"], "name decks, or cards"),
    (["sample", "--story", "nine"], "no story is called “nine”"),
    (["sample", "--family", "TAEM"], "there is no family TAEM; there are TEAM, "),
    (["sample", "--tag", "teamwrok"], "did you mean “teamwork”?"),
  ]) func whatIsNotThereIsNamed(_ arguments: [String], _ words: String) throws {
    let run = try CommandRun(
      ProgramPath.built("starling"), ["practice"] + arguments + ["--plain"], input: "",
      environment: home.environment())
    guard case .exitCode(let code) = run.status else { throw TestFailure("\(run.status)") }
    #expect(code == 64 || code == 65)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func aCardIsPractisedFromItsList() throws {
    let screen = try home.screen()
    try screen.wait(for: Mark.home)
    try screen.press("d")
    try screen.wait(for: "Decks")
    try screen.press("/")
    try screen.wait(for: "All cards")
    try screen.type("piano")
    try screen.wait(for: "Who lifted the piano?")
    try screen.press("Enter")
    try screen.press("p")
    try screen.wait(for: "1 of 1 ")
    try screen.press("q")
  }
}
