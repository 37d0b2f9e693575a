/// What can be seen in the Action.
extension AnswerProse {
  private static let first = Phrases("i", "i'd", "i've", "i'm", "i'll")
  private static let together = Phrases("we", "we'd", "we've", "we're", "we'll")

  func iAndWe(_ context: ObservationContext) -> Observation? {
    let prose = self[.action]
    // A scrap says nothing about who did what.
    guard prose.words.count >= 15 else { return nil }
    let we = prose.matches(Self.together)
    let spoken = prose.matches(Self.first).count
    let implied = prose.sentences.count { prose.isSubjectless($0) }
    let i = spoken + implied
    guard i == 0 || !context.isAboutTeamwork && we.count > 2 * i else { return nil }
    let quotes = we.isEmpty ? [quote(of: .action)] : we.map { quote($0, of: .action) }
    return Observation(
      kind: .iAndWe, quotes: quotes,
      note: "\(we.count) “we”, \(i == 0 ? "no" : "\(i)") “I”.",
      question: "Which of these steps were yours?")
  }

  private static let usual = Phrases(
    "would", "wouldn't", "i'd", "we'd", "you'd", "usually", "always", "typically", "normally",
    "generally", "tend to", "in general", "i believe", "you should")
  private static let would: Set<String> = ["would", "wouldn't", "i'd", "we'd", "you'd"]

  var falseStar: Observation? {
    let prose = self[.action]
    let hits = prose.matches(Self.usual).filter { hit in
      let sentence = prose.sentences[prose.words[hit.lowerBound].sentence]
      guard !prose.isNarrative(sentence) else { return false }
      return !Self.would.contains(prose.words[hit.lowerBound].text)
        || prose.isConditional(at: hit.lowerBound, in: sentence)
    }
    guard hits.count >= 2 else { return nil }
    return Observation(
      kind: .falseStar, quotes: hits.map { quote($0, of: .action) },
      note: "This reads as what you usually do.", question: "Which day was it?")
  }

  var passive: Observation? {
    let prose = self[.action]
    let hits = prose.words.indices.compactMap { prose.passive(at: $0) }
    guard hits.count >= 2 else { return nil }
    return Observation(
      kind: .passive, quotes: hits.map { quote($0, of: .action) },
      note: "This does not say who did it.", question: "Who did?")
  }
}

extension AnswerProse {
  private static let emptyWords = Phrases(
    "leverage", "leveraged", "leveraging", "champion", "championed", "championing", "empower",
    "empowered", "empowering", "align", "aligned", "aligning", "facilitate", "facilitated",
    "facilitating", "ensure", "ensured", "ensuring", "streamline", "streamlined", "streamlining",
    "optimise", "optimised", "optimising", "optimize", "optimized", "optimizing", "spearhead",
    "spearheaded", "spearheading", "orchestrate", "orchestrated", "orchestrating", "foster",
    "fostered", "fostering", "enable", "enabled", "enabling", "drive", "drove", "driven", "driving",
    "manage resistance", "managed resistance", "managing resistance", "manage expectations",
    "managed expectations", "engage stakeholders", "engaged stakeholders", "add value",
    "added value")
  private static let driving: Set<String> = ["drive", "drove", "driven", "driving"]
  /// After these a vehicle is driven.
  private static let onTheRoad: Set<String> = [
    "to", "there", "home", "back", "up", "down", "over", "out", "off", "him", "her", "them", "us",
    "me", "it", "a", "an", "my", "his", "our", "their", "through", "for", "from", "into",
  ]

  var emptyVerbs: Observation? {
    let prose = self[.action]
    let hits = prose.matches(Self.emptyWords).filter { hit in
      guard Self.driving.contains(prose.words[hit.lowerBound].text) else { return true }
      let next = hit.upperBound
      return next < prose.words.count && !Self.onTheRoad.contains(prose.words[next].text)
        && prose.words[next].sentence == prose.words[hit.lowerBound].sentence
    }
    guard hits.count >= 3 else { return nil }
    return Observation(
      kind: .emptyVerbs, quotes: hits.map { quote($0, of: .action) },
      note: "\(hits.count) verbs that show nobody doing anything.",
      question: "What did you actually do that morning?")
  }
}

