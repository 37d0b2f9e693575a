import TestSupport
import Testing

/// Decks of one's own, made and changed by commands.
@Suite(.timeLimit(.minutes(20))) struct DeckAuthoringTests {
  @Test func aNewDeckIsSoundAndIsNeverWrittenOver() throws {
    let home = try TemporaryHome()
    let run = try home.starling("decks", "new", "mine")
    #expect(run.status == .exitCode(0))
    #expect(run.output == "\(home.file("decks/mine.yaml"))\n")
    let text = try home.text(of: "decks/mine.yaml")
    #expect(text.contains("# A deck of your own."))
    let check = try home.starling("decks", "check")
    #expect(check.status == .exitCode(0))
    #expect(check.output == "")
    #expect(check.errors == "starling: 1 deck file is sound\n")

    let again = try home.starling("decks", "new", "mine")
    #expect(again.status == .exitCode(73))
    #expect(
      again.errors
        == "starling: \(home.file("decks/mine.yaml")) is there already; nothing was changed\n")
    #expect(try home.text(of: "decks/mine.yaml") == text)
    #expect(try home.starling("decks", "new", "../mine").status == .exitCode(64))
    let taken = try home.starling("decks", "new", "star-people")
    #expect(taken.status == .exitCode(73))
    #expect(taken.errors.contains("starling decks copy star-people"))
  }

  @Test func aCopyTakesTheBundledDecksPlaceAndKeepsTheHistory() throws {
    let home = try TemporaryHome()
    func question() throws -> String {
      let lines = try home.starling("decks", "show", "star-people/PE-01").output
        .split(separator: "\n")
      return String(try #require(lines.dropFirst().first).drop { $0 == " " })
    }
    let bundled = try question()
    #expect(try home.starling("grade", "star-people/PE-01", "good").status == .exitCode(0))
    let before = try home.memory("star-people/PE-01")
    let count = try home.starling("decks", "list").output.split(separator: "\n").count

    let copy = try home.starling("decks", "copy", "star-people")
    #expect(copy.status == .exitCode(0))
    #expect(copy.output == "\(home.file("decks/star-people.yaml"))\n")
    #expect(try home.starling("decks", "check").output == "")
    let text = try home.text(of: "decks/star-people.yaml")
    #expect(text.contains(bundled))
    try home.write(
      text.replacing(bundled, with: "Who pulled together?"), to: "decks/star-people.yaml")
    #expect(try question() == "Who pulled together?")
    #expect(try home.memory("star-people/PE-01").map(\.stability) == before.map(\.stability))
    #expect(try home.starling("decks", "list").output.split(separator: "\n").count == count)
    #expect(try home.starling("grade", "star-people/PE-01", "hard").status == .exitCode(0))
    #expect(try home.memory("star-people/PE-01").first?.reps == 2)

    #expect(try home.starling("decks", "copy", "star-people").status == .exitCode(73))
    try home.remove("decks/star-people.yaml")
    #expect(try question() == bundled)
    #expect(try home.memory("star-people/PE-01").first?.reps == 2)
    #expect(try home.starling("decks", "copy", "nothing").status == .exitCode(65))
  }

  @Test func idsAreWrittenIntoTheFileAndNothingElseChanges() throws {
    let home = try TemporaryHome()
    #expect(try home.starling("grade", "red-flags/RF-01", "good").status == .exitCode(0))
    let text = """
      id: red-flags # mine\r
      title: Mine
      cards:
        # the first
        - kind: star
          ask: Why?   # indeed
          competency: teamwork
        - {kind: star, competency: teamwork, ask: How?}
      """
    try home.write(text, to: "mine.yaml")
    let run = try home.starling("decks", "ids", home.file("mine.yaml"))
    #expect(run.status == .exitCode(0))
    // RF-01 is a card with a past, so it stays free.
    #expect(run.output == "red-flags/RF-02\nred-flags/RF-03\n")
    #expect(
      try home.text(of: "mine.yaml")
        == text.replacing("- kind", with: "- id: RF-02\n    kind")
        .replacing("{kind", with: "{id: RF-03, kind"))
    let again = try home.starling("decks", "ids", home.file("mine.yaml"))
    #expect(again.output == "")
    #expect(again.errors == "starling: every card of \(home.file("mine.yaml")) has an id\n")

    try home.write("title: x\ncards: []\n", to: "mine.yaml")
    let faulty = try home.starling("decks", "ids", home.file("mine.yaml"))
    #expect(faulty.status == .exitCode(1))
    #expect(faulty.output == "\(home.file("mine.yaml")):1:1: error: the deck lacks `id`\n")
    #expect(try home.starling("decks", "ids", home.file("none.yaml")).status == .exitCode(66))
  }

  @Test func checkWarnsOfWhatTheOtherDecksAndThePastTell() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    #expect(try home.starling("grade", "sample/B2", "good").status == .exitCode(0))
    try home.writeDeck(
      "sample",
      sampleDeck.replacing("id: B2", with: "id: B9")
        .replacing("Name your best mistake!", with: "Who lifted the piano, lifted?"))
    let path = home.file("decks/sample.yaml")
    let run = try home.starling("decks", "check")
    #expect(run.status == .exitCode(0))
    #expect(
      run.output == """
        \(path):11:1: warning: card `sample/B9` seems to be `sample/B2`, which has reviews and is gone; with its old id it keeps them
        \(path):16:1: warning: card `sample/C3` asks nearly the same as `sample/A1`

        """)
    #expect(run.errors == "starling: 1 deck file is sound, with 2 warnings\n")
  }

  @Test func checkNeedsNoHomeForFilesThatAreNamed() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let run = try home.starling(
      "decks", "check", home.file("decks/sample.yaml"),
      environment: ["PATH": "/usr/bin", "LC_ALL": "C.UTF-8"])
    #expect(run.status == .exitCode(0), "\(run.errors)")
  }

  @Test func searchFindsCardsByAllTheirWords() throws {
    struct Found: Decodable, Equatable {
      var card: String
      var kind: String
      var competency: String
      var core: Bool
      var ask: String
    }
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let run = try home.starling("decks", "search", "PIANO", "lift", "--json")
    #expect(
      try run.decoded(as: [Found].self) == [
        Found(
          card: "sample/A1", kind: "star", competency: "teamwork", core: true,
          ask: "Who lifted the piano?")
      ])
    #expect(
      try home.starling("decks", "search", "piano lift").output
        == "sample/A1  Who lifted the piano?\n")
    let none = try home.starling("decks", "search", "xylophone")
    #expect(none.status == .exitCode(0))
    #expect(none.output == "")
    #expect(none.errors == "starling: no card has all of these words\n")
  }
}
