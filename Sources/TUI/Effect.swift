public import Decks
public import Practice
public import Scheduler
public import Screen

/// What a screen wants done outside: the program does it and answers with an ``Outcome``.
public enum Effect: Equatable, Sendable {
  case notebook(NotebookEffect)
  case quit
  /// Draw every cell again, for when something else has written on the terminal.
  case redraw
  case loadHome
  case loadWeak
  case startSession(SessionRequest)
  /// Go on with the session that was left today.
  case resumeSession
  // What is done in a session comes with the session as it is before: both go to the disk together.
  /// Record a grade with the attempt that it is for.
  case record(Grading, Attempt, in: Session)
  /// Keep an attempt that has no grade.
  case keep(Attempt, in: Session?)
  /// Take the last grade back.
  case undo(in: Session?)
  /// Take an attempt back that has no grade.
  case undoAttempt(Int64, at: CardID, in: Session)
  /// Say what comes after the session.
  case loadOutlook
  /// Keep what is written so far at a card, or in the line of a round's log.
  case keepDraft([String], of: CardID)
  /// Read what was written and not finished.
  case loadDraft(of: CardID)
  /// Record what is said at a card, if the person wants that.
  case startRecording(CardID)
  /// The answer is over: keep what was recorded, or delete it.
  case stopRecording(CardID, isKept: Bool)
  /// Play the newest recording at a card, or stop playing it.
  case playRecording(CardID)
  /// Open a written answer in the person's editor.
  case editAnswer(CardID, AnswerForm, question: String)
  /// Keep a card away until a day begins; nil brings it back.
  case bury(CardID, until: Day?, in: Session)
  case suspend(CardID, Bool, in: Session?)
  case loadDecks
  case loadCards(CardFilter)
  /// Look for cards by words in a deck, or in all decks.
  case search(String, inDeck: String?)
  /// Read what cards of a list are, by their numbers.
  case loadListings([Int])
  case loadCard(CardID)
  /// Open the card's deck in the person's editor, at the card.
  case editCard(CardID)
  /// Open the deck file with a fault in the person's editor, there.
  case mend(Fault)
  /// Open the note on a card in the person's editor.
  case editNote(CardID, String)
  case loadProgress
  case loadSettings
  /// Set a setting; nil is back to its default.
  case changeSetting(String, to: String?)
  /// Open the settings file in the person's editor.
  case editSettings
}

/// What came of an effect.
public enum Outcome: Sendable {
  case notebook(NotebookOutcome)
  case home(HomeSummary)
  case weak([WeakCard])
  case session(SessionStart)
  /// An attempt is on disk, with the card's memory if it had a grade.
  case recorded(Attempt, Memory?)
  /// What was taken back, with its card if a deck still has it; nil when there was nothing.
  case undone(UndoneReview?, SessionCard?)
  case attemptUndone(Attempt?, SessionCard?)
  case draftKept([String], of: CardID)
  /// A draft could not be kept; the text says why.
  case draftUnkept([String], of: CardID, String)
  /// What was written and not finished.
  case draft([String], of: CardID)
  /// An attempt without a grade could not be kept; the text says why.
  case attemptUnkept(Attempt, String)
  case answerEdited(CardID, [String])
  case outlook(SessionOutlook)
  /// What is said is being recorded from now on.
  case recordingStarted
  /// A recording of an answer to the card is on disk.
  case recordingKept(CardID)
  /// It is done, and nothing on the screen changes.
  case done
  case decks([DeckListing])
  case cards(CardList)
  /// The numbers of the cards that were found by words.
  case found(String, [Int])
  /// What cards of a list are, of those asked for.
  case listings([Int: CardListing], of: [Int])
  case card(SessionCard, CardListing)
  /// The person's editor is back: what is wrong in the deck now, nil if it is sound.
  case deckEdited(fault: Fault?)
  case buried(CardID, until: Day?)
  case suspended(CardID, Bool)
  case noteChanged(CardID, String?)
  case progress(ProgressFigures)
  /// A value was not refused, but could not be written; the text says why.
  case settingUnkept(String, String)
  /// The settings as they are now, and what the screens go by from now on.
  case settings(SettingsListing, SettingsInForce)
  /// Deck files are being read: the share read so far.
  case readingDecks(Double)
  /// It could not be done; the text says what, where and what to do.
  case failed(String)
}

/// What of the settings the screens go by.
public struct SettingsInForce: Sendable {
  /// How grades become dates.
  public var schedule: Schedule
  /// What `Enter` at home asks for.
  public var daily: SessionRequest
  public var keyChanges: KeyChanges

  public init(schedule: Schedule, daily: SessionRequest, keyChanges: KeyChanges = KeyChanges()) {
    self.schedule = schedule
    self.daily = daily
    self.keyChanges = keyChanges
  }
}

/// What the home screen shows.
public struct HomeSummary: Equatable, Sendable {
  public var waiting: Waiting
  /// How things stand for the next interview; nil if none is ahead.
  public var interview: InterviewOutlook?
  /// The minutes of today's session.
  public var minutes: Double
  /// What waits beside the dates of cards.
  public var work: WorkList
  /// What is left of a session that was left today; nil if none was.
  public var left: SessionLeft?
  /// Whether anything was ever practised.
  public var isFirstTime: Bool
  /// Deck files of the person's own that have faults.
  public var faultyDecks: [String]
  /// Lines of the settings file that could not be used.
  public var settingsFaults: [String]

  public init(
    waiting: Waiting, interview: InterviewOutlook? = nil, minutes: Double, work: WorkList,
    left: SessionLeft? = nil, isFirstTime: Bool,
    faultyDecks: [String], settingsFaults: [String]
  ) {
    self.waiting = waiting
    self.interview = interview
    self.minutes = minutes
    self.work = work
    self.left = left
    self.isFirstTime = isFirstTime
    self.faultyDecks = faultyDecks
    self.settingsFaults = settingsFaults
  }
}
