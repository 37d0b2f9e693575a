public import Decks
public import Practice
import Scheduler
public import Screen

/// What a screen wants done outside: the program does it and answers with an ``Outcome``.
public enum Effect: Equatable, Sendable {
  case notebook(NotebookEffect)
  case quit
  /// Draw every cell again, for when something else has written on the terminal.
  case redraw
  case loadHome
  /// Say how it stands with the person's machines.
  case loadSync
  /// Bring them together.
  case syncNow
  /// Bring them together in a place, and keep it as theirs.
  case setUpSync(String)
  /// Say what was changed on two of them.
  case loadConflicts
  case settle(WordingConflict, by: WordingChoice)
  case loadWeak
  case startSession(SessionRequest)
  /// Go on with the session that was left today.
  case resumeSession
  /// Say what was done last, and would be taken back.
  case nameLastAction
  case takeLastActionBack(named: [String])
  /// Say what was deleted.
  case loadDeleted
  /// Put a text on the clipboard.
  case copy(String)
  /// Tell of the time that has passed.
  case alarm(Alarm)
  /// Say once more what is asked now.
  case sayAgain
  /// Do what a session wants done.
  case practice(PracticeEffect)
  /// Keep an answer before a panel.
  case keepAnswer(Attempt)
  /// Say what comes after the session.
  case loadOutlook
  /// Keep what is written so far at a card, or in the line of a round's log.
  case keepDraft([String], of: CardID)
  /// Read what was written and not finished.
  case loadDraft(of: CardID)
  case loadDecks
  /// Turn a deck on or off.
  case setDeck(String, on: Bool)
  case loadCards(CardFilter)
  /// Look for cards by words in a deck, or in all decks.
  case search(String, inDeck: String?)
  /// Make all texts ready to be searched, as they are now.
  case openSearch
  /// Look for words in everything.
  case searchEverything(String)
  /// Say what the command line can do.
  case loadCommands
  /// Show what a command says that takes no more than its name.
  case show(String)
  /// Run a command that takes no more than its name, in the terminal.
  case run(String)
  /// Show the help of a command.
  case explain(String)
  /// Read what cards of a list are, by their numbers.
  case loadListings([Int])
  case loadCard(CardID)
  /// Open the card's deck in the person's editor, at the card.
  case editCard(CardID)
  /// Open the deck file with a fault in the person's editor, there.
  case mend(Fault)
  case loadProgress
  /// Plan the days ahead, by the minutes of the settings or by others.
  case loadPlan(minutes: Double?)
  case loadSettings
  /// Set a setting; nil is back to its default.
  case changeSetting(String, to: String?)
  /// Open the settings file in the person's editor.
  case editSettings
  /// Say what the import at hand would bring in.
  case loadImport
  /// Take in of that import what is to be taken.
  case takeImport([ImportEntry])
}

/// What came of an effect.
public enum Outcome: Sendable {
  case notebook(NotebookOutcome)
  case home(HomeSummary)
  case weak([WeakCard])
  case session(SessionStart)
  /// What would be taken back, a line each; nil if there is nothing.
  case lastAction([String]?)
  /// What was taken back, a line each; nil if there was nothing.
  case tookBack([String]?)
  /// What was deleted, the latest first.
  case deleted([DeletedThing])
  /// What came of what a session wanted done.
  case practice(PracticeOutcome)
  case draftKept([String], of: CardID)
  /// A draft could not be kept; the text says why.
  case draftUnkept([String], of: CardID, String)
  /// What was written and not finished.
  case draft([String], of: CardID)
  /// An answer before a panel could not be kept; the text says why.
  case answerUnkept(Attempt, String)
  case outlook(SessionOutlook)
  /// It is done, and nothing on the screen changes.
  case done
  case decks([DeckListing])
  case cards(CardList)
  /// The numbers of the cards that were found by words.
  case found(String, [Int])
  /// All texts can be searched.
  case searchOpened
  case foundEverything(SearchResults)
  case commands([ShellCommand])
  /// What cards of a list are, of those asked for.
  case listings([Int: CardListing], of: [Int])
  case card(SessionCard, CardListing)
  /// The person's editor is back: what is wrong in the deck now, nil if it is sound.
  case deckEdited(fault: Fault?)
  case progress(ProgressFigures)
  case plan(PlanFigures)
  /// A value was not refused, but could not be written; the text says why.
  case settingUnkept(String, String)
  /// The settings as they are now, and what the screens go by from now on.
  case settings(SettingsListing, SettingsInForce)
  case sync(SyncFigures)
  /// The machines were brought together, or could not be; the text says how.
  case synced(String, isProblem: Bool)
  /// They cannot meet in the place that was named; the text says why.
  case syncRefused(String)
  /// What is changed on two machines now, with what is said of that.
  case conflicts([WordingConflict], String?)
  case importProposal(ImportProposal)
  /// It is taken in; the text says what.
  case imported(String)
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
  /// Whether the questions of a session are said aloud.
  public var saysQuestions: Bool
  /// Whether those of a panel are.
  public var saysPanel: Bool

  public init(
    schedule: Schedule, daily: SessionRequest, keyChanges: KeyChanges = KeyChanges(),
    saysQuestions: Bool = false, saysPanel: Bool = false
  ) {
    self.schedule = schedule
    self.daily = daily
    self.keyChanges = keyChanges
    self.saysQuestions = saysQuestions
    self.saysPanel = saysPanel
  }
}

/// The time of an answer that has passed.
public enum Alarm: Equatable, Sendable {
  /// It should come to its end.
  case target
  /// It is too long.
  case limit
}

/// What is said aloud when it shows.
public struct Aloud: Equatable, Sendable {
  public var text: String
  /// Whose voice says it, from 1.
  public var voice: Int
  /// What changes with all that is asked anew.
  public var turn: Int

  public init(_ text: String, voice: Int = 1, turn: Int) {
    (self.text, self.voice, self.turn) = (text, voice, turn)
  }
}

/// What the home screen shows.
public struct HomeSummary: Equatable, Sendable {
  /// What today is, from which the figures come.
  public var today: Today
  /// The cards that are due; nil where home does not tell: with an interview ahead, and once today's
  /// session is begun.
  public var due: Int?
  /// How things stand for the next interview; nil if none is ahead.
  public var interview: InterviewOutlook?
  /// What home says beside the figures.
  public var companion: HomeCompanion
  /// Deck files of the person's own that have faults.
  public var faultyDecks: [String]
  /// Lines of the settings file that could not be used.
  public var settingsFaults: [String]

  public init(
    today: Today, due: Int? = nil, interview: InterviewOutlook? = nil,
    companion: HomeCompanion = HomeCompanion(), faultyDecks: [String] = [],
    settingsFaults: [String] = []
  ) {
    self.today = today
    self.due = due
    self.interview = interview
    self.companion = companion
    self.faultyDecks = faultyDecks
    self.settingsFaults = settingsFaults
  }

  /// What is left of a session that was begun today; nil if none was.
  public var left: SessionLeft? { today.sessionLeft }
  /// Whether nothing was ever practised.
  public var isFirstTime: Bool { companion.practisedDays == 0 }
}
