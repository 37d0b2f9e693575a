import Campaign
import Practice
import Scheduler
import Screen

/// What home asks at the first start, and after an interview.
extension HomeScreen {
  /// The first start: what this is, and the questions that can wait.
  func addFirst(_ summary: HomeSummary, to page: inout Page, _ stage: Stage) {
    let isShort = stage.frame.isLow || stage.frame.isNarrow
    page.add(
      isShort
        ? "You are asked, you answer aloud, you see what a good answer contains."
        : "Starling asks you interview questions. You answer aloud, see what a good answer contains, then rate yours honestly."
    )
    page.addGap()
    page.add("When is your interview?", style: .bold)
    if !isShort { page.addGap() }
    page.add(
      isShort ? "sets the date." : "sets the date: everything is planned for it.", marker: "i  ")
    if summary.companion.isWithoutStories, !isShort {
      page.add("finds your stories: what you have done that answers them.", marker: "s  ")
    }
    page.add(
      isShort ? "asks the first question." : "asks the first question now; the rest can wait.",
      marker: "Enter  ")
    addFaults(summary, to: &page)
  }

  /// A round has been, and nobody has said how it went.
  func addHeld(_ summary: HomeSummary, to page: inout Page, _ stage: Stage) {
    guard let held = summary.companion.toLog else { return }
    let isShort = stage.frame.isLow || stage.frame.isNarrow
    let day = held.start.day(startHour: stage.startHour)
    let time = held.interview.isTimeKnown ? " \(DateText.time(held.start))" : ""
    let when =
      day == stage.today
      ? "today\(time), now past" : "\(DateText.day(day)), \(DateText.days(day - stage.today))"
    page.add("\(held.interview.title): \(when)", style: .bold)
    if !isShort { page.addGap() }
    page.add("How did it go?", style: .bold)
    page.addGap()
    page.add(
      isShort
        ? "Enter logs it while it is fresh (5 min), line by line."
        : "Enter logs it while it is fresh (5 min), line by line: what was asked and how it landed. Leave out what does not come; it can be added later."
    )
    page.addGap()
    page.add("no log for this round", marker: "x  ")
    page.add("practise first", marker: "n  ")
    if let next = summary.interview?.next {
      page.addGap()
      let days = DateText.days(next.start.day(startHour: stage.startHour) - stage.today)
      page.add("Then \(next.interview.title): \(stage.openWords(next)), \(days).")
    }
    if !isShort {
      page.addGap()
      addErrands(summary, to: &page, stage, atMost: 3)
    }
    addFaults(summary, to: &page)
  }

  /// Thank-yous and promises with their days, the nearest first.
  func addErrands(
    _ summary: HomeSummary, to page: inout Page, _ stage: Stage, atMost count: Int
  ) {
    let errands = summary.companion.errands.prefix(count)
    for errand in errands {
      let isPast = errand.due.map { $0 < stage.today } ?? false
      let day = errand.due.map { due in
        due < stage.today
          ? " since \(DateText.day(due))"
          : due == stage.today ? " today" : " by \(DateText.day(due))"
      }
      page.add(
        "\(errand.employer)\(day ?? ""): \(errand.text) (i)", style: isPast ? .bold : .plain)
    }
    if !errands.isEmpty { page.addGap() }
  }
}

extension Stage {
  /// `Thu 3 Dec 14:00`, or the day alone where the time is not known.
  fileprivate func openWords(_ appointment: InterviewOutlook.Appointment) -> String {
    appointment.interview.isTimeKnown
      ? DateText.dayAndTime(appointment.start)
      : "\(DateText.day(appointment.start.day(startHour: 0))), time not known"
  }
}
