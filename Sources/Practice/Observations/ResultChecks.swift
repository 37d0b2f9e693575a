/// What can be seen in the Result.
extension AnswerProse {
  /// What was decided, or has been so ever since.
  private static let decisions = Phrases(
    "approved", "adopted", "accepted", "chosen", "chose", "renewed", "promoted", "reordered",
    "signed", "ordered", "orders it", "reopened", "rehired", "as the standard", "as a standard",
    "the standard", "rolled out", "rolled it out", "made it the rule", "made it permanent",
    "never again", "no longer", "to this day", "ever since", "still uses", "still use",
    "still in use", "not once since")

  func evidence(_ context: ObservationContext) -> Observation? {
    let prose = self[.result]
    guard !context.isAboutRelations, !prose.words.isEmpty, prose.figures.isEmpty,
      !prose.quotesSomebody, !prose.reportsSomebody, !prose.goesFromTo,
      prose.matches(Self.decisions).isEmpty
    else { return nil }
    return Observation(
      kind: .evidence, quotes: [quote(of: .result)], note: "This check finds no evidence in it.",
      question:
        "What shows it: a figure you could defend, a decision, someone’s words, a before and after?"
    )
  }

  private static let lessons = Phrases(
    "learned", "learnt", "learn", "lesson", "lessons", "taught me", "since then", "ever since",
    "from then", "from that day", "next time", "now i", "i now", "today i", "these days i",
    "i have since", "i've since", "and since", "do differently", "did differently", "after that i",
    "took from it", "take from it", "took from that", "take from that", "took away", "realised",
    "realized", "realise", "realize", "showed me", "shown me", "understood", "understand now",
    "changed how i", "changed the way", "made me", "never again", "to this day", "no longer")

  func learning(_ context: ObservationContext) -> Observation? {
    let prose = self[.result]
    guard context.isAboutFailure, !prose.words.isEmpty, prose.matches(Self.lessons).isEmpty,
      !prose.tellsOfNow
    else { return nil }
    return Observation(
      kind: .learning, quotes: [quote(of: .result)], note: "This check finds no lesson in it.",
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

  private static let saying: Set<String> = [
    "told", "said", "says", "wrote", "thanked", "asked", "asks", "called", "rang", "emailed",
    "admitted", "agreed", "praised", "recommended", "invited",
  ]

  /// Whether it says what somebody else said, asked or wrote.
  fileprivate var reportsSomebody: Bool {
    words.indices.contains { index in
      guard Self.saying.contains(words[index].text), let before = wordBefore(index) else {
        return false
      }
      return !["i", "we", "i'd", "i've", "was", "were", "been"].contains(words[before].text)
    }
  }

  /// Whether it says what is done now, or each time since: `Now, before each job, I knock`.
  fileprivate var tellsOfNow: Bool {
    sentences.contains { sentence in
      let texts = words[sentence].map(\.text)
      let isNow = texts.first == "now" || texts.first == "today" || texts.first == "since"
      let isEach =
        texts.contains { ["every", "each", "all"].contains($0) }
        && zip(texts, texts.dropFirst()).contains {
          ["after", "since"].contains($0) && $1 == "that"
        }
      return (isNow || isEach) && texts.contains { $0 == "i" || $0 == "we" }
    }
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
