public import Campaign
import Decks

/// A story that was found in a file, with what is proposed for it.
public struct FoundStory: Equatable, Sendable {
  public var story = Story()
  /// Where it begins, from 1.
  public var line: Int
  /// Whether its title, its families or its figures are proposals.
  public var isTitleProposed = false
  public var areFamiliesProposed = false
  /// What the file says it is good for.
  var themes: [String] = []

  init(line: Int) { self.line = line }

  /// Whether it has as much of the four parts as a story needs.
  var isStory: Bool {
    [story.situation, story.task, story.action, story.result].count { !$0.isEmpty } >= 2
      && !(story.situation.isEmpty && story.action.isEmpty)
  }

  /// Whether nothing but words in brackets stands in it, as in a form to be filled in.
  var isPlaceholder: Bool {
    let texts = [story.situation, story.task, story.action, story.result].filter { !$0.isEmpty }
    return texts.allSatisfy { text in
      let first = text.first
      return first == "["
        && text.firstIndex(of: "]").map { text.index(after: $0) == text.endIndex }
          == true
    }
  }

  /// Takes in what a part says.
  mutating func add(_ text: String, to part: StoryPart) {
    guard !text.isEmpty else { return }
    func joined(_ old: String) -> String { old.isEmpty ? text : old + "\n" + text }
    switch part {
    case .title: story.title = story.title.isEmpty ? text : story.title
    case .headline: story.headline = joined(story.headline)
    case .situation: story.situation = joined(story.situation)
    case .task: story.task = joined(story.task)
    case .action: story.action = joined(story.action)
    case .result: story.result = joined(story.result)
    case .learning: story.learning = joined(story.learning)
    case .notes: story.notes = joined(story.notes)
    case .families:
      themes += text.split { ",;/|\n".contains($0) }
        .map { $0.trimming { $0.isWhitespace || "#\"“”[]".contains($0) } }.filter { !$0.isEmpty }
    case .strength:
      let digits = text.prefix { $0.isNumber }
      if let strength = Int(digits), (1...5).contains(strength) {
        story.strength = strength
      } else if !text.isEmpty {
        story.notes = story.notes.isEmpty ? text : story.notes + "\n" + text
      }
    }
  }

  // MARK: - Proposals

  /// Proposes what the file does not say.
  ///
  /// - Parameters:
  ///   - number: which of the file it is, from 1.
  ///   - sorting: finds what it is about.
  ///   - competencies: those that there are.
  mutating func propose(
    _ number: Int, _ sorting: CompetencySorting, _ competencies: Competencies
  ) {
    if story.title.isEmpty {
      let first = [story.headline, story.situation, story.action].first { !$0.isEmpty } ?? ""
      let words = first.split(whereSeparator: \.isWhitespace).prefix(6).joined(separator: " ")
      story.title = words.isEmpty ? "Story \(number)" : words.trimming { ".,;:".contains($0) }
      isTitleProposed = true
    }
    for theme in themes {
      let name = theme.split(separator: ":").last.map(String.init) ?? theme
      guard let tag = CompetencySorting.tag(named: name, in: competencies) ?? sorting.tag(by: name),
        let family = competencies.family(of: tag)
      else {
        story.notes += (story.notes.isEmpty ? "" : "\n") + theme
        continue
      }
      story.fits[family.code] = .workable
    }
    if story.fits.isEmpty {
      let question = FoundQuestion(
        [story.title, story.headline, story.task].joined(separator: " "), line: line)
      let (tag, reason) = sorting.competency(of: question)
      if reason != .nothing, let family = competencies.family(of: tag) {
        story.fits[family.code] = .stretch
        areFamiliesProposed = true
      }
    }
    if story.figures.isEmpty {
      story.figures = Self.figures(in: story.result).map { Story.Figure(text: $0) }
    }
  }

  /// Numbers in a result as they are said, with what they count.
  static func figures(in text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var figures: [String] = []
    var index = 0
    while index < words.count, figures.count < 5 {
      let word = words[index].trimming { ".,;:!?()[]\"“”".contains($0) }
      index += 1
      guard word.contains(where: \.isNumber), !isYear(word), word.count <= 20 else { continue }
      let isWhole = word.contains("%") || word.contains { "$€£".contains($0) }
      var figure = word
      // A range goes on: `12 → 3`.
      while index + 1 < words.count, ["→", "->", "to", "–", "-"].contains(words[index]),
        words[index + 1].contains(where: \.isNumber)
      {
        figure += " \(words[index]) " + words[index + 1].trimming { ".,;:!?()".contains($0) }
        index += 2
      }
      let isEnd = words[index - 1].last.map { ".,;:!?".contains($0) } ?? false
      if !isWhole, !isEnd, index < words.count {
        // As in `3 a week`.
        let count = ["a", "an", "per", "of"].contains(words[index]) ? 2 : 1
        for word in words[index...].prefix(count) {
          figure += " " + word.trimming { ".,;:!?()".contains($0) }
        }
        index += count
      }
      figures.append(figure)
    }
    return figures
  }

  private static func isYear(_ word: String) -> Bool {
    Int(word).map { (1950...2100).contains($0) } ?? false
  }
}

extension StringProtocol {
  /// The text without the characters at its ends that a rule names.
  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isTrimmed($0) }),
      let last = lastIndex(where: { !isTrimmed($0) })
    else { return "" }
    return String(self[first...last])
  }
}
