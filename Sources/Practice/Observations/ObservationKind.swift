/// What may be observed in a written answer: one check, with a switch of its own.
///
/// A check compares words with short lists and counts. It knows nothing of meaning, so it is slow
/// to speak: what stands in quotation marks is someone else's, and where a word has an honest use
/// that can be told apart, that use passes. None of it is a score.
///
/// The order is the one in which observations are shown.
public enum ObservationKind: String, CaseIterable, Sendable {
  /// The story was told to this employer before: it is the same one, or at least 35 % of the
  /// five-word runs of the shorter text are in the other one too.
  case toldBefore = "told_before"
  /// A figure differs from the last time, in the same unit: 30 % then, 40 % now.
  case figuresChanged = "figures_changed"
  /// Much the same words as in each of the last three attempts, figures aside: over 80 % of
  /// the three-word runs.
  case sameWords = "same_words"
  /// Under 60 or over 150 seconds at the person's own pace; strong over 180.
  case length
  /// Situation and Task over 35 % of the words, or else the Action under 45 % (strong under 35);
  /// the Result under 10 %; a part that is empty.
  ///
  /// Shares are compared as they are shown, in whole per cent, from 150 words on. On a card about a failure the Action may be 15 points less.
  case share
  /// In the Situation no time, no name, no figure, and nothing that happened once.
  case occasion
  /// In the Action no `I` at all, or more than twice as many `we`, at least three.
  ///
  /// A sentence that starts with a verb in the past, as in notes, says `I` without the word. On a
  /// card about working together only the first rule holds.
  case iAndWe = "i_and_we"
  /// In the Action two or more of `would`, `usually`, `always`, `in general`, `I believe` and the
  /// like: what one does, not what was done.
  ///
  /// A sentence with a verb in the past is a story, and its `would` reported speech or a habit.
  case falseStar = "false_star"
  /// In the Action two or more of `was moved`, `were told`, without `by` and who it was.
  ///
  /// Feelings and states (`was surprised`, `was based`) are none, nor is `I was asked`.
  case passive
  /// In the Action at least three verbs such as `leveraged` or `drove change`, which show nobody
  /// doing anything.
  case emptyVerbs = "empty_verbs"
  /// No figure in the Result, nor anybody's words, nor a decision, nor `from … to …`.
  ///
  /// On a card about how people get on the evidence is how they do, and nothing is looked for.
  /// Years, quarters, dates and 24/7 are no figures; number words are.
  case evidence
  /// On a card about a failure, a mistake, a setback or feedback: no lesson in the Result.
  case learning
  /// In the Result at least 4 words in 100 such as `significantly` or `a lot`, none of them within
  /// six words of a figure.
  case vague
  /// Words that blame, boast or are too casual for an interview.
  case tone
  /// At least 2 words in 100 such as `maybe` or `sort of`, and two in all.
  case hedges
  /// At least 4 words in 100 such as `um`, and four in all, in a transcript of speech.
  case fillers

  /// Whether the check is made where the person has chosen nothing.
  public var isOnAtFirst: Bool { self != .fillers }

  /// The checks that are made where the person has chosen nothing.
  public static let onAtFirst = Set(allCases.filter(\.isOnAtFirst))
}
