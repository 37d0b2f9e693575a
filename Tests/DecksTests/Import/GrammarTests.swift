import TestSupport
import Testing

@testable import Decks

/// Lists of questions that are written by a grammar: headings × lists × answers × markup.
///
/// Each is read back exactly; one that is not is made smaller as long as that shows, and then printed.
@Suite struct GrammarTests {
  @Test func everyListIsReadBack() throws {
    let campaign = Campaign("lists", whole: 20_000, slice: 1500)
    var shapes: Set<String> = []
    for seed in campaign.seeds {
      var random = CaseGenerator(seed: seed)
      let list = WrittenList(&random)
      shapes.insert(list.style.description)
      guard let problem = list.problem else { continue }
      let least = list.shrunk()
      Issue.record(
        "seed \(seed): \(least.style)\n\(least.text)\n\(least.problem ?? problem)")
      return
    }
    #expect(shapes.count >= 20)
  }
}

/// A list as a value: what is in it, and how it is written down.
struct WrittenList {
  struct Question: Equatable {
    var ask: String
    var answer: [Paragraph] = []
    /// In a form of its own, whatever the others are in.
    var form: Form?
  }

  /// Holds a question and its answer together.
  enum Form: CaseIterable { case callout, foldedCallout, titledBelow, alert, definition }

  enum Paragraph: Equatable {
    case sentence(String)
    case items([String])
    case steps([String])
  }

  struct Section: Equatable {
    var title: String?
    var questions: [Question]
  }

  var sections: [Section]
  var style: Style

  // MARK: - How it is written

  struct Style: CustomStringConvertible {
    enum Headings: CaseIterable { case none, hashes, underlined, bold, colon, capitals, org }
    enum Carrier: CaseIterable {
      case bullets, numbers, parentheses, plain, boldLines, boldNumbers, headings, marks, boldMarks
      case folded, colons, separators, table, commas, semicolons, tabs, orgHeadings
      case mixedNumbers, mixedMarks, letters, capitalLetters, tasks, quotes, wideMarks, oneColumn
      case forms
    }
    var headings: Headings
    var carrier: Carrier
    var hasAnswers: Bool
    var hasItems: Bool
    var isCRLF: Bool
    var hasFrontMatter: Bool
    var hasRules: Bool
    /// Whether some questions are in a form of their own.
    var hasForms = false
    /// Whether some questions ask nothing by their words.
    var hasPrompts = false
    /// The way in which the first is numbered, where each may be in another.
    var firstNumber = 0

    var description: String {
      "\(headings)/\(carrier)\(hasAnswers ? "/answers" : "")\(hasItems ? "/items" : "")\(isCRLF ? "/crlf" : "")\(hasFrontMatter ? "/front" : "")\(hasRules ? "/rules" : "")\(hasForms ? "/forms" : "")\(hasPrompts ? "/prompts" : "")"
    }
  }

  /// What it should be read as.
  var expected: [(ask: String, answer: String, category: String?)] {
    sections.flatMap { section in
      section.questions.map { question in
        (
          question.ask, Self.answer(question.answer, style.carrier),
          style.isTable
            ? nil : style.headings == .capitals ? section.title?.uppercased() : section.title
        )
      }
    }
  }

  private static func answer(_ paragraphs: [Paragraph], _ carrier: Style.Carrier) -> String {
    let texts = paragraphs.map { paragraph in
      switch paragraph {
      case .sentence(let text): text
      case .items(let items): items.map { "- " + $0 }.joined(separator: "\n")
      case .steps(let steps):
        steps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
      }
    }
    return texts.joined(separator: "\n\n")
  }

  // MARK: - What is wrong

  /// How it is read otherwise; nil if it is not.
  var problem: String? {
    guard let file = try? QuestionFile(Array(text.utf8)) else { return "is no text" }
    let found = file.questions.map { ($0.ask, $0.answer, $0.category?.text) }
    let wanted = expected
    guard found.map(\.0) == wanted.map(\.ask) else {
      return "questions \(found.map(\.0))\nfor \(wanted.map(\.ask))"
    }
    guard found.map(\.1) == wanted.map(\.answer) else {
      return "answers \(found.map(\.1))\nfor \(wanted.map(\.answer))"
    }
    guard style.isTable || found.map(\.2) == wanted.map(\.category) else {
      return "categories \(found.map(\.2))\nfor \(wanted.map(\.category))"
    }
    return file.isDoubtful ? "doubtful" : nil
  }

  /// The least list that is read otherwise.
  func shrunk() -> WrittenList {
    var least = self
    while let next = least.smaller.first(where: { $0.problem != nil }) { least = next }
    return least
  }

  /// Lists that are a little less than this one.
  private var smaller: [WrittenList] {
    var lists: [WrittenList] = []
    func add(_ change: (inout WrittenList) -> Void) {
      var list = self
      change(&list)
      if !list.sections.isEmpty, !list.sections.contains(where: \.questions.isEmpty) {
        lists.append(list)
      }
    }
    for index in sections.indices {
      add { $0.sections.remove(at: index) }
      for place in sections[index].questions.indices {
        add { $0.sections[index].questions.remove(at: place) }
        for part in sections[index].questions[place].answer.indices where part > 0 {
          add { $0.sections[index].questions[place].answer.remove(at: part) }
        }
      }
    }
    if style.isCRLF { add { $0.style.isCRLF = false } }
    if style.hasFrontMatter { add { $0.style.hasFrontMatter = false } }
    if style.hasRules { add { $0.style.hasRules = false } }
    for index in sections.indices {
      for place in sections[index].questions.indices
      where style.carrier != .forms && sections[index].questions[place].form != nil {
        add { $0.sections[index].questions[place].form = nil }
      }
    }
    return lists
  }
}

extension WrittenList.Style {
  var isTable: Bool { [.table, .commas, .semicolons, .tabs].contains(carrier) }
}
