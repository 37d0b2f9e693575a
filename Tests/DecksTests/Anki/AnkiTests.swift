import Testing

@testable import Decks

@Suite struct AnkiTemplateTests {
  private func collection(
    _ fields: [String], _ question: String, _ answer: String, isCloze: Bool = false,
    names: [String] = ["Front", "Back", "Extra"], place: Int = 0, tags: [String] = []
  ) -> AnkiCollection {
    var type = AnkiCollection.NoteType(isCloze: isCloze)
    type.fields = names
    type.templates = [(question, answer), ("{{Back}}", "{{Front}}")]
    var collection = AnkiCollection()
    collection.noteTypes = [1: type]
    collection.decks = [1: "Interview::Fit"]
    collection.notes = [
      1: AnkiCollection.Note(guid: "g|<\"", type: 1, tags: tags, fields: fields)
    ]
    collection.cards = [AnkiCollection.Card(id: 7, note: 1, deck: 1, place: place)]
    return collection
  }

  private func sides(
    _ fields: [String], _ question: String, _ answer: String, isCloze: Bool = false, place: Int = 0
  ) -> [String] {
    let deck = AnkiDeck.all(
      in: collection(fields, question, answer, isCloze: isCloze, place: place))[0]
    return deck.questions.map { [$0.question.ask, $0.question.answer] }.first ?? []
  }

  @Test func templatesAreFilledIn() {
    let usual = "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"
    #expect(sides(["Why?", "Because"], "{{Front}}", usual) == ["Why?", "Because"])
    #expect(
      sides(["Why?", "B"], "{{Front}}", "{{Front}}<hr id=\"answer\">{{Back}}") == ["Why?", "B"])
    #expect(
      sides(["Why?", "B", "E"], "{{Front}}", "{{Extra}}<hr id=answer>{{text:Back}}")
        == ["Why?", "E\nB"])
    #expect(
      sides(
        ["Why?", "", "E"], "{{#Back}}x{{/Back}}{{^Back}}y {{/Back}}{{Front}} {{Deck}} {{Nope}}",
        "{{Extra}}")
        == ["y Why? Interview::Fit", "E"])
    #expect(
      sides(["a", "b"], "{{#Front}}{{#Back}}both{{/Back}}{{^Back}}one{{/Back}}{{/Front}}", "")
        == ["both", ""])
    #expect(sides(["a", "b"], "{{type:Front}}{{hint:Back}}{{Front", "") == ["ab{{Front", ""])
    // The second card of the note.
    #expect(sides(["a", "b"], "{{Front}}", "{{Back}}", place: 1) == ["b", "a"])
    #expect(sides(["", "b"], "{{Front}}", "{{Back}}") == [])
    #expect(sides(["<img src=x>", "b"], "{{Front}}", "{{Back}}") == [])
    #expect(sides(["a", "b"], "{{Front}}", "{{Back}}", place: 2) == [])
  }

  @Test func gapsAreHiddenOnTheirOwnCard() {
    let text = "The {{c1::Result::what came}} follows the {{c2::Action}}."
    let template = "{{cloze:Front}}"
    #expect(
      sides([text], template, template, isCloze: true)
        == ["The [what came] follows the Action.", "The Result follows the Action."])
    #expect(
      sides([text], template, template, isCloze: true, place: 1)[0]
        == "The Result follows the […].")
    let nested = "a {{c1::b {{c2::c::h}} d}} e"
    #expect(sides([nested], template, template, isCloze: true) == ["a […] e", "a b c d e"])
    #expect(sides([nested], template, template, isCloze: true, place: 1)[0] == "a b [h] d e")
    #expect(AnkiCloze.text("a {{c1::b", gap: 1, isAnswer: false) == "a {{c1::b")
    #expect(AnkiCloze.text("}} {{x}} {{c1:b}}", gap: 1, isAnswer: false) == "}} {{x}} {{c1:b}}")
  }

  @Test func htmlIsText() {
    let html =
      "<style>x{}</style>One &amp; two<br>three<!-- no --><div>four</div><ul><li>five</li></ul>[sound:a.mp3]<img src=\"p.png\">"
    #expect(
      sides(["Why?", html], "{{Front}}", "{{Back}}")[1] == "One & two\nthree\nfour\n- five")
    let deck = AnkiDeck.all(in: collection(["Why?", html], "{{Front}}", "{{Back}}"))[0]
    #expect((deck.pictures, deck.sounds) == (1, 1))
  }

  @Test func namesAreForEver() {
    let deck = AnkiDeck.all(
      in: collection(
        ["a", "b"], "{{Front}}", "{{Back}}", place: 1, tags: ["interview::Redflag", "leech"]))[0]
    #expect(
      (deck.id, deck.title, deck.name) == ("interview-fit", "Interview: Fit", "Interview::Fit"))
    let id = AnkiNotes.cardID(of: "g|<\"") + "-1"
    #expect(deck.questions.map(\.question.values[.id]) == [[id]])
    #expect(deck.questions.map(\.question.values[.kind]) == [["redflag"]])
    #expect(deck.questions.map(\.question.tags) == [["interview::Redflag"]])
    #expect(deck.number(ofCard: id) == 7)
  }

  @Test func whatCannotBeACardIsNone() {
    var collection = collection(["a"], "{{Front}}", "")
    collection.notes[1]?.type = 9
    #expect(AnkiDeck.all(in: collection).map(\.empty) == [1])
    collection.notes = [:]
    #expect(AnkiDeck.all(in: collection).map(\.empty) == [1])
    // A template that would become longer than anything anybody learns.
    let long = String(repeating: "x", count: 100_000)
    #expect(sides([long], String(repeating: "{{Front}}", count: 1000), "") == [])
    let open = String(repeating: "{{c1::", count: 20_000)
    #expect(AnkiCloze.text(open, gap: 1, isAnswer: false).count == open.count)
  }

  @Test func messagesAreReadOrRefused() {
    let fields = ProtobufFields([0x08, 0x96, 0x01, 0x12, 0x02, 0x68, 0x69, 0x08, 0x01])
    #expect((fields?.number(1), fields?.text(2)) == (150, "hi"))
    for bytes in [[0x08], [0x12, 0x05, 0x61], [0x0B], [0x09, 1, 2], [0x00, 1]] as [[UInt8]] {
      #expect(ProtobufFields(bytes) == nil, "\(bytes)")
    }
    #expect(ProtobufFields([UInt8](repeating: 0xFF, count: 30)) == nil)
  }
}

