/// What can be seen in the Result.
extension AnswerProse {
  var evidence: Observation? {
    let prose = self[.result]
    guard !prose.words.isEmpty, prose.figures.isEmpty, !prose.quotesSomebody, !prose.goesFromTo
    else { return nil }
    return Observation(
      kind: .evidence, quotes: [quote(of: .result)], note: "No figure here.",
      question: "Is there one you could defend, or a decision, someone’s words, a before and after?"
    )
  }

  private static let lessons = Phrases(
    "learned", "learnt", "learn", "lesson", "lessons", "taught me", "since then", "ever since",
    "from then on", "from that day", "next time", "now i", "i now", "these days i", "i have since",
    "i've since", "do differently", "did differently")

  func learning(_ context: ObservationContext) -> Observation? {
    let prose = self[.result]
    guard context.isAboutFailure, !prose.words.isEmpty, prose.matches(Self.lessons).isEmpty else {
      return nil
    }
    return Observation(
      kind: .learning, quotes: [quote(of: .result)], note: "No lesson here yet.",
      question: "What did you take from it, and where have you used it since?")
  }

  private static let vagueWords = Phrases(
    "very", "really", "a lot", "lots", "several", "various", "significantly", "substantially",
    "considerably", "greatly", "hugely", "massively", "successfully", "improved", "things")

  var vague: Observation? {
    let prose = self[.result]
    let figures = prose.figures.map(\.words)
    let hits = prose.matches(Self.vagueWords).filter { hit in
      !figures.contains { $0.lowerBound - hit.upperBound < 6 && hit.lowerBound - $0.upperBound < 6 }
    }
    guard !hits.isEmpty, hits.count * 100 >= 4 * prose.words.count else { return nil }
    let quotes = hits.map { quote($0, of: .result) }
    return Observation(
      kind: .vague, quotes: quotes, note: "Words that say how much without a measure.",
      question: "How much is “\(quotes[0].text)”?")
  }
}

extension Prose {
  /// Whether there are three words or more in quotation marks.
  fileprivate var quotesSomebody: Bool {
    var run = 0
    for word in words {
      run = word.isQuoted ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }

  /// Whether it says from what to what: `from weekly to daily`, but not from a place to a place.
  fileprivate var goesFromTo: Bool {
    words.indices.contains { from in
      guard words[from].text == "from" else { return false }
      let end = min(from + 7, sentences[words[from].sentence].upperBound)
      return (from + 2..<max(from + 2, end)).contains { to in
        words[to].text == "to" && to + 1 < end
          && !(words[from + 1].isCapitalised && words[to + 1].isCapitalised)
      }
    }
  }
}
