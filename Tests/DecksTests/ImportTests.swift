import Decks
import Testing

/// Questions kept in other forms.
@Suite struct ImportTests {
  private func imported(
    _ text: String, _ format: DeckImport.Format, kind: CardKind = .star
  ) -> (yaml: String?, faults: [String]) {
    let families = [Family(code: "SOLV", title: "S", tags: ["data", "trust"])]
    let reader = DeckReader(competencies: Competencies(families: families))
    let result = DeckImport(deck: "mine", title: "My: deck", kind: kind, competency: "data")
      .deck(from: Array(text.utf8), format: format, path: "in", reader: reader)
    return (result.yaml, result.faults.filter { $0.severity == .error }.map(\.description))
  }

  private let head = "id: mine\ntitle: 'My: deck'\ncards:\n"

  private func card(_ id: String, _ ask: String, _ more: String...) -> String {
    "  - id: \(id)\n    kind: star\n    competency: data\n    ask: \(ask)\n"
      + more.map { "    \($0)\n" }.joined()
  }

  @Test func lists() {
    let result = imported("Why?\r\n\r\n- It's \"so\": how?\n12. 'Tis what?\n*\n", .list)
    #expect(result.faults == [])
    #expect(
      result.yaml == head + card("MI-01", "Why?") + card("MI-02", "'It''s \"so\": how?'")
        + card("MI-03", "'''Tis what?'"))
    #expect(imported("\n \n", .list).faults == ["in:1:1: error: no question was found"])
  }

  @Test func markdown() {
    let text = "# Mine\n\nQ: Why\n  so?\nA: Because.\n\nA second line.\n"
    #expect(
      imported(text, .markdown).faults == ["in:7:1: error: this line belongs to no `Q:` or `A:`"])
    #expect(
      imported(text.replacing("\nA second", with: "A second") + "Q: How?\n", .markdown).yaml == head
        + "  - id: MI-01\n    kind: star\n    competency: data\n    ask: Why so?\n"
        + "    note: Because. A second line.\n" + card("MI-02", "How?"))
    #expect(
      imported("A: x\nQ:\nQ: a\nA: b\n\nA: c\n", .markdown).faults == [
        "in:1:1: error: this `A:` has no `Q:` above it",
        "in:2:1: error: this `Q:` has no question",
        "in:6:1: error: this question has an `A:` already",
      ])
  }

  @Test func tables() {
    let text = """
      ID,Question,alt,competency,note
      X-7,"Why, ""you""?",How? | When?,trust,
      ,"Two
      lines?",,,"a\tb"
      """
    let yaml =
      head + "  - id: X-7\n    kind: star\n    competency: trust\n"
      + "    ask: Why, \"you\"?\n    alt:\n      - How?\n      - When?\n"
      + "  - id: X-8\n    kind: star\n    competency: data\n    ask: \"Two\\nlines?\"\n"
      + "    note: \"a\\tb\"\n"
    let result = imported(text, .csv)
    #expect(result.faults == [])
    #expect(result.yaml == yaml)
    #expect(imported("ask\tkind\nWhy?\tprobe\n", .tsv).yaml?.contains("kind: probe") == true)
  }

  @Test func tablesWithFaults() {
    #expect(
      imported("asks,alt\n", .csv).faults
        == ["in:1:1: error: unknown column `asks`; did you mean `ask`?"])
    #expect(
      imported("alt\nx\n", .csv).faults
        == ["in:1:1: error: there is no column `ask` or `question`"])
    #expect(
      imported("ask,question\n", .csv).faults == [
        "in:1:1: error: the column `question` is here twice"
      ])
    #expect(
      imported("ask,alt\nWhy?,a,b\n,x\n\"a\nb\",\"c\n", .csv).faults
        == ["in:5:1: error: a quote opens here and is not closed"])
    #expect(
      imported("ask,alt\nWhy?,a,b\n,x\n", .csv).faults == [
        "in:2:1: error: this row has 3 fields, the header 2",
        "in:3:1: error: this row has no question",
      ])
    #expect(
      imported("ask,competency,kind\n\"Why\n?\",data,star\nHow?,dat,star\nSo?,data,task\n", .csv)
        .faults == [
          "in:4:1: error: unknown competency `dat`; did you mean `data`?",
          "in:5:1: error: card `MI-03` lacks `ticks`, which a card of kind task needs",
        ])
    #expect(
      imported("ask\n\"a\" b\n", .csv).faults
        == ["in:2:1: error: text goes on after a closing quote"])
    #expect(
      imported("ask\n\u{1B}\n", .csv).faults
        == ["in:2:1: error: the character U+001B is not allowed; take it out"])
  }

  @Test func formatsAreKnownByName() {
    #expect(DeckImport.Format(path: "a.CSV") == .csv)
    #expect(DeckImport.Format(path: "a.markdown") == .markdown)
    #expect(DeckImport.Format(path: "a.doc") == nil)
  }

  /// Whatever a question is made of, the deck file gives it back.
  @Test(arguments: [
    "yes", "null", "~", "1.5", "- a", "a: b", "a #b", "a:", "@x", "'", "\"", "\\", "é", "[x]",
    "{x}",
    "&a", "*a", "!a", "? a", "%a", "|", ">", "#a", "a  b", "…", "a\tb", "---", "...", "a'b", "`",
  ])
  func anyQuestionSurvives(question: String) throws {
    let field = "\"" + question.replacing("\"", with: "\"\"") + "\""
    let yaml = try #require(imported("ask\n\(field)\n", .csv).yaml)
    let reading = read(yaml)
    #expect(reading.deck?.cards.map(\.ask) == [question])
  }
}
