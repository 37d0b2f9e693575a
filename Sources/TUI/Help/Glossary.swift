import Decks
import Screen

/// A word that Starling means something by: what, and where it is met.
public struct GlossaryWord: Sendable {
  public let word: String
  /// One line or two.
  public let meaning: String
  /// Where it is met, as a person would say it.
  public let met: String
  /// The place of that, where it is one that can be gone to.
  let place: Place?

  init(_ word: String, _ meaning: String, met: String, _ place: Place? = nil) {
    (self.word, self.meaning, self.met, self.place) = (word, meaning, met, place)
  }

  /// Whether a text has the word, as a word of its own or several.
  func isIn(_ text: [String]) -> Bool {
    let words = Words.list(word)
    guard let first = words.first else { return false }
    return text.indices.contains { index in
      text[index] == first && text[index...].prefix(words.count).elementsEqual(words)
    }
  }

  /// The words in the order of the alphabet: for `starling help words` and the help of the screens.
  public static let all = [
    GlossaryWord(
      "Again", "It did not come back; it comes again in the same session.", met: "at the reveal"),
    GlossaryWord(
      "brief", "One page for the day: who, when, what to say and what to ask.",
      met: "under b at home", .brief),
    GlossaryWord(
      "bury", "Put a card away until tomorrow.", met: "at a question"),
    GlossaryWord(
      "core",
      "One of the questions that matter most: at least one for each of the guide's points. They are practised first.",
      met: "in the decks", .decks),
    GlossaryWord(
      "does not apply",
      "A question that asks about something you never had; it is put away with that reason.",
      met: "at a question"),
    GlossaryWord(
      "doubt", "Something about you that troubles an employer, with your evidence against it.",
      met: "under an employer", .interviews),
    GlossaryWord(
      "due", "Without an interview ahead: what you would begin to forget today.",
      met: "at home and in the decks", .decks),
    GlossaryWord(
      "Easy", "It came back, and you answered every follow-up.", met: "at the reveal"),
    GlossaryWord(
      "facts", "What you know of an employer, each with its source and how long it holds.",
      met: "under an employer", .interviews),
    GlossaryWord(
      "family",
      "Questions that look for the same strength, such as disagreement or ownership; there are twelve.",
      met: "in the stories, as columns", .stories),
    GlossaryWord(
      "follow-up", "What they ask after your answer; 40 seconds for each.", met: "at the reveal"),
    GlossaryWord("Good", "It came back.", met: "at the reveal"),
    GlossaryWord(
      "Hard", "It came back, but you needed notes or a long search, or got stuck on a follow-up.",
      met: "at the reveal"),
    GlossaryWord(
      "headline", "The answer in one sentence, said in 25 seconds.", met: "at a question"),
    GlossaryWord(
      "log", "What was asked in a round and how it landed, written down while it is fresh.",
      met: "under an employer", .interviews),
    GlossaryWord(
      "mark", "1 to 5 for a part of an answer, from your ticks alone. It says nothing of dates.",
      met: "in the progress", .progress),
    GlossaryWord(
      "needs work", "A part of an answer with a mark below 3 of 5; it comes back as a rebuild.",
      met: "in the weak cards", .weak),
    GlossaryWord(
      "on course for",
      "What would come back on the day if you follow the plan; nine in ten outcomes lie in the range.",
      met: "at home and in the plan", .plan),
    GlossaryWord(
      "panel", "A rehearsal before people who ask in turn, as on the day.", met: "under m at home",
      .panel),
    GlossaryWord(
      "pick", "Naming only the story that fits a question, within ten seconds.",
      met: "at a question, and as a warm-up"),
    GlossaryWord(
      "ready now",
      "What would come back on the day if you stopped now: recall of the core questions, each by what it weighs.",
      met: "at home", .progress),
    GlossaryWord(
      "rebuild", "Only the part that needs work, said or written anew.", met: "in the weak cards",
      .weak),
    GlossaryWord(
      "recall", "The chance that an answer comes back, as the model of your memory has it.",
      met: "in the weak cards", .weak),
    GlossaryWord(
      "role pack", "The questions of a field of work; off until you choose yours.",
      met: "in the decks", .decks),
    GlossaryWord(
      "round", "One meeting with an employer, of which there may be several.",
      met: "under an employer", .interviews),
    GlossaryWord(
      "second look", "Yesterday's written answer, ticked again as if it were another's.",
      met: "in a session"),
    GlossaryWord(
      "STAR", "Situation, Task, Action, Result: the parts of an answer that tells a story.",
      met: "at the reveal, and in “starling help star”"),
    GlossaryWord(
      "story", "Something that happened to you, kept once and told for many questions.",
      met: "in the stories", .stories),
    GlossaryWord(
      "strong", "A story that fits a family well. Workable is less, and stretch only just.",
      met: "in the stories", .stories),
    GlossaryWord(
      "suspend", "Keep a card out of practice until you bring it back.",
      met: "at a question and in the cards", .decks),
    GlossaryWord(
      "told", "A story that somebody at this employer has heard already.", met: "in the stories",
      .stories),
    GlossaryWord(
      "weak", "Recall on the day below 70%.", met: "in the weak cards", .weak),
    GlossaryWord(
      "what it is after",
      "The family that a question is of; it is named only at the answer side.",
      met: "by F at a question, and on Progress"),
    GlossaryWord(
      "wording", "The question as it is asked this time; most have several.", met: "at a question"),
  ]
}
