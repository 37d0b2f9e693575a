import Decks

/// Other words by which a person may look for what a word says.
enum Synonyms {
  /// What else each word is found by.
  private static let table: [String: String] = [
    "add": "new create write", "aloud": "say talk speak voice", "answer": "solution reply",
    "away": "postpone later snooze skip", "back": "leave close return",
    "brief": "sheet summary print", "bury": "postpone later snooze",
    "card": "question flashcard", "cards": "questions flashcards", "change": "edit modify",
    "delete": "remove erase", "decks": "library packs", "draw": "refresh redraw",
    "edit": "change modify", "employer": "company companies firm employers",
    "employers": "companies firms",
    "export": "save backup print", "help": "manual keys what", "home": "start main menu",
    "interview": "appointment meeting date", "interviews": "appointments meetings dates",
    "import": "load read", "keep": "save store", "note": "comment remark",
    "panel": "mock rehearsal simulate", "plan": "schedule calendar timetable",
    "practice": "practise train drill study review exercise",
    "practise": "practice train drill study review exercise",
    "progress": "statistics stats graphs report", "quit": "exit leave bye end stop",
    "rehearse": "mock panel simulate", "search": "find look grep", "session": "start practice",
    "settings": "preferences options config configuration theme colours keys",
    "show": "reveal flip see", "start": "begin go practise practice",
    "stories": "story anecdotes examples experiences",
    "story": "stories anecdote example experience",
    "suspend": "hide disable never", "take": "undo revert", "told": "said used",
    "weak": "forgotten difficult bad", "words": "glossary terms meaning", "write": "type",
  ]

  /// The words of a text with those that stand for them.
  static func words(of text: String) -> [String] {
    let words = Words.list(text)
    return words + words.flatMap { table[$0].map(Words.list) ?? [] }
  }
}
