/// What a line of text is for the questions around it.
enum OutlineRole: Equatable {
  case question
  /// A question, and what stands behind it on its line.
  case lead(String, rest: String)
  /// A question, and what sorts it before it on its line.
  case sorted(String, ask: String)
  /// It says what the question above or below is about.
  case label(String)
  /// It goes on with the question above.
  case more
  case answer
  /// It heads the questions below.
  case group
  case nothing(PassedOver.Sort)
}

/// Says what a line is, by the shape of the text and by what stands above and below it.
struct OutlineStructure {
  let lines: [OutlineLine]
  let shape: OutlineShape
  /// The line that the question at hand begins with.
  let carrier: OutlineLine?
  /// The question at hand.
  let question: String?
  let isAnswering: Bool
  let isAfterBlank: Bool
  let hasParagraphs: Bool
  let hasAnswers: Bool
  let hasQuestions: Bool
  let hasTables: Bool
  /// Whether answers say that they are.
  let hasAnswerMarks: Bool
  /// The last number in the answer, and how it is written.
  let listed: (values: [Int], look: String)
  /// The number of the last question that has one.
  let counted: [Int]
  /// That of the item that heads others.
  let groupDepth: Int?

  func role(of index: Int) -> OutlineRole {
    let line = lines[index]
    // Whatever is empty so far gets what comes.
    if let question, question.isEmpty, line.marker != .answer { return .more }
    if line.marker == .none, let name = Self.label(line.text) { return .label(name) }
    if shape == .items || shape == .lines, let sorted = Self.sorted(line) { return sorted }
    switch shape {
    case .marked: return inMarked(line, index)
    case .cards: return inCards(line)
    case .headings: return inHeadings(line)
    case .bold: return inBold(line, index)
    case .items: return inItems(line, index)
    case .lines: return inLines(line, index)
    }
  }

  /// What stands behind `Competency:` or `Category:`.
  private static func label(_ text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let value = text[text.index(after: colon)...].stripped
    let name = String(text[..<colon])
    guard name.count <= 20, !value.isEmpty, value.count <= 60, !QuestionWords.isQuestion(value)
    else {
      return nil
    }
    let column = TableColumn(name)
    return column == .category || column == .key(.competency) ? value : nil
  }

  /// A question with a bold word before it, such as `**Teamwork:** Who helped?`.
  private static func sorted(_ line: OutlineLine) -> OutlineRole? {
    guard let lead = line.lead, !lead.rest.isEmpty, !QuestionWords.isQuestion(lead.text),
      !QuestionWords.isAnswerPart(lead.text), lead.text.hasSuffix(":") || lead.rest.hasPrefix(":")
    else { return nil }
    let ask = lead.rest.trimmingCharacters([":", " "])
    guard QuestionWords.isQuestion(ask), line.depth == 0 else { return nil }
    return .sorted(lead.text.trimmingCharacters([":", " "]), ask: ask)
  }

  private func beside(_ line: OutlineLine) -> OutlineRole {
    if question != nil { return .answer }
    return line.sort == .plain && QuestionWords.isHeading(line.text) ? .group : .nothing(.sentence)
  }

  /// Whether a number is that of a question, and not of a list in the answer above: it goes on with the
  /// last question's, or an answer stands right below it.
  private func isNext(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.marker == .ordered, line.depth <= carrier?.depth ?? 0 else { return false }
    let below = nextText(index)
    if below?.marker == .answer { return true }
    guard question != nil else {
      let next = lines[(index + 1)...].first { !$0.values.isEmpty && $0.depth <= line.depth }
      return line.isQuestion || isAfter(counted, line)
        || next.map { isAfter(line.values, $0) && $0.look != line.look } ?? false
    }
    guard isAfter(counted, line), carrier?.values.isEmpty == false else { return false }
    guard line.look == listed.look else { return true }
    return isAfterBlank && line.isQuestion && line.values.contains { counted.contains($0 - 1) }
  }

  private func isAfter(_ values: [Int], _ line: OutlineLine) -> Bool {
    values.min().map { first in line.values.contains { $0 > first } } ?? false
  }

  private func inMarked(_ line: OutlineLine, _ index: Int) -> OutlineRole {
    if line.marker == .question || isNext(index) {
      if let lead = line.lead, !lead.rest.isEmpty, QuestionWords.isQuestion(lead.text) {
        return .lead(lead.text, rest: LineMarker(lead.rest).rest)
      }
      if let (ask, rest) = Self.parted(line.text) { return .lead(ask, rest: rest) }
      return .question
    }
    if line.marker == .answer { return question == nil ? .nothing(.sentence) : .answer }
    if isAfterBlank, line.sort == .plain, standsOut(line), !hasAnswerMarks || !isAnswering,
      let next = lines[(index + 1)...].firstIndex(where: { $0.sort != .blank }),
      lines[next].marker == .question || lines[next].hold == .asks || isNext(next)
    {
      return .group
    }
    guard let question, !isAnswering, !isAfterBlank, line.sort == .plain else {
      return beside(line)
    }
    // A sentence below a few words that ask nothing answers them.
    let isAnswered =
      QuestionWords.isHeading(question) && QuestionWords.isEnded(line.text) && !line.isQuestion
    let isOpen = !QuestionWords.isEnded(question) && !isAnswered
    return goesOn(question, line) || isOpen || hasAnswerMarks ? .more : .answer
  }

