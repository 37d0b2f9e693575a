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
    case .folded, .colons, .separators, .table, .marks, .boldMarks, .boldLines, .boldNumbers,
      .mixedMarks, .quotes, .wideMarks, .oneColumn, .forms:
      if ![.none, .hashes, .underlined].contains(headings) { headings = .hashes }
    case .bullets, .numbers, .parentheses, .mixedNumbers, .letters, .capitalLetters, .tasks:
      if headings == .org { headings = .hashes }
    default: break
    }
    // Cards of Obsidian and the second column always answer.
    let always: [Style.Carrier] = [
      .colons, .separators, .folded, .marks, .boldMarks, .boldLines, .boldNumbers, .headings,
      .orgHeadings, .mixedMarks, .quotes, .wideMarks, .forms,
    ]
    let hasAnswers = always.contains(carrier) || carrier != .oneColumn && random.below(2) == 0
    let mayHaveItems: [Style.Carrier] = [
      .marks, .boldMarks, .boldLines, .boldNumbers, .headings, .folded, .orgHeadings,
      .mixedMarks, .wideMarks, .forms,
    ]
    // Where the form says that they ask, they need not.
    let mayPrompt: [Style.Carrier] = [
      .marks, .boldMarks, .mixedNumbers, .mixedMarks, .capitalLetters, .wideMarks, .oneColumn,
      .forms, .folded,
    ]
    let hasPrompts = mayPrompt.contains(carrier) && random.below(3) == 0
    style = Style(
      headings: headings, carrier: carrier, hasAnswers: hasAnswers,
      hasItems: hasAnswers && mayHaveItems.contains(carrier) && random.below(2) == 0,
      isCRLF: random.below(5) == 0,
      hasFrontMatter: !isTable && carrier != .orgHeadings && random.below(4) == 0,
      hasRules: !isTable && carrier != .orgHeadings && random.below(4) == 0,
      hasForms: carrier == .forms
        || !isTable && ![.orgHeadings, .oneColumn].contains(carrier) && random.below(4) == 0,
      hasPrompts: hasPrompts,
      firstNumber: random.below(18))
    sections = []
    // Initials are numbers only beside each other.
    if hasPrompts, carrier == .capitalLetters { style.hasForms = false }
    // Below another question a remark that asks something belongs to that one.
    let forms = Form.allCases.filter {
      $0 != .alert || carrier == .forms && !hasPrompts
    }
    var asks = ((style.hasPrompts ? Self.prompts : []) + Self.asks).shuffled(&random)
    let count = headings == .none ? 1 : 1 + random.below(3)
    for index in 0..<count {
      let questions = (0..<(2 + random.below(3))).compactMap { _ in asks.popLast() }
      sections.append(
        Section(
          title: headings == .none ? nil : Self.titles[index * 3 + random.below(3)],
          questions: questions.map { ask in
            let isHeld = style.hasForms && (carrier == .forms || random.below(3) == 0)
            return Question(
              ask: ask, answer: hasAnswers || isHeld ? Self.answer(&random, style) : [],
              form: isHeld ? random.element(forms) : nil)
          }))
    }
  }

  private static func answer(_ random: inout CaseGenerator, _ style: Style) -> [Paragraph] {
    var answer = [Paragraph.sentence(random.element(sentences))]
    // One line is all that these have room for.
    let isShort: [Style.Carrier] = [
      .colons, .separators, .table, .commas, .semicolons, .tabs, .plain, .bullets, .numbers,
      .parentheses, .mixedNumbers, .letters, .capitalLetters, .tasks, .quotes, .oneColumn,
    ]
    guard !isShort.contains(style.carrier) else { return answer }
    if random.below(2) == 0 { answer.append(.sentence(random.element(sentences))) }
    if style.hasItems {
      let texts = (0..<(2 + random.below(2))).map { _ in random.element(items) }
      answer.append(style.carrier == .mixedMarks ? .steps(texts) : .items(texts))
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
  private static let prompts = [
    "A conflict with a peer", "Strengths", "Leading without authority", "Biggest success",
    "Working under pressure", "A decision you regret",
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
