import TestSupport
import Testing

/// A card is its ids; its words may change and it may go and come back.
@Suite(.timeLimit(.minutes(20))) struct DeckHistoryTests {
  private func deck(_ id: String = "mine", cards: [(id: String, ask: String)]) -> String {
    "id: \(id)\ntitle: Mine\ncards:\n"
      + cards.map {
        "  - id: \($0.id)\n    kind: fit\n    competency: motivation\n    ask: \($0.ask)\n"
      }.joined()
  }

  private func ask(of card: String, in home: TemporaryHome) throws -> String {
    try home.starling("decks", "show", card).output
  }

  @Test func aCardThatIsRewordedKeepsItsHistory() throws {
    let home = try TemporaryHome()
    try home.writeDeck("mine", deck(cards: [("A", "Old words?"), ("B", "Other?")]))
    #expect(try home.starling("grade", "mine/A", "good").status == .exitCode(0))
    let before = try home.memory("--at", "2030-01-01T00:00Z")
    try home.writeDeck("mine", deck(cards: [("B", "Other?"), ("A", "Entirely new words?")]))
    #expect(try ask(of: "mine/A", in: home).contains("Entirely new words?"))
    #expect(try !ask(of: "mine/A", in: home).contains("Old words?"))
    #expect(try home.memory("--at", "2030-01-01T00:00Z") == before)
    #expect(before.count == 1)
  }

  @Test func aCardTakenOutAndPutBackHasItsHistoryAgain() throws {
    let home = try TemporaryHome()
    let both = deck(cards: [("A", "First?"), ("B", "Second?")])
    try home.writeDeck("mine", both)
    for grade in ["again", "good", "easy"] {
      #expect(try home.starling("grade", "mine/A", grade).status == .exitCode(0))
    }
    let before = try home.memory("mine/A", "--at", "2030-01-01T00:00Z")
    #expect(before.first?.reps == 3)

    try home.writeDeck("mine", deck(cards: [("B", "Second?")]))
    #expect(try home.starling("decks", "show", "mine/A").status == .exitCode(65))
    let plain = try home.starling("practice", "mine", "--plain")
    #expect(!plain.output.contains("First?"))

    try home.writeDeck("mine", both)
    #expect(try home.memory("mine/A", "--at", "2030-01-01T00:00Z") == before)
    #expect(try ask(of: "mine/A", in: home).contains("First?"))
  }

  @Test func anOwnDeckTakesTheBundledOnesPlaceUntilItGoes() throws {
    let home = try TemporaryHome()
    let bundled = try home.starling("decks", "show", "star-people/PE-01")
    #expect(bundled.status == .exitCode(0))
    #expect(try home.starling("grade", "star-people/PE-01", "good").status == .exitCode(0))
    let before = try home.memory("--at", "2030-01-01T00:00Z")

    try home.writeDeck("people", deck("star-people", cards: [("PE-01", "My own words?")]))
    #expect(try ask(of: "star-people/PE-01", in: home).contains("My own words?"))
    #expect(try home.starling("decks", "show", "star-people/PE-02").status == .exitCode(65))
    #expect(try home.memory("--at", "2030-01-01T00:00Z") == before)
    let list = try home.starling("decks", "list", "--json").decoded(as: [Listing].self)
    let own = try #require(list.first { $0.id == "star-people" })
    #expect(
      own
        == Listing(
          id: "star-people", title: "Mine", cards: 1, seen: 1, due: 0, origin: "own",
          path: home.file("decks/people.yaml")))
    #expect(list.count { $0.id == "star-people" } == 1)

    try home.remove("decks/people.yaml")
    #expect(try home.starling("decks", "show", "star-people/PE-01").output == bundled.output)
    #expect(try home.starling("decks", "show", "star-people/PE-02").status == .exitCode(0))
    #expect(try home.memory("--at", "2030-01-01T00:00Z") == before)
  }

  @Test func aFaultyDeckStopsNeitherTheOthersNorTheProgram() throws {
    let home = try TemporaryHome()
    try home.writeDeck("mine", deck(cards: [("A", "Does it load?")]))
    try home.writeDeck("broken", "id: broken\ntitle: Broken\ncards: none\n")
    #expect(try ask(of: "mine/A", in: home).contains("Does it load?"))
    let list = try home.starling("decks", "list")
    #expect(list.status == .exitCode(0))
    #expect(list.errors.contains("broken.yaml has faults and is left out"))
    #expect(try home.starling("due").errors == list.errors)
    let session = try home.session()
    try session.wait(for: "faults")
    #expect(session.output.contains("broken.yaml"))
    session.type("q")
    #expect(try session.exitStatus() == .exitCode(0))
  }
}

/// An entry of `starling decks list --json`.
struct Listing: Decodable, Equatable {
  var id: String
  var title: String
  var cards: Int
  var seen: Int
  var due: Int
  var origin: String
  var path: String
}