  /// A question and its answer on one line, as in `Why us? A: You are kind.`.
  private static func parted(_ text: String) -> (ask: String, answer: String)? {
    for mark in [" A:", " Answer:", " Ans:"] {
      guard let place = text.range(ofText: mark) else { continue }
      let ask = text[..<place.lowerBound].stripped
      let answer = text[place.upperBound...].stripped
      if QuestionWords.isEnded(ask), !answer.isEmpty { return (ask, answer) }
    }
    return nil
  }

  private func inCards(_ line: OutlineLine) -> OutlineRole {
    if line.marker == .question || line.tags.contains("card") || line.tags.contains("flashcard") {
      return .question
    }
    guard question != nil else { return .nothing(.sentence) }
    if line.marker == .answer { return .answer }
    // The answer ends where the paragraph does, or the items below it.
    let isBelow = line.depth > (carrier?.depth ?? 0) && carrier?.sort == .item
    let isFolded = carrier?.marker == .question
    return isBelow || isFolded || isAnswering && !isAfterBlank ? .answer : .nothing(.sentence)
  }

  /// Below a heading that asks nothing the items that ask are questions, too.
  private func inHeadings(_ line: OutlineLine) -> OutlineRole {
    if case .heading? = carrier?.sort { return beside(line) }
    guard line.sort == .item, line.depth == 0, line.marker != .answer else { return beside(line) }
    if let lead = line.lead, !lead.rest.isEmpty, QuestionWords.isQuestion(lead.text) {
      return .lead(lead.text, rest: lead.rest)
    }
    return line.isQuestion ? .question : beside(line)
  }

  private func inBold(_ line: OutlineLine, _ index: Int) -> OutlineRole {
    guard let lead = line.lead, line.depth == 0 || question == nil else { return beside(line) }
    if QuestionWords.isAnswerPart(lead.text) || line.marker == .answer { return beside(line) }
    if !line.isBold {
      return QuestionWords.isQuestion(lead.text) ? .lead(lead.text, rest: lead.rest) : beside(line)
    }
    if line.isQuestion { return .question }
    // A bold line that asks nothing heads what is bold, or is one more.
    let below = nextText(index)
    return below?.isText == true && below?.lead == nil && line.marker != .none ? .question : .group
  }

  // MARK: - Lists

  private func inItems(_ line: OutlineLine, _ index: Int) -> OutlineRole {
    if line.marker == .answer { return question == nil ? .nothing(.sentence) : .answer }
    guard line.sort == .item else { return besideItems(line, index) }
    // A list in an answer that says that it is one.
    let isListed = hasAnswerMarks && isAnswering && line.marker == .ordered && !line.isQuestion
    if isListed, !isNext(index) { return .answer }
    let base = groupDepth.map { $0 + 1 } ?? 0
    if line.depth > base, let carrier, line.depth > carrier.depth { return .answer }
    if heads(index) { return .group }
    if !line.isQuestion {
      if let carrier, carrier.marker == .ordered || !carrier.values.isEmpty, line.marker == .bullet,
        QuestionWords.isQuestion(question ?? "")
      {
        return .answer
      }
      if line.text.hasSuffix(":"), QuestionWords.isHeading(line.text) { return .group }
    }
    if let lead = line.lead, !lead.rest.isEmpty, QuestionWords.isQuestion(lead.text) {
      return .lead(lead.text, rest: lead.rest)
    }
    return .question
  }

  /// Whether an item heads the ones below it: it asks nothing, and most of them do.
  private func heads(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isQuestion else { return false }
    var (asking, all) = (0, 0)
    for other in lines[(index + 1)...] {
      if other.sort == .blank { continue }
      guard other.sort == .item else {
        if other.sort == .plain, other.depth > line.depth { continue }
        break
      }
      if other.depth < line.depth { break }
      let isBeside = other.marker == line.marker || isAfter(line.values, other)
      if other.depth == line.depth, isBeside { break }
      // Of those that are deeper only the first level counts.
      if other.depth > line.depth + 1 { continue }
      all += 1
      if other.isQuestion { asking += 1 }
    }
    return asking > 0 && asking * 2 > all
  }

