import Campaign
import Decks

/// Stories in a text: each part stands below its word, or behind it.
struct StoryText {
  private(set) var stories: [FoundStory] = []
  private(set) var passedOver: [PassedOver] = []
  /// Whether its headings ask, so that these are answers and not stories of their own.
  var areQuestions: Bool { asking * 2 > titled }

  private var (titled, asking) = (0, 0)
  private var current: FoundStory?
  private var part: StoryPart?
  private var isAfterBlank = false
  /// The title that a heading gives to the next story, and its line.
  private var title: (text: String, line: Int, isQuestion: Bool)?
  /// What stands below a title before its first part.
  private var waiting: [(part: StoryPart, text: String)] = []
  private let outline: Outline

  init(_ outline: Outline) {
    self.outline = outline
    var index = 0
    while index < outline.lines.count {
      if outline.lines[index].sort == .row {
        index = takeTable(index)
      } else if isTitle(index) {
        end()
        begin(title: outline.lines[index])
        index += 1
      } else {
        take(outline.lines[index])
        index += 1
      }
    }
    end()
  }

  /// Whether a short line stands above the first part of a story.
  private func isTitle(_ index: Int) -> Bool {
    let line = outline.lines[index]
    guard line.sort == .plain, line.text.count <= 80, label(line) == nil, !line.text.hasSuffix("."),
      isAfterBlank || part == .notes || index == 0
    else { return false }
    let next = outline.lines[(index + 1)...].first { $0.sort != .blank }
    return next.flatMap { label($0) }?.0 == .situation
  }

  private mutating func begin(title line: OutlineLine) {
    title = (Self.title(line.text), line.number, QuestionWords.isQuestion(line.text))
    for tag in line.tags { waiting.append((.families, tag)) }
    pass(line, .heading)
    isAfterBlank = false
  }

  private mutating func take(_ line: OutlineLine) {
    switch line.sort {
    case .blank:
      isAfterBlank = true
      return
    case .rule:
      part = nil
      pass(line, .rule)
    case .aside(let sort): pass(line, sort)
    case .heading(let level):
      if let (found, rest) = label(line) {
        begin(found, rest, line)
      } else if part != nil, level > 4, current != nil {
        add(line, line.text)
      } else {
        end()
        begin(title: line)
      }
    case .item, .plain, .card, .separator, .close, .row: takeText(line)
    }
    isAfterBlank = false
  }

  private mutating func takeText(_ line: OutlineLine) {
    if let (found, rest) = label(line) { return begin(found, rest, line) }
    guard current != nil, part != nil else {
      if title == nil, line.sort == .plain, line.isBold || line.text.count <= 60 {
        return begin(title: line)
      }
      if title != nil, !line.text.isEmpty, isLabelled(line) {
        waiting.append((.notes, line.text))
        return
      }
      return pass(line, .sentence)
    }
    if line.lead != nil, !line.isBold, line.depth == 0, isLabelled(line), current != nil,
      part == .result || part == .learning || part == .notes
    {
      part = .notes
    }
    add(line, line.text)
  }

  /// Whether a line begins with a bold word and a colon, such as `**Duration:** 2 min`.
  private func isLabelled(_ line: OutlineLine) -> Bool {
    guard let lead = line.lead else { return false }
    return lead.text.hasSuffix(":") || lead.rest.hasPrefix(":")
  }

  // MARK: - Parts

  /// The part that a line begins, and what stands behind its word.
  private func label(_ line: OutlineLine) -> (StoryPart, rest: String)? {
    if case .heading = line.sort {
      let text = LineMarker(line.text).rest
      return StoryPart(text.isEmpty ? line.text : text).map { ($0, "") }
    }
    if let lead = line.lead {
      let name = lead.text.trimming { $0 == ":" || $0.isWhitespace }
      // `**S**ituation: …`
      if name.count == 1, lead.rest.first?.isLowercase == true {
        return plainLabel(lead.text + lead.rest)
      }
      if let part = StoryPart(name, mayBeLetter: true) {
        let rest = lead.rest.trimming { $0 == ":" || $0.isWhitespace }
        return (part, Self.isRemark(rest) ? "" : rest)
      }
      return nil
    }
    return plainLabel(line.marker == .answer ? InlineMarkup.text(line.raw) : line.text)
  }

  /// `Situation: …`, `S: …`, `Situation - …`, `Situation`.
  private func plainLabel(_ text: String) -> (StoryPart, rest: String)? {
    let bare = LineMarker(text).sort == .bullet ? LineMarker(text).rest : text
    for separator in [":", "：", " - ", " – ", " — "] {
      guard let (name, rest) = bare.parted(at: separator), name.count <= 30 else { continue }
      guard let part = StoryPart(name, mayBeLetter: separator == ":" || !separator.contains(":"))
      else {
        continue
      }
      return (part, Self.isRemark(rest) ? "" : rest)
    }
    guard let part = StoryPart(bare), StoryPart.star.contains(part) || part == .learning else {
      return nil
    }
    return (part, "")
  }

  /// What says how long a part should be, such as `(2-3 sentences)`.
  private static func isRemark(_ text: String) -> Bool {
    text.hasPrefix("(") && text.hasSuffix(")") && text.count <= 80
  }

