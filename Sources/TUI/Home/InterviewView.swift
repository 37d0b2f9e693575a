import Campaign
import Decks
import Practice
import Scheduler
import Screen

extension InterviewOutlook {
  /// Where one stands, in one line: `Acme R2 · 6 d · ready 71% · weakest Disagreement, Customers`.
  ///
  /// Where that is too long, the end of it is left out.
  func line(today: Day, startHour: Int, families: [Family], width: Int) -> String {
    let days = next.start.day(startHour: startHour) - today
    let weak = weakest.map { families.shortTitle(of: $0.family) }.joined(separator: ", ")
    let parts = [
      "\(next.interview.employer.truncated(to: 20)) R\(next.interview.round)", "\(days) d",
      "ready \(readiness.whole.percent)%", weak.isEmpty ? "" : "weakest \(weak)",
    ]
    .filter { !$0.isEmpty }
    let lines = (1...parts.count).reversed().map {
      parts.prefix($0).joined(separator: " · ")
    }
    return lines.first { $0.displayWidth <= width } ?? parts[0].truncated(to: max(0, width))
  }

  /// The one or two families that are weak and behind all others, the weakest first.
  var weakest: [Readiness.Share] {
    let order = readiness.families.sorted { $0.recall < $1.recall }
    let weak = order.filter { $0.recall < Weakness.recallThreshold }
    for count in [2, 1] where weak.count >= count {
      if count < order.count, order[count - 1].recall < order[count].recall {
        return Array(order.prefix(count))
      }
    }
    return []
  }
}
