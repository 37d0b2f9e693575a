/// A line of an imported file that became no question and no answer.
public struct PassedOver: Equatable, Sendable {
  public enum Sort: String, CaseIterable, Sendable {
    case heading, sentence, rule, table, schedule, comment, aside
    case code = "line of code"
    case tags = "line of tags"
    case frontMatter = "line of the file's head"
    case row = "row without a question"
    case story = "row without a story"
    case placeholder
    case longRow = "row with too many fields"
    case repeated = "repeated question"
    case known = "question that is here already"
    case knownStory = "story that is here already"
    case own = "card of Starling's own"
    case blank = "line with nothing to read"
    case leftOut = "question left out"
    case leftOutStory = "story left out"

    /// `4 headings`.
    func words(_ count: Int) -> String { count == 1 ? "1 \(rawValue)" : "\(count) \(plural)" }

    private var plural: String {
      switch self {
      case .frontMatter: "lines of the file's head"
      case .row: "rows without a question"
      case .story: "rows without a story"
      case .longRow: "rows with too many fields"
      case .known: "questions that are here already"
      case .knownStory: "stories that are here already"
      case .own: "cards of Starling's own"
      case .blank: "lines with nothing to read"
      case .leftOut: "questions left out"
      case .leftOutStory: "stories left out"
      case .code: "lines of code"
      case .tags: "lines of tags"
      default: rawValue + "s"
      }
    }
  }

  /// So many characters of it are kept.
  static let longestText = 200

  /// From 1.
  public var line: Int
  public var sort: Sort
  /// As it stands in the file, or its beginning.
  public var text: String

  package init(_ line: Int, _ sort: Sort, _ text: String) {
    (self.line, self.sort) = (line, sort)
    self.text = String(text.prefix(Self.longestText))
  }
}

extension [PassedOver] {
  /// `5 lines: 3 headings, 1 sentence, 1 rule`.
  public var summary: String {
    let counts = PassedOver.Sort.allCases.map { sort in (sort, count { $0.sort == sort }) }
      .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
    let parts = counts.map { $0.0.words($0.1) }.joined(separator: ", ")
    return "\(count) \(count == 1 ? "line" : "lines"): \(parts)"
  }
}
