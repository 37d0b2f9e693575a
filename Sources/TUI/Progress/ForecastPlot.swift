import Practice
import Scheduler
import Screen

extension ProgressPage {
  /// What falls due in the coming weeks; with an interview ahead the plan, day by day.
  mutating func addForecast() {
    // With an interview ahead the plan is what comes, and what falls due says nothing.
    figures.plan.isEmpty ? addDates() : addPlan()
  }

  private mutating func addDates() {
    let cards = figures.forecast.map { Double($0.cards) }
    let label = 6
    let step = width >= label + 3 * cards.count ? 3 : width >= label + 2 * cards.count ? 2 : 1
    // What is overdue may be many times what is to come, which would then show nothing.
    let later = cards.dropFirst().max() ?? 0
    let most = later > 0 ? later : cards.first ?? 0
    // A few cards need no tall columns.
    let room = height(beside: 10, within: frame.isLow ? 3...3 : 4...12)
    let height = min(room, max(3, Int(most)))
    for (row, line) in columnChart(cards, most: most, height: height, step: step).enumerated() {
      let name = row == 0 ? "\(Int(most))" : row == height - 1 ? "cards" : ""
      add([name.padded(to: label - 1, align: .right) + " " + line])
    }
    add([dates(label: label, step: step)], style: .dim)
    let weeks = stride(from: 0, to: figures.forecast.count, by: 7).map { start in
      figures.forecast[start..<min(start + 7, figures.forecast.count)].map(\.cards).reduce(0, +)
    }
    add(words: ["By week: \(weeks.map(String.init).joined(separator: ", "))."])
    let isCut = (cards.first ?? 0) > most
    add(
      note:
        "What is overdue stands at today\(isCut ? ", whose column is cut" : ""); each card once, as if nothing were practised."
    )
  }

  private mutating func addPlan() {
    for day in figures.plan {
      let minutes = "\(Int(day.minutes.rounded()))".padded(to: 3, align: .right)
      let cards = day.cards.count.of("card", "cards")
        .padded(to: day.cards.count == 1 ? 7 : 8, align: .right).padded(to: 8)
      let ready = "\(day.readiness.percent)".padded(to: 3, align: .right)
      let name = DateText.day(day.day).padded(to: 10)
      add([
        frame.isNarrow
          ? "\(name) \(minutes) min \(cards) \(ready)%"
          : "\(name)  \(minutes) min  \(cards)  ready \(ready)%  \(bar(share: day.readiness, width: 20))"
      ])
    }
  }

  /// The first day of each week under its column.
  private func dates(label: Int, step: Int) -> String {
    var line = String(repeating: " ", count: label)
    for (index, day) in figures.forecast.enumerated() where index % 7 == 0 {
      let name = index == 0 ? "today" : DateText.shortDay(day.day, from: figures.today)
      line = line.padded(to: label + index * step) + name + " "
    }
    return line
  }
}
