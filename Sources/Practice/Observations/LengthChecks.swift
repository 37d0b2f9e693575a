/// How long the answer is, and how it is shared out.
extension AnswerProse {
  func length(_ context: ObservationContext) -> Observation? {
    let seconds =
      context.spoken.map { Double($0) / 1000 }
      ?? SpeakingPace.seconds(words: wordCount, wordsPerMinute: context.wordsPerMinute)
    guard seconds > 0, seconds < 60 || seconds > 150 else { return nil }
    let rounded = Int((seconds / 5).rounded()) * 5
    let time = "\(rounded / 60):\(rounded % 60 < 10 ? "0" : "")\(rounded % 60)"
    return Observation(
      kind: .length, quotes: [seconds < 60 ? shortestPart : longestSentence],
      note: context.spoken == nil ? "About \(time) aloud." : "It took \(time).",
      question: seconds < 60
        ? "What would they still have to ask?" : "Which sentence could go?",
      isStrong: seconds > 180)
  }

  private var shortestPart: Observation.Quote {
    let written = StarPart.allCases.filter { !self[$0].words.isEmpty }
    return quote(of: written.min { self[$0].words.count < self[$1].words.count } ?? .situation)
  }

  private var longestSentence: Observation.Quote {
    let all = StarPart.allCases.flatMap { part in self[part].sentences.map { (part, $0) } }
    guard let (part, sentence) = all.max(by: { $0.1.count < $1.1.count }) else {
      return quote(of: .situation)
    }
    return quote(sentence, of: part)
  }

  func shares(_ context: ObservationContext) -> [Observation] {
    let empty = StarPart.allCases.filter { self[$0].words.isEmpty }
    var observations: [Observation] = []
    if wordCount >= 150, !empty.contains(.action) {
      let leeway = context.isAboutFailure ? 15 : 0
      if percent(of: [.situation, .task]) > 35 {
        let part =
          self[.situation].words.count >= self[.task].words.count ? StarPart.situation : .task
        observations.append(
          observation(
            percent(of: [part]) > 35 ? [part] : [.situation, .task], at: part,
            question: "What do they need to know before you act?"))
      } else if percent(of: [.action]) < 45 - leeway {
        observations.append(
          observation(
            [.action], at: .action, question: "Which step, reason or obstacle is not in it?",
            isStrong: percent(of: [.action]) < 35 - leeway))
      }
      if !empty.contains(.result), percent(of: [.result]) < 10 {
        observations.append(
          observation([.result], at: .result, question: "What changed, and for whom?"))
      }
    }
    return observations + emptyParts(empty, context)
  }

  /// The share of parts in the words, in whole per cent: what is compared is what is shown.
  private func percent(of parts: [StarPart]) -> Int {
    let count = parts.reduce(0) { $0 + self[$1].words.count }
    return Int((Double(count) / Double(wordCount) * 100).rounded())
  }

  private func observation(
    _ parts: [StarPart], at part: StarPart, question: String, isStrong: Bool = false
  ) -> Observation {
    Observation(
      kind: .share, quotes: [quote(of: part)],
      note: "\(Self.names(parts)) \(parts.count > 1 ? "are" : "is") \(percent(of: parts))% of it.",
      question: question, isStrong: isStrong)
  }

  private func emptyParts(_ empty: [StarPart], _ context: ObservationContext) -> [Observation] {
    guard let first = empty.first else { return [] }
    let question =
      switch first {
      case _ where empty.count > 1:
        "Does any of what you \(context.spoken == nil ? "wrote" : "said") belong there?"
      case .situation: "Which day was it, and what was at stake?"
      case .task: "What was yours to do?"
      case .action: "What did you do first, and why that?"
      case .result: "What changed, and for whom?"
      }
    return [
      Observation(
        kind: .share, quotes: empty.map { quote(of: $0) },
        note: "\(Self.names(empty)) \(empty.count > 1 ? "are" : "is") empty.", question: question)
    ]
  }

  private static func names(_ parts: [StarPart]) -> String {
    let titles = parts.map(\.title)
    guard let last = titles.last, titles.count > 1 else { return titles.joined() }
    return titles.dropLast().joined(separator: ", ") + " and " + last
  }
}
