import Decks
import Testing

/// Every fault has its place and its words.
@Suite struct FaultTests {
  /// Reads a file and returns its faults without the path.
  private func faults(_ text: String) -> [String] {
    read(text).faults.map { String($0.description.dropFirst("deck.yaml:".count)) }
  }

  /// A file with one card, whose lines start on line 4.
  private func deck(_ lines: String...) -> String {
    "id: d\ntitle: T\ncards:\n" + lines.map { $0 + "\n" }.joined()
  }

  private let card = ["  - id: A", "    kind: probe", "    competency: data", "    ask: Why?"]

  private func card(_ more: String...) -> String {
    "id: d\ntitle: T\ncards:\n" + (card + more).map { $0 + "\n" }.joined()
  }

  @Test func describesItselfLikeACompiler() {
    let fault = Fault(path: "a b.yaml", line: 2, column: 3, severity: .warning, message: "odd")
    #expect(fault.description == "a b.yaml:2:3: warning: odd")
  }

  @Test func emptyFiles() {
    #expect(faults("") == ["1:1: error: the file is empty"])
    #expect(faults("\u{FEFF}# nothing\n\n") == ["1:1: error: the file is empty"])
  }

  @Test func otherShapes() {
    let message = "a deck is a file with the keys `id`, `title` and `cards`"
    #expect(faults("- a\n") == ["1:1: error: \(message)"])
    #expect(faults("\n  text\n") == ["2:3: error: \(message)"])
    #expect(
      faults(deck("  - text")) == [
        "4:5: error: a card is a set of keys such as `id`, `kind` and `ask`"
      ])
    #expect(faults("id: d\ntitle: T\ncards:\n") == ["3:7: error: `cards` is empty"])
    #expect(
      faults("id: d\ntitle: T\ncards: text\n")
        == ["3:8: error: `cards` wants a list, each card after a `- `"])
  }

  @Test func missingKeysAreNamedAtTheFirstLine() {
    #expect(
      faults("note: x\n") == [
        "1:1: error: the deck lacks `id`", "1:1: error: the deck lacks `title`",
        "1:1: error: the deck lacks `cards`",
      ])
    #expect(
      faults(deck("  # first", "  - kind: research", "    stale: 7")) == [
        "5:5: error: this card lacks `id`; `starling decks ids` writes one",
        "5:5: error: this card lacks `competency`", "5:5: error: this card lacks `ask`",
        "5:5: error: this card lacks `done`, which a card of kind research needs",
      ])
    #expect(
      faults(deck("- id: A", "  kind: star", "  competency: data", "  probes: Why?"))
        == ["4:3: error: card `A` lacks `ask`"])
  }

  @Test func doubledIDsAreNamedAtTheSecond() {
    let text = card("  - kind: probe", "    competency: data", "    ask: How?", "    id: A")
    #expect(faults(text) == ["11:9: error: the id `A` is taken by the card on line 4"])
  }

  @Test func doubledKeysAreNamedAtTheSecond() {
    #expect(
      faults(card("    ask: How?", "    kind : star", "    ask: So?")) == [
        "8:5: error: the key `ask` is here again; it is on line 7 already",
        "9:5: error: the key `kind` is here again; it is on line 5 already",
        "10:5: error: the key `ask` is here again; it is on line 7 already",
      ])
    #expect(
      faults("id: d\ntitle: T\n" + card().dropFirst(15) + "title: U\n")
        == ["8:1: error: the key `title` is here again; it is on line 2 already"])
    #expect(
      faults(deck("  - {id: A, id: B}")) == ["4:6: error: the key `id` is here twice"])
  }

  @Test func unknownKeys() {
    #expect(
      faults(card("    alts: x", "    wibble: y")) == [
        "8:5: error: unknown key `alts`; did you mean `alt`?",
        "9:5: error: unknown key `wibble`",
      ])
    #expect(
      faults("ask: x\ntitel: y\n" + card()) == [
        "1:1: error: `ask` is a card's key; the deck's are `id`, `title`, `note`, `pack` and `cards`",
        "2:1: error: unknown key `titel`; did you mean `title`?",
      ])
  }

  @Test func keysOfOtherKinds() {
    #expect(
      faults(card("    ticks: x", "    frame: y")) == [
        "8:5: error: a card of kind probe has no `ticks`; it is for task, panel",
        "9:5: error: a card of kind probe has no `frame`; it is for concern",
      ])
  }

  @Test func unknownWords() {
    let text = deck(
      "  - id: A b", "    kind: probes", "    competency: teamwrk", "    ask: Why?",
      "    guide: [P5, P9]", "  - id: B", "    kind: story", "    competency: cooking",
      "    ask: Why?")
    #expect(
      faults(text) == [
        "4:9: error: `A b` cannot be an id; ids have letters A–Z, digits, `.`, `_` and `-`, "
          + "and start with a letter or a digit",
        "5:11: error: unknown kind `probes`; did you mean `probe`?",
        "6:17: error: unknown competency `teamwrk`; did you mean `teamwork`?",
        "8:12: error: unknown point of the guide `P9`; there are W1–W5, P1a, P1b, P2–P8 and M1–M8",
        "10:11: error: unknown kind `story`; there are star, fit, goal, concern, insight, probe, "
          + "task, panel, reflect, research, ask, redflag",
        "11:17: error: unknown competency `cooking`; Decks/README.md lists them",
      ])
  }

  @Test func wrongShapes() {
    #expect(
      faults(
        card(
          "    note: [a]", "    strong:", "      - a", "      - how: fine", "      -",
          "      - [b]",
          "    flags: []", "    core: yes", "    alt: ~")
      ) == [
        "8:11: error: `note` wants one text, not a list",
        "11:9: error: item 2 of `strong` wants a text; one with `: ` in it must be in quotes, '…'",
        "12:8: error: item 3 of `strong` is empty",
        "13:9: error: item 4 of `strong` wants one text, not a list",
        "14:12: error: `flags` is empty",
        "15:11: error: `core` is `true` or `false`, without quotes",
        "16:10: error: `alt` is empty",
      ])
    #expect(
      faults(card("    core: 'true'").replacing("probe", with: "research") + "    stale: soon\n")
        .suffix(2) == [
          "8:11: error: `core` is `true` or `false`, without quotes",
          "9:12: error: `stale` is a whole number of days, from 1 to 36500, without quotes",
        ])
  }

  @Test func bytesThatAreNoText() {
    let reader = DeckReader(competencies: Competencies(families: []))
    let faulty = reader.read(Array("id: é".utf8) + [0xFF, 0x0A, 0x1B], path: "deck.yaml")
    #expect(
      faulty.faults.map(\.description)
        == ["deck.yaml:1:6: error: this is not UTF-8 text; save the file as UTF-8"])
    #expect(
      faults("id: é\u{1B}[31m\n\u{85}\r\n\u{0}") == [
        "1:6: error: the character U+001B is not allowed; take it out",
        "2:1: error: the character U+0085 is not allowed; take it out",
        "3:1: error: the character U+0000 is not allowed; take it out",
      ])
    for bytes: [UInt8] in [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ] {
      #expect(reader.read(bytes, path: "x").faults.count == 1)
    }
    #expect(
      faults(card("    note: \"a\\eb\""))
        == ["8:11: error: the character U+001B is not allowed; take it out"])
  }

  @Test func tooManyBytes() {
    #expect(
      faults(String(repeating: "#\n", count: 2 * 1024 * 1024 + 1)) == [
        "1:1: error: the file has 4194306 bytes; a deck file has at most 4194304 (4 MiB): "
          + "split it into several"
      ])
    #expect(faults(String(repeating: "#\n", count: 2 * 1024 * 1024)).count == 1)
  }

  @Test func anchorsAliasesAndTags() {
    #expect(
      faults(
        card(
          "    note: &a text", "    alt: [*a, !x b, c & d!]", "    <<: *a", "    strong: !!seq",
          "    !k flags: x")
      ) == [
        "8:11: error: Starling reads no anchors; put a text that starts with `&` in quotes",
        "9:11: error: Starling reads no aliases; put a text that starts with `*` in quotes",
        "9:15: error: Starling reads no tags; put a text that starts with `!` in quotes",
        "10:5: error: unknown key `<<`",
        "10:9: error: Starling reads no aliases; put a text that starts with `*` in quotes",
        "11:13: error: Starling reads no tags; put a text that starts with `!` in quotes",
        "12:5: error: Starling reads no tags; put a text that starts with `!` in quotes",
      ])
    #expect(
      faults(deck("  - &a", "    id: A", "  - !!map", "    id: B")) == [
        "4:5: error: Starling reads no anchors; put a text that starts with `&` in quotes",
        "6:5: error: Starling reads no tags; put a text that starts with `!` in quotes",
      ])
    #expect(
      faults(deck("  - ? id", "    : A"))
        == ["4:5: error: Starling reads no `? ` keys; put a text that starts with `?` in quotes"])
    let sound = read(card("    note: it * is & so! Really ? Yes", "    alt: \"*&!? x\""))
    #expect(sound.faults == [])
    #expect(sound.deck?.cards[0].note == "it * is & so! Really ? Yes")
    #expect(sound.deck?.cards[0].alternatives == ["*&!? x"])
  }

  @Test func aSyntaxFaultSpoilsOnlyItsCard() {
    let text = card(
      "  - id: B", "    ask: How it landed: fine", "  - id: C", "    kind: x",
      "    ask: \"So\" he said",
      "  - id: D", "    kind: stair", "    competency: data", "    ask: Why?")
    #expect(
      faults(text) == [
        "9:23: error: `: ` makes a key of what stands before it; "
          + "put a text with `: ` in it in quotes, '…'",
        "12:15: error: text goes on after a closing quote or bracket; "
          + "put the whole text in quotes, '…'",
        "14:11: error: unknown kind `stair`; did you mean `star`?",
      ])
    #expect(read(text).deck == nil)
  }

  /// What people get wrong, and what they are told.
  static let slips: [(lines: [String], fault: String)] = [
    (
      ["    note: \"open", "    alt: b"],
      "8:11: error: the quote that opens here is not closed; a text that starts with a quote "
        + "is put in quotes as a whole, '\"Like this,\" she said.'"
    ),
    (
      ["    note: 'open", "    alt: b"],
      "8:11: error: the quote that opens here is not closed; a text that starts with a quote "
        + "is put in quotes as a whole, '\"Like this,\" she said.'"
    ),
    (["    note: @home"], "8:11: error: a text that starts with `@` must be in quotes, '…'"),
    (["    note: %5"], "8:11: error: a text that starts with `%` must be in quotes, '…'"),
    (["    note: `a`"], "8:11: error: a text that starts with ``` must be in quotes, '…'"),
    (["\tnote: a"], "8:1: error: a tab cannot indent a line; use spaces"),
    (
      ["    note: - a"],
      "8:11: error: a list starts on a line of its own, below its key; "
        + "put a text that starts with `- ` in quotes"
    ),
    (
      ["    note: [a, b"],
      "9:1: error: a comma or a closing bracket is missing here; put a text with brackets, commas "
        + "or `: ` in it in quotes"
    ),
    (
      ["    note: [later] or never"],
      "8:19: error: text goes on after a closing quote or bracket; "
        + "put the whole text in quotes, '…'"
    ),
    (
      ["    note: \"a \\d\""],
      "8:14: error: unknown escape; in double quotes a backslash is written `\\\\`"
    ),
    (
      ["    note: > a"],
      "8:11: error: after `|` or `>` a text starts on the next line; "
        + "put a text that starts with one in quotes"
    ),
    (
      ["    note", "    alt: b"],
      "8:5: error: a key and `: ` are wanted here; "
        + "a text that goes on below its key is indented more"
    ),
    (["   note: a"], "8:4: error: this does not go with the lines above; check its indentation"),
    (
      ["      note: a"],
      "8:11: error: `: ` makes a key of what stands before it; "
        + "put a text with `: ` in it in quotes, '…'"
    ),
    (["---", "id: e"], "8:1: error: a second document starts here; a deck file holds one"),
  ]

  @Test(arguments: slips.indices)
  func slip(index: Int) {
    let slip = Self.slips[index]
    let text = "id: d\ntitle: T\ncards:\n" + (card + slip.lines).map { $0 + "\n" }.joined()
    #expect(faults(text) == [slip.fault])
  }

  @Test func columnsCountScalarsAndLinesAllEnds() {
    #expect(faults("id: d\r\ntitle: 👩‍👩‍👧é\rnóte: x\n" + card().dropFirst(15)).count == 1)
    #expect(
      faults(card("    note: [\"👩‍👩‍👧é\", x]").replacing("note", with: "core"))
        == ["8:11: error: `core` is `true` or `false`, without quotes"])
    #expect(
      faults("\u{FEFF}" + card("    strong: [é, [x]]"))
        == ["8:17: error: item 2 of `strong` wants one text, not a list"])
  }

  @Test func nestingHasABound() {
    let deep = String(repeating: "- ", count: 40)
    #expect(
      faults(card("    strong:", "      \(deep)x"))
        .contains { $0.hasSuffix("lists and keys nest more than 32 deep") })
    #expect(
      faults(card("    note: " + String(repeating: "{", count: 33))) == [
        "4:1: error: more than 32 brackets from here on; "
          + "write each card on lines of its own, after a `- `"
      ])
  }

  @Test func bracketsWithinWordsAreNothingSpecial() {
    let text = (0..<40).map { "a[\($0)]" }.joined(separator: " ")
    #expect(faults(card("    note: \(text)")) == [])
  }

  @Test func sizesHaveBounds() {
    let line = "      " + String(repeating: "x", count: 1017) + "\n"
    let long = String(repeating: line, count: 260)
    #expect(
      faults(card("    note: |") + long) == [
        "4:1: error: more than 256 KiB from here on without another card; "
          + "write each card on lines of its own, after a `- `"
      ])
    #expect(faults(card() + long.replacing("      x", with: "    # x")) == [])
    let cards = (1...20_001).map {
      "  - {id: A\($0), kind: ask, competency: data, ask: a, for: b}\n"
    }
    #expect(
      faults(deck() + cards.joined())
        == ["20004:1: error: a file holds at most 20000 cards: split it into several"])
  }

  @Test func aFileThatIsNoDeckGetsAThousandFaults() {
    let reading = read(deck() + String(repeating: "- x\n", count: 1500))
    #expect(reading.faults.count == 1001)
    #expect(
      reading.faults.last?.description
        == "deck.yaml:1003:3: error: and 500 more; they show when these are mended")
  }

  @Test func warningsDoNotSpoilADeck() {
    let long = String(repeating: "wörd ", count: 48) + "more"
    let reading = read(
      deck(
        "  - id: A", "    kind: star", "    competency: data", "    ask: \(long)", "    alt:",
        "      - short", "      - \(long)"))
    #expect(
      reading.faults.map(\.description) == [
        "deck.yaml:4:5: warning: no follow-ups in `probes`, so general ones are asked",
        "deck.yaml:7:10: warning: a question of 244 characters; "
          + "more than 240 are hard to take in at once",
        "deck.yaml:10:9: warning: a question of 244 characters; "
          + "more than 240 are hard to take in at once",
      ])
    #expect(reading.deck?.cards.count == 1)
  }

  @Test func bundledCardsNeedGuidePoints() {
    let families = [Family(code: "SOLV", title: "S", tags: ["data"])]
    let reader = DeckReader(competencies: Competencies(families: families), origin: .bundled)
    #expect(
      reader.read(Array(card().utf8), path: "x").faults.map(\.description)
        == ["x:4:5: error: card `A` lacks `guide`, which every bundled card has"])
  }
}