  private mutating func begin(_ new: StoryPart, _ rest: String, _ line: OutlineLine) {
    isAfterBlank = false
    if new == .title {
      end()
      title = (Self.title(rest), line.number, QuestionWords.isQuestion(rest))
      return
    }
    guard StoryPart.star.contains(new) || current != nil else {
      // It stands above the first part.
      if title != nil || !rest.isEmpty { waiting.append((new, rest)) }
      return
    }
    let isFilled =
      switch new {
      case .situation: current.map { !$0.story.situation.isEmpty } ?? false
      case .task: current.map { !$0.story.task.isEmpty && !$0.story.action.isEmpty } ?? false
      default: false
      }
    if isFilled { end() }
    if current == nil {
      var found = FoundStory(line: title?.line ?? line.number)
      found.story.title = title?.text ?? ""
      for (part, text) in waiting { found.add(text, to: part) }
      waiting = []
      current = found
    }
    part = new
    isNewParagraph = true
    if !rest.isEmpty { add(line, rest, isLabelled: true) }
  }

  private var isNewParagraph = true

  private mutating func add(_ line: OutlineLine, _ text: String, isLabelled: Bool = false) {
    guard let part, !text.isEmpty else { return }
    let mark = !isLabelled && line.sort == .item && line.marker != .none ? "- " : ""
    let goesOn = mark.isEmpty && !isAfterBlank && !isNewParagraph && line.sort == .plain
    if goesOn {
      current?.goOn(with: text, in: part)
    } else {
      current?.add(mark + text, to: part)
    }
    isNewParagraph = false
  }

  private mutating func end() {
    defer {
      current = nil
      part = nil
      title = nil
      waiting = []
    }
    guard let current else { return }
    guard current.isStory else {
      passedOver.append(PassedOver(current.line, .sentence, current.story.title))
      return
    }
    stories.append(current)
    titled += 1
    if title?.isQuestion == true { asking += 1 }
    passedOver.removeAll { $0.line == current.line && $0.sort == .heading }
  }

  private mutating func pass(_ line: OutlineLine, _ sort: PassedOver.Sort) {
    passedOver.append(PassedOver(line.number, sort, line.raw))
  }

  /// `Story 1: The refund` without its number.
  private static func title(_ text: String) -> String {
    var rest = text
    for word in ["story", "example", "beispiel", "geschichte", "#"]
    where rest.lowercased().hasPrefix(word) {
      let behind = rest.dropFirst(word.count).trimming(\.isWhitespace)
      let number = behind.drop { $0 == "#" }.prefix { $0.isNumber }
      guard !number.isEmpty else { continue }
      let name = behind.drop { $0 == "#" }.dropFirst(number.count)
        .trimming { ":.-–—) ".contains($0) }
      if !name.isEmpty { rest = name }
    }
    return LineMarker(rest).sort == .ordered ? LineMarker(rest).rest : rest
  }

  // MARK: - Tables

  private mutating func takeTable(_ begin: Int) -> Int {
    let lines = outline.lines
    let end = lines[begin...].firstIndex { $0.sort != .row } ?? lines.count
    let rows = lines[begin..<end].compactMap { line in
      outline.cells[line.number].map { SeparatedValues.Row(fields: $0, line: line.number) }
    }.filter { !Outline.isDivider($0.fields) }
    if let table = StoryTable(rows) {
      self.end()
      stories += table.stories
      passedOver += table.passedOver
      titled += table.stories.count
      return end
    }
    for row in rows {
      // A story that stands upright.
      if row.fields.count >= 2,
        let part = StoryPart(InlineMarkup.text(row.fields[0]), mayBeLetter: true)
      {
        let line = lines.first { $0.number == row.line } ?? lines[begin]
        let text = row.fields.dropFirst().map(InlineMarkup.htmlText).map(InlineMarkup.text)
          .filter { !$0.isEmpty }.joined(separator: "\n")
        self.begin(part, text, line)
        self.part = nil
      } else {
        passedOver.append(PassedOver(row.line, .table, row.fields.joined(separator: " | ")))
      }
    }
    return end
  }
}

extension FoundStory {
  /// Goes on with the last line of a part.
  fileprivate mutating func goOn(with text: String, in part: StoryPart) {
    switch part {
    case .headline: story.headline += " " + text
    case .situation: story.situation += " " + text
    case .task: story.task += " " + text
    case .action: story.action += " " + text
    case .result: story.result += " " + text
    case .learning: story.learning += " " + text
    case .notes: story.notes += " " + text
    case .title, .families, .strength: add(text, to: part)
    }
  }
}

extension String {
  /// What stands before and behind a sign; nil if it is not there, or nothing stands before it.
  fileprivate func parted(at sign: String) -> (String, String)? {
    let bytes = Array(sign.utf8)
    guard let first = bytes.first else { return nil }
    // A label is short.
    for place in utf8.indices.prefix(60) where utf8[place] == first {
      guard utf8[place...].starts(with: bytes) else { continue }
      let name = String(self[..<place]).stripped
      let behind = utf8.index(place, offsetBy: bytes.count)
      return name.isEmpty ? nil : (name, String(self[behind...]).stripped)
    }
    return nil
  }
}
