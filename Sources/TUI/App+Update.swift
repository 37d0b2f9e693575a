import Campaign
import Decks
public import Practice
import Scheduler
public import Screen

extension App {
  /// Takes in one event and says what to do about it.
  public mutating func update(_ event: InputEvent, now: Moment) -> [Effect] {
    self.now = now
    let effects = take(event)
    return withMissing(withUnsaved(effects))
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      layOutBoxes()
      return []
    case .signal, .hangUp: return quit()
    case .tick:
      if case .notebook(.panel(let screen)) = path.last { passTime(in: screen) }
      return saveIfDue()
    case .paste(let text):
      if case .notebook(.log(let log)) = path.last, log.takesText {
        return paste(text, into: log) + saveIfDue(atKey: true)
      }
      return paste(text) + saveIfDue(atKey: true)
    case .pasteTooLong:
      guard path.last?.takesText == true else { return [] }
      notice = Notice(
        text:
          "More than \(InputEvent.longestPaste) characters were pasted; none were taken in. What stood here is as it was.",
        isProblem: true)
      return []
    case .key(let key):
      notice = nil
      let isText = path.last?.takesText ?? false
      guard let meant = isText ? key : keyChanges.meaning(of: key) else { return [] }
      return press(meant) + saveIfDue(atKey: true)
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    switch path.last {
    case .home:
      if let action = homeKeys.action(for: key) { return perform(action) }
    case .practice(let practice):
      if let effects = press(key, in: practice) { return effects }
    case .summary(let summary):
      if let action = SummaryScreen.keys.action(for: key) { return perform(action, in: summary) }
    case .weak(let weak):
      if let action = WeakScreen.keys.action(for: key) { return perform(action, in: weak) }
    case .decks(let decks):
      if let action = DecksScreen.keys.action(for: key) { return perform(action, in: decks) }
    case .cards(let cards):
      if let effects = press(key, in: cards) { return effects }
    case .card(let card):
      if let action = CardScreen.keys.action(for: key) { return perform(action, in: card) }
    case .settings(let settings):
      if let effects = press(key, in: settings) { return effects }
    case .progress(var progress):
      if let action = ProgressScreen.keys.action(for: key) {
        progress.perform(action, in: frame)
        show(.progress(progress))
        return []
      }
    case .notebook(let place):
      if let effects = press(key, in: place) { return effects }
    case .help(let help):
      if let action = HelpScreen.keys.action(for: key) { return perform(action, in: help) }
    case nil: break
    }
    let feeds = feeds
    if !feeds.isEmpty, App.feedKeys.action(for: key) != nil {
      return [.notebook(.open(.feeds(feeds)))]
    }
    switch [Binding<EverywhereAction>].everywhere.action(for: key) {
    case .help:
      if case .help(var help) = path.last {
        help.turn(in: frame)
        show(.help(help))
        return []
      }
      path.append(.help(HelpScreen(in: frame, changes: keyChanges)))
      return []
    case .back: return goBack()
    case .redraw: return [.redraw]
    case nil: return []
    }
  }

  /// Replaces the screen shown.
  mutating func show(_ place: Place) { path[path.count - 1] = place }

  /// Leaves the screen shown; leaving home is leaving the trainer.
  mutating func goBack() -> [Effect] {
    guard path.count > 1 else { return quit() }
    if case .practice(let practice) = path.last, !practice.session.steps.isEmpty {
      show(.summary(SummaryScreen(practice)))
      return [.loadOutlook]
    }
    return leave()
  }

  /// Leaves the screen shown, without stopping at a summary.
  private mutating func leave() -> [Effect] {
    let isList =
      switch path.removeLast() {
      case .practice, .summary, .weak, .decks, .cards: true
      case .home, .card, .settings, .progress, .notebook, .help: false
      }
    if path.count == 1 { return endsWithSession ? quit() : [.loadHome] }
    return isList ? renewal : []
  }

  /// What brings the screen shown up to date after a session.
  private var renewal: [Effect] {
    switch path.last {
    case .weak: [.loadWeak]
    case .decks: [.loadDecks]
    case .cards(let cards): [.loadCards(cards.list.filter)]
    default: []
    }
  }

  /// The interview that home tells of; nil if none is ahead.
  private var nextInterview: Kept<Interview>? {
    if case .home(let home) = path.first { home.summary?.interview?.next.interview } else { nil }
  }

  // MARK: - Home, weak cards, summary, help

  private mutating func perform(_ action: HomeScreen.Action) -> [Effect] {
    switch action {
    case .start: [hasSessionLeft ? .resumeSession : .startSession(daily)]
    case .new: [.startSession(daily)]
    case .weak: [.loadWeak]
    case .decks: [.loadDecks]
    case .stories: [.notebook(.open(.stories))]
    case .interviews: [.notebook(.open(.employers))]
    case .panel: [.notebook(.panel(nextInterview))]
    case .progress: [.loadProgress]
    case .settings: [.loadSettings]
    case .undo: [.practice(.undo(in: nil))]
    }
  }

  private mutating func perform(_ action: WeakScreen.Action, in weak: WeakScreen) -> [Effect] {
    var weak = weak
    switch action {
    case .practise, .rebuild:
      guard !weak.cards.isEmpty else { return [] }
      var request = daily
      request.weakOnly = action == .practise
      request.rebuildsOnly = action == .rebuild
      return [.startSession(request)]
    case .up: weak.move(by: -1)
    case .down: weak.move(by: 1)
    case .top: weak.move(by: -weak.cards.count)
    case .bottom: weak.move(by: weak.cards.count)
    }
    show(.weak(weak))
    return []
  }

  private mutating func perform(_ action: SummaryScreen.Action, in summary: SummaryScreen)
    -> [Effect]
  {
    var summary = summary
    switch action {
    case .home: return leave()
    case .undo: return [.practice(.undo(in: summary.practice.session))]
    case .up: summary.scroll(by: -1, in: frame, now: now)
    case .down: summary.scroll(by: 1, in: frame, now: now)
    }
    show(.summary(summary))
    return []
  }

  private mutating func perform(_ action: HelpScreen.Action, in help: HelpScreen) -> [Effect] {
    var help = help
    switch action {
    case .up: help.scroll(by: -1, in: frame)
    case .down: help.scroll(by: 1, in: frame)
    case .pageUp: help.scroll(by: -frame.height(), in: frame)
    case .pageDown: help.scroll(by: frame.height(), in: frame)
    }
    show(.help(help))
    return []
  }
}
