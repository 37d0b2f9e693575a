import Practice
import Scheduler
public import Screen

extension App {
  /// The screen for this state.
  public func view() -> Canvas {
    var canvas = Canvas(size: size)
    let frame = frame
    guard !frame.isTooSmall else {
      canvas.draw("Too small", x: 0, y: 0)
      return canvas
    }
    let today = now.day(startHour: schedule.startHour)
    switch path.last {
    case .home(let home):
      home.draw(
        in: frame, on: &canvas, today: today, startHour: schedule.startHour)
    case .practice(let practice): practice.draw(in: frame, on: &canvas, now: now)
    case .summary(let summary): summary.draw(in: frame, on: &canvas, now: now)
    case .weak(let weak): weak.draw(in: frame, on: &canvas, isAhead: hasInterviewAhead)
    case .decks(let decks): decks.draw(in: frame, on: &canvas)
    case .cards(let cards): cards.draw(in: frame, on: &canvas)
    case .card(let card): card.draw(in: frame, on: &canvas)
    case .settings(let settings): settings.draw(in: frame, on: &canvas)
    case .progress(let progress): progress.draw(in: frame, on: &canvas)
    case .notebook(let place): draw(place, on: &canvas)
    case .help(let help): help.draw(in: frame, on: &canvas)
    case nil: break
    }
    frame.drawFooter(
      (feedHints + ownHints).map { $0.changed(by: keyChanges) },
      everywhere: hintsEverywhere.map { $0.changed(by: keyChanges) }, on: &canvas)
    frame.drawNotice(question ?? notice, on: &canvas)
    return canvas
  }

  /// What is asked before something is deleted.
  private var question: Notice? {
    guard case .notebook(let place) = path.last, let title = place.doomedTitle else { return nil }
    return Notice(text: "Delete “\(title)”?", isProblem: true)
  }

  /// Whether home told of an interview.
  private var hasInterviewAhead: Bool {
    if case .home(let home) = path.first { home.summary?.interview != nil } else { false }
  }

  /// The keys that work on the screen shown.
  private var ownHints: [KeyHint] {
    switch path.last {
    case .home: homeKeys.hints()
    case .practice(let practice): practice.keys.hints()
    case .summary: SummaryScreen.keys.hints()
    case .weak: WeakScreen.keys.hints()
    case .decks: DecksScreen.keys.hints()
    case .cards(let cards): cards.hints
    case .card: CardScreen.keys.hints()
    case .settings(let settings): settings.hints
    case .progress: ProgressScreen.keys.hints()
    case .notebook(let place): hints(of: place)
    case .help: HelpScreen.keys.hints()
    case nil: []
    }
  }

  private var feedHints: [KeyHint] { feeds.isEmpty ? [] : App.feedKeys.hints() }

  /// The keys that work here as they do everywhere.
  private var hintsEverywhere: [KeyHint] {
    // Where characters are text, “?” is one, too.
    let everywhere = [Binding<EverywhereAction>].everywhere
      .filter { $0.action != .help || path.last?.takesText != true }.hints()
    let taken = Set(ownHints.flatMap(\.keys))
    var hints = everywhere.filter { taken.isDisjoint(with: $0.keys) }
    if path.count == 1, let back = hints.firstIndex(where: { $0.footer == "back" }) {
      hints[back].keys = ["q"]
      hints[back].footer = "quit"
    }
    return hints
  }
}
