import Campaign
import Practice
import Scheduler
import Screen

/// What the screens of interviews say of an employer, and the way to the log of a round.
extension Stage {
  /// When the next round with an employer is, or when the last one was.
  func words(for employer: String, isShort: Bool) -> String {
    guard let interview = openNotebook.nextOrLast(with: employer, at: now) else { return "–" }
    let days = daysLeft(to: interview)
    return isShort
      ? "R\(interview.round) \(days) d" : "round \(interview.round) \(DateText.days(days))"
  }

  /// Where one stands for the next interview, if it is with that employer or none is named; else how
  /// far off theirs is; it leaves room for the title of the screen.
  func summaryLine(for employer: String?, beside title: String) -> String {
    if let outlook = home?.interview, employer.map(outlook.next.interview.thing.isWith) ?? true {
      return outlook.line(
        today: today, startHour: startHour, families: families,
        width: size.width - title.displayWidth - 4)
    }
    guard let employer, let next = openNotebook.nextOrLast(with: employer, at: now) else {
      return ""
    }
    let days = daysLeft(to: next)
    return "R\(next.round) \(DateText.days(days))"
  }

  /// Local days from today until an interview; negative once its day is over.
  func daysLeft(to interview: Kept<Interview>) -> Int {
    openNotebook.start(of: interview).day(startHour: startHour) - today
  }

  /// Whom what one writes is likely for: who is next, else who was written down last.
  var likelyEmployer: String? { openNotebook.likelyEmployer(at: now) }

  /// The latest round with an employer that has begun.
  func latestRound(with employer: String?) -> Kept<Interview>? {
    employer.flatMap { notebook.latestRound(with: $0, at: now.time.milliseconds) }
  }

  // MARK: - The log of a round

  /// Opens the log of a round, or of the latest that has begun, with what was typed there and not
  /// kept.
  mutating func openLog(with employer: String, of round: Kept<Interview>? = nil) -> [Effect] {
    if let round, !round.thing.isHeld(at: now.time.milliseconds) {
      askForRound(with: employer)
      return []
    }
    guard let round = round ?? roundToLog(with: employer) else { return [] }
    var log = LogScreen(round, in: frame)
    let effects = log.begin(on: self)
    go(.open(log))
    return effects
  }

  /// The latest round that has begun; if there is none, asks for one that is missing.
  mutating func roundToLog(with employer: String) -> Kept<Interview>? {
    let begun = latestRound(with: employer)
    if begun == nil { askForRound(with: employer) }
    return begun
  }

  /// Asks whether a round that is missing has been, or says why there is nothing to log.
  private mutating func askForRound(with employer: String) {
    let time = now.time.milliseconds
    if let round = notebook.missingRound(with: employer, at: time) {
      let interview = Interview(employer: employer, round: round, startsAt: time)
      go(.open(HeldScreen(interview: interview)))
    } else if notebook.interviews(with: employer).isEmpty {
      sayNoInterview(with: employer)
    } else {
      sayProblem("There is nothing to log before the interview.")
    }
  }

  mutating func sayNoInterview(with employer: String) {
    sayProblem("No interview with \(employer) is written down yet: a under Rounds adds one.")
  }
}
