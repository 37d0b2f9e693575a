import Campaign
import Decks
import TUI

/// The questions of a file as rows that a person looks at, and what has become of them then.
struct QuestionPreview {
  let file: QuestionFile
  /// What would come in if nobody looked.
  let result: DeckImport.Result
  /// The questions of the rows; nil for what is passed over and asks nothing.
  private let questions: [FoundQuestion?]
  let proposal: ImportProposal

  /// - Parameters:
  ///   - file: the questions.
  ///   - result: what would come of them.
  ///   - source: what messages call the file.
  ///   - target: where they go.
  ///   - sorting: sorts those that the person adds.
  ///   - competencies: all there are.
  init(
    of file: QuestionFile, _ result: DeckImport.Result, source: String, target: String,
    _ sorting: CompetencySorting, _ competencies: Competencies
  ) {
    (self.file, self.result) = (file, result)
    var rows: [(question: FoundQuestion?, entry: ImportEntry)] = result.cards.map { card in
      let answer = card.question.answer.split(whereSeparator: \.isNewline).joined(separator: " ")
      return (
        card.question,
        ImportEntry(
          line: card.question.line, text: card.question.ask,
          details: answer.isEmpty ? [] : ["Answer: \(answer.prefix(200))"],
          choice: card.competency, why: card.reason.word, reason: card.reason.phrase,
          isGuess: card.reason.isGuess)
      )
    }
    for line in result.passedOver {
      let question = FoundQuestion(line)
      let sorted = question.map { sorting.competency(of: $0) }
      rows.append(
        (
          question,
          ImportEntry(
            line: line.line, text: question?.ask ?? line.text, sort: line.sort,
            choice: sorted?.tag ?? "", why: sorted?.reason.word ?? "",
            reason: sorted?.reason.phrase ?? "", isGuess: sorted?.reason.isGuess ?? false,
            isOffered: question != nil)
        ))
    }
    rows.sort { $0.entry.line < $1.entry.line }
    questions = rows.map(\.question)
    proposal = ImportProposal(
      source: source, noun: ("question", "questions"), target: target, sorter: "Competency",
      options: competencies.tags.map { tag in
        FormOption(tag, title: tag, note: competencies.family(of: tag)?.title ?? "")
      },
      entries: rows.map(\.entry),
      doubt: file.isDoubtful
        ? "It does not read like a list of questions: \(file.prose.lines) of \(file.prose.of) lines are prose"
        : "")
  }

  /// The file as the person wants it, each question sorted by what they have seen.
  func file(with entries: [ImportEntry]) -> QuestionFile {
    var taken: [FoundQuestion] = []
    var passedOver: [PassedOver] = []
    for (entry, question) in zip(entries, questions) {
      if entry.isTaken, var question {
        question.ask = entry.text
        question.sort(by: entry.choice)
        taken.append(question)
      } else {
        passedOver.append(PassedOver(entry.line, entry.sort ?? .leftOut, entry.text))
      }
    }
    return file.with(taken, passedOver: passedOver)
  }
}

extension CompetencySorting.Reason {
  /// Why, in a word.
  fileprivate var word: String {
    switch self {
    case .column: "column"
    case .heading: "heading"
    case .given: "you"
    case .words: "words"
    case .nothing: "–"
    }
  }

  /// Why, behind what it is.
  fileprivate var phrase: String {
    switch self {
    case .column(let name): "from the column “\(name)”"
    case .heading(let text, let line): "from the heading “\(text)” in line \(line)"
    case .given: "as --competency says"
    case .words: "a guess from its words"
    case .nothing: "a guess from nothing"
    }
  }
}
