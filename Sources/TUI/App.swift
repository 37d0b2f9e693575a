import Campaign
public import Decks
public import Practice
public import Scheduler
public import Screen

/// Everything the trainer knows while it runs: a value that events and outcomes change.
public struct App: Sendable {
  /// The screens on the way to the one shown, which is the last; never empty, home first.
  var path: [any ScreenModel] = [HomeScreen()]
  var stage: Stage

  /// The trainer at its home screen.
  ///
  /// - Parameters:
  ///   - size: the window's.
  ///   - now: the time and zone of here.
  ///   - settings: what of the settings the screens go by.
  ///   - competencies: the families by which cards are filtered.
  ///   - clocks: those of here, and of zones by their names; nil for clocks that never change.
  public init(
    size: Size, now: Moment, settings: SettingsInForce, competencies: Competencies,
    clocks: Clocks? = nil
  ) {
    stage = Stage(
      size: size, now: now, settings: settings, competencies: competencies,
      clocks: clocks ?? Clocks { _ in now.utcOffset })
  }

  /// The place of the screen shown.
  var top: Int { path.count - 1 }

  /// Whether something is said about what just happened.
  public var isSaying: Bool { stage.notice != nil }

  /// What is said aloud now; nil where nothing is to be said.
  public var aloud: Aloud? { path[top].aloud(on: stage) }

  /// What to do before the first frame.
  public func start() -> [Effect] { [.loadHome] }

  /// Goes straight into a session, and ends with it; nil goes on with the one that was left today.
  public mutating func startSession(_ request: SessionRequest?) -> [Effect] {
    stage.endsWithSession = true
    return [request.map { .startSession($0) } ?? .resumeSession]
  }

  /// Milliseconds until the screen changes by itself; nil when it never does.
  public var nextChange: Int? {
    [path[top].nextChange(after: stage.now.time), nextSave].compactMap { $0 }.min()
  }

  /// The screen for this state.
  public func view() -> Canvas {
    var canvas = Canvas(size: stage.size)
    let frame = stage.frame
    guard !frame.isTooSmall else {
      canvas.draw("Too small", x: 0, y: 0)
      return canvas
    }
    path[top].view(on: &canvas, stage)
    let own = path[top].hints(on: stage)
    frame.drawFooter(
      own.map { $0.changed(by: stage.keyChanges) },
      everywhere: hintsEverywhere(beside: own).map { $0.changed(by: stage.keyChanges) },
      on: &canvas)
    frame.drawNotice(path[top].question ?? stage.notice, on: &canvas)
    return canvas
  }

  /// The keys that work here as they do everywhere.
  private func hintsEverywhere(beside own: [KeyHint]) -> [KeyHint] {
    // Where characters are text, “?” is one, too.
    let everywhere = [Binding<EverywhereAction>].everywhere
      .filter { $0.action != .help || !path[top].takesText }.hints()
    let taken = Set(own.flatMap(\.keys))
    var hints = everywhere.filter { taken.isDisjoint(with: $0.keys) }
    if path.count == 1, let back = hints.firstIndex(where: { $0.footer == "back" }) {
      hints[back].keys = ["q"]
      hints[back].footer = "quit"
    }
    return hints
  }
}
