import Practice
import Screen

extension ProgressPage {
  /// What came back against what was expected: as a plot, and bin by bin beside or under it.
  mutating func addRecall() {
    guard figures.recall.whole.answers > 0 else { return }
    let isWide = width >= 70
    let plotWidth = isWide ? (width >= 100 ? 50 : 34) : min(width, 36)
    let height = height(beside: 6, within: frame.isLow ? 5...5 : 8...20)
    let plot = plot(width: plotWidth - 6, height: height)
    let table = table
    if isWide {
      for row in 0..<max(plot.count, table.count) {
        let left = row < plot.count ? plot[row] : ""
        add([left.padded(to: plotWidth) + "  " + (row < table.count ? table[row] : "")])
      }
    } else {
      add(plot)
      add(table)
    }
    add(
      note:
        "across: expected, up: came back; the line is where both agree. ● a tenth of all answers or more  ○ a fiftieth  + fewer"
    )
  }

  private func plot(width: Int, height: Int) -> [String] {
    var plot = DotPlot(width: width, height: height)
    for step in stride(from: 0, through: width * 2, by: 2) {
      let share = Double(step) / Double(width * 2)
      plot.set(x: share, y: share)
    }
    let all = Double(figures.recall.whole.answers)
    for (_, _, bin) in figures.recall.filled {
      let share = Double(bin.answers) / all
      plot.mark(x: bin.expected, y: bin.recalled, share >= 0.1 ? "●" : share >= 0.02 ? "○" : "+")
    }
    let gap = String(repeating: " ", count: max(1, width - 8))
    return plot.linesBesideShares + ["      0%\(gap)100%".truncated(to: width + 6)]
  }

  private var table: [String] {
    ["expected  came back   answers"]
      + figures.recall.filled.reversed().map { from, to, bin in
        let range = "\(from)–\(to)%".padded(to: 8, align: .right)
        let came = "\(bin.recalled.percent)%".padded(to: 9, align: .right)
        return "\(range)  \(came)  \("\(bin.answers)".padded(to: 8, align: .right))"
      }
  }
}
