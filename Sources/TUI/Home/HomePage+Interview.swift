import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// Home with an interview ahead.
extension HomePage {
  mutating func addBefore(_ summary: HomeSummary) {
    let today = summary.today
    guard let next = today.next else { return }
    let isAfter = summary.companion.behind != nil
    if isAfter, !stage.frame.isLow { addErrandList(summary) }
    addTitle(next)
    wideGap()
    if today.isDone { addDone(today) }
    addFigures(next, today)
    gap()
    addSession(summary, today)
    addPanel(today)
    addQuestions(summary)
    addWeakest(next)
    addFollowing(today)
    if !isAfter { addErrands(summary, atMost: isShort ? 0 : 2) }
  }

  /// What today's session has, and the key; once it is done, what tomorrow brings.
  private mutating func addSession(_ summary: HomeSummary, _ today: Today) {
    guard !today.isDone else {
      let tomorrow = today.tomorrow
      guard !tomorrow.isEmpty else { return }
      let minutes = DateText.minutes(tomorrow.reduce(0) { $0 + $1.minutes })
      page.add(
        isShort && stage.frame.isLow
          ? "Tomorrow, \(minutes)." : "Tomorrow, \(minutes): \(Today.contents(of: tomorrow)).")
      return
    }
    addFocus("\(contents(today)).")
    wideGap()
    page.add(today.sessionLeft == nil ? "Enter starts." : "Enter goes on.", style: .bold)
  }

  /// That a whole panel is to be sat today, in windows that have a row for it.
  private mutating func addPanel(_ today: Today) {
    guard let panel = today.panel, !stage.frame.isLow else { return }
    let temper = Panel.Temper.after(panel - 1).words
    page.add("m  panel \(panel) of \(Rehearsal.goal), 25 min beside that: \(temper).")
  }

  /// `Today, 20 min: 3 answers (1 new), 2 red flags`, or what is left of it.
  func contents(_ today: Today) -> String {
    let minutes = DateText.minutes(today.leftMinutes)
    if let left = today.sessionLeft {
      return "\(left.count) of \(today.drawn.count) things left today, \(minutes)"
    }
    return "Today, \(minutes): \(contentsOfSession(today))"
  }

  /// What is in the session; looking back on a round comes first and is told by its minutes.
  private func contentsOfSession(_ today: Today) -> String {
    let back = today.left.filter(\.looksBack)
    guard !back.isEmpty else { return Today.contents(of: today.left) }
    let minutes = DateText.minutes(back.reduce(0) { $0 + $1.minutes })
    let rest = Today.contents(of: today.left.filter { !$0.looksBack })
    let first = "\(minutes) of looking back on the round"
    return rest.isEmpty ? first : "\(first), then \(rest)"
  }

  private mutating func addDone(_ today: Today) {
    addFocus("\(today.sessionWords).", style: .bold)
    wideGap()
  }

  /// On course for, and ready now.
  private mutating func addFigures(_ next: InterviewFigures, _ today: Today) {
    let day = DateText.day(
      stage.start(of: next).day(startHour: stage.startHour), near: stage.today)
    let weekday = weekday(of: next)
    page.add(
      isShort
        ? "On course for \(next.onCourse) on \(day)."
        : "On course for \(next.onCourse) on the day, if you follow the plan.", style: .bold)
    let ready = "Ready now \(next.readyNow.percent)%"
    let morning = today.readyThisMorning.percent
    if today.isDone, morning != next.readyNow.percent {
      page.add("\(ready), this morning \(morning)%.", style: .bold)
    } else {
      page.add(
        isShort
          ? "\(ready), if you stopped today."
          : "\(ready): what would come back on \(weekday) if you stopped today.", style: .bold)
    }
  }

  /// `Thu`, where only one is meant by it.
  private func weekday(of next: InterviewFigures) -> String {
    next.daysLeft < 7
      ? String(DateText.day(stage.start(of: next).day(startHour: stage.startHour)).prefix(3))
      : "the day"
  }

  // MARK: - The eve and the day

  mutating func addEve(_ summary: HomeSummary) {
    let today = summary.today
    guard let next = today.next else { return }
    addTitle(next)
    wideGap()
    if today.isDone {
      addFocus("Done. Sleep well.", style: .bold)
      wideGap()
      page.add("Ready now \(next.readyNow.percent)%\(lastLook(next)).")
    } else {
      let minutes = DateText.minutes(today.leftMinutes)
      addFocus(
        today.sessionLeft == nil
          ? "The eve: one light session, \(minutes)\(nothingNew(today)). Enter starts."
          : "The eve: \(contents(today)). Enter goes on.", style: .bold)
      wideGap()
      page.add("On course for \(next.onCourse) tomorrow. Ready now \(next.readyNow.percent)%.")
      addReady(summary, "Have ready for tomorrow")
    }
    wideGap()
    page.add(
      isShort || today.isDone ? "the brief, one page" : "the whole brief, one page", marker: "b  ")
  }

  private func nothingNew(_ today: Today) -> String {
    today.left.contains(where: \.isNew) ? "" : ", nothing new"
  }

  /// When there is one more look on the day itself.
  private func lastLook(_ next: InterviewFigures) -> String {
    let time = next.appointment.time
    let ends = time.practiceEnds(utcOffset: stage.now.utcOffset, startHour: stage.startHour)
    let start = stage.start(of: next)
    let morning = start.day(startHour: stage.startHour).start(
      utcOffset: start.utcOffset, startHour: stage.startHour + 3)
    guard ends > morning else { return "" }
    let by = Moment(time: ends, utcOffset: stage.clocks.here(ends))
    return ", and the last look is tomorrow: 15 min before \(DateText.time(by))"
  }

