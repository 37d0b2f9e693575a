public import Practice
public import Scheduler
public import Screen

/// A setting that is on or off.
public enum Switch: String, CaseIterable, Sendable {
  case off, on
}

/// How the person wants Starling to be.
public struct Settings: Equatable, Sendable {
  /// `practice.minutes`: the minutes of a day's session, 1…240.
  public var minutes = 20.0
  /// `practice.day_start`: the local hour at which a day begins, 0…23.
  public var dayStart = 4
  /// `memory.model`.
  ///
  /// FSRS-7 unless told otherwise: on the recorded reviews of one learner, same-day ones counted, its
  /// log loss by the time split is 0.48 at the defaults and 0.46 fitted, that of FSRS-6 0.77 and
  /// 0.80; on later days alone the two are near (0.444 and 0.432 to 0.442 and 0.438). A candidate with
  /// days left meets a card several times a day.
  public var model = ModelName.fsrs7
  /// `memory.desired_retention`: the recall at which a card comes back, 0.7…0.99.
  public var desiredRetention = 0.9
  /// `memory.maximum_interval`: the longest time until a card comes back, 1…36500 days.
  public var maximumInterval = 36500
  /// `memory.fit`: whether the model is fitted to the person by itself.
  public var fit = Switch.on
  /// `memory.fuzz`: whether dates from three days on are spread a little, the same way each time.
  ///
  /// Off unless asked for: the day's minutes and the interview's date spread the work already, and
  /// without it dates are those that other FSRS programs give.
  public var fuzz = Switch.off
  /// `screen.colours`.
  public var colours = ColourChoice.auto
  /// `screen.mouse`: whether the mouse scrolls, selects and opens.
  public var mouse = Switch.on
  /// `screen.signal`: what tells of the target and the limit of an answer.
  public var signal = TimeSignal.off
  /// `screen.notices`: whether the terminal tells of the target time, and of words that have come.
  public var notices = Switch.off
  /// `programs.editor`: a command; empty means `$VISUAL`, `$EDITOR`, git's, `editor`, `nano` or `vi`.
  public var editor = ""
  /// `programs.recorder`: a command that records what is said into the file named after it, until it
  /// gets SIGTERM; empty records nothing.
  public var recorder = ""
  /// `programs.player`: a command that plays the file named after it.
  public var player = ""
  /// `recordings.keep`: the days after which the sound of an answer goes whose words are kept, 0…3650; with 0
  /// it stays.
  public var recordingDays = 30
  /// `sync.place`: where machines meet; empty where there is only one.
  public var syncPlace = ""
  /// `sync.automatic`: whether a folder is met at the start of the trainer and at its end.
  public var syncAutomatic = Switch.off
  /// `programs.transcriber`: a command that prints what is said in the file named after it; empty
  /// writes nothing down.
  public var transcriber = ""
  /// `programs.speaker`: a command that says the text which it gets as its input; empty says nothing.
  public var speaker = ""
  /// `practice.sureness`: whether one is asked how sure one is before an answer.
  public var sureness = Switch.off
  /// `practice.ask_aloud`.
  public var askAloud = AskAloud.panel
  /// `observations.*`: what is looked for in written answers.
  public var observing = ObservationKind.onAtFirst
  /// `observations.*`, too: what is told of how an answer was spoken.
  public var measuring = Set(DeliveryKind.allCases)
  /// `keys.*`.
  public var keyChanges = KeyChanges()

  public init() {}
}

/// Where questions are said aloud, with a speaker set.
public enum AskAloud: String, CaseIterable, Sendable {
  case off, panel, always
}

/// How colourful the screen is to be.
public enum ColourChoice: String, CaseIterable, Sendable {
  case auto, dark, light, plain
  case highContrast = "high-contrast"
}

/// What the screen does when the time for an answer is up.
public enum TimeSignal: String, CaseIterable, Sendable {
  case off, sound, flash
}

/// A line of the settings file that could not be used; the rest of the file was.
public struct SettingsFault: Error, Equatable, CustomStringConvertible {
  public var path: String
  /// From 1.
  public var line: Int
  public var message: String

  public var description: String { "\(path):\(line): \(message)" }
}
