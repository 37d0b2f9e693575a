import Practice
import Scheduler
import Screen

extension PracticeScreen {
  /// What stands under a question while it is answered aloud.
  func describe(_ clock: SpokenClock, on page: inout Page, at time: Timestamp) {
    addTime(of: clock, to: &page, at: time)
    guard run.hasParts else { return }
    page.addGap()
    addSteps(of: clock, to: &page, at: time)
    page.addGap()
    page.add(clock.step.words)
  }

  /// The same in a low window, with the question last: it may go on below, the clock may not.
  func describe(
    _ clock: SpokenClock, before question: String, on page: inout Page, in frame: Frame,
    at time: Timestamp
  ) {
    addTime(of: clock, to: &page, at: time)
    if run.hasParts { addSteps(of: clock, to: &page, at: time) }
    page.add(question, style: .bold)
    guard run.hasParts else { return }
    var whole = page
    whole.addGap()
    whole.add(clock.step.words)
    if whole.lines.count <= frame.height() { page = whole }
  }

  private func addTime(of clock: SpokenClock, to page: inout Page, at time: Timestamp) {
    let text = DateText.clock(milliseconds: clock.milliseconds(at: time))
    let recorded = run.isRecorded ? ", recorded" : ""
    page.add("\(text)  \(clock.isPaused ? "paused" : "speaking")\(recorded)", style: .bold)
  }

  private func addSteps(of clock: SpokenClock, to page: inout Page, at time: Timestamp) {
    let times = clock.times(at: time)
    let steps = PartTimes.Step.allCases.filter { $0 != .learning || clock.step == $0 }
    let cells = steps.map { step in
      let milliseconds = times[step]
      let text =
        milliseconds == 0 && step != clock.step ? "·" : DateText.clock(milliseconds: milliseconds)
      return "\(step == clock.step ? "▸" : " ")\(step.letter) \(text)"
    }
    // The letter stands behind the sign of the part that one is in.
    var start = 0
    var tints: [Page.Tint] = []
    for (step, cell) in zip(steps, cells) {
      tints.append(Page.Tint(range: start + 1..<start + 2, role: step.role))
      start += cell.count + 1
    }
    page.add(verbatim: cells.joined(separator: " "), tints: tints)
  }

  /// What stands under a question in a drill.
  func describe(_ clock: DrillClock, on page: inout Page, at time: Timestamp) {
    page.add(clock.text(at: time), style: .bold)
    page.addGap()
    page.add(
      clock.drill == .pick
        ? "Which story fits?" : "Say the headline: one sentence that says how it ended.")
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
  /// What its letter is drawn as; what was learned belongs to the result.
  fileprivate var role: Style.Role {
    switch self {
    case .situation: .situation
    case .task: .task
    case .action: .action
    case .result, .learning: .result
    }
  }

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
