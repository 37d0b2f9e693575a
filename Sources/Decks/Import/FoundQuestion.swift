/// A question that was found in a file.
public struct FoundQuestion: Equatable, Sendable {
  public var ask: String
  /// What the file says to it; a note of the card.
  public var answer = ""
  /// Above it, or in a column of its own, such as `Teamwork`.
  public var category: Category?
  public var tags: [String] = []
  /// Of the file, from 1.
  public var line: Int
  /// What a table has for other keys of a card.
  var values: [CardKey: [String]] = [:]

  /// What sorts questions in a file.
  public struct Category: Equatable, Sendable {
    public enum Sort: Equatable, Sendable {
      /// Of a line.
      case heading(Int)
      /// Of a table.
      case column(String)
    }

    public var text: String
    public var sort: Sort

    package init(text: String, sort: Sort) {
      (self.text, self.sort) = (text, sort)
    }
  }

  package init(_ ask: String, line: Int) {
    self.ask = ask
    self.line = line
  }

  /// What a line asks that was passed over; nil for one that asks nothing, or is not known whole.
  package init?(_ line: PassedOver) {
    let sorts: [PassedOver.Sort] = [.heading, .sentence, .comment, .aside, .placeholder, .code]
    guard sorts.contains(line.sort), line.text.count < PassedOver.longestText else { return nil }
    let text = OutlineLine(line.text[...], line.line, isOrg: false).text
    guard !text.isEmpty else { return nil }
    self.init(text, line: line.line)
  }

  /// Is about a competency, whatever the file says.
  package mutating func sort(by competency: String) { values[.competency] = [competency] }
}

/// The text of an answer as its lines come.
struct AnswerText: Equatable {
  private var paragraphs: [String] = []
  private var isOpen = false
  private var hasGap = false

  var isEmpty: Bool { paragraphs.isEmpty }

  /// Lines of one paragraph go on in one; items are lines of their own.
  ///
  /// - Parameters:
  ///   - line: where it stands.
  ///   - text: what it says.
  ///   - isBegun: whether its marker is that of the question on the same line.
  mutating func add(_ line: OutlineLine, text: String, isBegun: Bool = false) {
    guard !text.isEmpty else { return }
    let begin =
      switch isBegun ? .none : line.marker {
      case .bullet: String(repeating: "  ", count: max(0, min(line.depth, 4) - base)) + "- "
      case .ordered:
        String(repeating: "  ", count: max(0, min(line.depth, 4) - base)) + number(line)
      default: ""
      }
    let isParagraph = begin.isEmpty && line.sort == .plain
    if isParagraph, isOpen, !hasGap, let last = paragraphs.last {
      paragraphs[paragraphs.count - 1] = last + " " + text
    } else {
      if hasGap, !paragraphs.isEmpty { paragraphs.append("") }
      paragraphs.append(begin + text)
    }
    (isOpen, hasGap) = (true, false)
  }

  /// How deep the items of the answer begin.
  var base = 0

  private func number(_ line: OutlineLine) -> String {
    let digits = line.raw.drop { !$0.isNumber }.prefix { $0.isNumber }
    return digits.isEmpty ? "- " : digits + ". "
  }

  /// A blank line.
  mutating func pause() { hasGap = !paragraphs.isEmpty }

  var text: String {
    let text = paragraphs.joined(separator: "\n")
    // One item alone is no list.
    return paragraphs.count == 1 && text.hasPrefix("- ") ? String(text.dropFirst(2)) : text
  }
}
