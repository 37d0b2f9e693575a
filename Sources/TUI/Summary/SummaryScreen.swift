import Decks
import Practice
import Scheduler
import Screen

/// The end of a session: what went well, and what comes back when.
struct SummaryScreen: ScreenModel {
  /// The session it sums up, for taking its last step back.
  let practice: PracticeScreen
  private let summary: SessionSummary
  private var scroll = 0
  /// What comes next; nil until it is known.
  private var outlook: SessionOutlook?

  init(_ practice: PracticeScreen) {
    self.practice = practice
    summary = practice.run.summary
  }

  enum Action: Sendable {
    case home, undo
    case scroll(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(.enter, " ", action: .home, footer: "home", help: "To the home screen"),
      Binding("u", action: .undo, footer: "undo", help: "Take the last grade back"),
    ] + ListMove.scrollKeys(inFooter: 0).prefix(2).mapped(Action.scroll)

  static let help = [HelpSection("End of a session", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .home: stage.go(.leave)
    case .undo: return [.practice(.undo(in: practice.run.session))]
    case .scroll(let move):
      scroll = page(width: stage.frame.textWidth, now: stage.now)
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
      practice.run.session.queue.isEmpty ? "Session finished" : "Session left",
      DateText.day(stage.today), on: &canvas)
    stage.frame.draw(
      page(width: stage.frame.textWidth, now: stage.now), from: scroll, on: &canvas)
  }

  private func page(width: Int, now: Moment) -> Page {
    var page = Page(width: width)
    let count = summary.lines.count
    let rebuilt = summary.keptCount
    let left = practice.run.left?.count ?? 0
    guard count + rebuilt > 0 else {
      page.add("Nothing was graded in this session; nothing has changed.")
      return page
    }
    var done: [String] = []
    if count > 0 {
      done.append(count == 1 ? "One answer practised." : "\(count) answers practised.")
    }
    if rebuilt > 0 {
      done.append(rebuilt == 1 ? "One part worked on." : "\(rebuilt) parts worked on.")
    }
    page.add(done.joined(separator: " "), style: .bold)
    if left > 0 {
      let words = left == 1 ? "One is left" : "\(left) are left"
      // Only today's own session is there again.
      page.add(
        practice.run.session.isDaily
          ? "\(words); Enter at home goes on with \(left == 1 ? "it" : "them")." : "\(words).")
    }
    add("Recalled first time", summary.held, to: &page, now: now)
    add("Missed; you will see these sooner", summary.slipped, to: &page, now: now)
    if let outlook {
      page.add(outlook.readiness)
      page.add("Tomorrow", items: outlook.lines, marker: "")
    }
    page.add("Your own judgement", items: practice.run.calibration.lines, marker: "")
    return page
  }

  private func add(
    _ heading: String, _ lines: [SessionSummary.Line], to page: inout Page, now: Moment
  ) {
    let items = lines.compactMap { line -> String? in
      guard let card = practice.run.cards[line.card] else { return nil }
      let schedule = practice.run.schedule
      let aim = practice.run.start.aim
      let date = card.memory.map { memory in
        let comes =
          aim.map {
            "\($0.words(memory, model: schedule.model)) \($0.dayWords(from: now.day(startHour: schedule.startHour)))"
          } ?? schedule.text(of: schedule.due(of: memory, card: line.card), from: now)
        return " · \(comes)"
      }
      let sure = line.wasSure ? " · you were sure" : ""
      let room = page.width - 24 - sure.displayWidth
      return
        "\(card.card.ask.truncated(to: max(8, room))) · \(line.last.title)\(date ?? "")\(sure)"
    }
    page.add(heading, items: items, marker: "")
  }
}
