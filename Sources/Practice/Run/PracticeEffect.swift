public import Decks
public import Scheduler

/// What a session wants done outside.
///
/// What is done in a session comes with the session as it is before: both go to the disk together.
public enum PracticeEffect: Equatable, Sendable {
  /// Record a grade with the attempt that it is for.
  case record(Grading, Attempt, in: Session)
  /// Keep an attempt that has no grade.
  case keep(Attempt, in: Session)
  /// Keep a card away until a day begins; nil brings it back.
  case bury(CardID, until: Day?, in: Session)
  case suspend(CardID, Bool, in: Session?)
  /// Keep a card out of practice because it does not apply to the person.
  case leaveAside(CardID, in: Session)
  /// Leave out what is asked; false takes that back.
  case skip(Bool, in: Session)
  /// Take the last grade back.
  case undo(in: Session?)
  /// Take an attempt back that has no grade.
  case undoAttempt(Int64, at: CardID, in: Session)
  /// Keep what is written so far at a card.
  case keepDraft([String], of: CardID)
  /// Record what is said at a card, if the person wants that.
  case startRecording(CardID)
  /// Stop recording for a while, or go on with it.
  case holdRecording(Bool)
  /// The answer is over: keep what was recorded, or delete it; what is kept is to be written down, with
  /// the parts that the person has marked and the milliseconds that it took.
  case stopRecording(CardID, isKept: Bool, marks: [PartMark] = [], duration: Int = 0)
  /// Have it written down once more what was recorded under that name.
  case hearAgain(CardID, recording: String, marks: [PartMark], duration: Int)
  /// The answer of which these words were heard is not kept: they become a draft.
  case shelve(CardID, recording: String, texts: [String])
  /// What was recorded under that name is not to be written down any more.
  case release(recording: String)
  /// Play the newest recording at a card, or stop playing it.
  case playRecording(CardID)
  /// Let the person write the answer in their editor.
  case editAnswer(CardID, AnswerForm, question: String)
  /// Let the person change their note on a card.
  case editNote(CardID)
  /// Keep what was written, box by box, among the person's stories.
  case saveStory([String])
  /// Find out what of this was done elsewhere meanwhile.
  case lookElsewhere([SessionItem])
  /// Tell the person something.
  case say(PracticeNotice)
}

/// What came of a ``PracticeEffect``.
public enum PracticeOutcome: Equatable, Sendable {
  /// An attempt is on disk, with the card's memory if it had a grade.
  case recorded(Attempt, Memory?)
  case buried(CardID, until: Day?)
  case suspended(CardID, Bool)
  case leftAside(CardID)
  case skipped(Bool)
  /// What was taken back, with its card if a deck still has it; nil when there was nothing.
  case undone(UndoneReview?, SessionCard?)
  case attemptUndone(Attempt?, SessionCard?)
  /// What is said is being recorded from now on.
  case recordingStarted
  /// A recording of an answer to the card is on disk, under that name: whether there is a program that
  /// plays it, and whether it is being written down.
  case recordingKept(CardID, name: String, canPlay: Bool = true, isHeard: Bool = false)
  /// What an engine has heard in a recording, or why it has not.
  case heard(HeardAnswer)
  /// What stands in the boxes of the card now that words have become a draft.
  case shelved(CardID, [String])
  /// What the boxes of the card hold when the person's editor is back.
  case answerEdited(CardID, [String])
  case noteChanged(CardID, String?)
  /// What of the session was done today by now, here or elsewhere.
  case doneElsewhere(Set<SessionItem>)
  /// It is done, and nothing changes.
  case done
}
