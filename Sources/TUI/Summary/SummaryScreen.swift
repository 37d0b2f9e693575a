import Decks
import Practice
import Scheduler
import Screen

/// The end of a session: what went well, and what comes back when.
struct SummaryScreen {
  struct Line: Equatable {
    var ask: String
    var grade: Grade
    var due: Due?
  }

  /// The session it sums up, for taking its last step back.
  let practice: PracticeScreen
  private let held: [Line]
  private let slipped: [Line]
  private(set) var scroll = 0

  init(_ practice: PracticeScreen) {
    self.practice = practice
    let summary = SessionSummary(practice.session)
    func line(_ line: SessionSummary.Line) -> Line? {
      practice.cards[line.card].map {
        Line(
          ask: $0.card.ask, grade: line.last,
          due: $0.memory.map { practice.schedule.due(of: $0, card: line.card) })
      }
    }
    held = summary.held.compactMap(line)
    slipped = summary.slipped.compactMap(line)
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
    frame.drawHeader("Session finished", DateText.day(today), on: &canvas)
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
    let count = held.count + slipped.count
    guard count > 0 else {
      page.add("Nothing was graded in this session; nothing has changed.")
      return page
    }
    page.add(count == 1 ? "One answer practised." : "\(count) answers practised.", style: .bold)
    add("Came back at the first go", held, to: &page, now: now)
    add("Had slipped, and comes back sooner", slipped, to: &page, now: now)
    return page
  }

  private func add(_ heading: String, _ lines: [Line], to page: inout Page, now: Moment) {
    let items = lines.map { line in
      let date = line.due.map { " · \(practice.schedule.text(of: $0, from: now))" } ?? ""
      return "\(line.ask.truncated(to: max(8, page.width - 24))) · \(line.grade.title)\(date)"
    }
    page.add(heading, items: items, marker: "")
  }
}
