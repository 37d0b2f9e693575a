/// Finds the questions in a text of lines: which are questions, what belongs to them, and what is neither.
struct OutlineReader {
  private let outline: Outline
  private let lines: [OutlineLine]
  private let shape: OutlineShape
  /// Whether answers stand as paragraphs of their own behind the items that ask.
  private let hasParagraphs: Bool
  /// Whether lines that ask are followed by lines that answer.
  private let hasAnswers: Bool
  private let hasQuestions: Bool
  private let hasAnswerMarks: Bool
  /// What the person says of columns of tables.
  private let known: [String: TableColumn]

  private(set) var questions: [FoundQuestion] = []
  private(set) var passedOver: [PassedOver] = []
  /// Paragraphs and items, and those of them that read like prose.
  private(set) var texts = 0
  private(set) var prose = 0

  private var current: FoundQuestion?
  private var answer = AnswerText()
  /// The line that the current question begins with.
  private var carrier: OutlineLine?
  /// Whether its answer has begun.
  private var isAnswering = false
  private var isAfterBlank = true
  /// The last number in that answer, and how it is written.
  private var listed: (values: [Int], look: String) = ([], "")
  /// The number of the last question that has one.
  private var counted: [Int] = []
  private var headings: [(level: Int, text: String, line: Int)] = []
  /// Items that head others, by their depth.
  private var groups: [(depth: Int, text: String, line: Int)] = []

  init(_ outline: Outline, known: [String: TableColumn] = [:]) {
    self.outline = outline
    self.known = known
    lines = outline.lines
    let free = lines.filter { $0.hold == .none }
    shape = OutlineShape(free)
    hasParagraphs = OutlineStructure.hasParagraphs(free)
    hasAnswers = OutlineStructure.hasAnswers(free)
    hasAnswerMarks = free.contains { $0.marker == .answer }
    hasQuestions = free.contains { $0.isText && $0.isQuestion }
    var index = 0
    while index < lines.count {
      index = take(index)
    }
    end()
  }

  /// Whether two of three paragraphs read like prose and few ask anything, or half of them where none does.
  var isDoubtful: Bool {
    guard shape == .items || shape == .lines else { return false }
    let asking = questions.count { QuestionWords.isQuestion($0.ask) }
    guard asking > 0 else { return prose > 0 && prose * 2 >= texts }
    return prose * 3 >= texts * 2 && asking * 4 < texts
  }

  // MARK: - Line by line

  /// Takes in a line, or a table, and gives the index of the next.
  private mutating func take(_ index: Int) -> Int {
    let line = lines[index]
    if line.hold != .none {
      takeHeld(line)
      return index + 1
    }
    if carrier?.hold == .asks, !answer.isEmpty { end() }
    switch line.sort {
    case .blank:
      isAfterBlank = true
      answer.pause()
      // An answer of Obsidian's ends here.
      if shape == .cards, isAnswering, carrier?.sort != .item, carrier?.marker != .question {
        end()
      }
      return index + 1
    case .rule, .close:
      if line.sort == .rule { pass(line, .rule) }
      end()
    case .aside(let sort):
      if sort == .code, current != nil {
        isAnswering = true
        let text = line.raw.stripped
        if !text.hasPrefix("```"), !text.hasPrefix("~~~") { answer.add(line, text: text) }
      } else {
        pass(line, sort)
      }
    case .heading(let level): takeHeading(index, level)
    case .row: return takeTable(index)
    case .card(let text):
      begin(line, line.text)
      answer.add(line, text: text, isBegun: true)
      isAnswering = true
    case .separator: takeSeparator(line)
    case .item, .plain: takeText(index)
    }
    isAfterBlank = false
    return index + 1
  }

  /// Takes in a line of which the form around it says what it is.
  private mutating func takeHeld(_ line: OutlineLine) {
    isAfterBlank = line.sort == .blank
    switch line.hold {
    case .asks: begin(line, line.text)
    case .more: continueQuestion(line.text)
    case .remarks where current == nil: pass(line, .sentence)
    case _ where line.sort == .blank || line.sort == .rule: answer.pause()
    case _ where QuestionWords.isAnswerWord(line.text): isAnswering = true
    default:
      isAnswering = true
      answer.add(line, text: line.sort == .row ? line.raw : line.text)
    }
  }

