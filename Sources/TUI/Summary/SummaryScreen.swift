import Decks
import Practice
import Scheduler
import Screen

/// The end of a session: what went well, and what comes back when.
struct SummaryScreen {
  /// The session it sums up, for taking its last step back.
  let practice: PracticeScreen
  private let summary: SessionSummary
  private(set) var scroll = 0
  /// What comes next; nil until it is known.
  var outlook: SessionOutlook?

  init(_ practice: PracticeScreen) {
    self.practice = practice
    summary = practice.summary
  }

  enum Action: Sendable { case home, undo, up, down }

  static let keys: [Binding<Action>] = [
    Binding(.enter, .character(" "), action: .home, footer: "home", help: "To the home screen"),
    Binding(.character("u"), action: .undo, footer: "undo", help: "Take the last grade back"),
    Binding(.down, .character("j"), action: .down, help: "Scroll down"),
    Binding(.up, .character("k"), action: .up, help: "Scroll up"),
  ]
}

extension SummaryScreen {
  func draw(in frame: Frame, on canvas: inout Canvas, now: Moment) {
    let today = now.day(startHour: practice.schedule.startHour)
    frame.drawHeader(
      practice.session.queue.isEmpty ? "Session finished" : "Session left", DateText.day(today),
      on: &canvas)
    page(width: frame.textWidth, now: now)
      .draw(on: &canvas, x: frame.left, y: frame.top, height: frame.height(), from: scroll)
    canvas.focus = (frame.left, frame.top)
  }

  mutating func scroll(by lines: Int, in frame: Frame, now: Moment) {
    scroll = page(width: frame.textWidth, now: now)
      .top(scroll, movedBy: lines, height: frame.height())
  }

  private func page(width: Int, now: Moment) -> Page {
    var page = Page(width: width)
    let count = summary.lines.count
    let rebuilt = summary.keptCount
    let left = practice.session.queue.count
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
      page.add(
        left == 1
          ? "One is left; Enter at home goes on with it."
          : "\(left) are left; Enter at home goes on with them.")
    }
    add("Came back at the first go", summary.held, to: &page, now: now)
    add("Had slipped, and comes back sooner", summary.slipped, to: &page, now: now)
    if let outlook {
      page.add("Tomorrow", items: outlook.lines, marker: "")
      page.add("Your own judgement", items: outlook.calibration.lines, marker: "")
    }
    return page
  }

  private func add(
    _ heading: String, _ lines: [SessionSummary.Line], to page: inout Page, now: Moment
  ) {
    let items = lines.compactMap { line -> String? in
      guard let card = practice.cards[line.card] else { return nil }
      let schedule = practice.schedule
      let date = card.memory.map {
        " · \(schedule.text(of: schedule.due(of: $0, card: line.card), from: now))"
      }
      let sure = line.wasSure ? " · you were sure" : ""
      let room = page.width - 24 - sure.displayWidth
      return
        "\(card.card.ask.truncated(to: max(8, room))) · \(line.last.title)\(date ?? "")\(sure)"
    }
    page.add(heading, items: items, marker: "")
  }
}
