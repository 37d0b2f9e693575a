/// Tells what happened from what usually happens, by the verbs of a sentence.
extension Prose {
  /// Whether a sentence has a verb in the past: then it tells of an occasion, or of a habit that was.
  ///
  /// What stands after `if` is no occasion (“if they still disagreed, I would…”).
  func isNarrative(_ sentence: Range<Int>) -> Bool {
    var isCondition = false
    for index in sentence {
      let word = words[index].text
      if word == "if" { isCondition = true }
      if word == "would" { isCondition = false }
      if !isCondition, isPast(at: index) { return true }
      if words[index].after == "," { isCondition = false }
    }
    return false
  }

  /// Whether a word is a verb in the past, and no participle (`is heard`, `the planned route`).
  func isPast(at index: Int) -> Bool {
    let word = words[index].text
    if Self.auxiliaries.contains(word) { return true }
    guard Verbs.isPastForm(word) else { return false }
    guard var before = wordBefore(index) else { return true }
    if ["and", "or", "but"].contains(words[before].text), let earlier = wordBefore(before) {
      // “Heard and involved” is as “heard”.
      if Verbs.isPastForm(words[earlier].text) { return isPast(at: earlier) }
      before = earlier
      return true
    }
    return !Self.beforeParticiples.contains(words[before].text)
  }

  /// The index of the word before, adverbs aside, in the same sentence.
  func wordBefore(_ index: Int) -> Int? {
    var before = index - 1
    while before >= 0, words[before].sentence == words[index].sentence {
      if !Verbs.isAdverb(words[before].text) { return before }
      before -= 1
    }
    return nil
  }

  private static let auxiliaries: Set<String> = [
    "was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't",
  ]
  private static let beforeParticiples: Set<String> = [
    // Forms of be and have, and what stands for them
    "am", "is", "are", "be", "been", "being", "i'm", "he's", "she's", "it's", "we're", "they're",
    "you're", "that's", "has", "have", "i've", "we've", "they've", "you've", "having", "get",
    "gets",
    "getting", "feel", "feels", "stay", "stays", "keep", "keeps", "remain", "become", "seem",
    "seems",
    "look", "looks",
    // Articles and the like
    "a", "an", "the", "my", "our", "your", "his", "her", "its", "their", "this", "these", "those",
    "any", "some", "each", "every", "no", "both",
    // Prepositions and degrees
    "of", "in", "on", "at", "by", "for", "with", "from", "to", "about", "as", "without", "so",
    "too",
    "more", "most", "well", "quite", "very",
  ]
}

/// Forms of English verbs.
enum Verbs {
  /// Whether a word can be a verb in the past tense.
  static func isPastForm(_ word: String) -> Bool {
    irregularPasts.contains(word) || endsAsParticiple(word)
  }

  /// Whether a word can be a past participle.
  static func isParticiple(_ word: String) -> Bool {
    irregularParticiples.contains(word) || endsAsParticiple(word)
  }

  private static func endsAsParticiple(_ word: String) -> Bool {
    word.utf8.count >= 4 && word.hasSuffix("ed") && !notParticiples.contains(word)
  }

  static func isAdverb(_ word: String) -> Bool {
    adverbs.contains(word) || word.utf8.count > 4 && word.hasSuffix("ly") && word != "only"
  }

  private static let adverbs: Set<String> = [
    "then", "also", "never", "first", "just", "not", "soon", "still", "already", "always", "often",
    "even", "once", "twice", "only", "all", "again", "now",
  ]
  private static let notParticiples: Set<String> = [
    "need", "speed", "feed", "seed", "weed", "deed", "indeed", "exceed", "proceed", "succeed",
    "hundred", "sacred", "naked", "breed", "bleed", "greed", "unneeded", "wicked", "embed",
  ]
  private static let irregularPasts: Set<String> = [
    "ate", "became", "began", "bought", "broke", "brought", "built", "came", "caught", "chose",
    "drew", "drove", "fell", "felt", "found", "gave", "got", "heard", "held", "kept", "knew", "led",
    "left", "lost", "made", "meant", "met", "paid", "ran", "rang", "rode", "said", "sat", "saw",
    "sent", "slept", "sold", "sought", "spent", "spoke", "stood", "swam", "taught", "thought",
    "threw", "told", "took", "understood", "went", "woke", "won", "wore", "wrote",
  ]
  private static let irregularParticiples: Set<String> = [
    "begun", "bought", "broken", "brought", "built", "caught", "chosen", "cut", "done", "drawn",
    "driven", "found", "given", "held", "hidden", "kept", "led", "made", "met", "paid", "put",
    "run", "sent", "set", "shown", "shut", "sold", "spoken", "stolen", "taken", "taught", "thrown",
    "told", "written",
  ]
}
