import Decks
import Practice

/// Says what an import of questions comes to.
struct QuestionReport {
  let file: QuestionFile
  let result: DeckImport.Result
  let deck: String
  /// What messages call the file.
  let path: String

  // MARK: - Before anything is written

  /// What was left out or is odd, a line for each sort.
  func tellDetails() {
    // A column whose names have sorted a card was of use.
    let sorting = Set(result.cards.map(\.reason))
    let unused = file.unusedColumns.filter { !sorting.contains(.column($0)) }
    if !unused.isEmpty {
      warn(
        "\(unused.count == 1 ? "column" : "columns") passed over: \(unused.joined(separator: ", "))"
      )
    }
    if !result.unknownNames.isEmpty {
      let names = result.unknownNames.map { "“\($0)”" }
      warn(
        "\(names.firstFew) \(names.count == 1 ? "is the name" : "are the names") of no competency and no kind, and \(names.count == 1 ? "was" : "were") passed over"
      )
    }
    let unlikely = file.unlikely
    if !unlikely.isEmpty, unlikely.count < file.questions.count {
      let few = unlikely.map { "line \($0.line) “\($0.ask.prefix(40))”" }
      warn(
        "\(unlikely.count.of("card does", "cards do")) not read like a question: \(few.firstFew)")
    }
    tellWarnings()
    for id in result.changed.prefix(20) {
      warn("\(id) reads otherwise here, and stays as it is")
    }
    if result.changed.count > 20 {
      warn("\(result.changed.count - 20) more read otherwise here, and stay as they are")
    }
  }

  /// Warnings of one sort in one line.
  private func tellWarnings() {
    var sorts: [(sort: String, faults: [Fault])] = []
    for fault in result.faults where fault.severity == .warning {
      let sort = fault.message.filter { !$0.isNumber }
      if let index = sorts.firstIndex(where: { $0.sort == sort }) {
        sorts[index].faults.append(fault)
      } else {
        sorts.append((sort, [fault]))
      }
    }
    for (sort, faults) in sorts {
      // Hardly any list has follow-ups: the lines would be all of it.
      guard sort != Fault.withoutProbes else {
        warn(
          "\(faults.count.of("question has", "questions have")) no follow-ups, so general ones are asked; your own go under “probes:” in the deck's file"
        )
        continue
      }
      guard faults.count > 1, let first = faults.first else {
        for fault in faults { Output.warn(fault.description) }
        continue
      }
      let lines = faults.map { "\($0.line)" }.firstFew
      warn("\(faults.count.of("card")), in lines \(lines): warning: \(first.message)")
    }
  }

  private func warn(_ text: String) { Output.warn("\(path): \(text)") }

  // MARK: - At the end

  /// Says `23 questions into “my-list”; passed over 9 lines: 4 headings, …`.
  func tellCounts(isNew: Bool) {
    let count = result.cards.count
    let passedOver =
      result.passedOver.isEmpty ? "" : "; passed over \(result.passedOver.summary)"
    Output.warn("\(count.of("question")) into “\(deck)”\(passedOver)")
    guard count > 0 else { return }
    let guesses = result.cards.filter(\.reason.isGuess)
    guard !guesses.isEmpty else { return }
    let words = guesses.contains { $0.reason == .words } ? " from the words" : ""
    Output.warn(
      "\(guesses.count.of("competency is a guess", "competencies are guesses"))\(words); “starling decks show \(deck)” shows them, --competency TAG gives one to all"
    )
  }

  // MARK: - Without writing

  /// Shows the cards that would come, and what was passed over.
  func write() throws {
    if !result.cards.isEmpty {
      try Output.table(
        [["LINE", "QUESTION", "ANSWER", "COMPETENCY", "WHY"]]
          + result.cards.map { card in
            [
              "\(card.question.line)", Self.shortened(card.question.ask),
              card.question.answer.isEmpty
                ? "–" : card.question.answer.split(whereSeparator: \.isWhitespace).count.of("word"),
              card.competency, card.reason.words,
            ]
          })
    }
    if !result.passedOver.isEmpty {
      if !result.cards.isEmpty { try Output.line("") }
      try Output.table(
        [["LINE", "PASSED OVER", "TEXT"]]
          + result.passedOver.sorted { $0.line < $1.line }.map {
            ["\($0.line)", $0.sort.rawValue, Self.shortened($0.text)]
          })
    }
    let passedOver =
      result.passedOver.isEmpty ? "" : "; passed over \(result.passedOver.summary)"
    Output.warn(
      "\(result.cards.count.of("question")) for “\(deck)”\(passedOver); nothing was kept")
    if file.isDoubtful {
      Output.warn(
        "it does not read like a list of questions: \(file.prose.lines) of \(file.prose.of) lines are prose"
      )
    }
  }

  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}

extension CompetencySorting.Reason {
  /// What stands in a column of a table.
  fileprivate var words: String {
    switch self {
    case .column(let name): "column “\(name)”"
    case .heading(let text, let line): "heading “\(text)” in line \(line)"
    case .given: "--competency"
    case .words: "its words ?"
    case .nothing: "nothing ?"
    }
  }
}
