import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// What all screens share: the window, the time, what is known, what is said, and where one goes.
struct Stage {
  var size: Size
  var now: Moment
  var settings: SettingsInForce
  /// The families by which cards are filtered.
  let competencies: Competencies
  /// The clocks of here, and of zones by their names.
  let clocks: Clocks
  /// Whether arrows can be drawn.
  var hasSigns = true
  /// Whether tmux stands between the trainer and the terminal.
  var isInTmux = false
  /// Whether the trainer was started for one session, or one screen, and ends with it.
  var endsWithSession = false

  /// What waits, as it was last counted; nil until it is.
  var home: HomeSummary?
  /// The decks, as they were last listed.
  var decks: [DeckListing] = []
  /// What the person has written down, as it was last read.
  var openNotebook = OpenNotebook()

  /// The place that one is on the way to, and what is pressed there; nil if none is.
  var visit: Visit?
  /// What the command line can do besides; nil until it is asked for.
  var commands: [ShellCommand]?
  /// What was done last by its name, the latest first.
  private(set) var recent: [String] = []

  var notice: Notice?
  /// By card, the attempt in which the person named what its question is after, until it is kept.
  var named: [CardID: Attempt] = [:]
  /// What could not be saved and is tried again.
  var unsaved = Unsaved()
  /// Where screens lead, in order.
  private(set) var turns: [Turn] = []

  /// A way from one screen to another.
  enum Turn {
    /// A screen on top of those that are open.
    case open(any ScreenModel)
    /// Another screen in the place of the one on top.
    case replace(any ScreenModel)
    /// Out of the screen, as by its key.
    case back
    /// Out of the screen, without stopping at what comes at its end.
    case leave
    /// Whatever a key does on the screen that is then on top.
    case press(Key)
    /// Out of all screens but the first.
    case home
    /// Out of the trainer.
    case quit
  }

  init(
    size: Size, now: Moment, settings: SettingsInForce, competencies: Competencies, clocks: Clocks
  ) {
    self.clocks = clocks
    self.size = size
    self.now = now
    self.settings = settings
    self.competencies = competencies
  }

  var schedule: Schedule { settings.schedule }
  /// What a session of today asks for.
  var daily: SessionRequest { settings.daily }
  /// What a session with one card asks for.
  func request(for card: CardID) -> SessionRequest {
    var request = daily
    request.only = [card]
    return request
  }
  var keyChanges: KeyChanges { settings.keyChanges }
  var frame: Frame { Frame(size: size) }
  var notebook: Notebook { openNotebook.notebook }
  var families: [Family] { competencies.families }
  var startHour: Int { schedule.startHour }
  var today: Day { now.day(startHour: startHour) }

  // MARK: - What screens say, and where they lead

  mutating func say(_ text: String) { notice = Notice(text: text) }

  mutating func sayProblem(_ text: String) { notice = Notice(text: text, isProblem: true) }

  mutating func go(_ turn: Turn) { turns.append(turn) }

  /// So many names of what was done last are known.
  private static let recentCount = 5

  /// Notes that something was done by its name.
  mutating func noteUse(of name: String) {
    recent = Array(([name] + recent.filter { $0 != name }).prefix(Self.recentCount))
  }

  mutating func takeTurns() -> [Turn] {
    defer { turns = [] }
    return turns
  }
}
