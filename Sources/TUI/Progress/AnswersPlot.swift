import Decks
import Practice
import Scheduler
import Screen

extension ProgressPage {
  /// The marks of each part: the mean of four weeks, and week by week as blocks over digits.
  mutating func addAnswers() {
    let profiles = figures.profiles
    guard profiles.weeks.contains(where: { $0.stories > 0 }) else { return }
    let recent = profiles.recent
    let titleWidth = frame.isNarrow ? 1 : 9
    let barWidth = frame.isNarrow ? 8 : 20
    let step = frame.isNarrow ? 1 : width >= 100 ? 4 : 2
    let height = height(beside: 12, within: frame.isLow ? 5...5 : 10...25) / 5 - 1
    for part in RubricPart.allCases {
      let marks = profiles.weeks.map { $0[part] }
      let chart = columnChart(
        marks.map { $0 ?? 0 }, most: 5, height: max(1, height), step: step)
      let title = frame.isNarrow ? String(part.letter) : part.title.padded(to: titleWidth)
      let mark = recent[part].map { "\(bar(share: $0 / 5, width: barWidth)) \($0.tenths)" }
      let left = "\(title) \(mark ?? "–".padded(to: barWidth + 4))"
      for (row, line) in chart.enumerated() {
        let isLast = row == chart.count - 1
        add([(isLast ? left : "").padded(to: titleWidth + barWidth + 7) + line])
      }
      let digits = marks.map { $0.map { "\(Int($0.rounded()))" } ?? "·" }
      add([
        String(repeating: " ", count: titleWidth + barWidth + 7)
          + digits.map { $0.padded(to: step) }.joined()
      ])
    }
    add(note: "the mean of four weeks, then twelve weeks with the latest at the right")
  }

  /// How often an answer came back, by how sure the person was before it.
  mutating func addConfidence() {
    let calibration = figures.calibration
    guard calibration.answers.contains(where: { $0 > 0 }) else { return }
    for (index, answers) in calibration.answers.enumerated() {
      let came = answers - calibration.misses[index]
      let share = answers > 0 ? Double(came) / Double(answers) : 0
      let length = frame.isNarrow ? 10 : width >= 100 ? 50 : 30
      let percent = answers > 0 ? "\(share.percent)%" : "–"
      add([
        "\(index + 1) \(bar(share: share, width: length)) \(percent.padded(to: 5, align: .right))  \(came) of \(answers)"
      ])
    }
    add(note: "1 not sure at all, 4 quite sure; then the share that came back, and of how many")
  }

  /// How often each family was read right.
  mutating func addReading() {
    let quick = figures.quick
    guard quick.readings.all > 0 else { return }
    let length = frame.isNarrow ? 8 : width >= 100 ? 40 : 20
    for family in families {
      let count = quick.families[family.code] ?? QuickRecord.Count()
      let name = families.shortTitle(of: family.code).padded(to: 12)
      let percent = (count.all > 0 ? "\(count.share.percent)%" : "–").padded(to: 4, align: .right)
      add([
        "\(name) \(bar(share: count.share, width: length)) \(percent)  \(count.right) of \(count.all)"
      ])
    }
    add(note: "the share of questions that you read right, by what they were after")
  }

  /// The cards at which something went wrong, the worst first.
  mutating func addWeek() {
    for card in figures.troubled.prefix(Self.named) {
      page.add("\(card.id): \(card.trouble)")
      if !card.ask.isEmpty { page.add(card.ask, style: .dim, indent: 2) }
    }
    let more = figures.troubled.count - Self.named
    if more > 0 { add(words: ["And \(more) more; “starling stats --json” names all."]) }
  }

  /// So many cards are named each.
  private static let named = 20
}
