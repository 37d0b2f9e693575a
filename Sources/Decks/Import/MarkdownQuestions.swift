/// Questions and answers as paragraphs that start with `Q:` and `A:`.
enum MarkdownQuestions {
  /// Reads the questions; an answer becomes the card's note.
  ///
  /// A paragraph ends at a blank line. Text that belongs to no question is a fault, because a card
  /// that gets lost without a word is worse than a line to mend.
  static func drafts(_ text: String, _ faults: inout FaultList) -> [DraftCard] {
    var drafts: [DraftCard] = []
    var key: CardKey?
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let place = Place(line: index + 1, column: 1)
      let line = String(line).trimmed
      if line.isEmpty {
        key = nil
      } else if let question = line.after("Q:") {
        drafts.append(DraftCard(values: [.ask: [question]], line: place.line))
        key = .ask
        if question.isEmpty { faults.error(place, "this `Q:` has no question") }
      } else if let answer = line.after("A:") {
        guard !drafts.isEmpty else {
          faults.error(place, "this `A:` has no `Q:` above it")
          continue
        }
        if drafts[drafts.count - 1].values[.note] != nil {
          faults.error(place, "this question has an `A:` already")
        }
        key = .note
        if answer.isEmpty { continue }
        drafts[drafts.count - 1].values[.note, default: []].append(answer)
      } else if let key {
        drafts[drafts.count - 1].values[key, default: []].append(line)
      } else if !line.hasPrefix("#") {
        faults.error(place, "this line belongs to no `Q:` or `A:`")
      }
    }
    return drafts
  }
}

extension String {
  /// The text after a start, without blanks around it; nil if it does not start so.
  fileprivate func after(_ start: String) -> String? {
    hasPrefix(start) ? String(dropFirst(start.count)).trimmed : nil
  }
}