extension Prose {
  /// Whether a sentence starts with a verb in the past, as notes do (`called the bank first`).
  fileprivate func isSubjectless(_ sentence: Range<Int>) -> Bool {
    let first = words[sentence.lowerBound]
    return !first.isQuoted && Verbs.isPastForm(first.text)
  }

  private static let reporting: Set<String> = [
    "say", "says", "tell", "tells", "ask", "asks", "promise", "promises", "explain", "explains",
    "agree", "agrees", "answer", "answers", "reply", "replies", "know", "knows", "hope", "hopes",
  ]
  private static let times: Set<String> = [
    "day", "days", "week", "weeks", "month", "months", "morning", "mornings", "evening", "evenings",
    "night", "nights", "afternoon", "shift", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "year", "hour", "quarter", "sprint", "time",
  ]

  /// Whether a `would` is neither reported speech nor a habit of the past.
  fileprivate func isConditional(at index: Int, in sentence: Range<Int>) -> Bool {
    let word = words[index].text
    let next = index + 1 < words.count ? words[index + 1].text : ""
    // “I’d seen”, “I’d better”: had.
    if word.hasSuffix("'d"),
      Verbs.isPastForm(next) || Verbs.isParticiple(next)
        || ["better", "already", "been", "seen", "never", "just"].contains(next)
    {
      return false
    }
    // A comma ends what is reported: “if they agree, I would”.
    let clause = words[sentence.lowerBound..<index].reversed().prefix { $0.after != "," }
    if clause.contains(where: { Self.reporting.contains($0.text) }) { return false }
    return !sentence.contains { place in
      let isEach = words[place].text == "every" || words[place].text == "each"
      return isEach && place + 1 < words.count && Self.times.contains(words[place + 1].text)
    }
  }

  /// Feelings and states, which look like a passive.
  private static let states: Set<String> = [
    "aligned", "amazed", "annoyed", "ashamed", "based", "bored", "closed", "committed",
    "complicated",
    "concerned", "confused", "convinced", "crowded", "dedicated", "delighted", "determined",
    "disappointed", "embarrassed", "engaged", "excited", "expected", "experienced", "finished",
    "frustrated", "impressed", "inclined", "interested", "involved", "limited", "located",
    "married",
    "mixed", "motivated", "needed", "outdated", "overwhelmed", "pleased", "prepared", "qualified",
    "related", "relieved", "required", "satisfied", "scared", "shocked", "skilled", "stressed",
    "supposed", "surprised", "talented", "tired", "touched", "used", "worried",
  ]

  /// The passive that begins at a word (`was moved`), unless the sentence says who did it.
  fileprivate func passive(at index: Int) -> Range<Int>? {
    guard ["was", "were", "been", "being"].contains(words[index].text), !words[index].isQuoted
    else {
      return nil
    }
    var verb = index + 1
    while verb < words.count, Verbs.isAdverb(words[verb].text) { verb += 1 }
    guard verb < words.count, words[verb].sentence == words[index].sentence,
      Verbs.isParticiple(words[verb].text), !Self.states.contains(words[verb].text)
    else { return nil }
    let sentence = sentences[words[index].sentence]
    let rest = words[verb + 1..<max(verb + 1, min(verb + 4, sentence.upperBound))]
    guard !rest.contains(where: { $0.text == "by" }) else { return nil }
    // “I was asked”: who is clear, and it is often the point.
    if let subject = subject(of: index), ["i", "we"].contains(words[subject].text) { return nil }
    return index..<verb + 1
  }

  private func subject(of index: Int) -> Int? {
    guard let before = wordBefore(index) else { return nil }
    let isAuxiliary = ["had", "have", "has", "was", "were"].contains(words[before].text)
    return isAuxiliary ? wordBefore(before) : before
  }
}
