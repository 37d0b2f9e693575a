/// What can be seen in single words, in all parts.
extension AnswerProse {
  private static let toneWords = Phrases(
    // Blame
    "idiot", "idiots", "moron", "morons", "stupid", "useless", "toxic", "incompetent", "clueless",
    // Too casual
    "gonna", "wanna", "gotta", "guys", "crap", "crappy", "shit", "bullshit", "dude", "sucked",
    "pissed",
    // Boasts
    "single-handedly", "single handedly", "singlehandedly", "obviously", "never fail",
    "never fails",
    "never failed", "genius", "flawless", "flawlessly")
  private static let chemicals: Set<String> = [
    "waste", "fumes", "gas", "gases", "chemical", "chemicals", "substance", "substances",
    "material",
    "materials", "dust", "exposure",
  ]

  /// These blame only where they are said of people: a drill may be useless, and a mistake stupid.
  private static let blame: Set<String> = ["stupid", "useless", "incompetent", "clueless"]
  private static let people: Set<String> = [
    "he", "she", "they", "you", "he's", "she's", "they're", "him", "her", "them", "boss", "bosses",
    "manager", "managers", "management", "director", "colleague", "colleagues", "team", "people",
    "person", "man", "woman", "guy", "client", "clients", "customer", "customers", "supervisor",
    "everyone", "everybody", "somebody", "someone",
  ]

  var tone: Observation? {
    let quotes = quotes(Self.toneWords) { prose, hit in
      let word = prose.words[hit.lowerBound]
      let near = max(0, hit.lowerBound - 3)..<min(prose.words.count, hit.upperBound + 1)
      if Self.blame.contains(word.text) {
        return prose.words[near].contains {
          $0.sentence == word.sentence && Self.people.contains($0.text)
        }
      }
      let next = hit.upperBound < prose.words.count ? prose.words[hit.upperBound].text : ""
      return word.text != "toxic" || !Self.chemicals.contains(next)
    }
    guard !quotes.isEmpty else { return nil }
    return Observation(
      kind: .tone, quotes: quotes, note: "Words that a listener may take amiss.",
      question: "Would you say this line to them?")
  }

  private static let hedgeWords = Phrases(
    "sort of", "kind of", "maybe", "i guess", "i suppose", "just", "basically", "actually",
    "hopefully")
  /// After these `kind of` and `sort of` name a kind.
  private static let kinds: Set<String> = [
    "what", "which", "this", "that", "the", "a", "any", "some", "same", "every", "each", "another",
    "other", "new", "different", "right", "wrong", "one", "no", "whatever",
  ]

  var hedges: Observation? {
    let quotes = quotes(Self.hedgeWords) { prose, hit in
      let before = hit.lowerBound > 0 ? prose.words[hit.lowerBound - 1].text : ""
      let next = hit.upperBound < prose.words.count ? prose.words[hit.upperBound].text : ""
      switch prose.words[hit.lowerBound].text {
      case "kind", "sort": return !Self.kinds.contains(before)
      case "just": return !["in", "before", "after", "as", "when", "under", "over"].contains(next)
      default: return true
      }
    }
    guard quotes.count >= 2, quotes.count * 100 >= 2 * wordCount else { return nil }
    return Observation(
      kind: .hedges, quotes: quotes, note: "\(quotes.count) words that hold something back.",
      question: "Which of them do you need?")
  }

  private static let fillerWords = Phrases(
    "um", "umm", "uh", "uhm", "er", "erm", "like", "you know", "i mean")

  func fillers(_ context: ObservationContext) -> Observation? {
    guard context.isTranscript else { return nil }
    let quotes = quotes(Self.fillerWords) { prose, hit in
      let (first, last) = (prose.words[hit.lowerBound], prose.words[hit.upperBound - 1])
      // “Like” and “you know” are words with a meaning unless a pause sets them off.
      return !["like", "you", "i"].contains(first.text) || first.before == "," || last.after == ","
    }
    guard quotes.count >= 4, quotes.count * 100 >= 4 * wordCount else { return nil }
    return Observation(
      kind: .fillers, quotes: quotes, note: "\(quotes.count) words that fill a pause.",
      question: "Where would a pause do?")
  }
}
