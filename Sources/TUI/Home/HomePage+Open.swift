import Campaign
import Practice
import Scheduler
import Screen

/// Home after an interview, and without one.
extension HomePage {
  /// A round has been, and nobody has said how it went.
  mutating func addHeld(_ summary: HomeSummary) {
    guard let held = summary.companion.toLog else { return }
    let day = held.start.day(startHour: stage.startHour)
    let when =
      day == stage.today
      ? "today\(held.interview.isTimeKnown ? " \(DateText.time(held.start))" : ""), now past"
      : "\(DateText.day(day, near: stage.today)), \(DateText.days(day - stage.today))"
    addTitle(held.interview.title, when)
    wideGap()
    addFocus("How did it go?", style: .bold)
    gap()
    page.add(
      isShort
        ? "Enter logs it while it is fresh: 5 min, line by line."
        : "Enter logs it while it is fresh (5 min), line by line: what was asked and how it landed. Leave out what does not come; it can be added later."
    )
    gap()
    page.add("no log for this round", marker: "x  ")
    let today = summary.today
    if !today.isDone {
      page.add(
        "practise first: \(DateText.minutes(today.leftMinutes)) are left today", marker: "n  ")
    }
    if let next = summary.today.next {
      gap()
      page.add(
        isShort
          ? "Then \(next.appointment.employer), \(stage.when(next))."
          : "Then \(next.title): \(stage.when(next)), \(DateText.days(next.daysLeft)), on course for \(next.onCourse)."
      )
    }
    if !isShort { addErrandList(summary) }
  }

  /// Home without an interview.
  mutating func addOpen(_ summary: HomeSummary) {
    addErrandList(summary)
    page.add("No interview ahead.  i  sets a date.")
    gap()
    let today = summary.today
    if today.isDone {
      addFocus(
        today.done.isEmpty
          ? "Nothing is left today. n practises more." : "\(today.sessionWords).",
        style: .bold)
      if !today.tomorrow.isEmpty {
        let minutes = DateText.minutes(today.tomorrow.reduce(0) { $0 + $1.minutes })
        page.add("Tomorrow, \(minutes): \(Today.contents(of: today.tomorrow)).")
      }
    } else {
      let minutes = DateText.minutes(today.leftMinutes)
      let isBegun = today.sessionLeft != nil
      addFocus(
        isBegun
          ? "\(contents(today))."
          : summary.due.flatMap { $0 > 0 ? "Today, \(minutes): \(words(due: $0, today))." : nil }
            ?? "\(contents(today)).")
      wideGap()
      page.add(isBegun ? "Enter goes on." : "Enter starts.", style: .bold)
    }
    addQuestions(summary)
    if !summary.isFirstTime {
      if !isShort, summary.companion.practisedDays < 7 {
        page.addGap()
        page.add(
          "What you know is kept fresh: each card comes back when you would begin to forget it. Most days are shorter than this one."
        )
      }
      addWeakest(
        today.readiness.families.filter { $0.recall > 0 }, "Weakest now",
        all: "What would come back now, by family")
    }
  }

  /// `6 cards are due`; where the session has others, too, or not all of them: `8 cards, 2 new; 40 are due`.
  private func words(due: Int, _ today: Today) -> String {
    let new = today.left.count(where: \.isNew)
    if new == 0, due == today.left.count { return due.of("card is due", "cards are due") }
    return today.left.count.of("card") + (new > 0 ? ", \(new) new" : "")
      + "; \(due.of("is", "are")) due"
  }

  /// Thank-yous and promises with their days, above all else: three at most.
  mutating func addErrandList(_ summary: HomeSummary) {
    let errands = summary.companion.errands.prefix(isShort ? 1 : 3)
    let behind = stage.frame.isLow ? nil : summary.companion.behind
    guard !errands.isEmpty || behind != nil else { return }
    wideGap()
    if let behind { page.add(words(behind)) }
    for errand in errands { page.add(words(errand), style: isPast(errand) ? .bold : .plain) }
    page.addGap()
  }

  /// `Acme, round 2, yesterday: 7 questions logged, 1 landed thin`.
  private func words(_ behind: HomeCompanion.RoundBehind) -> String {
    let thin = behind.thin == 0 ? "" : ", \(behind.thin) landed thin"
    let when = DateText.days(behind.day - stage.today)
    return "\(behind.title), \(when): \(behind.asked.of("question")) logged\(thin)"
  }
}
