/// Finds the competency that a question is about: by what the file says, or else by its words.
public struct CompetencySorting: Sendable {
  /// Why it is that one.
  public enum Reason: Hashable, Sendable {
    /// A column says so.
    case column(String)
    /// The heading above says so, in a line.
    case heading(String, line: Int)
    /// The person says so.
    case given
    /// Words of the question suggest it.
    case words
    /// Nothing does.
    case nothing

    /// Whether it should be looked at again.
    public var isGuess: Bool { self == .words || self == .nothing }
  }

  private let competencies: Competencies
  private let given: String?
  /// How often a word stands in questions of each competency.
  private let counts: [String: [String: Int]]

  /// - Parameters:
  ///   - competencies: those that there are.
  ///   - examples: cards of which it is known what they are about.
  ///   - given: for questions of which the file says nothing.
  public init(_ competencies: Competencies, examples: [Card], given: String? = nil) {
    self.competencies = competencies
    self.given = given
    var counts: [String: [String: Int]] = [:]
    for card in examples {
      for word in Set(card.wordings.flatMap(Self.words)) {
        counts[word, default: [:]][card.competency, default: 0] += 1
      }
    }
    self.counts = counts
  }

  /// The competency of a name, be it its tag or the title of its family, in whatever capitals; nil if there
  /// is none of it.
  public static func tag(named name: String, in competencies: Competencies) -> String? {
    let name = key(name)
    guard !name.isEmpty else { return nil }
    if let tag = competencies.tags.first(where: { key($0) == name }) { return tag }
    let family = competencies.families.first { key($0.title) == name || key($0.code) == name }
    return family?.tags.first
  }

  private static func key(_ text: String) -> String { Words.list(text).joined(separator: "-") }

  /// What a question is about.
  package func competency(of question: FoundQuestion) -> (tag: String, reason: Reason) {
    if let name = question.values[.competency]?.first {
      for part in Self.parts(of: name) {
        if let tag = Self.tag(named: part, in: competencies) { return (tag, .column("competency")) }
      }
    }
    let named = question.values[.competency]?.first ?? question.category?.text ?? ""
    let reason: Reason? =
      switch question.category?.sort {
      case .heading(let line): .heading(question.category?.text ?? "", line: line)
      case .column(let name): .column(name)
      case nil: nil
      }
    if let category = question.category, let reason {
      for part in Self.parts(of: category.text) {
        if let tag = Self.tag(named: part, in: competencies) { return (tag, reason) }
      }
    }
    for name in question.tags.flatMap({ $0.split(separator: "::").suffix(1) }) {
      if let tag = Self.tag(named: String(name), in: competencies) { return (tag, .column("tags")) }
    }
    if let given { return (given, .given) }
    if !named.isEmpty, let tag = byWords(named, hasToName: true) {
      return (tag, reason ?? .column("competency"))
    }
    if let tag = byWords(question.ask, hasToName: false) { return (tag, .words) }
    let tags = competencies.tags
    return (tags.first { $0 == "self-awareness" } ?? tags.first ?? "", .nothing)
  }

  /// The competency that the words of a name suggest; nil if they suggest none.
  package func tag(by name: String) -> String? { byWords(name, hasToName: true) }

  /// A name of several, such as `Teamwork / Trust`.
  private static func parts(of name: String) -> [String] {
    [name] + name.split { ",/;&|+".contains($0) }.map(String.init)
  }

  /// The competency that words suggest most.
  private func byWords(_ text: String, hasToName: Bool) -> String? {
    var scores: [String: Double] = [:]
    var rest = Words.list(text).joined(separator: " ")[...] + " "
    while !rest.isEmpty {
      for (stem, tag) in CompetencyWords.byBeginning[String(rest.prefix(3))] ?? []
      where rest.hasPrefix(stem) && competencies.contains(tag) {
        scores[tag, default: 0] += stem.contains(" ") ? 6 : 4
      }
      rest = rest.firstIndex(of: " ").map { rest[rest.index(after: $0)...] } ?? ""
    }
    guard !hasToName else { return Self.best(scores, atLeast: 4) }
    for word in Set(Self.words(text)) {
      guard let counts = counts[word] else { continue }
      let all = counts.values.reduce(0, +)
      // Words of many competencies say little.
      guard counts.count <= 8 else { continue }
      for (tag, count) in counts {
        scores[tag, default: 0] += 2 * Double(count) / Double(all) / Double(counts.count)
      }
    }
    return Self.best(scores, atLeast: 1)
  }

  private static func best(_ scores: [String: Double], atLeast least: Double) -> String? {
    let best = scores.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { $0.value >= least ? $0.key : nil }
  }

  /// The words that may say what a text is about.
  private static func words(_ text: String) -> [String] {
    Words.list(text).filter { $0.count > 3 && !CompetencyWords.common.contains($0) }
  }
}
