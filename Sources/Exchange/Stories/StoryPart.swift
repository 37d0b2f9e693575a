import Decks

/// What a part of a story is, by the word that stands above it or before it.
enum StoryPart: Hashable {
  case title, headline, situation, task, action, result, learning, families, strength, notes

  /// Those without which a text is no story.
  static let star: [StoryPart] = [.situation, .task, .action, .result]

  /// - Parameters:
  ///   - name: such as `SITUATION (2-3 sentences)`, `What I did:` or `S`.
  ///   - mayBeLetter: whether one letter is enough.
  init?(_ name: String, mayBeLetter: Bool = false) {
    let bare = name.prefix { $0 != "(" && $0 != "[" }
    var words = Words.list(String(bare))
    if mayBeLetter, (2...4).contains(words.count), words.allSatisfy({ Self.letters[$0] != nil }),
      let part = Self.letters[words[0]]
    {
      // As in `S/T:`; it goes where the first of them goes.
      self = part
      return
    }
    if words.count > 1 { words.removeAll { ["the", "my", "a", "your"].contains($0) } }
    guard !words.isEmpty, words.count <= 5 else { return nil }
    let joined = words.joined(separator: " ")
    if let part = Self.names[joined] {
      self = part
    } else if mayBeLetter, joined.count == 1, let part = Self.letters[joined] {
      self = part
    } else if words.count == 2, words[0].count == 1 || words[1].count == 1,
      let part = words.compactMap({ Self.names[$0] }).first, Self.star.contains(part)
    {
      // As in `S - Situation`.
      self = part
    } else if words.count > 1, let part = Self.names[words[0]], Self.star.contains(part),
      words.dropFirst().allSatisfy({ Self.fillers.contains($0) || Self.names[$0] != nil })
    {
      // As in `Situation / Task` and `Situation and context`.
      self = part
    } else {
      return nil
    }
  }

  private static let letters: [String: StoryPart] = [
    "s": .situation, "t": .task, "a": .action, "r": .result, "l": .learning,
  ]

  private static let fillers: Set<String> = [
    "and", "context", "background", "taken", "achieved", "steps", "taken", "goal", "or", "s",
  ]

  private static let names: [String: StoryPart] = [
    "title": .title, "story": .title, "name": .title, "story title": .title, "story name": .title,
    "titel": .title, "titre": .title, "titulo": .title,
    "headline": .headline, "summary": .headline, "one liner": .headline, "hook": .headline,
    "quick summary": .headline, "one line summary": .headline, "tl dr": .headline,
    "in short": .headline, "opening": .headline,
    "situation": .situation, "context": .situation, "background": .situation, "setting": .situation,
    "situacion": .situation, "ausgangslage": .situation, "lage": .situation, "scene": .situation,
    "task": .task, "tasks": .task, "challenge": .task, "goal": .task, "objective": .task,
    "problem": .task, "aufgabe": .task, "tache": .task, "tarea": .task, "target": .task,
    "complication": .task, "responsibility": .task,
    "action": .action, "actions": .action, "what i did": .action, "approach": .action,
    "steps": .action, "handlung": .action, "aktion": .action, "vorgehen": .action,
    "accion": .action, "acciones": .action, "action taken": .action, "actions taken": .action,
    "result": .result, "results": .result, "outcome": .result, "outcomes": .result,
    "impact": .result, "ergebnis": .result, "resultat": .result, "resultats": .result,
    "resultado": .result, "resultados": .result, "resolution": .result,
    "learning": .learning, "learnings": .learning, "lesson": .learning, "lessons": .learning,
    "lessons learned": .learning, "lesson learned": .learning, "reflection": .learning,
    "takeaway": .learning, "takeaways": .learning, "what i learned": .learning,
    "what i learnt": .learning, "lessons learnt": .learning, "gelernt": .learning,
    "lehre": .learning, "apprentissage": .learning, "aprendizaje": .learning, "growth": .learning,
    "competency": .families, "competencies": .families, "competence": .families,
    "category": .families, "categories": .families, "family": .families, "families": .families,
    "tags": .families, "tag": .families, "theme": .families, "themes": .families,
    "primary theme": .families, "secondary themes": .families, "skill": .families,
    "skills": .families, "kompetenz": .families, "topic": .families, "topics": .families,
    "principle": .families, "principles": .families, "leadership principles": .families,
    "leadership principle": .families, "maps to": .families, "question type": .families,
    "use for": .families, "good for": .families,
    "strength": .strength, "rating": .strength, "score": .strength,
    "notes": .notes, "note": .notes, "notizen": .notes, "comment": .notes, "comments": .notes,
    "follow ups": .notes, "follow up": .notes,
  ]
}
