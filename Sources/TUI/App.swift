public import Decks
public import Practice
public import Screen

/// Everything the trainer knows while it runs: a value that events and outcomes change.
public struct App: Sendable {
  /// The screens on the way to the one shown, which is the last; never empty.
  var path: [Place] = [.home(HomeScreen())]
  var notice: Notice?
  public internal(set) var size: Size
  public internal(set) var now: Moment
  let schedule: Schedule
  /// What a session of today asks for.
  let daily: SessionRequest
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
    case help(HelpScreen)
  }

  /// The trainer at its home screen.
  ///
  /// - Parameters:
  ///   - size: the window's.
  ///   - now: the time and zone of here.
  ///   - schedule: how grades become dates.
  ///   - daily: what `Enter` at home asks for.
  ///   - competencies: the families by which cards are filtered.
  public init(
    size: Size, now: Moment, schedule: Schedule, daily: SessionRequest, competencies: Competencies
  ) {
    self.size = size
    self.now = now
    self.schedule = schedule
    self.daily = daily
    self.competencies = competencies
  }

  /// What to do before the first frame.
  public func start() -> [Effect] { [.loadHome] }

  /// Goes straight into a session, and ends with it.
  public mutating func startSession(_ request: SessionRequest) -> [Effect] {
    endsWithSession = true
    return [.startSession(request)]
  }

  /// Milliseconds until the screen changes by itself; nil when it never does.
  public var nextChange: Int? {
    if case .practice(let practice) = path.last {
      practice.nextChange(after: now.time)
    } else {
      nil
    }
  }

  var frame: Frame { Frame(size: size) }
}
