import Decks
import Practice
import Scheduler
import Screen

/// A line of the plan.
enum PlanLine: Equatable {
  /// With whom and when, or the figures below it.
  case title(String)
  case figures(String)
  case words(String)
  case head
  /// A day, by its place.
  case day(Int)
  /// A question that will not fit.
  case question(CardID)

  /// Whether it can be selected.
  var isRow: Bool {
    switch self {
    case .day, .question: true
    case .title, .figures, .words, .head: false
    }
  }

  var isTitle: Bool { if case .title = self { true } else { false } }

  var style: Style {
    switch self {
    case .title, .figures: .bold
    case .words, .head, .day, .question: .plain
    }
  }
}

/// The plan laid out for a window.
struct PlanLayout {
  private let figures: PlanFigures
  private let stage: Stage
  /// Columns of a line.
  private let width: Int

  init(_ figures: PlanFigures, _ stage: Stage) {
    self.figures = figures
    self.stage = stage
    width = stage.frame.size.width - 4
  }

  private var today: Today { figures.today }

  /// A block for each interview: its two figures, its days, and what will not fit.
  var lines: [PlanLine] {
    guard !today.interviews.isEmpty else {
      return words("No interview is ahead: this is what two weeks have.") { .title($0) }
        + gap + table(figures.days.indices)
    }
    var lines: [PlanLine] = []
    var begun = 0
    for interview in today.interviews {
      if !lines.isEmpty { lines += gap }
      lines += titles(interview)
      let end = day(of: interview)
      let places = begun..<(figures.days.firstIndex { $0.day > end } ?? figures.days.count)
      begun = max(begun, places.upperBound)
      lines += gap + table(places) + gap + fits(interview)
    }
    return lines
  }

  /// So many questions that will not fit are named.
  private static let named = 10

  private var gap: [PlanLine] { stage.frame.isLow ? [] : [.words("")] }

  private func words(_ text: String, as line: (String) -> PlanLine) -> [PlanLine] {
    text.wrapped(to: max(1, width)).map { line(String($0)) }
  }

  /// In one line where that has room for both.
  private func titles(_ interview: InterviewFigures) -> [PlanLine] {
    let title = "\(interview.title): \(stage.when(interview))"
    let figures =
      "ready now \(interview.readyNow.percent)%, on course for \(interview.onCourse)"
    let room = width - title.displayWidth - figures.displayWidth
    guard room < 3 else {
      return [.title(title + String(repeating: " ", count: room) + figures)]
    }
    let names = title.displayWidth <= width ? [title] : [interview.title, stage.when(interview)]
    return names.enumerated().map { $0 == 0 ? .title($1) : .figures($1) }
      + words(figures) { .figures($0) }
  }

  private func table(_ places: Range<Int>) -> [PlanLine] {
    places.isEmpty ? [] : [.head] + places.map { .day($0) }
  }

  private func fits(_ interview: InterviewFigures) -> [PlanLine] {
    let employer = interview.appointment.employer
    guard !interview.willNotFit.isEmpty else {
      return words("All \(interview.counted) questions that count fit before \(employer).") {
        .words($0)
      }
    }
    let left = interview.willNotFit.count - Self.named
    return words(
      "\(interview.fits) of the \(interview.counted) questions that count fit before \(employer). These will not:"
    ) { .words($0) }
      + interview.willNotFit.prefix(Self.named).map { .question($0) }
      + (left > 0 ? [.words(" and \(left) more")] : [])
  }

  // MARK: - Lines as texts

  func text(of line: PlanLine) -> String {
    let text =
      switch line {
      case .title(let text), .figures(let text), .words(let text): text
      case .head: head
      case .day(let place): row(figures.days[place])
      case .question(let card): " \(figures.ask(card))"
      }
    return text.truncated(to: max(0, width))
  }

  // Bars go first when columns are scarce, then what is shorter, then answers.
  private var hasBars: Bool { width >= 74 }
  private var hasShorter: Bool { width >= 60 }
  private var hasAnswers: Bool { width >= 50 }
  private var isNarrow: Bool { width < 50 }
  private var hasPanels: Bool { figures.days.contains { $0.panel != nil } }

  private var head: String {
    let last = today.interviews.isEmpty ? "recall after it" : "ready after it"
    return isNarrow
      ? "day".padded(to: 12) + "min  new  " + (hasPanels ? "\(last.prefix(6))  panel" : last)
      : "day".padded(to: 22) + "min" + (hasAnswers ? "   answers" : "")
        + (hasShorter ? "   shorter" : "") + "   new"
        + (hasBars ? "     \(last)" : "    ready")
  }

  private func row(_ day: PlannedDay) -> String {
    func number(_ count: Int, _ width: Int) -> String {
      (count == 0 ? "–" : "\(count)").padded(to: width, align: .right)
    }
    let name = DateText.day(day.day)
    let minutes = Int(saturating: day.minutes.rounded())
    let ready = "\(day.readiness.percent)%"
    if isNarrow {
      return name.padded(to: 10) + number(minutes, 5) + number(day.new, 5)
        + (hasPanels
          ? ready.padded(to: 8, align: .right) + (day.panel.map { number($0, 7) } ?? "")
          : ready.padded(to: 11, align: .right))
    }
    // A whole panel is sat beside the session, and never on one of those days but today.
    let known = self.place(of: day.day)
    let place = known.isEmpty ? day.panel.map { "panel \($0)" } ?? "" : known
    return name.padded(to: 12) + place.padded(to: 10) + number(minutes, 3)
      + (hasAnswers ? number(day.answers, 10) : "")
      + (hasShorter ? number(day.shorter, 10) : "")
      + number(day.new, 6) + ready.padded(to: 9, align: .right)
      + (hasBars ? "  \(bar(share: day.readiness, width: 12))" : "")
  }

  /// Where a day is before the interviews, in a word or two.
  private func place(of day: Day) -> String {
    if day == today.day { return "today" }
    if let interview = today.interviews.first(where: { self.day(of: $0) == day }) {
      let time = interview.appointment.time
      guard time.isTimeKnown else { return "the day" }
      let start = stage.start(of: interview)
      let end = time.practiceEnds(utcOffset: start.utcOffset, startHour: stage.startHour)
      return "by \(DateText.time(Moment(time: end, utcOffset: stage.clocks.here(end))))"
    }
    return today.interviews.contains { self.day(of: $0) == day + 1 } ? "the eve" : ""
  }

  private func day(of interview: InterviewFigures) -> Day {
    stage.start(of: interview).day(startHour: stage.startHour)
  }
}
