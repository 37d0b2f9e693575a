import Testing

@testable import Decks

/// Questions of other files become deck files.
@Suite struct DeckImportTests {
  private let competencies = Competencies(families: [
    Family(code: "SOLV", title: "Solving and deciding", tags: ["data", "decision"]),
    Family(code: "TEAM", title: "Working together", tags: ["teamwork", "trust"]),
    Family(code: "CUST", title: "Customers", tags: ["customer"]),
  ])
  private var reader: DeckReader { DeckReader(competencies: competencies) }
  private let head = "id: mine\ntitle: 'My: deck'\ncards:\n"

  private func importer(given: String? = "data", kind: CardKind = .star) -> DeckImport {
    DeckImport(
      deck: "mine", title: "My: deck", kind: kind,
      sorting: CompetencySorting(competencies, examples: [], given: given))
  }

  private func imported(_ text: String, given: String? = "data") throws -> DeckImport.Result {
    importer(given: given).deck(of: try QuestionFile(Array(text.utf8)), path: "in", reader: reader)
  }

  private func card(_ id: String, _ ask: String, _ more: String...) -> String {
    "  - id: \(id)\n    kind: star\n    competency: data\n    ask: \(ask)\n"
      + more.map { "    \($0)\n" }.joined()
  }

  @Test func listsBecomeDecks() throws {
    let result = try imported("Why?\r\n\r\n- It's \"so\": how?\n12. 'Tis what?\n*\n")
    #expect(
      result.yaml == head + card("MI-01", "Why?") + card("MI-02", "'It''s \"so\": how?'")
        + card("MI-03", "'''Tis what?'"))
    #expect(!result.hasErrors)
    #expect(try imported("\n \n").cards.isEmpty)
  }

  @Test func columnsOfCardsAreKept() throws {
    let text = """
      ID,Question,alt,competency,note
      X-7,"Why, ""you""?",How? | When?,trust,
      ,"Two
      lines?",,,"a\tb"
      """
    let result = try imported(text)
    #expect(
      result.yaml == head + "  - id: X-7\n    kind: star\n    competency: trust\n"
        + "    ask: Why, \"you\"?\n    alt:\n      - How?\n      - When?\n"
        + "  - id: X-8\n    kind: star\n    competency: data\n    ask: \"Two\\nlines?\"\n"
        + "    note: \"a\\tb\"\n")
    #expect(try imported("ask\tkind\nWhy?\tprobe\n").yaml?.contains("kind: probe") == true)
  }

  /// A column of another sheet that is called like a key of a card means something else.
  @Test func columnsThatNoSuchCardHasAreLeft() throws {
    let result = try imported(
      "question,done,next,kind,id\nWhy?,yes,no,Hard,a b\nHow?,no,yes,star,\n")
    #expect(result.yaml == head + card("MI-01", "Why?") + card("MI-02", "How?"))
    #expect(result.unknownNames == ["hard"])
    #expect(!result.hasErrors)
  }

  @Test func whatACardNeedsIsAskedForAtItsLine() throws {
    let result = try imported("ask,kind\nWhy?,star\nSo?,task\n")
    #expect(result.yaml == nil)
    #expect(
      result.faults.filter { $0.severity == .error }.map(\.description) == [
        "in:3:1: error: card `MI-02` lacks `ticks`, which a card of kind task needs"
      ])
  }

  // MARK: - Competencies

  @Test(
    arguments: [
      ("ask,competency\nWhy?,Trust\n", "trust", .column("competency")),
      ("ask,competency\nWhy?,Working Together\n", "teamwork", .column("competency")),
      ("ask,competency\nWhy?,Cooking\n", "data", .given),
      ("ask,category\nWhy?,Data / Trust\n", "data", .column("category")),
      ("# Trust\n- Why?\n", "trust", .heading("Trust", line: 1)),
      ("# Odds and ends\n- Why?\n", "data", .given),
    ] as [(String, String, CompetencySorting.Reason)])
  func competenciesAreThoseOfTheFile(text: String, tag: String, reason: CompetencySorting.Reason)
    throws
  {
    let card = try #require(try imported(text).cards.first)
    #expect(card.competency == tag)
    #expect(card.reason == reason)
  }

  @Test(
    arguments: [
      ("# Our clients\n- Why?\n", "customer", .heading("Our clients", line: 1)),
      ("When did you turn a client down?\n", "customer", .words),
      ("Tell me about a colleague.\n", "teamwork", .words),
      ("Which tool did you miss?\n", "data", .nothing),
    ] as [(String, String, CompetencySorting.Reason)])
  func competenciesAreProposed(text: String, tag: String, reason: CompetencySorting.Reason) throws {
    let card = try #require(try imported(text, given: nil).cards.first)
    #expect(card.competency == tag)
    #expect(card.reason == reason)
  }

  @Test func questionsLikeThoseOfACompetencyAreOfIt() {
    var example = Card(
      id: CardID(deck: "d", card: "1"), kind: .star, competency: "trust",
      ask: "Whose bicycle did you borrow?")
    example.alternatives = ["Which bicycle was returned late?"]
    let sorting = CompetencySorting(competencies, examples: [example])
    let found = sorting.competency(of: FoundQuestion("Who rode your bicycle?", line: 1))
    #expect(found.tag == "trust")
    #expect(found.reason == .words)
  }

  // MARK: - Adding

  private let deck = """
    # Mine.
    id: mine
    title: Mine
    cards:
    - id: A-7   # kept
      kind: star
      competency: data
      ask: Why us?
      note: You are kind.

    """

  private func added(_ text: String, to deck: String) throws -> DeckImport.Result {
    let known = try #require(reader.read(Array(deck.utf8), path: "mine.yaml").deck)
    return importer().addition(
      of: try QuestionFile(Array(text.utf8)), to: known, bytes: Array(deck.utf8), path: "in",
      reader: reader)
  }

  @Test func whatIsNewIsAddedAndTheRestStays() throws {
    let result = try added("Why us?\nWhen did you fail?\nWhy us, then?\n", to: deck)
    #expect(
      result.yaml == deck
        + "- id: A-8\n  kind: star\n  competency: data\n  ask: When did you fail?\n"
        + "- id: A-9\n  kind: star\n  competency: data\n  ask: Why us, then?\n")
    #expect(result.passedOver.map(\.sort) == [.known])
    #expect(result.cards.count == 2)
    let again = try added("Why us?\nWhen did you fail?\n", to: result.yaml ?? "")
    #expect(again.yaml == nil)
    #expect(again.passedOver.map(\.sort) == [.known, .known])
  }

  @Test func whatReadsOtherwiseIsNamedAndStays() throws {
    let result = try added(
      "id,question,answer\nA-7,Why us of all?,\n,Why us?,You are cruel.\n", to: deck)
    #expect(result.yaml == nil)
    #expect(
      result.changed == [CardID(deck: "mine", card: "A-7"), CardID(deck: "mine", card: "A-7")])
  }

  @Test func aFileThatCannotBeAddedToStays() throws {
    let odd =
      "cards: [{id: A-7, kind: star, competency: data, ask: Why us?}]\nid: mine\ntitle: Mine\n"
    let result = try added("When did you fail?\n", to: odd)
    #expect(result.yaml == nil)
    #expect(result.hasErrors)
  }

  @Test func notesOfAnkiKeepTheirNames() throws {
    let text = "#separator:tab\n#html:true\n#guid column:1\nk|1\tWhy us?\tkind\nk2\tHow?\twell\n"
    let first = try imported(text)
    let yaml = try #require(first.yaml)
    #expect(first.cards.allSatisfy { $0.values[.id]?.first?.hasPrefix("A-") == true })
    let second = try added(text.replacing("How?", with: "How so?"), to: yaml)
    #expect(second.yaml == nil)
    #expect(second.changed.count == 1)
    #expect(second.passedOver.map(\.sort) == [.known])
  }

  /// Whatever a question is made of, the deck file gives it back.
  @Test(arguments: [
    "yes", "null", "~", "1.5", "a: b", "a #b", "a:", "@x", "'", "\"", "\\", "é", "[x]",
    "{x}", "&a", "*a", "!a", "? a", "%a", "|", ">", "#a", "a  b", "…", "a\tb", "...", "a'b", "`",
  ])
  func anyQuestionSurvives(question: String) throws {
    var found = FoundQuestion(question, line: 1)
    found.answer = question
    let file = QuestionFile([found])
    let yaml = try #require(importer().deck(of: file, path: "in", reader: reader).yaml)
    let deck = try #require(reader.read(Array(yaml.utf8), path: "f").deck)
    #expect(deck.cards.map(\.ask) == [question])
    #expect(deck.cards.map(\.note) == [question])
  }
}
