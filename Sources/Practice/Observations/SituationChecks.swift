/// What can be seen in the Situation.
extension AnswerProse {
  var occasion: Observation? {
    let prose = self[.situation]
    // A scrap is short, and that is said.
    guard prose.words.count >= 8, !prose.namesAnOccasion else { return nil }
    return Observation(
      kind: .occasion, quotes: [quote(of: .situation)],
      note: "This check finds no time, place or person in it.",
      question: "Which day was it, and who was there?")
  }
}

extension Prose {
  private static let times: Set<String> = [
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "spring", "summer", "autumn", "winter", "christmas", "easter", "yesterday", "ago",
    "once", "during", "morning", "afternoon", "evening", "night", "weekend", "midnight", "noon",
  ]
  private static let units: Set<String> = [
    "day", "week", "month", "year", "quarter", "term", "season", "shift", "time", "job", "project",
  ]
  private static let beforeUnits: Set<String> = [
    "one", "last", "that", "first", "second", "third", "fourth", "final", "previous", "same",
  ]
  /// What happens all the time, or to nobody in particular.
  private static let general: Set<String> = [
    "led", "drove", "managed", "worked", "handled", "helped", "supported", "delivered", "ensured",
    "dealt", "used", "involved", "required", "needed", "wanted", "faced", "leveraged", "championed",
    "aligned", "facilitated", "implemented", "transformed", "collaborated", "engaged", "achieved",
    "improved", "spearheaded", "empowered", "enabled", "expected", "optimised", "streamlined",
    "did",
  ]
  private static let standing: Set<String> = [
    "i", "we", "it", "there", "work", "role", "job", "responsibility", "responsibilities", "team",
    "company",
    "organisation", "organization", "business", "department", "position", "goal", "objective",
    "challenge", "environment", "always", "usually", "often",
  ]

  /// What is said of what should be: `was needed`, `were essential`.
  private static let qualities: Set<String> = [
    "needed", "required", "expected", "involved", "important", "key", "crucial", "essential",
    "critical", "necessary", "to",
  ]

  /// Whether it has a time, a name or a figure, or something that happened once.
  fileprivate var namesAnOccasion: Bool {
    words.indices.contains { index in
      isTime(at: index) || isName(at: index) || isEvent(at: index)
        || words[index].text.utf8.contains { (0x30...0x39).contains($0) }
    }
  }

  private func isTime(at index: Int) -> Bool {
    let word = words[index].text
    if Self.times.contains(word) { return true }
    let before = index > 0 ? words[index - 1].text : ""
    if Self.units.contains(word), Self.beforeUnits.contains(before) { return true }
    return word == "when" && isNarrative(sentences[words[index].sentence])
  }

  /// Whether a word is written as a name is, inside a sentence.
  private func isName(at index: Int) -> Bool {
    let word = words[index]
    guard word.isCapitalised, index != sentences[word.sentence].lowerBound,
      !["i", "i'm", "i'd", "i've", "i'll"].contains(word.text)
    else { return false }
    // KPI and CEO are nobody in particular.
    let written = text(word.range)
    return written != written.uppercased()
  }

  private func isEvent(at index: Int) -> Bool {
    guard isPast(at: index) else { return false }
    let word = words[index].text
    guard ["was", "were", "had"].contains(word) else { return !Self.general.contains(word) }
    if index + 1 < words.count, Self.qualities.contains(words[index + 1].text) { return false }
    return wordBefore(index).map { !Self.standing.contains(words[$0].text) } ?? false
  }
}