  private func besideItems(_ line: OutlineLine, _ index: Int) -> OutlineRole {
    // What is bold as a whole and asks something is no part of the answer above it.
    if line.isBold, line.isQuestion, line.depth == 0 { return .question }
    if let question, !isAfterBlank, !isAnswering, carrier?.sort == .item || carrier?.isBold == true
    {
      return goesOn(question, line)
        ? .more : line.isQuestion && line.depth == 0 ? .question : .answer
    }
    if question != nil, isAnswering && !isAfterBlank || line.depth > 0 { return .answer }
    let below = nextText(index)
    let isBeforeItem = below.map { $0.sort == .item || $0.hold == .asks } ?? false
    if line.isBold, isBeforeItem { return .group }
    if line.isQuestion { return .question }
    let isMarked = line.text.hasSuffix(":") || below?.hold == .asks && standsOut(line)
    if QuestionWords.isHeading(line.text), isBeforeItem, !hasParagraphs || isMarked {
      return .group
    }
    if question != nil, hasParagraphs || isAnswering { return .answer }
    return QuestionWords.isHeading(line.text) ? .group : .nothing(.sentence)
  }

  // MARK: - Lines

  private func inLines(_ line: OutlineLine, _ index: Int) -> OutlineRole {
    if line.marker == .answer { return question == nil ? .nothing(.sentence) : .answer }
    if line.isQuestion {
      if let question, !isAfterBlank, !isAnswering, goesOn(question, line) { return .more }
      return line.sort == .item && line.depth > 0 && carrier != nil ? .answer : .question
    }
    if let question, !isAfterBlank, !isAnswering, goesOn(question, line) { return .more }
    if line.sort == .item, question != nil { return .answer }
    let before = index > 0 ? lines[index - 1].sort : .blank
    let after = index + 1 < lines.count ? lines[index + 1].sort : .blank
    let isAlone = (before == .blank || before == .rule) && after != .plain
    let isHeading = QuestionWords.isHeading(line.text)
    if isHeading {
      let isMarked = standsOut(line)
      let isBeforeItem = after == .item || isAlone && nextText(index)?.sort == .item
      let isBeforeQuestion = isAfterBlank && (nextText(index)?.isQuestion ?? false)
      if isMarked || isBeforeItem || isAlone && hasQuestions || isBeforeQuestion && !hasAnswers {
        return question != nil && hasAnswers && !isMarked && !isBeforeQuestion ? .answer : .group
      }
    }
    if question != nil, hasAnswers || QuestionWords.isProse(line.text) || isAnswering {
      return .answer
    }
    if hasTables { return .nothing(.sentence) }
    // In a list of questions a sentence above the first is none.
    if hasQuestions, question == nil, !isHeading || QuestionWords.isProse(line.text) {
      return .nothing(.sentence)
    }
    return .question
  }

  /// Whether it looks like a heading without being one.
  private func standsOut(_ line: OutlineLine) -> Bool {
    guard QuestionWords.isHeading(line.text) else { return false }
    return line.text.hasSuffix(":") || line.text.hasSuffix("：") || line.isBold
      || line.text == line.text.uppercased() && line.text != line.text.lowercased()
      || line.text.hasPrefix("[")
  }

  private func nextText(_ index: Int) -> OutlineLine? {
    lines[(index + 1)...].first { $0.sort != .blank }
  }

  /// Whether a line goes on with a sentence that the one above has begun.
  private func goesOn(_ question: String, _ line: OutlineLine) -> Bool {
    guard line.sort == .plain, !QuestionWords.isEnded(question), let first = line.text.first else {
      return false
    }
    return first.isLowercase || question.count >= 50 && !first.isNumber
  }

  // MARK: - The text as a whole

  /// Whether items are answered by paragraphs of their own: at least every second has one behind it, and
  /// they come between the items.
  static func hasParagraphs(_ lines: [OutlineLine]) -> Bool {
    var (questions, paragraphs, between) = (0, 0, 0)
    var isAfterItem = false
    for (index, line) in lines.enumerated() {
      switch line.sort {
      case .item where line.depth == 0:
        questions += 1
        isAfterItem = true
      case .plain where isAfterItem && line.indent == 0:
        paragraphs += 1
        isAfterItem = false
        let rest = lines[(index + 1)...].first { $0.sort != .blank && $0.sort != .plain }
        if rest?.sort == .item, !QuestionWords.isHeading(line.text) { between += 1 }
      default: break
      }
    }
    return between > 0 && paragraphs * 2 >= questions || questions > 0 && paragraphs == questions
  }

  /// Whether lines that ask are answered below: most of them by a line that asks nothing.
  static func hasAnswers(_ lines: [OutlineLine]) -> Bool {
    var (questions, answers) = (0, 0)
    var isAfterQuestion = false
    for line in lines where line.sort != .blank {
      guard line.isText else {
        isAfterQuestion = false
        continue
      }
      if line.isQuestion {
        questions += 1
        isAfterQuestion = true
      } else if isAfterQuestion, !line.text.hasSuffix(":") {
        answers += 1
        isAfterQuestion = false
      }
    }
    return questions > 0 && answers * 3 >= questions * 2
  }
}
