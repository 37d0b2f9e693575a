import Campaign
import Decks
import Files
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// What the commands do with decks and deck files.
@Suite struct DecksTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
  }

  private var decks: DecksInUse { get throws { try DecksInUse(in: stage) } }

  @Test func decksAreListed() throws {
    let list = try stage.output { try decks.list(asJSON: false) }
    #expect(list.contains("sample"))
    #expect(list.contains("star-people"))
    let json = try stage.output { try decks.list(asJSON: true) }
    #expect(json.contains("\"path\": \"\(stage.home.file("decks/sample.yaml"))\""))
  }

  @Test func aDeckAndACardAreShown() throws {
    let deck = try stage.output { try decks.show("sample") }
    #expect(deck.hasPrefix("Sample deck (3 cards)\n\nA1  star, teamwork, core\n"))
    let card = try stage.output { try decks.show("sample/B2") }
    #expect(card.hasPrefix("B2  star, teamwork\n  When were you wrong?\n"))
    #expect(try stage.output { try decks.show("b2") } == card)
    #expect(
      stage.refusal { try decks.show("zzz") } == """
        there is no deck or card “zzz”; “starling decks list” names the decks
        """)
  }

  @Test func cardsAreFoundByTheirWords() throws {
    #expect(
      try stage.output { try decks.search(["PIANO", "lift"], asJSON: false) }
        == "sample/A1  Who lifted the piano?\n")
    #expect(
      try stage.output { try decks.search(["piano"], asJSON: true) }.contains("\"core\": true"))
    #expect(
      try stage.messages { try decks.search(["qqq"], asJSON: false) }
        == "starling: no card has all of these words\n")
    #expect(try stage.output { try decks.search(["qqq"], asJSON: true) } == "[]\n")
  }

  @Test func aDeckOfOnesOwnIsBegunOnce() throws {
    let path = stage.home.file("decks/mine.yaml")
    #expect(try stage.output { try decks.start("mine") } == "\(path)\n")
    #expect(
      stage.refusal { try decks.start("mine") } == "\(path) is there already; nothing was changed")
    #expect(
      stage.refusal { try decks.start("star-people") }?.hasSuffix(
        "“starling decks copy star-people” makes it your own") == true)
    #expect(
      stage.refusal { try decks.start("a b") }?.hasPrefix("“a b” cannot be a deck's id") == true)
  }

  @Test func aBundledDeckIsCopiedOnce() throws {
    let path = stage.home.file("decks/star-people.yaml")
    #expect(try stage.output { try DecksInUse.copy("star-people", in: stage) } == "\(path)\n")
    #expect(
      stage.refusal { try DecksInUse.copy("star-people", in: stage) }
        == "you have a deck “star-people” already, in \(path)")
    #expect(
      stage.refusal { try DecksInUse.copy("sample", in: stage) }?.hasPrefix(
        "there is no bundled deck “sample”; there are ") == true)
  }

  @Test func cardsWithoutAnIDAreGivenOne() throws {
    try stage.home.writeDeck(
      "own",
      "id: own\ntitle: Own\ncards:\n  - kind: star\n    competency: teamwork\n    ask: Who?\n")
    let file = stage.home.file("decks/own.yaml")
    let given = try stage.output { try IDGiving(file).run(in: stage) }
    #expect(given.hasPrefix("own/"))
    #expect(try FileBytesText.read(file).contains("id: \(given.dropFirst(4).dropLast())"))
    #expect(
      try stage.messages { try IDGiving(file).run(in: stage) }
        == "starling: every card of \(file) has an id\n")
    let missing = stage.home.file("none.yaml")
    #expect(
      stage.refusal { try IDGiving(missing).run(in: stage) }?.hasPrefix("cannot read") == true)
    try stage.home.writeDeck("own", "id: own\ncards: [\n")
    #expect(throws: Failure.self) { try stage.output { try IDGiving(file).run(in: stage) } }
  }

  // MARK: - Checking

  private func check(_ paths: String...) throws { try DeckFileCheck(paths, in: stage).run() }

  @Test func soundDecksAreSaidToBeSound() throws {
    #expect(try stage.messages { try check() } == "starling: 1 deck file is sound\n")
    #expect(
      try stage.messages { try check(stage.home.file("decks")) }
        == "starling: 1 deck file is sound\n")
    try stage.home.remove("decks/sample.yaml")
    #expect(try stage.messages { try check() }.contains("there is no deck file in"))
    #expect(stage.refusal { try check("/nowhere.yaml") } == "there is no file /nowhere.yaml")
  }

  @Test func faultsAreNamedWithTheirLines() throws {
    try stage.home.writeDeck("bad", "id: bad\ntitle: T\ncards:\n  - kind: nonsense\n")
    let path = stage.home.file("decks/bad.yaml")
    let (_, said) = Output.collecting {
      #expect(throws: Failure.self) { try check(path) }
    }
    #expect(said.output.contains("\(path):4:"))
  }

  @Test func ofTwoFilesWithOneIDTheSecondIsAFault() throws {
    try stage.home.writeDeck("tample", sampleDeck)
    let (_, said) = Output.collecting {
      #expect(throws: Failure.self) { try check() }
    }
    #expect(
      said.output.contains(
        "tample.yaml:1:1: error: the deck id “sample” is that of \(stage.home.file("decks/sample.yaml")) already"
      ))
  }

  @Test func aCardThatWasPractisedAndIsRenamedIsAWarning() throws {
    _ = try stage.messages {
      let card = try #require(CardName("sample/A1"))
      try AwayAnswer(to: card, .good, at: nil).record(in: stage)
    }
    try stage.home.writeDeck("sample", sampleDeck.replacing("id: A1", with: "id: A9"))
    let (_, said) = try Output.collecting { try check() }
    #expect(said.output.contains("A1"))
    #expect(said.messages.hasSuffix("with 1 warning\n"))
  }

  @Test func theIDOfTheNotebooksDeckIsTaken() throws {
    #expect(
      stage.refusal { try decks.start(Notebook.deckID) }?.contains(
        "is that of what you know and what they doubt") == true)
    try stage.home.writeDeck("odd", "id: \(Notebook.deckID)\n")
    let reading = DeckFolder.read(path: stage.home.file("decks/odd.yaml"))
    #expect(reading.deck == nil)
  }

  @Test func whatCannotBeReadIsAFault() throws {
    let reading = DeckFolder.read(path: stage.home.file("decks/none.yaml"))
    #expect(reading.faults.first?.message.hasPrefix("the file cannot be read") == true)
  }

  @Test func aLostVersionNeverTakesTheOthersPlace() {
    #expect(DeckFolder.comesFirst("b.yaml", "a.sync-conflict-1.yaml"))
    #expect(DeckFolder.comesFirst("a.yaml", "b.yaml"))
  }

  // MARK: - Names to complete

  @Test func namesAreKnownWithAndWithoutAnIndex() throws {
    let fresh = KnownNames(in: try Stage())
    #expect(fresh.decks.contains("star-people"))
    #expect(fresh.cards("star-people/PE-0").contains("star-people/PE-01"))
    #expect(fresh.copies.isEmpty)
    _ = try stage.readyWorkspace()
    let names = KnownNames(in: stage)
    #expect(names.decks.contains("sample"))
    #expect(names.cards("sample/") == ["sample/A1", "sample/B2", "sample/C3"])
    #expect(names.decksAndCards("sample/B") == ["sample/B2"])
    #expect(names.decksAndCards("sam").contains("sample"))
  }

  @Test func theIndexIsTakenAway() throws {
    let store = try stage.readyWorkspace().places.store
    let (_, said) = try Output.collecting { try stage.places().removeDeckIndex() }
    #expect(said.output.hasPrefix("\(store.deckIndex)\n"))
    #expect(said.messages.contains("stays in \(stage.home.path)"))
  }
}
