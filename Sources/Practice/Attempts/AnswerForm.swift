/// The boxes of a written answer as one text, for the person's own editor.
///
/// Each box stands under a line with its title after `# `; such a line is never part of an answer.
public struct AnswerForm: Equatable, Sendable {
  private let titles: [String]
  private let places: [Int]
  private let texts: [String]
  /// What stood in all boxes of the card, by place.
  private let all: [String]

  /// - Parameters:
  ///   - attempt: whose boxes are to be filled.
  ///   - texts: what stands in them already, by place.
  public init(attempt: Attempt, texts: [String]) {
    places = attempt.boxPlaces
    titles = places.map { attempt.kind.boxes[$0] }
    all = texts
    self.texts = places.map { texts.indices.contains($0) ? texts[$0] : "" }
  }

  /// The text to edit: a question on top, then the boxes.
  public func text(question: String) -> String {
    var lines = ["# \(question.split(whereSeparator: \.isNewline).joined(separator: " "))", ""]
    for (title, text) in zip(titles, texts) {
      lines += ["# \(title)", ""]
      if !text.isEmpty { lines += [text, ""] }
    }
    return lines.joined(separator: "\n")
  }

  /// The boxes, by place, as an edited text has them; what stands above the first title belongs to the
  /// first box.
  public func texts(in edited: String) -> [String] {
    var lines = [[Substring]](repeating: [], count: places.count)
    var box = 0
    for line in edited.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# ") {
        let title = line.dropFirst(2).trimmed
        if let named = titles.firstIndex(where: { $0 == title }) { box = named }
      } else {
        lines[box].append(line)
      }
    }
    var texts = [String](repeating: "", count: (places.max() ?? -1) + 1)
    for (place, lines) in zip(places, lines) {
      texts[place] = lines.joined(separator: "\n").trimmed
    }
    return texts
  }

  /// Edited boxes with those that were not in the form, as the draft of the card.
  public func draft(_ edited: [String]) -> [String] {
    var draft = all
    for place in places where edited.indices.contains(place) {
      while draft.count <= place { draft.append("") }
      draft[place] = edited[place]
    }
    return draft
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
