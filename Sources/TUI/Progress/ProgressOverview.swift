import Decks
import Practice
import Scheduler
import Screen

/// All sections at once: each with its number and its figures in a few words, and with a small plot where
/// there is room for two columns.
struct ProgressOverview {
  let figures: ProgressFigures
  let frame: Frame
  /// Those of the competencies, for their names.
  let families: [Family]

  /// The sections by column: those of which most is seen at a glance on top.
  private static let columns: [[ProgressSection]] = [
    [.days, .forecast, .answers, .reading], [.readiness, .recall, .confidence, .week, .pace],
  ]
  /// Whose plots come first where rows are scarce.
  private static let order: [ProgressSection] = [
    .answers, .readiness, .days, .forecast, .recall, .reading, .confidence, .week, .pace,
  ]

  private var isInColumns: Bool { frame.textWidth >= 70 && frame.size.height >= 20 }
  /// In a low window the nine need the row under the header as well.
  var top: Int { frame.height() < ProgressSection.allCases.count ? 1 : frame.top }

  /// One page, or two beside each other.
  var pages: [Page] {
    guard isInColumns else { return [list] }
    let width = (frame.size.width - 8) / 2
    return Self.columns.map { column($0, width: width) }
  }

  /// A line for each, where there is no room for more.
  private var list: Page {
    var page = Page(width: frame.size.width - 4)
    for section in ProgressSection.allCases {
      let words = figures.brief(section)
      page.add(
        verbatim: "\(section.number) \(section.shortTitle.padded(to: 10))  \(words)")
    }
    return page
  }

  private func column(_ sections: [ProgressSection], width: Int) -> Page {
    let words = sections.map { section in
      figures.brief(section).wrapped(to: width).prefix(2).map(String.init)
    }
    var free = frame.height() - words.reduce(0) { $0 + $1.count + 2 } + 1
    var plots: [ProgressSection: [String]] = [:]
    for section in Self.order where sections.contains(section) && free > 0 {
      let plot = plot(section, width: width, rows: free)
      if plot.count <= free {
        plots[section] = plot
        free -= plot.count
      }
    }
    var page = Page(width: width)
    for (section, words) in zip(sections, words) {
      page.addGap()
      page.add(verbatim: "\(section.number) \(section.title)", style: .bold)
      for line in words { page.add(verbatim: line) }
      for line in plots[section] ?? [] { page.add(verbatim: line) }
    }
    return page
  }

  // MARK: - Small plots

  /// So many rows of a section as fit, the latest or the worst first.
  private func plot(_ section: ProgressSection, width: Int, rows: Int) -> [String] {
    func line(_ name: String, _ share: Double, _ figure: String) -> String {
      "\(name.padded(to: 12)) \(bar(share: share, width: max(4, width - 24))) \(figure)"
    }
    switch section {
    case .days:
      let days = (0..<min(7, rows)).reversed().map { figures.today - $0 }
        .map { (day: $0, minutes: figures.days[$0].minutes) }.drop { $0.minutes == 0 }
      let most = days.map(\.minutes).max() ?? 0
      return days.map { day, minutes in
        line(DateText.day(day), most > 0 ? minutes / most : 0, DateText.minutes(minutes))
      }
    case .readiness: return course(width: width, height: min(rows, 8) - 1)
    case .forecast:
      return figures.plan.prefix(min(7, rows)).map { day in
        line(DateText.day(day.day), day.readiness, "\(day.readiness.percent)%")
      }
    case .answers:
      guard figures.profiles.weakest != nil else { return [] }
      return RubricPart.allCases.map { part in
        let mean = figures.profiles.recent[part]
        return line(part.title, (mean ?? 0) / 5, mean?.tenths ?? "–")
      }
    case .recall:
      return figures.recall.filled.reversed().prefix(min(4, rows)).map { from, to, bin in
        line("\(from)–\(to)%", bin.recalled, "\(bin.recalled.percent)% of \(bin.answers)")
      }
    case .confidence:
      let calibration = figures.calibration
      guard calibration.answers.contains(where: { $0 > 0 }) else { return [] }
      return zip(Calibration.steps, calibration.answers.indices).map {
        let (all, missed) = (calibration.answers[$1], calibration.misses[$1])
        return line($0, Double(all - missed) / Double(max(1, all)), "\(all - missed) of \(all)")
      }
    case .week:
      return figures.troubled.prefix(min(3, rows)).map {
        "\($0.trouble): \($0.ask)".truncated(to: width)
      }
    case .pace:
      let paces = figures.speaking?.weeks.map { $0.pace ?? 0 } ?? []
      guard let most = paces.max(), most > 0, rows >= 2 else { return [] }
      return columnChart(paces, most: most, height: 2, step: 2)
    case .reading:
      let known = families.compactMap { family in
        figures.quick.families[family.code].map { (family.code, $0) }
      }
      return known.sorted { $0.1.share < $1.1.share }.prefix(min(6, rows)).map { code, count in
        line(families.shortTitle(of: code), count.share, "\(count.right) of \(count.all)")
      }
    }
  }

  /// Readiness day by day: ● as it was, ○ as the plan has it.
  private func course(width: Int, height: Int) -> [String] {
    let record = figures.readiness
    let past = zip(record.days(to: figures.today), record.course).map { (day: $0, share: $1) }
    let ahead = figures.plan.dropFirst().map { (day: $0.day, share: $0.readiness) }
    guard height >= 3, past.count + ahead.count > 1, let first = past.first?.day,
      let last = (ahead.last ?? past.last)?.day
    else { return [] }
    var plot = DotPlot(width: width - 6, height: height)
    for (points, sign) in [(ahead, "○"), (past, "●")] as [([(day: Day, share: Double)], Character)]
    {
      for point in points {
        plot.mark(
          x: Double(point.day - first) / Double(max(1, last - first)), y: point.share, sign)
      }
    }
    let key = ahead.isEmpty ? "" : "● so far  ○ by the plan"
    return plot.linesBesideShares + (key.isEmpty ? [] : [key])
  }
}
