/// What questions and answers look like.
package enum QuestionWords {
  /// Whether a text asks for something.
  package static func isQuestion(_ text: String) -> Bool {
    let bare = text.trimmingEnd { "\"'”’»)」』*_ .。！!…".unicodeScalars.contains($0) }
    guard let last = bare.unicodeScalars.last else { return false }
    if "?？؟\u{37E}".unicodeScalars.contains(last) { return true }
    let words = Array(list(text).prefix(8))
    guard let first = words.first else { return false }
    if endings.contains(where: bare.hasSuffix) { return true }
    if beginnings.contains(where: { words.starts(with: $0) }) { return true }
    return questionWords.contains(first)
      && words.dropFirst().prefix(2).contains(where: verbs.contains)
  }

  /// Whether a text is a sentence or more that asks for nothing.
  static func isProse(_ text: String) -> Bool {
    guard !isQuestion(text), !text.contains("?"), !text.contains("？") else { return false }
    let words = text.split(whereSeparator: \.isWhitespace).count
    // Scripts without blanks between words.
    return words >= 9 || (words < 4 && text.unicodeScalars.count >= 30)
  }

  /// Whether a line by itself could be a heading: a few words, and no sentence.
  static func isHeading(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let last = text.unicodeScalars.last, !words.isEmpty, words.count <= 8 else {
      return false
    }
    if last == ":" || last == "：" { return true }
    return !".!?。？！；;,".unicodeScalars.contains(last) && !isQuestion(text)
  }

  /// Whether a line ends as a sentence does.
  static func isEnded(_ text: String) -> Bool {
    let bare = text.trimmingEnd { "\"'”’»)*_ ".unicodeScalars.contains($0) }
    return bare.unicodeScalars.last.map { ".!?:…。？！：؟".unicodeScalars.contains($0) } ?? false
  }

  /// Words by which the parts of an answer are headed.
  static func isAnswerPart(_ text: String) -> Bool {
    let words = list(text)
    guard let first = words.first, words.count <= 5, !isQuestion(text) else { return false }
    if parts.contains(words.joined(separator: " ")) { return true }
    return words.count <= 3 && parts.contains(first) || answers.contains(words.last ?? "")
  }

  /// Whether a heading says that no questions stand below it, but what else to read.
  static func isAppendix(_ text: String) -> Bool {
    let words = list(text)
    return words.count <= 3 && words.contains(where: appendices.contains)
  }

  private static let appendices: Set<String> = [
    "resources", "references", "links", "reading", "sources", "credits", "license", "licence",
    "contributing", "acknowledgements", "acknowledgments", "bibliography", "changelog", "quellen",
  ]

  /// Whether a text only says that an answer follows.
  static func isAnswerWord(_ text: String) -> Bool {
    let words = list(text)
    guard !words.isEmpty, words.count <= 5 else { return false }
    return words.contains(where: answers.contains) && !isQuestion(text)
  }

  private static func list(_ text: String) -> [String] { Words.list(text) }

  private static let answers: Set<String> = [
    "answer", "answers", "solution", "response", "reply", "antwort", "antworten", "losung",
    "reponse", "respuesta", "risposta", "resposta", "show", "reveal", "expand",
  ]

  private static let parts: Set<String> = [
    "situation", "task", "action", "actions", "result", "results", "learning", "learnings",
    "lesson", "lessons", "answer", "notes", "note", "example", "tip", "tips", "context",
    "outcome", "impact", "reflection", "star", "hint", "hints", "aufgabe", "handlung",
    "ergebnis", "tache", "resultat", "follow up", "follow ups", "key points", "what it tests",
    "talking points", "common mistake", "takeaway", "takeaways", "challenge", "background",
  ]

  private static let beginnings: [[String]] = [
    "tell me", "tell us", "describe", "give me", "give us", "give an", "give a", "give some",
    "share a", "share an", "share your", "share with", "talk about", "talk me", "talk us",
    "talk to",
    "walk me", "walk us", "explain", "discuss", "recall", "think of", "think about", "name a",
    "name an", "name one", "name two", "name three", "name your", "name the", "list your",
    "list three", "list two", "provide an", "provide a", "provide examples", "outline", "imagine",
    "suppose", "say something", "introduce yourself", "sell me", "convince", "define", "compare",
    "summarise", "summarize", "show me", "take me", "have you", "did you", "do you", "are you",
    "were you", "can you", "could you", "would you", "will you", "is there", "are there",
    "has there", "if you", "should you", "erzahlen sie", "erzahl", "beschreiben sie", "beschreibe",
    "nennen sie", "nenne", "schildern sie", "geben sie", "haben sie", "stellen sie",
    "parlez moi", "parle moi", "decrivez", "racontez", "donnez", "citez", "expliquez",
    "presentez", "cuenteme", "cuentame", "describa", "describe", "hableme", "hablame", "explique",
    "mencione", "deme un", "dame un", "mi parli", "descriva", "racconti", "fale", "conte",
    "descreva", "vertel", "beschrijf", "noem", "berätta", "opisz", "opowiedz", "расскажите",
    "опишите", "приведите", "назовите", "объясните",
  ].map { Words.list($0) }

  private static let endings = [
    "か", "ください", "下さい", "吗", "呢", "세요", "시오", "까", "述べよ", "说说", "谈谈",
  ]

  private static let questionWords: Set<String> = [
    "how", "what", "why", "when", "which", "who", "where", "whose", "whom", "wie", "was", "warum",
    "wann", "welche", "welcher", "welches", "wo", "wer", "comment", "pourquoi", "quel", "quelle",
    "quels", "quelles", "que", "como", "cual", "cuales", "cuando", "por", "come", "perche",
  ]

  private static let verbs: Set<String> = [
    "do", "does", "did", "is", "are", "was", "were", "have", "has", "had", "would", "will", "can",
    "could", "should", "might", "may", "s", "re", "d", "sind", "ist", "haben", "hat", "wurden",
    "machen", "gehen", "motiviert", "etes", "est", "sont", "avez", "feriez", "gerez", "es", "son",
    "ha", "haria", "motiva",
  ]
}

extension String {
  /// The text without the scalars at its end that a rule names.
  func trimmingEnd(while isTrimmed: (Unicode.Scalar) -> Bool) -> String {
    guard let last = unicodeScalars.last, isTrimmed(last) else { return self }
    guard let end = unicodeScalars.lastIndex(where: { !isTrimmed($0) }) else { return "" }
    return String(unicodeScalars[...end])
  }
}
