import Practice

extension ObservationKind {
  /// What is looked for in an answer in words, in one line.
  var help: String {
    switch self {
    case .toldBefore: "Says that the employer has heard the story"
    case .figuresChanged: "Warns when a figure has changed since last time"
    case .sameWords: "Says when the words are those of the last three times"
    case .length: "Says how long it takes aloud, if that is short or long"
    case .share: "Says when a part is very long or very short"
    case .occasion: "Says when the Situation has no time, place or person"
    case .iAndWe: "Counts “we” and “I” in the Action"
    case .falseStar: "Finds what one does usually, in place of what was done"
    case .passive: "Finds “was done” in the Action, where nobody did it"
    case .emptyVerbs: "Finds verbs such as “leveraged” that show nobody doing anything"
    case .evidence: "Asks what shows it when the Result has no figure, decision or words"
    case .learning: "Says when it finds no lesson in a failure"
    case .vague: "Finds “significantly”, “a lot” and the like in the Result"
    case .tone: "Finds words that blame, boast or are too casual"
    case .hedges: "Finds “maybe”, “sort of” and the like"
    case .fillers: "Finds “um” and the like in what was said; many engines leave them out"
    }
  }
}
