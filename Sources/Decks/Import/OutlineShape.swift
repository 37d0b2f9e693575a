/// Which lines of a text are its questions.
enum OutlineShape: Equatable {
  /// Those that say so by `Q:`, be it that answers say so, too.
  case marked
  /// Those with their answers behind `::`, or below a `?`, or folded.
  case cards
  /// Those that are bold.
  case bold
  /// The headings of a level.
  case headings(level: Int)
  /// The items of lists.
  case items
  /// Lines of their own.
  case lines

  /// Finds out by what looks like a question.
  init(_ lines: [OutlineLine]) {
    var evidence = Evidence()
    for index in lines.indices { evidence.look(at: lines, index) }
    self = evidence.shape(of: lines)
  }
}

/// How many questions of each look there are.
private struct Evidence {
  var (marked, answers, cards, bold, items, plain, allItems) = (0, 0, 0, 0, 0, 0, 0)
  var headings: [Int: (questions: Int, all: Int)] = [:]
  private var isFirstOfBlock = true

  mutating func look(at lines: [OutlineLine], _ index: Int) {
    let line = lines[index]
    switch line.sort {
    case .heading(let level):
      if line.marker == .question { marked += 1 }
      headings[level, default: (0, 0)].all += 1
      if line.isQuestion || line.marker == .question {
        headings[level, default: (0, 0)].questions += 1
      }
      isFirstOfBlock = true
    case .card, .separator: cards += 1
    case .item, .plain:
      lookAtText(line)
      isFirstOfBlock = false
    case .blank, .rule: isFirstOfBlock = true
    default: break
    }
  }

  private mutating func lookAtText(_ line: OutlineLine) {
    if line.marker == .answer {
      answers += 1
      return
    }
    if line.marker == .question { marked += 1 }
    if line.tags.contains("card") || line.tags.contains("flashcard") { cards += 1 }
    if line.sort == .item, line.depth == 0 { allItems += 1 }
    if let lead = line.lead {
      if QuestionWords.isQuestion(lead.text) { bold += 1 }
    } else if line.isQuestion, line.marker != .question {
      if line.sort == .item, line.depth == 0 {
        items += 1
      } else if line.sort == .plain, isFirstOfBlock || line.depth == 0 {
        plain += 1
      }
    }
  }

  func shape(of lines: [OutlineLine]) -> OutlineShape {
    let others = bold + items + plain
    if marked > 0, answers > 0 || 2 * marked >= others { return .marked }
    if cards > 0 { return .cards }
    if let level = questionLevel(lines) { return .headings(level: level) }
    if bold > 0, bold >= items + plain { return .bold }
    return items >= plain && allItems > 0 && allItems >= plain ? .items : .lines
  }

  /// The level of the headings that ask, if those are the questions.
  private func questionLevel(_ lines: [OutlineLine]) -> Int? {
    let best = headings.max {
      ($0.value.questions, $0.key) < ($1.value.questions, $1.key)
    }
    guard let (level, count) = best, count.questions > 0, count.questions * 2 >= count.all else {
      return nil
    }
    if count.questions == count.all, count.all >= 3 { return level }
    // A heading that asks is that of a group if most of what stands below it asks, too.
    var groups = 0
    for (index, line) in lines.enumerated() where line.sort == .heading(level: level) {
      let below = lines[(index + 1)...].prefix { line in
        if case .heading(let other) = line.sort { other > level } else { true }
      }
      let texts = below.filter { $0.isText && $0.depth == 0 && $0.marker != .answer }
      let asking = texts.count {
        $0.isQuestion || $0.lead.map { QuestionWords.isQuestion($0.text) } ?? false
      }
      if asking > 1, asking * 2 > texts.count { groups += 1 }
    }
    return groups * 2 > count.questions ? nil : level
  }
}
