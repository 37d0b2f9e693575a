import Campaign
import Practice
import Scheduler
import Screen

extension InterviewOutlook {
  /// Where one stands, in one line: `Acme R2 · 6 d · ready 71 % · weakest DISA, CUST`.
  ///
  /// Where that is too long, the end of it is left out.
  func line(today: Day, startHour: Int, width: Int) -> String {
    let days = next.start.day(startHour: startHour) - today
    let weak = weakest.map(\.family).joined(separator: ", ")
    let parts = [
      "\(next.interview.employer.truncated(to: 20)) R\(next.interview.round)", "\(days) d",
      "ready \(readiness.whole.percent) %", weak.isEmpty ? "" : "weakest \(weak)",
    ]
    .filter { !$0.isEmpty }
    let lines = (1...parts.count).reversed().map {
      parts.prefix($0).joined(separator: " · ")
    }
    return lines.first { $0.displayWidth <= width } ?? parts[0].truncated(to: max(0, width))
  }

  /// Describes the next interview: when it is, and how ready the person is, by family.
  func describe(on page: inout Page, today: Day, startHour: Int, isShort: Bool) {
    let days = DateText.days(next.start.day(startHour: startHour) - today)
    let date = "\(DateText.day(next.start.day(startHour: 0))) \(DateText.time(next.start))"
    let when = isShort ? days : "\(days) (\(date))"
    let ready = "ready on the day \(readiness.whole.percent) %"
    let round = " · round \(next.interview.round) \(when)"
    let employer = next.interview.employer
    let oneLine = page.width - round.displayWidth - ready.displayWidth - 2
    if !isShort && oneLine >= min(employer.displayWidth, 12) {
      let left = employer.truncated(to: oneLine) + round
      page.add(left.padded(to: page.width - ready.displayWidth) + ready, style: .bold)
    } else {
      page.add(
        employer.truncated(to: max(1, page.width - round.displayWidth)) + round, style: .bold)
      page.add(ready, style: .bold)
    }
    if isShort {
      addWeakest(on: &page)
    } else {
      page.addGap()
      addBars(on: &page)
      page.add(
        "estimated recall at its start, by family\(weakest.isEmpty ? "" : " · ◄ the weakest")",
        style: .dim)
      if let following {
        let days = DateText.days(following.start.day(startHour: startHour) - today)
        page.add(
          "then \(following.interview.employer), round \(following.interview.round), \(days)")
      }
    }
  }

  /// As many families in a row as fit, each with its bar and its percentage.
  private func addBars(on page: inout Page) {
    let cells = readiness.families.map { share in
      let percent = "\(share.recall.percent)".padded(to: 3, align: .right)
      let mark = weakest.contains(share) ? "◄" : " "
      return
        "\(share.family.padded(to: 4)) \(bar(share: share.recall, width: 8)) \(percent) \(mark)"
    }
    guard let width = cells.first?.displayWidth else { return }
    let columns = max(1, (page.width + Self.gap) / (width + Self.gap))
    for start in stride(from: 0, to: cells.count, by: columns) {
      let row = cells[start..<min(start + columns, cells.count)]
      page.add(verbatim: row.joined(separator: String(repeating: " ", count: Self.gap)))
    }
  }

  /// Columns between two bars.
  private static let gap = 4

  private func addWeakest(on page: inout Page) {
    guard !weakest.isEmpty else { return }
    let words = weakest.map { "\($0.family) \($0.recall.percent) %" }
    page.add("weakest: " + words.joined(separator: ", "))
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
