import Practice
import Scheduler
import Screen

extension ProgressPage {
  /// The year as a map of days, a column for each week, and the minutes of each week under it.
  mutating func addDays() {
    let days = figures.days
    guard !days.practised.isEmpty else { return }
    let usual = days.usual
    let label = 4
    let step = width >= label + 2 * days.mondays.count ? 2 : 1
    let mondays = Array(days.mondays.suffix((width - label) / step))
    add([Self.months(mondays, step: step, indent: label)], style: .dim)
    for (row, name) in Self.weekdays.enumerated() {
      let cells = mondays.map { monday -> String in
        let day = monday + row
        let isShown = day >= days.first && day <= days.today
        return String(
          repeating: isShown ? Self.signs[days.level(of: day, beside: usual)] : " ", count: step)
      }
      add([name + " " + cells.joined()])
    }
    let minutes = mondays.map { monday in
      (0..<7).map { days[monday + $0].minutes }.reduce(0, +)
    }
    if let most = minutes.max(), most > 0 {
      let height = frame.isLow ? 1 : height(beside: 15, within: 2...6)
      let chart = columnChart(minutes, most: most, height: height, step: step)
      for (row, line) in chart.enumerated() {
        add([(row == chart.count - 1 ? "min " : "    ") + line])
      }
      add(note: "min: spoken or written each week, at most \(Int(most.rounded()))")
    }
    add(note: "· none  ░ half a usual day  ▒ a usual day  ▓ half as much again  █ more")
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// By level: none, a little, and so on; they differ in how much ink they have.
  private static let signs: [Character] = ["·", "░", "▒", "▓", "█"]

  /// The names of the months above the weeks in which they begin.
  private static func months(_ mondays: [Day], step: Int, indent: Int) -> String {
    var line = String(repeating: " ", count: indent)
    for (index, monday) in mondays.enumerated() {
      let sunday = (monday + 6).calendarDate
      let column = indent + index * step
      guard sunday.day <= 7, line.count <= column else { continue }
      line = line.padded(to: column) + DateText.month(monday + 6) + " "
    }
    return line
  }
}
