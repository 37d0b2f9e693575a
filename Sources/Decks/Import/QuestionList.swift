/// Questions, one a line.
enum QuestionList {
  static func drafts(_ text: String) -> [DraftCard] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap { number, line in
        let question = withoutBullet(String(line).trimmed)
        return question.isEmpty ? nil : DraftCard(values: [.ask: [question]], line: number + 1)
      }
  }

  /// Takes off `- `, `* `, `• `, `1. ` or `1) `.
  private static func withoutBullet(_ line: String) -> String {
    guard let space = line.firstIndex(of: " ") else {
      return ["-", "*", "•"].contains(line) ? "" : line
    }
    let start = line[..<space]
    let isNumber =
      (start.hasSuffix(".") || start.hasSuffix(")")) && start.count > 1
      && start.dropLast().utf8.allSatisfy(\.isDigit)
    return isNumber || ["-", "*", "•"].contains(start) ? String(line[space...]).trimmed : line
  }
}