  private mutating func takeHeading(_ index: Int, _ level: Int) {
    let line = lines[index]
    let isPart =
      QuestionWords.isAnswerWord(line.text)
      || level > carrierLevel && QuestionWords.isAnswerPart(line.text)
    if line.marker == .answer || isPart, current != nil {
      isAnswering = true
      if !QuestionWords.isAnswerWord(line.text) { takeAnswer(line, line.text) }
      return
    }
    switch shape {
    case .marked where line.marker == .question: return begin(line, line.text)
    case .headings(level) where isQuestionHeading(index):
      closeHeadings(to: level)
      return begin(line, line.text)
    case .headings(let carrying) where level > carrying && current != nil:
      isAnswering = true
      return takeAnswer(line, line.text)
    case .cards where line.tags.contains("card") || line.tags.contains("flashcard"):
      return begin(line, line.text)
    default: break
    }
    closeHeadings(to: level)
    headings.append((level, line.text, line.number))
    pass(line, .heading)
  }

  /// The level of the heading that the question at hand is, or stands below.
  private var carrierLevel: Int {
    if case .heading(let level)? = carrier?.sort { return level }
    return headings.last { $0.level < Self.plainLevel }?.level ?? 0
  }

  /// Of the headings that are the questions some may not read as such.
  private func isQuestionHeading(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isQuestion, line.marker == .none else { return true }
    // It has to have something below it that is no group of questions.
    let below = lines[(index + 1)...].first { $0.sort != .blank }
    return below?.sort == .plain && below?.isQuestion == false && headings.count > 0
  }

  private mutating func closeHeadings(to level: Int) {
    end()
    groups = []
    headings.removeAll { $0.level >= level }
  }

  /// The `?` of Obsidian: what stands above it, up to a blank line, is the question.
  private mutating func takeSeparator(_ line: OutlineLine) {
    var text: [String] = []
    var first = line.number
    while let last = passedOver.last, last.line == first - 1, last.sort == .sentence {
      text.insert(InlineMarkup.text(LineMarker(last.text).rest), at: 0)
      first = last.line
      passedOver.removeLast()
    }
    guard !text.isEmpty else {
      // The question of a shape that knew it already.
      if current != nil { isAnswering = true } else { pass(line, .sentence) }
      return
    }
    var question = line
    question.number = first
    begin(question, text.joined(separator: " "))
    isAnswering = true
  }

  private mutating func takeText(_ index: Int) {
    let line = lines[index]
    guard !line.text.isEmpty || line.marker == .question || line.marker == .answer else {
      return pass(line, .blank)
    }
    if let heading = headings.last, QuestionWords.isAppendix(heading.text), !line.isQuestion,
      shape == .items || shape == .lines
    {
      return pass(line, .sentence)
    }
    let role = role(of: index)
    if isAfterBlank || line.sort == .item || role == .question {
      texts += 1
      let isSentence =
        line.sort == .plain && QuestionWords.isEnded(line.text) && !line.isQuestion
        && line.text.contains(" ")
      if isSentence || QuestionWords.isProse(line.text) { prose += 1 }
    }
    switch role {
    case .question: begin(line, line.text)
    case .lead(let text, let rest):
      begin(line, text)
      answer.add(line, text: rest, isBegun: true)
    case .sorted(let name, let ask):
      begin(line, ask)
      current?.category = FoundQuestion.Category(text: name, sort: .heading(line.number))
    case .label(let name):
      let next = lines[(index + 1)...].first { $0.sort != .blank }
      if current == nil || next?.marker == .question {
        closeHeadings(to: Self.plainLevel)
        headings.append((Self.plainLevel, name, line.number))
      } else {
        current?.category = FoundQuestion.Category(text: name, sort: .heading(line.number))
      }
      pass(line, .aside)
    case .more: continueQuestion(line.text)
    case .answer:
      isAnswering = true
      let inner = line.marker == .answer ? LineMarker(line.text) : nil
      listed = inner.map { ($0.values, $0.look) } ?? (line.values, line.look)
      takeAnswer(
        line, line.marker == .answer && QuestionWords.isAnswerWord(line.text) ? "" : line.text)
    case .group:
      if line.sort == .item {
        groups.removeAll { $0.depth >= line.depth }
        groups.append((line.depth, line.text.withoutColon, line.number))
      } else {
        closeHeadings(to: Self.plainLevel)
        headings.append((Self.plainLevel, line.text.withoutColon, line.number))
      }
      end()
      pass(line, .heading)
    case .nothing(let sort): pass(line, sort)
    }
  }

