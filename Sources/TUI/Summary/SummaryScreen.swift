import Practice
import Screen

/// The end of a session: what came back, what did not, and what that comes to.
struct SummaryScreen: ScreenModel {
  /// The session it sums up, for taking its last step back.
  let practice: PracticeScreen
  private var scroll = 0
  /// What comes next; nil until it is known.
  private var outlook: SessionOutlook?

  init(_ practice: PracticeScreen) { self.practice = practice }

  enum Action: Sendable {
    case home, more, undo
    case scroll(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(.enter, " ", action: .home, footer: "home", help: "To the home screen"),
      Binding("n", action: .more, footer: "more", help: "Practise more than today's session"),
      Binding("u", action: .undo, footer: "undo", help: "Take the last grade back"),
    ] + ListMove.scrollKeys(inFooter: 0).prefix(2).mapped(Action.scroll)

  static let help = [HelpSection("End of a session", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    let offersMore = practice.run.session.isDaily && left == nil && !stage.endsWithSession
    return Self.keys.obstructed {
      $0.isMore && !offersMore ? "There is more only after today's session." : nil
    }
  }

  private var left: SessionLeft? { practice.run.left }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .home: stage.go(.leave)
    case .more:
      stage.go(.leave)
      return [.startSession(HomeScreen.moreRequest(on: stage))]
    case .undo: return [.practice(.undo(in: practice.run.session))]
    case .scroll(let move):
      scroll = SummaryPage(practice.run, outlook, stage).page
        .top(scroll, after: move, height: stage.frame.height())
    }
    return []
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .outlook(let outlook):
      self.outlook = outlook
      return []
    case .practice:
      var practice = practice
      let effects = practice.take(outcome, on: &stage)
      if practice.run.current != nil { stage.go(.replace(practice)) }
      return effects
    default: return nil
    }
  }

  var changesCards: Bool { true }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    stage.frame.drawHeader(
      practice.run.session.queue.isEmpty ? "Session done" : "Session left",
      DateText.day(stage.today), on: &canvas)
    stage.frame.draw(
      SummaryPage(practice.run, outlook, stage).page, from: scroll, on: &canvas)
  }
}

extension SummaryScreen.Action {
  fileprivate var isMore: Bool { if case .more = self { true } else { false } }
}
