import Campaign
import Practice
import Scheduler
import Screen

extension HomeScreen {
  func view(on canvas: inout Canvas, _ stage: Stage) {
    let (frame, today, startHour) = (stage.frame, stage.today, stage.startHour)
    let day = DateText.day(today)
    let stand = stage.home?.interview?.line(
      today: today, startHour: startHour, width: frame.size.width - day.displayWidth - 4)
    frame.drawHeader(stand ?? "Starling", day, on: &canvas)
    var page = Page(width: frame.textWidth)
    if let reading {
      page.add("Reading your decks", style: .bold)
      page.addGap()
      page.add(verbatim: "\(bar(share: reading, width: 20)) \(Int(reading * 100)) %")
    } else if let summary = stage.home, HomeState(stage).kind == .held {
      addHeld(summary, to: &page, stage)
    } else if let summary = stage.home, HomeState(stage).kind == .first {
      addFirst(summary, to: &page, stage)
    } else if let summary = stage.home {
      addErrands(summary, to: &page, stage, atMost: frame.isLow ? 0 : 3)
      if let interview = summary.interview {
        interview.describe(
          on: &page, today: today, startHour: startHour, isShort: frame.isLow || frame.isNarrow)
        if !frame.isLow { page.addGap() }
      }
      describe(summary, on: &page, today: today, startHour: startHour, isLow: frame.isLow)
    }
    let height = frame.height()
    let y = frame.top + max(0, (height - page.lines.count) / 3)
    page.draw(on: &canvas, x: frame.left, y: y, height: height)
    canvas.focus = (frame.left, y)
  }

  private func describe(
    _ summary: HomeSummary, on page: inout Page, today: Day, startHour: Int, isLow: Bool
  ) {
    let waiting = summary.waiting
    page.add(
      "\(waiting.due) due · \(waiting.unseen) unseen · \(waiting.weak) weak", style: .bold)
    let isCrowded = isLow && summary.interview != nil
    if !isCrowded { page.addGap() }
    if summary.isFirstTime {
      if !isCrowded {
        page.add(
          "You are asked a question, you answer it aloud, you see what a good answer contains, then you rate yours."
        )
        page.addGap()
      }
      page.add("Enter asks the first one.")
    } else if let left = summary.left {
      let things = left.count.of("thing is", "things are")
      page.add(
        "\(things) left of today's session, \(DateText.minutes(left.minutes)). Enter goes on.")
    } else if let interview = summary.interview {
      let minutes = DateText.minutes(summary.minutes)
      switch interview.next.start.day(startHour: startHour) - today {
      case 0: page.add("Today is the day: Enter starts a last \(minutes), then let it rest.")
      case 1: page.add("The eve: Enter starts one light session of \(minutes), then sleep.")
      default: page.add("Enter starts today's session of \(minutes).")
      }
    } else if waiting.due > 0 {
      page.add("Enter starts today's session of \(DateText.minutes(summary.minutes)).")
    } else if waiting.unseen > 0 {
      page.add(
        "Nothing is due. Enter starts \(DateText.minutes(summary.minutes)) with new cards.")
    } else {
      page.add("Nothing waits today. Enter practises ahead, weakest first.")
    }
    if !summary.isFirstTime { summary.work.describe(on: &page, isShort: isLow) }
    if let left = summary.interview?.leftOut, left > 0 {
      page.add("Some core cards do not fit: “starling plan” says which.")
    }
    if let chores = summary.interview?.chores, !chores.isEmpty {
      if !isLow { page.addGap() }
      page.add(
        chores.prefix(isLow ? 2 : chores.count).map(\.words).joined(separator: " · "),
        marker: isLow ? "i: " : "to do, by i: ")
    }
    addFaults(summary, to: &page)
  }

  /// What is wrong with files of the person's own.
  func addFaults(_ summary: HomeSummary, to page: inout Page) {
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
