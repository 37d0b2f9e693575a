import Practice
import Scheduler
import Screen

extension PracticeScreen {
  /// What stands under a question while it is answered aloud.
  func describe(_ clock: SpokenClock, on page: inout Page, at time: Timestamp) {
    let text = DateText.clock(milliseconds: clock.milliseconds(at: time))
    let recorded = isRecorded ? ", recorded" : ""
    page.add("\(text)  \(clock.isPaused ? "paused" : "speaking")\(recorded)", style: .bold)
    guard let attempt, attempt.isStory, attempt.purpose == .answer else { return }
    page.addGap()
    let times = clock.times(at: time)
    let steps = PartTimes.Step.allCases.filter { $0 != .learning || clock.step == $0 }
    let cells = steps.map { step in
      let milliseconds = times[step]
      let text =
        milliseconds == 0 && step != clock.step ? "·" : DateText.clock(milliseconds: milliseconds)
      return "\(step == clock.step ? "▸" : " ")\(step.letter) \(text)"
    }
    page.add(verbatim: cells.joined(separator: " "))
    page.addGap()
    page.add(clock.step.words)
  }

  /// What stands under a question in a drill.
  func describe(_ clock: DrillClock, on page: inout Page, in frame: Frame, at time: Timestamp) {
    page.add(clock.text(at: time), style: .bold)
    page.addGap()
    guard clock.drill == .pick else {
      page.add("Say the headline: one sentence that says how it ended.")
      return
    }
    page.add("Which story fits?")
    addStories(to: &page, in: frame)
  }

  /// The stories to choose from, as many as there is room for.
  func addStories(to page: inout Page, in frame: Frame) {
    let room = max(1, frame.height() - page.lines.count)
    let rows = storyRows
    for index in storyPosition.window(height: room, count: rows.count) {
      let isSelected = index == storyPosition.selected
      page.add(
        verbatim: "\(isSelected ? "▸" : " ") \(rows[index])",
        style: isSelected ? .bold : .plain)
    }
  }

  /// A follow-up, with its clock.
  func describe(_ probe: String, _ clock: DrillClock, on page: inout Page, at time: Timestamp) {
    page.add(probe, style: .bold, marker: "? ")
    page.addGap()
    page.add(clock.text(at: time))
    page.addGap()
    page.add("Answer aloud; then say how it went.")
  }
}

extension PartTimes.Step {
  /// What belongs into it.
  fileprivate var words: String {
    switch self {
    case .situation: "Situation: one occasion, in three sentences at most."
    case .task: "Task: what was yours, and what success would be."
    case .action: "Action: what you did yourself, step by step, and why."
    case .result: "Result: what changed, and how you know."
    case .learning: "Learning: what you took from it and where you used it since."
    }
  }
}
