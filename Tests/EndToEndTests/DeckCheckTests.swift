import Glibc
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct DeckCheckTests {
  @Test func withoutDecksOfOnesOwnThereIsNothingToCheck() throws {
    let home = try TemporaryHome()
    let run = try home.starling("decks", "check")
    #expect(run.status == .exitCode(0))
    #expect(run.output == "")
    #expect(run.errors.contains("there is no deck file in \(home.file("decks"))"), "\(run.errors)")
  }

  /// Reading it would wait for a writer, and with it the shell whose prompt asks what is due.
  @Test func aPipeAmongTheDecksIsAFaultAndKeepsNobodyWaiting() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let path = home.file("decks/pipe.yaml")
    #expect(mkfifo(path, 0o600) == 0)
    let check = try home.starling("decks", "check")
    #expect(check.status == .exitCode(1))
    #expect(
      check.output == "\(path):1:1: error: the file cannot be read: it is a pipe and not a file\n")
    #expect(try home.starling("due").status == .exitCode(0))
  }

  @Test func sevenFaultsAreSevenLinesEachWithItsPlace() throws {
    let home = try TemporaryHome()
    try home.write(
      """
      id: faulty
      title: ""
      cards:
        - id: A
          kind: stra
          competency: teamwrk
          ask: Does the first card count?
          colour: red
        - id: A
          kind: fit
          competency: teamwork
          ask: Is it taken?
        - kind: fit
          competency: teamwork
          ask: Who am I?
        - id: D
          kind: fit
          competency: teamwork
          ask: "Where does it end?
      """, to: "faulty.yaml")
    let path = home.file("faulty.yaml")
    let run = try home.starling("decks", "check", path)
    #expect(run.status == .exitCode(1))
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != " " } } == [
        "\(path):2:8:", "\(path):5:11:", "\(path):6:17:", "\(path):8:5:", "\(path):9:9:",
        "\(path):13:5:", "\(path):19:10:",
      ], "\(run.output)")
    #expect(lines.allSatisfy { $0.contains(": error: ") }, "\(run.output)")
  }

  @Test(arguments: [
    ("a control character", "id: x\ntitle: \u{1B}[31mRed\ncards: []\n", "2:8"),
    ("a control character behind an escape", "id: x\ntitle: \"\\e\"\ncards: []\n", "2:8"),
    ("a line separator", "id: x\ntitle: a\u{2028}b\n", "2:9"),
    ("no text", "", "1:1"),
    ("no mapping", "- a\n", "1:1"),
  ]) func aFileThatIsNoDeckIsNamedWithThePlace(name: String, text: String, place: String) throws {
    let home = try TemporaryHome()
    try home.write(text, to: "deck.yaml")
    let run = try home.starling("decks", "check", home.file("deck.yaml"))
    #expect(run.status == .exitCode(1))
    #expect(run.output.hasPrefix("\(home.file("deck.yaml")):\(place): error: "), "\(run.output)")
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func bytesThatAreNoTextAndAFileThatIsTooLargeAreFaults() throws {
    let home = try TemporaryHome()
    try home.write(Array("id: a\ntitle: ".utf8) + [0xC3, 0x28, 0x0A], to: "latin.yaml")
    let latin = try home.starling("decks", "check", home.file("latin.yaml"))
    #expect(latin.status == .exitCode(1))
    #expect(latin.output.hasPrefix("\(home.file("latin.yaml")):2:8: error: "), "\(latin.output)")

    try home.write([UInt8](repeating: 0x23, count: 4 * 1024 * 1024 + 1), to: "large.yaml")
    let large = try home.starling("decks", "check", home.file("large.yaml"))
    #expect(large.status == .exitCode(1))
    #expect(large.output.split(separator: "\n").count == 1)
    #expect(large.output.contains("4 MiB"))
  }

  @Test func aSoundDeckAndAMissingFile() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let own = try home.starling("decks", "check")
    #expect(own.status == .exitCode(0))
    #expect(own.output == "")
    let folder = try home.starling("decks", "check", home.file("decks"))
    #expect(folder.status == .exitCode(0))

    let missing = try home.starling("decks", "check", home.file("nowhere.yaml"))
    #expect(missing.status == .exitCode(66))
    #expect(missing.output == "")
    #expect(missing.errors == "starling: there is no file \(home.file("nowhere.yaml"))\n")
  }

  @Test func aDeckWithOnlyWarningsIsUsedAndIsNoFault() throws {
    let home = try TemporaryHome()
    try home.writeDeck(
      "brief",
      """
      id: brief
      title: Brief
      cards:
        - id: A
          kind: star
          competency: teamwork
          ask: Who asks no more?
      """)
    let check = try home.starling("decks", "check")
    #expect(check.status == .exitCode(0))
    #expect(check.output.contains(": warning: "))
    #expect(try home.starling("decks", "show", "brief").status == .exitCode(0))
    #expect(try home.starling("doctor").status == .exitCode(0))
    let session = try home.session()
    try session.wait(for: Mark.home)
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(!session.output.contains("faults"))
  }
}
