/// What a friend makes of the answers, question by question.
extension Rehearsal {
  /// The place of the question that is marked next: the first that nothing was said of, or the first of all
  /// once each was gone through.
  public var nextMark: Int { marks.count < questions.count ? marks.count : 0 }

  /// Whether a friend has marked anything.
  public var isMarked: Bool { marks.contains { $0 != Self.noMark } }

  /// Takes what a friend made of an answer, and goes past it; nil leaves it as it is, with or without a mark.
  public mutating func mark(_ place: Int, as mark: Mark?) {
    while marks.count <= place { marks.append(Self.noMark) }
    if let mark { marks[place] = mark.rawValue }
    // Who sat alone saw for themselves whether it came to its end.
    if company == .friend { isWhole = isMarked && marks.count >= questions.count }
  }

  /// How many answers were marked how: `1 strong, 2 thin`; empty if none was.
  public var markWords: String {
    Mark.allCases.compactMap { mark in
      let count = marks.count { $0 == mark.rawValue }
      return count > 0 ? "\(count) \(mark.rawValue)" : nil
    }.joined(separator: ", ")
  }

  /// What is said once marks are taken.
  public var marksTaken: String {
    let isThrough = marks.count >= questions.count
    let rest = cards(marked: .thin).isEmpty ? "" : "; what was thin counts more from now on"
    return "\(markWords)\(isThrough ? "" : " so far")\(rest)"
  }

  /// A question as it is read out: without the card behind it.
  public func asked(_ place: Int) -> String {
    let question = questions[place]
    guard let card = Self.card(in: question) else { return question }
    return String(question.dropLast(" (\(card))".count))
  }
}
