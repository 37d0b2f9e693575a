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
  ///   - hasSigns: whether arrows can be drawn, by which keys are named.
  ///   - isInTmux: whether tmux stands between the trainer and the terminal.
  public init(
    size: Size, now: Moment, settings: SettingsInForce, competencies: Competencies,
    clocks: Clocks? = nil, hasSigns: Bool = true, isInTmux: Bool = false
  ) {
    stage = Stage(
      size: size, now: now, settings: settings, competencies: competencies,
      clocks: clocks ?? Clocks { _ in now.utcOffset })
    stage.hasSigns = hasSigns
    stage.isInTmux = isInTmux
  }

  /// The row that was clicked on last, if nothing was done since.
  var pointed: Int?

  /// The sorts of screens on which it was said how keys are found.
  var hinted: Set<ObjectIdentifier> = []

  /// The place of the screen shown.
  var top: Int { path.count - 1 }

  /// Whether something is said about what just happened.
  public var isSaying: Bool { stage.notice != nil }

  /// What is said aloud now; nil where nothing is to be said.
  public var aloud: Aloud? { path[top].aloud(on: stage) }

  /// What brings home up to date after something has changed beside the trainer; nothing elsewhere, where
  /// it would take away what the person is at.
  public var renewal: [Effect] { path.count == 1 ? [.loadHome] : [] }

  /// What to do before the first frame.
  public func start() -> [Effect] { [.loadHome] }

  /// Goes straight into a session, and ends with it; nil goes on with the one that was left today.
  public mutating func startSession(_ request: SessionRequest?) -> [Effect] {
    stage.endsWithSession = true
    return [request.map { .startSession($0) } ?? .resumeSession]
  }

  /// Goes straight to a screen that an effect opens, and ends with it.
  public mutating func start(at effect: Effect) -> [Effect] {
    stage.endsWithSession = true
    return [effect]
  }

  /// Milliseconds until the screen changes by itself; nil when it never does.
  public var nextChange: Int? {
    [path[top].nextChange(after: stage.now.time), nextSave].compactMap { $0 }.min()
  }

  /// The screen for this state.
  public func view() -> Canvas { view(isPointedAt: false) }

  /// The same, with what its parts mean to whoever points at them, if somebody does.
  func view(isPointedAt: Bool) -> Canvas {
    var canvas = Canvas(size: stage.size, isPointedAt: isPointedAt)
    let frame = stage.frame
    guard !frame.isTooSmall else {
      canvas.draw("Too small", x: 0, y: 0)
      return canvas
    }
    path[top].view(on: &canvas, stage)
    let (own, ways) = footer
    frame.drawFooter(
      own.map { $0.named(on: stage) }, ways: ways.map { $0.named(on: stage) }, on: &canvas)
    frame.drawNotice(path[top].question ?? stage.notice, on: &canvas)
    return canvas
  }

  /// The keys of the screen for the footer, and the ways out and to the help, which stand apart.
  private var footer: (own: [KeyHint], ways: [KeyHint]) {
    var own = path[top].hints(on: stage).filter { $0.footer != nil }
    let everywhere = [Binding<EverywhereAction>].everywhere.hints()
    let taken = Set(own.flatMap(\.keys))
    var ways: [KeyHint] = []
    if let index = own.firstIndex(where: { $0.keys.contains(Key.escape.name) }) {
      ways.append(own.remove(at: index))
    } else if var back = everywhere.first(where: { $0.footer == "back" }) {
      if path.count == 1 { (back.keys, back.footer) = (["q"], "quit") }
      ways.append(back)
    }
    if var help = everywhere.first(where: { $0.footer == "help" }),
      taken.isDisjoint(with: help.keys)
    {
      // Where characters are text, “?” is one, too.
      if path[top].takesText { help.keys.removeFirst() }
      ways.append(help)
    }
    if stage.frame.isNarrow {
      // They speak for themselves.
      let known = [Key.escape, "?", .function(1)].map(\.name)
      for index in ways.indices where known.contains(ways[index].keys[0]) {
        ways[index].footer = ""
      }
    }
    return (own, ways)
  }
}
