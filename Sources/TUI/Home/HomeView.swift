import Campaign
import Practice
import Scheduler
import Screen

extension HomeScreen {
  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let day = DateText.day(stage.today)
    let isShort = frame.isLow || frame.isNarrow
    let stand = isShort ? HomeState(stage).stand(on: stage) : nil
    frame.drawHeader(stand ?? "Starling", day, on: &canvas)
    let page = page(on: stage)
    let lines = page.page.lines.count
    let height = frame.height()
    // What has little to say stands where one looks first.
    let y = frame.top + (isShort ? 0 : max(0, min(height - lines, height / 3 - lines / 3)) / 2)
    let first = min(scroll, page.page.lastTop(height: height))
    page.page.draw(on: &canvas, x: frame.left, y: y, height: height, from: first)
    for (row, line) in page.page.lines.dropFirst(first).prefix(height).enumerated()
    where line.text.hasPrefix("Enter ") {
      canvas.mark(x: frame.left, y: y + row, width: frame.textWidth, as: .key(.enter))
    }
    let focus = max(0, page.focus - first)
    canvas.focus = (frame.left, y + min(focus, max(0, height - 1)))
  }

  /// What home says, which may be more than a small window shows.
  func page(on stage: Stage) -> HomePage {
    let frame = stage.frame
    var page = HomePage(
      width: frame.textWidth, stage: stage, isShort: frame.isLow || frame.isNarrow)
    if let reading {
      page.page.add("Reading your decks", style: .bold)
      page.page.addGap()
      page.page.add(verbatim: "\(bar(share: reading, width: 20)) \(Int(reading * 100))%")
    } else if let summary = stage.home {
      page.add(summary, as: HomeState(stage).kind)
    }
    return page
  }
}

extension HomeState {
  /// Which interview home is about, for the header of a small window: `Acme, round 2, in 6 days`.
  fileprivate func stand(on stage: Stage) -> String? {
    guard let home = stage.home else { return nil }
    if kind == .held, let held = home.companion.toLog {
      return "\(held.interview.title), now past"
    }
    return home.today.next.map { next in
      "\(next.title), \(stage.wait(for: next))"
    }
  }
}

extension Stage {
  /// When an interview starts, by the clocks here.
  func start(of figures: InterviewFigures) -> Moment {
    let time = figures.appointment.time.start
    return Moment(time: time, utcOffset: clocks.here(time))
  }

  /// `in 6 days`, `tomorrow`, `today 14:00`.
  func wait(for figures: InterviewFigures) -> String {
    let time = figures.appointment.time.isTimeKnown ? " \(DateText.time(start(of: figures)))" : ""
    return DateText.days(figures.daysLeft) + (figures.daysLeft == 0 ? time : "")
  }

  /// `Thu 3 Dec 14:00`, `Thu 3 Dec, time not known`.
  func when(_ figures: InterviewFigures) -> String {
    let start = start(of: figures)
    return figures.appointment.time.isTimeKnown
      ? DateText.dayAndTime(start, near: today)
      : "\(DateText.day(start.day(startHour: 0), near: today)), time not known"
  }
}

/// The page of home, as it is written.
struct HomePage {
  var page: Page
  let stage: Stage
  /// Whether rows or columns are scarce.
  let isShort: Bool
  /// The line that the attention belongs to.
  var focus = 0

  init(width: Int, stage: Stage, isShort: Bool) {
    page = Page(width: width)
    self.stage = stage
    self.isShort = isShort
  }

  mutating func add(_ summary: HomeSummary, as kind: HomeState.Kind) {
    switch kind {
    case .first: addFirst(summary)
    case .firstDated: addFirstDated(summary)
    case .held: addHeld(summary)
    case .before: addBefore(summary)
    case .eve: addEve(summary)
    case .theDay: addDay(summary)
    case .open: addOpen(summary)
    }
    addFaults(summary)
  }

  /// A gap where there is room for one.
  mutating func gap() { page.addGap() }
  mutating func wideGap() { if !isShort { page.addGap() } }

  /// Adds a line that the cursor stands on.
  mutating func addFocus(_ text: String, style: Style = .plain) {
    focus = page.lines.count
    page.add(text, style: style)
  }

  /// Adds the line of an interview: what it is at the left, when at the right.
  mutating func addTitle(_ left: String, _ right: String) {
    guard !isShort else { return }
    let room = page.width - right.displayWidth - 2
    guard room >= min(left.displayWidth, 12) else {
      page.add(left, style: .bold)
      page.add(right, style: .bold)
      return
    }
    page.add(
      verbatim: left.truncated(to: room).padded(to: page.width - right.displayWidth) + right,
      style: .bold)
  }

  mutating func addTitle(_ figures: InterviewFigures) {
    let wait = DateText.days(figures.daysLeft)
    let when = stage.when(figures)
    addTitle(
      figures.title, figures.daysLeft <= 1 ? "\(wait), \(when)" : "\(when), \(wait)")
  }

  private mutating func addFaults(_ summary: HomeSummary) {
    if let sync = summary.companion.sync, let words = sync.words {
      page.addGap()
      page.add("\(words) \(sync.conflicts > 0 ? "y shows both." : "y brings them together.")")
    }
    if !summary.faultyDecks.isEmpty {
      page.addGap()
      let files = summary.faultyDecks.count == 1 ? "A deck of yours has" : "Decks of yours have"
      page.add(
        "\(files) faults: \(summary.faultyDecks.joined(separator: ", ")). “starling decks check” names them.",
        marker: "! ")
    }
    for fault in summary.settingsFaults {
      page.addGap()
      page.add(fault, marker: "! ")
    }
  }
}
