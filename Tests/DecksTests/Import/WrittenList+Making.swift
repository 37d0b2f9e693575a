import TestSupport

extension WrittenList {
  /// A list of chance, in a style in which it can be told what is what.
  init(_ random: inout CaseGenerator) {
    let carrier = random.element(Style.Carrier.allCases)
    let isTable = [.table, .commas, .semicolons, .tabs].contains(carrier)
    var headings = random.element(Style.Headings.allCases)
    switch carrier {
    case .orgHeadings: headings = .org
    case .headings: headings = [.none, .hashes][random.below(2)]
    case .commas, .semicolons, .tabs: headings = .none
    // Lines alone have headings that stand out.
    case .plain where headings == .org || headings == .bold: headings = .colon
    case .folded, .colons, .separators, .table, .marks, .boldMarks, .boldLines, .boldNumbers:
      if ![.none, .hashes, .underlined].contains(headings) { headings = .hashes }
    case .bullets, .numbers,
      .parentheses where headings == .org:
      headings = .hashes
    default: break
    }
    // Cards of Obsidian and the second column always answer.
    let always: [Style.Carrier] = [
      .colons, .separators, .folded, .marks, .boldMarks, .boldLines, .boldNumbers, .headings,
      .orgHeadings,
    ]
    let hasAnswers = always.contains(carrier) || random.below(2) == 0
    let mayHaveItems: [Style.Carrier] = [
      .marks, .boldMarks, .boldLines, .boldNumbers, .headings, .folded, .orgHeadings,
    ]
    style = Style(
      headings: headings, carrier: carrier, hasAnswers: hasAnswers,
      hasItems: hasAnswers && mayHaveItems.contains(carrier) && random.below(2) == 0,
      isCRLF: random.below(5) == 0,
      hasFrontMatter: !isTable && carrier != .orgHeadings && random.below(4) == 0,
      hasRules: !isTable && carrier != .orgHeadings && random.below(4) == 0)
    sections = []
    var asks = Self.asks.shuffled(&random)
    let count = headings == .none ? 1 : 1 + random.below(3)
    for index in 0..<count {
      let questions = (0..<(2 + random.below(3))).compactMap { _ in asks.popLast() }
      sections.append(
        Section(
          title: headings == .none ? nil : Self.titles[index * 3 + random.below(3)],
          questions: questions.map { ask in
            Question(ask: ask, answer: hasAnswers ? Self.answer(&random, style) : [])
          }))
    }
  }

  private static func answer(_ random: inout CaseGenerator, _ style: Style) -> [Paragraph] {
    var answer = [Paragraph.sentence(random.element(sentences))]
    // One line is all that these have room for.
    let isShort: [Style.Carrier] = [
      .colons, .separators, .table, .commas, .semicolons, .tabs, .plain, .bullets, .numbers,
      .parentheses,
    ]
    guard !isShort.contains(style.carrier) else { return answer }
    if random.below(2) == 0 { answer.append(.sentence(random.element(sentences))) }
    if style.hasItems {
      answer.append(.items((0..<(2 + random.below(2))).map { _ in random.element(items) }))
    }
    return answer
  }

  private static let titles = [
    "Teamwork", "Working with others", "Conflict", "Customers", "Owning things", "Difficult people",
    "Failure", "Results and impact", "Odds and ends",
  ]
  private static let asks = [
    "Why us?", "Tell me about a time you failed.", "What do you know about our work (and us)?",
    "Describe a colleague who would not be won over.", "When did you turn a client down; and why?",
    "How do you handle stress?", "Walk me through a decision, and what it cost.",
    "Give an example of a goal you reached: how did you get there?",
    "Have you ever disagreed with your boss? What happened?",
    "Where do you see yourself in 5 years?",
    "Which of your habits did a team ask you to change?", "What is your greatest strength?",
    "Tell us about a project that wasn't finished in time.", "Warum möchten Sie zu uns?",
    "Talk about a risk you took - and lost.", "What's “good enough” for you?",
    "If you could undo one thing, what would it be?", "Who taught you most?",
  ]
  private static let sentences = [
    "The refund in May.", "I called first, and then I wrote.", "It took two weeks (not one).",
    "The client stayed: that was all we wanted.", "We agreed on 3 steps and a date.",
    "My manager said “no”, so I asked again.", "It was cold; nobody came.",
  ]
  private static let items = [
    "first I called", "then I planned again", "Focus on the outcome", "the team of four",
    "a second look",
  ]
}

extension Array {
  fileprivate func shuffled(_ random: inout CaseGenerator) -> Self {
    var rest = self
    return indices.map { _ in rest.remove(at: random.below(rest.count)) }
  }
}
