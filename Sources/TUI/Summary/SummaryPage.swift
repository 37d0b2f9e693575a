import Decks
import Practice
import Scheduler
import Screen

/// What a session came to, laid out for a window: every figure is of this session alone.
struct SummaryPage {
  private(set) var page: Page
  private let run: PracticeRun
  private let summary: SessionSummary
  private let outlook: SessionOutlook?
  private let stage: Stage

  /// - Parameters:
  ///   - run: the session.
  ///   - outlook: what comes next; nil until it is known.
  ///   - stage: the window, the day, and what was known at home before.
  init(_ run: PracticeRun, _ outlook: SessionOutlook?, _ stage: Stage) {
    page = Page(width: stage.frame.textWidth)
    self.run = run
    summary = run.summary
    self.outlook = outlook
    self.stage = stage
    addAll()
  }

  private var isLow: Bool { stage.frame.isLow }

  private mutating func addAll() {
    let kept = run.kept
    guard !summary.lines.isEmpty || !kept.isEmpty else {
      page.add("Nothing was graded in this session; nothing has changed.")
      return
    }
    let count = summary.lines.count + kept.count
    var parts = ["\(count.of("thing")), \(DateText.wholeMinutes(run.doneMinutes))."]
    if let outlook { parts.append(readiness(outlook)) }
    page.add(parts.joined(separator: " "), style: .bold)
    addLeft()
    gap()
    addLists()
    if !kept.isEmpty {
      gap()
      let head = summary.lines.isEmpty ? "Done" : "Beside that"
      page.add("\(head): \(Today.contents(of: kept)).")
    }
    let judgement = run.calibration.lines
    if !judgement.isEmpty {
      gap()
      for line in judgement { page.add(line) }
    }
    if let outlook {
      gap()
      page.add(outlook.tomorrow)
    }
  }

  private mutating func gap() { if !isLow { page.addGap() } }

  /// What was practised beside today's session is compared with what home said before it.
  private func readiness(_ outlook: SessionOutlook) -> String {
    guard !run.session.isDaily else { return outlook.readiness }
    let now = outlook.ready.percent
    let before = (stage.home?.today).map { SessionOutlook(today: $0).ready.percent }
    return before.map { $0 == now ? "Ready now \(now)%." : "Ready now \(now)%, before it \($0)%." }
      ?? "Ready now \(now)%."
  }

  private mutating func addLeft() {
    guard let left = run.left else { return }
    let all = run.session.totalCount
    let at = "Left at \(all - left.count) of \(all)."
    // Only today's own session is there again.
    page.add(
      run.session.isDaily
        ? "\(at) Enter at home goes on with the other \(left.count), \(DateText.minutes(left.minutes))."
        : at)
  }

  // MARK: - The lists

  private typealias Row = (grade: String, ask: String, value: String)

  private mutating func addLists() {
    let back = summary.lines.filter { $0.first != .again && $0.first != .hard }
    let hard = summary.slipped + summary.lines.filter { $0.first == .hard }
    let lists = [
      ("came back", rows(back)), ("came hard, or only at the second go", rows(hard)),
    ].filter { !$0.1.isEmpty }
    let last = lists.flatMap(\.1).map(\.value.displayWidth).max() ?? 0
    var head = run.start.aim.map { $0.dayWords(from: stage.today) } ?? "next"
    for (title, rows) in lists {
      if isLow, title == "came back", lists.count > 1 {
        page.add("\(title): \(rows.count)")
        continue
      }
      let room = max(8, page.width - max(last, head.displayWidth) - 1)
      page.add(verbatim: title.truncated(to: room - 1).padded(to: room) + head)
      head = ""
      for row in rows {
        let start = " \(row.grade.padded(to: 8))\(row.ask)".truncated(to: room - 1)
        page.add(verbatim: start.padded(to: room) + row.value)
      }
    }
  }

  private func rows(_ lines: [SessionSummary.Line]) -> [Row] {
    lines.compactMap { line in
      guard let card = run.cards[line.card] else { return nil }
      let sure = line.wasSure && !stage.frame.isNarrow ? "  you were sure" : ""
      return (line.first.title, card.card.ask, value(card) + sure)
    }
  }

  /// What a card comes to on the day of the interview; without one, its next date.
  private func value(_ card: SessionCard) -> String {
    guard let memory = card.memory else { return "" }
    let schedule = run.schedule
    return run.start.aim.map { $0.words(memory, model: schedule.model) }
      ?? schedule.text(of: schedule.due(of: memory, card: card.card.id), from: stage.now)
  }
}