  /// Below all headings that say that they are.
  private static let plainLevel = 9

  private func role(of index: Int) -> OutlineRole {
    OutlineStructure(
      lines: lines, shape: shape, carrier: carrier, question: current?.ask,
      isAnswering: isAnswering, isAfterBlank: isAfterBlank, hasParagraphs: hasParagraphs,
      hasAnswers: hasAnswers, hasQuestions: hasQuestions, hasTables: !outline.cells.isEmpty,
      hasAnswerMarks: hasAnswerMarks, listed: listed, counted: counted,
      groupDepth: groups.last?.depth
    ).role(of: index)
  }

  // MARK: - What comes of it

  private mutating func begin(_ line: OutlineLine, _ text: String) {
    end()
    groups.removeAll { $0.depth >= line.depth && line.sort == .item }
    var question = FoundQuestion(text, line: line.number)
    question.tags = line.tags.filter { $0 != "card" && $0 != "flashcard" }
    if let group = groups.last {
      question.category = FoundQuestion.Category(text: group.text, sort: .heading(group.line))
    } else if let heading = headings.last {
      question.category = FoundQuestion.Category(text: heading.text, sort: .heading(heading.line))
    }
    current = question
    carrier = line
    listed = ([], "")
    if !line.values.isEmpty { counted = line.values }
    answer = AnswerText()
    if line.sort == .item { answer.base = line.depth + 1 }
    isAnswering = false
  }

  private mutating func continueQuestion(_ text: String) {
    guard let ask = current?.ask else { return }
    current?.ask = ask.isEmpty ? text : ask + " " + text
  }

  private mutating func takeAnswer(_ line: OutlineLine, _ text: String) {
    answer.add(line, text: text)
  }

  /// Keeps the question that was begun.
  private mutating func end() {
    defer {
      current = nil
      carrier = nil
      isAnswering = false
    }
    guard var question = current else { return }
    question.answer = answer.text
    question.ask = question.ask.stripped
    guard !question.ask.isEmpty else {
      if let carrier { pass(carrier, .blank) }
      return
    }
    questions.append(question)
  }

  private mutating func pass(_ line: OutlineLine, _ sort: PassedOver.Sort) {
    passedOver.append(PassedOver(line.number, sort, line.raw))
  }

  // MARK: - Tables

  private mutating func takeTable(_ begin: Int) -> Int {
    let end = lines[begin...].firstIndex { $0.sort != .row } ?? lines.count
    let rows = lines[begin..<end].compactMap { line in
      outline.cells[line.number].map {
        SeparatedValues.Row(fields: $0.map(InlineMarkup.text), line: line.number)
      }
    }
    var body = rows.filter { !Outline.isDivider($0.fields) }
    let hasDivider = body.count < rows.count
    if let head = body.first, hasDivider,
      let table = QuestionTable(
        header: head.fields, rows: Array(body.dropFirst()), line: head.line, known: known)
    {
      self.end()
      for var question in table.questions {
        if question.category == nil, let heading = headings.last {
          question.category = FoundQuestion.Category(
            text: heading.text, sort: .heading(heading.line))
        }
        questions.append(question)
      }
      passedOver += table.passedOver
      columns += table.unusedColumns
    } else if current != nil, isAnswering || shape != .items {
      isAnswering = true
      for row in body { answer.add(lines[begin], text: row.fields.joined(separator: " | ")) }
    } else {
      body = rows
      for row in body {
        passedOver.append(PassedOver(row.line, .table, row.fields.joined(separator: " | ")))
      }
    }
    isAfterBlank = false
    return end
  }

  /// Columns of tables that say nothing that a card has.
  private(set) var columns: [String] = []
}

extension String {
  fileprivate var withoutColon: String {
    trimmingEnd { $0 == ":" || $0 == "：" }.stripped
  }
}
