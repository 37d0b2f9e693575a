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
  /// The answer is over: keep what was recorded, or delete it.
  case stopRecording(CardID, isKept: Bool)
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
  /// A recording of an answer to the card is on disk.
  case recordingKept(CardID)
  /// What the boxes of the card hold when the person's editor is back.
  case answerEdited(CardID, [String])
  case noteChanged(CardID, String?)
  /// What of the session was done today by now, here or elsewhere.
  case doneElsewhere(Set<SessionItem>)
  /// It is done, and nothing changes.
  case done
}