@Suite struct AnkiHistoryTests {
  private typealias Entry = AnkiCollection.Entry

  private func history(_ entries: (Int, Int, Int, Entry.Kind)..., isOld: Bool = false)
    -> AnkiHistory
  {
    AnkiHistory(
      entries.enumerated().map { index, entry in
        Entry(
          time: Int64(index), ease: entry.0, interval: entry.1, factor: entry.2, kind: entry.3)
      }, isOfFirstScheduler: isOld)
  }

  @Test func theAnswersAreThoseSinceTheBeginning() {
    let whole = history((3, -600, 0, .learning), (3, 1, 0, .learning), (3, 4, 500, .review))
    #expect((whole.answers.count, whole.isWhole) == (3, true))
    let reset = history(
      (3, 1, 0, .learning), (3, 4, 500, .review), (0, 0, 0, .manual), (3, 1, 0, .learning))
    #expect(reset.answers.map(\.time) == [3])
    #expect((reset.earlier, reset.byHand, reset.isWhole) == (2, 1, true))
    let new = history((3, 1, 0, .learning), (0, 0, 0, .manual))
    #expect((new.answers.count, new.earlier) == (0, 1))
    // Without the first answers, and with one after a reset that was no learning.
    let cut = history((3, 4, 500, .review), (2, 9, 500, .review))
    #expect((cut.answers.count, cut.isWhole) == (2, false))
    let odd = history((3, 1, 0, .learning), (0, 0, 0, .manual), (3, 4, 500, .review))
    #expect((odd.answers.map(\.time), odd.isWhole) == ([2], false))
    // Older ones did not log the reset.
    let unlogged = history((3, 1, 0, .learning), (3, 4, 500, .review), (3, 1, 0, .learning))
    #expect(unlogged.answers.map(\.time) == [2])
  }

  @Test func datesByHandAndCrammingAreNoAnswers() {
    let history = history(
      (3, 1, 0, .learning), (3, 4, 0, .filtered), (3, 4, 500, .filtered), (0, 9, 500, .manual),
      (0, 9, 500, .rescheduled), (2, 9, 500, .review))
    #expect(history.answers.map(\.time) == [0, 2, 5])
    #expect((history.crammed, history.byHand) == (1, 2))
  }

  @Test func threeButtonsBecomeFour() {
    let old = history(
      (2, 1, 0, .learning), (3, 1, 0, .relearning), (2, 4, 500, .review), isOld: true)
    #expect(old.answers.map(\.ease) == [3, 4, 2])
  }
}
