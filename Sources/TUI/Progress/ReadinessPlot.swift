import Decks
import Practice
import Scheduler
import Screen

extension ProgressPage {
  /// Readiness by family, then its course over the weeks.
  mutating func addReadiness() {
    let record = figures.readiness
    for share in record.now.families { add([row(share, record)]) }
    if !frame.isLow { page.addGap() }
    let isCrowded = record.now.families.count + 4
    add(
      lines(
        through: record.course, height: height(beside: isCrowded + 2, within: 3...10),
        from: record.begins, to: record.earlier.isEmpty ? "" : "now"))
  }

  /// A family's recall now, on the day, and its course.
  private func row(_ share: Readiness.Share, _ record: ReadinessRecord) -> String {
    let onTheDay = record.onTheDay(of: share.family)
    let now = "\(share.recall.percent)".padded(to: 3, align: .right)
    let course = record.course(of: share.family)
    let chart = columnChart(course, most: 1, height: 1).joined()
    let name = families.shortTitle(of: share.family).truncated(to: 12).padded(to: 12)
    guard !frame.isNarrow else {
      let day = onTheDay.map { " →\("\($0.percent)".padded(to: 3, align: .right))" } ?? ""
      return "\(name) \(now)%\(day) \(chart)"
    }
    let day = onTheDay.map {
      "  if stopped \("\($0.percent)".padded(to: 3, align: .right))%"
    }
    let first =
      record.earlier.isEmpty
      ? "" : " from \("\(course.first?.percent ?? 0)".padded(to: 3, align: .right))%"
    let length = width >= 100 ? 40 : 10
    return
      "\(name) \(bar(share: share.recall, width: length)) \(now)%\(day ?? "")   \(chart)\(first)"
  }

  /// A line through shares at equal distances, with the shares at its left and words under its ends.
  func lines(through shares: [Double], height: Int, from start: String, to end: String)
    -> [String]
  {
    let label = 6
    var plot = DotPlot(width: max(1, min(width, 100) - label), height: height)
    let last = Double(max(1, shares.count - 1))
    plot.draw(shares.enumerated().map { (x: Double($0.offset) / last, y: $0.element) })
    var rows = plot.linesBesideShares
    let gap = plot.width - start.displayWidth - end.displayWidth
    rows.append(
      String(repeating: " ", count: label) + start + String(repeating: " ", count: max(1, gap))
        + end)
    return rows
  }
}
