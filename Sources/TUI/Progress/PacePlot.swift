import Practice
import Scheduler
import Screen

extension ProgressPage {
  /// Words a minute week by week, and the long pauses inside parts under them.
  mutating func addPace() {
    guard let speaking = figures.speaking, speaking.answers > 0 else { return }
    let paces = speaking.weeks.map(\.pace)
    let most = paces.compactMap(\.self).max() ?? 0
    let label = 7
    let step = frame.isNarrow ? 2 : 4
    if most > 0 {
      let height = height(beside: 12, within: frame.isLow ? 2...2 : 4...10)
      let chart = columnChart(paces.map { $0 ?? 0 }, most: most, height: height, step: step)
      for (row, line) in chart.enumerated() {
        let name = row == 0 ? "\(Int(most.rounded()))" : row == height - 1 ? "pace" : ""
        add([name.padded(to: label - 1, align: .right) + " " + line])
      }
      if !frame.isNarrow {
        let figures = paces.map { $0.map { "\(Int($0.rounded()))" } ?? "·" }
        add([String(repeating: " ", count: label) + figures.map { $0.padded(to: step) }.joined()])
      }
    }
    let pauses = speaking.weeks.map { $0.answers > 0 ? "\($0.pauses)" : "·" }
    add([
      "pauses".padded(to: label)
        + pauses.map { $0.truncated(to: step - 1).padded(to: step) }.joined()
    ])
    add(note: "twelve weeks with the latest at the right; · nothing was spoken")
  }
}
