import Campaign
public import Decks
public import Practice
import Scheduler
public import Screen

/// Everything the trainer knows while it runs: a value that events and outcomes change.
public struct App: Sendable {
  /// The screens on the way to the one shown, which is the last; never empty.
  var path: [Place] = [.home(HomeScreen())]
  var notice: Notice?
  /// What could not be saved and is tried again.
  var unsaved = Unsaved()
  public internal(set) var size: Size
  public internal(set) var now: Moment
  private(set) var schedule: Schedule
  /// What a session of today asks for.
  private(set) var daily: SessionRequest
  private(set) var keyChanges: KeyChanges
  /// What the person has written down, as it was last read.
  var openNotebook = OpenNotebook()
  /// The families by which cards are filtered.
  let competencies: Competencies
  /// Whether the trainer was started for one session and ends with it.
  private(set) var endsWithSession = false

  enum Place {
    case home(HomeScreen)
    case practice(PracticeScreen)
    case summary(SummaryScreen)
    case weak(WeakScreen)
    case decks(DecksScreen)
    case cards(CardsScreen)
    case card(CardScreen)
    case settings(SettingsScreen)
    case progress(ProgressScreen)
    case notebook(NotebookPlace)
    case help(HelpScreen)

    /// Whether what is typed is text now, so that no character is a command.
    var takesText: Bool {
      switch self {
      case .cards(let cards): cards.isSearching
      case .settings(let settings): settings.draft != nil
      case .practice(let practice): practice.typed != nil
      case .notebook(let place): place.takesText
      case .home, .summary, .weak, .decks, .card, .progress, .help: false
      }
    }
  }

  /// The trainer at its home screen.
  ///
  /// - Parameters:
  ///   - size: the window's.
  ///   - now: the time and zone of here.
  ///   - settings: what of the settings the screens go by.
  ///   - competencies: the families by which cards are filtered.
  public init(
    size: Size, now: Moment, settings: SettingsInForce, competencies: Competencies
  ) {
    self.size = size
    self.now = now
    schedule = settings.schedule
    daily = settings.daily
    keyChanges = settings.keyChanges
    self.competencies = competencies
  }

  /// Goes by other settings from now on.
  mutating func goBy(_ settings: SettingsInForce) {
    schedule = settings.schedule
    daily = settings.daily
    keyChanges = settings.keyChanges
  }

  /// Whether something is said about what just happened.
  public var isSaying: Bool { notice != nil }

  /// What to do before the first frame.
  public func start() -> [Effect] { [.loadHome] }

  /// Goes straight into a session, and ends with it; nil goes on with the one that was left today.
  public mutating func startSession(_ request: SessionRequest?) -> [Effect] {
    endsWithSession = true
    return [request.map { .startSession($0) } ?? .resumeSession]
  }

  /// Milliseconds until the screen changes by itself; nil when it never does.
  public var nextChange: Int? {
    [ownChange, nextSave].compactMap { $0 }.min()
  }

  private var ownChange: Int? {
    switch path.last {
    case .practice(let practice): practice.run.nextChange(after: now.time)
    case .notebook(.panel(let screen)):
      screen.panel.nextChange(after: now.time.milliseconds).map(Int.init)
    default: nil
    }
  }

  var frame: Frame { Frame(size: size) }
}
