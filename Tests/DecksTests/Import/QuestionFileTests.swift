import Testing

@testable import Decks

/// Questions are found in files, whatever their form.
@Suite struct QuestionFileTests {
  private func read(_ text: String) throws -> QuestionFile { try QuestionFile(Array(text.utf8)) }

  @Test(arguments: QuestionList.all)
  func questionsAreFoundWithTheirAnswers(list: QuestionList) throws {
    let file = try read(list.text)
    #expect(file.questions.map(\.ask) == list.asks)
    if let answers = list.answers { #expect(file.questions.map(\.answer) == answers) }
    #expect(!file.isDoubtful)
  }

  /// No line is lost without a word: it is a question, it belongs to one, or it is said to be neither.
  @Test(arguments: QuestionList.lines.filter { !$0.text.contains("|") })
  func whatIsPassedOverIsSaid(list: QuestionList) throws {
    let file = try read(list.text)
    let kept = file.questions.flatMap { [$0.ask, $0.answer, $0.category?.text ?? ""] + $0.tags }
      .joined(separator: "\n")
    let known = Set(Words.list(kept))
    let said = Set(file.passedOver.map(\.line))
    let lines = list.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !said.contains(index + 1) {
      // The kind of a callout is a mark, as `Q:` is.
      let bare = line.replacing(/\[![^\]]*\][-+]?/, with: "")
      let text = LineMarker(InlineMarkup.text(String(bare))).rest
      let words = Words.list(InlineMarkup.htmlText(text)).filter { $0.count > 4 }
      let lost = words.filter {
        !known.contains($0) && !["answer", "sample", "question"].contains($0)
      }
      #expect(lost.isEmpty, "line \(index + 1): \(line)")
    }
  }

  @Test func summariesCountBySort() throws {
    let file = try read(QuestionList.markdown[0].text)
    #expect(file.passedOver.summary == "5 lines: 3 headings, 1 sentence, 1 rule")
    #expect(file.passedOver.map(\.line) == [1, 3, 5, 10, 15])
    let category = FoundQuestion.Category(text: "Customers", sort: .heading(10))
    #expect(file.questions.map(\.line) == [7, 8, 12, 13])
    #expect(file.questions[3].category == category)
  }

  @Test(arguments: [
    """
    Yesterday we went to the market and bought a great many apples for the party.
    After that we had a long talk about the weather and the state of the roads.
    Nobody could say what the reason for the delay had been, and so we left.
    """,
    """
    # Meeting notes

    - We discussed the budget for the next year and agreed that it is too small for us.
    - Anna will write to the board about the new office and the cost of the move.
    - Nobody was against the plan to start with the work on the first of March.
    """,
    """
    It was a cold day in March when I first came to the town, and nobody knew me.

    Why did I go? I could not have said it then.

    The house stood on a hill above the river, and the windows were dark at night.

    I stayed for three years and learnt the trade from an old man who never spoke.

    Then I left.
    """,
    """
    Dear Ms Smith,

    Thank you for your letter of Tuesday, which I read with great interest.

    I should be glad to come to the interview on the third of December.

    My train arrives at nine, so that there is time enough to find the house.

    Yours sincerely
    """,
  ]) func proseIsDoubtful(text: String) throws {
    let file = try read(text)
    #expect(file.isDoubtful || file.questions.isEmpty)
  }

  @Test func questionsThatAreThereTwiceAreOne() throws {
    let file = try read("Why us?\nWhen did you fail?\nWhy us?\n")
    #expect(file.questions.map(\.ask) == ["Why us?", "When did you fail?"])
    #expect(file.passedOver.map(\.sort) == [.repeated])
  }

  @Test func whatSortsAQuestionMayStandBesideIt() throws {
    let words = try read("- **Trust:** Who helped?\n- **Change**: What moved?\n")
    #expect(words.questions.map(\.category?.text) == ["Trust", "Change"])
    let above = try read("Topic: Trust\nQ: Who helped?\n\nTopic: Change\nQ: What moved?\n")
    #expect(above.questions.map(\.category?.text) == ["Trust", "Change"])
    let below = try read(
      "Q: Who helped?\nTopic: Trust\nA: Anna.\n\nQ: What moved?\nTopic: Change\n")
    #expect(below.questions.map(\.category?.text) == ["Trust", "Change"])
    #expect(below.questions.map(\.answer) == ["Anna.", ""])
  }

  @Test func columnsOfATableAreNamed() throws {
    let file = try read("Area;Question;Level\nTeam;Why us?;3\n")
    #expect(file.unusedColumns == ["Area", "Level"])
    #expect(file.questions[0].category?.sort == .column("Area"))
    let strange = try read("When;State\n2024;done\n")
    #expect(strange.questions.isEmpty)
    let told = try QuestionFile(
      Array("When;State\n2024;Why us?\n".utf8), columns: ["state": "ask"])
    #expect(told.questions.map(\.ask) == ["Why us?"])
  }

  @Test func rowsThatAreOddArePassedOver() throws {
    let file = try read("Question,Answer\nWhy us?,kind,and more\n,so\nHow?,well\n")
    #expect(file.questions.map(\.ask) == ["How?"])
    #expect(file.passedOver.map(\.sort) == [.longRow, .row])
    let open = try read("Question,Answer\nWhy us?,\"kind\nHow?,well\n")
    #expect(open.questions.map(\.ask) == ["Why us?", "How?"])
    #expect(open.remarks == ["a quote opens in line 2 that nothing closes"])
  }

  // MARK: - Encodings

  @Test func encodingsAreReadAndSaid() throws {
    let text = "Warum möchten Sie zu uns?\n"
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little,
      [0xFE, 0xFF] + big, little, big,
    ] {
      let file = try QuestionFile(bytes)
      #expect(file.questions.map(\.ask) == ["Warum möchten Sie zu uns?"])
      #expect(file.remarks == [])
    }
    let western = text.unicodeScalars.map { UInt8($0.value) }
    let file = try QuestionFile(western + [0x93, 0x57, 0x68, 0x79, 0x3F, 0x94, 0x0A])
    #expect(file.questions.map(\.ask) == ["Warum möchten Sie zu uns?", "Why?"])
    #expect(file.remarks == ["it is not UTF-8, and was read as Windows-1252"])
    let control = try read("\u{88}Why us?\nWhen did it all begin to go wrong?\n")
    #expect(control.questions.count == 2)
    #expect(control.remarks == ["a control character in it was left out"])
  }

  @Test(
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], [0x81, 0x8D, 0x20],
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ] as [[UInt8]]) func whatIsNoTextIsRefused(bytes: [UInt8])
  {
    #expect(throws: ImportedText.Fault.isNoText) { try QuestionFile(bytes) }
  }

  @Test func linesEndInAnyWay() throws {
    for end in ["\n", "\r\n", "\r", "\u{2028}"] {
      let file = try read(["# A", "- Why us?", "- How?", ""].joined(separator: end))
      #expect(file.questions.map(\.line) == [2, 3])
    }
  }
}