  mutating func addDay(_ summary: HomeSummary) {
    let today = summary.today
    guard let next = today.next else { return }
    addTitle(next)
    wideGap()
    focus = page.lines.count
    page.add(
      isShort
        ? "the brief first."
        : "the brief first: one page, who, which story for whom, which figures",
      style: .bold, marker: "b  ")
    wideGap()
    let time = next.appointment.time
    let end = time.practiceEnds(utcOffset: stage.now.utcOffset, startHour: stage.startHour)
    let by = Moment(time: end, utcOffset: stage.clocks.here(end))
    if !today.isDone {
      let minutes = DateText.minutes(today.leftMinutes)
      page.add("Then, if you like, a light session: \(minutes), \(Today.contents(of: today.left)).")
      let key = today.sessionLeft == nil ? "Enter starts it" : "Enter goes on"
      page.add(
        time.isTimeKnown
          ? "\(key); it ends by \(DateText.time(by))." : "\(key), before you go.")
    } else if !today.done.isEmpty {
      page.add("Done. Go well.", style: .bold)
    } else {
      page.add(
        time.isTimeKnown
          ? "No more practice now. It is at \(DateText.time(stage.start(of: next)))."
          : "No more practice now. Go well.")
    }
    if !summary.companion.firstLines.isEmpty, !stage.frame.isLow {
      page.add("First lines", items: summary.companion.firstLines, marker: "")
    }
    if !summary.companion.oneThing.isEmpty {
      wideGap()
      page.add("One thing: \(summary.companion.oneThing)")
    }
  }

  private mutating func addReady(_ summary: HomeSummary, _ heading: String) {
    let ready = summary.companion.ready
    guard !ready.isEmpty, !stage.frame.isLow else { return }
    wideGap()
    page.add(heading, style: .bold)
    for (label, text) in ready { page.add(text, marker: label.padded(to: 8), indent: 1) }
  }

  // MARK: - What else there is to say

  /// The weakest three families, lowest first; all where there is room for them.
  private mutating func addWeakest(_ next: InterviewFigures) {
    let day = weekday(of: next)
    addWeakest(
      next.families, "Weakest\(next.daysLeft < 7 ? " on \(day)" : "")",
      all: "What would come back on \(day), by family")
  }

  mutating func addWeakest(_ families: [Readiness.Share], _ heading: String, all: String) {
    let lowest = families.sorted { $0.recall < $1.recall }
      .filter { $0.recall < Weakness.recallThreshold }.prefix(3)
    guard !families.isEmpty else { return }
    if stage.frame.size.height >= 34, !stage.frame.isNarrow {
      page.addGap()
      page.add(all)
      for share in families {
        let mark = lowest.prefix(2).contains(share) ? " ◄ weakest" : ""
        let name = stage.families.title(of: share.family).padded(to: 28)
        let isWeak = share.recall < Weakness.recallThreshold
        page.add(
          verbatim: "\(name) \(bar(share: share.recall, width: 30)) \(percent(share))\(mark)",
          tints: isWeak ? [Page.Tint(range: name.count + 1..<name.count + 31, role: .weak)] : [])
      }
      return
    }
    guard !lowest.isEmpty else { return }
    guard !isShort else {
      let words = lowest.prefix(2).map {
        "\(stage.families.shortTitle(of: $0.family)) \(percent($0).trimmed)"
      }
      return page.add("Weakest: \(words.joined(separator: ", "))")
    }
    page.addGap()
    for (index, share) in lowest.enumerated() {
      let label = (index == 0 ? heading : "").padded(to: 17)
      let name = stage.families.title(of: share.family).truncated(to: 28).padded(to: 28)
      let start = label.count + name.count + 1
      page.add(
        verbatim: "\(label)\(name) \(bar(share: share.recall, width: 16)) \(percent(share))",
        tints: [Page.Tint(range: start..<start + 16, role: .weak)])
    }
  }

  private func percent(_ share: Readiness.Share) -> String {
    share.recall == 0 ? " not begun" : "\("\(share.recall.percent)".padded(to: 4, align: .right))%"
  }

  /// The interview after the next one.
  private mutating func addFollowing(_ today: Today) {
    guard let following = today.interviews.dropFirst().first, !stage.frame.isLow else { return }
    page.addGap()
    page.add(
      "Then \(following.title): \(stage.when(following)), \(DateText.days(following.daysLeft)), on course for \(following.onCourse)."
    )
  }

  /// Thank-yous and promises, the nearest day first.
  mutating func addErrands(_ summary: HomeSummary, atMost count: Int) {
    for errand in summary.companion.errands.prefix(count) {
      page.add(words(errand), style: isPast(errand) ? .bold : .plain)
    }
    if let chores = summary.interview?.chores, count > 0, !chores.isEmpty {
      let left = chores.prefix(max(0, count - summary.companion.errands.count)).map(\.words)
      if !left.isEmpty {
        page.add(
          "\(summary.interview?.next.interview.employer ?? ""): \(left.joined(separator: ", ")) (i)"
        )
      }
    }
  }

  func isPast(_ errand: HomeCompanion.Errand) -> Bool {
    errand.due.map { $0 < stage.today } ?? false
  }

  func words(_ errand: HomeCompanion.Errand) -> String {
    let day = errand.due.map { due in
      due < stage.today
        ? " since \(DateText.day(due))" : due == stage.today ? " today" : " by \(DateText.day(due))"
    }
    return "\(errand.employer)\(day ?? ""): \(errand.text) (i)"
  }
}
