/// What a column of a table of questions is about, by its name.
enum TableColumn: Equatable {
  case key(CardKey)
  /// What sorts the questions.
  case category

  /// - Parameters:
  ///   - name: as it stands above the column.
  ///   - known: what the person says of columns, by their names in small letters.
  init?(_ name: String, _ known: [String: TableColumn] = [:]) {
    if let column = known[name.stripped.lowercased()] {
      self = column
      return
    }
    let words = Words.list(name).joined(separator: " ")
    guard !words.isEmpty else { return nil }
    if let key = CardKey(rawValue: name.stripped.lowercased()) {
      self = .key(key)
    } else if Self.asks.contains(words) {
      self = .key(.ask)
    } else if Self.answers.contains(words) {
      self = .key(.note)
    } else if Self.tags.contains(words) {
      self = .key(.tags)
    } else if Self.competencies.contains(words) {
      self = .key(.competency)
    } else if Self.categories.contains(words) {
      self = .category
    } else {
      return nil
    }
  }

  /// The better names of a question come first.
  static let asks = [
    "question", "questions", "ask", "question text", "interview question", "interview questions",
    "behavioral question", "behavioural question", "the question", "questiontext", "front",
    "prompt",
    "prompts", "frage", "fragen", "pregunta", "preguntas", "domanda", "domande", "vraag", "vragen",
    "pergunta", "perguntas", "fraga", "pytanie", "вопрос", "问题", "面试问题", "質問", "질문", "q",
    "card front", "recto", "vorderseite", "term", "text", "name", "title", "item",
  ]

  private static let answers: Set<String> = [
    "answer", "answers", "note", "notes", "back", "response", "responses", "reply", "a",
    "my answer",
    "sample answer", "model answer", "example answer", "suggested answer", "ideal answer",
    "answer text", "your answer", "antwort", "antworten", "reponse", "reponses", "respuesta",
    "respuestas", "risposta", "resposta", "ruckseite", "verso", "definition", "explanation",
    "ответ", "答案", "回答", "답변", "card back", "key points", "talking points", "comment",
    "comments", "hint", "star answer", "my notes", "notizen",
  ]

  private static let tags: Set<String> = [
    "tag", "tags", "label", "labels", "keyword", "keywords", "schlagworte", "etiquetas",
  ]

  private static let competencies: Set<String> = [
    "competency", "competencies", "competence", "competences", "skill", "skills", "kompetenz",
    "competencia", "trait", "attribute", "value", "leadership principle", "principle",
  ]

  private static let categories: Set<String> = [
    "category", "categories", "area", "topic", "topics", "theme", "themes", "section", "group",
    "type", "family", "subject", "kategorie", "thema", "bereich", "categoria", "categorie", "tema",
    "domain", "focus", "focus area", "question type", "classification", "deck", "set",
  ]
}
