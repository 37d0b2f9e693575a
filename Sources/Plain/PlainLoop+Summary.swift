import Application
import Decks
import Practice
import Scheduler

extension PlainLoop {
  /// What is left of the session: `3 things, 8 min`; nil if nothing is.
  package var left: String? {
    practice.left.map { "\($0.count.of("thing")), \(DateText.minutes($0.minutes))" }
  }

  /// Says what the session came to, and what comes tomorrow.
  func summarise() throws {
    let summary = practice.summary
    try Output.line(
      "\n\(summary.lines.count) practised, \(summary.held.count) right first time.")
    if summary.keptCount > 0 { try Output.line("\(summary.keptCount.of("part")) worked on.") }
    guard summary.keptCount > 0 || !summary.lines.isEmpty else { return }
    if !summary.slipped.isEmpty { try Output.line("Missed; you will see these sooner:") }
    for line in summary.slipped {
      let sure = line.wasSure ? "; you were sure" : ""
      let ask = practice.cards[line.card]?.card.ask ?? "\(line.card)"
      try Output.line("\(ask) Last grade: \(line.last.name)\(sure).")
    }
    if let left {
      // Only today's own session is there again.
      try Output.line(
        practice.session.isDaily
          ? "Left: \(left). “starling practice --plain” goes on." : "Left: \(left).")
    }
    let outlook = try workspace.sessionOutlook()
    try Output.line(outlook.readiness)
    for (title, lines) in [
      ("Tomorrow", outlook.lines), ("Your own judgement", practice.calibration.lines),
    ] where !lines.isEmpty {
      try Output.line("\(title):")
      for line in lines { try Output.line(line) }
    }
  }
}
