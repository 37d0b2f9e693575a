public import Campaign
public import Decks

/// What the screens of stories and interviews want done outside; answered with a
/// ``NotebookOutcome``.
public enum NotebookEffect: Equatable, Sendable {
  /// Read what is written down, and go to a screen.
  case open(NotebookGoal)
  /// Read it again, since something has changed.
  case reload
  /// Keep things, and say so.
  case keep([Item], note: String?)
  case delete(Item)
  /// Bring back what was deleted, and say so.
  case bringBack(DeletedThing)
  /// Open a thing, kept or new, as a form on the screen, with what is written in it already.
  case fillIn(Item)
  /// Keep what is written in a form on the screen.
  case keepForm(OpenForm)
  /// Open a form on the screen, with what is written in it, in the person's editor.
  case editForm(OpenForm)
  /// Open a thing as a form in the person's editor.
  case edit(Item)
  /// Show a thing whole.
  case read(Item)
  /// Add the round after one, at a time as the person typed it; what is no time goes into that one's
  /// notes.
  case addRound(after: Kept<Interview>, at: String)
  /// Keep a new interview, and say what was understood.
  case addInterview(Interview, note: String)
  /// Do not ask for the log of a round any more.
  case waveOff(Kept<Interview>)
  /// Take away all that the log of a round says, as one step.
  case emptyLog(Kept<Interview>)
  /// Give one another time, and say what was understood.
  case moveInterview(Kept<Interview>, to: InterviewStart, note: String)
  /// Keep a round that has been, and go to its log.
  case hold(Interview)
  /// Make the page for the day.
  case brief(Kept<Interview>)
  /// Seat a panel for an interview, or a stock one.
  case panel(Kept<Interview>?)
}

/// A screen to go to once the notebook is read.
public enum NotebookGoal: Equatable, Sendable {
  case stories, employers
  /// The two lines of a new interview.
  case newInterview
  /// The log of a round that has been.
  case log(Number<Interview>)
  /// A list of what is known of an employer, by its title, of whom one is likely to think.
  case part(String, of: String?)
  /// The places where what a card asks for is written down.
  case feeds([Feed])
}

/// What came of a ``NotebookEffect``.
public enum NotebookOutcome: Sendable {
  case opened(OpenNotebook, NotebookGoal)
  /// Something has changed; the note says what, nil that nothing has.
  case changed(OpenNotebook, note: String?)
  /// A form to be filled in on the screen, with what was written in it the last time and not kept.
  case form(OpenForm, draft: [String])
  /// A form cannot be kept as it is.
  case faults([FormFault])
  /// Things could not be kept; the text says why.
  case unkept([Item], String)
  /// A round that has been is kept now and can be logged.
  case held(Kept<Interview>, OpenNotebook)
  /// A text to read.
  case text(title: String, String, of: Item? = nil)
  /// A page of sections to read.
  case sheet(title: String, Sheet)
  case panel(Panel, OpenNotebook, Kept<Interview>?)
}
