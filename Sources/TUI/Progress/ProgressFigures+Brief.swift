import Practice

extension ProgressSection {
  /// The digit that shows it large.
  var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// Where columns are scarce.
  var shortTitle: String {
    switch self {
    case .days: "Days"
    case .readiness: "Ready"
    case .forecast: "Coming"
    case .recall: "Recall"
    case .answers: "Parts"
    case .confidence: "Sureness"
    case .week: "This week"
    case .pace: "Pace"
    case .reading: "Reading"
    }
  }
}

extension ProgressFigures {
  /// A section in a few words.
  func brief(_ section: ProgressSection) -> String {
    switch section {
    case .days:
      let minutes = (days.sum.milliseconds + 30_000) / 60_000
      let time = minutes < 120 ? "\(minutes) min" : "\(minutes / 60) h"
      return days.practised.isEmpty
        ? "nothing practised yet" : "\(time) on \(days.practised.count.of("day"))"
    case .readiness:
      return interviews.first.map {
        "\($0.readyNow.percent)%, by the plan \($0.readyByPlan.percent)%"
      } ?? "\(readiness.now.whole.percent)%"
    case .forecast:
      guard !plan.isEmpty else { return "\(forecast.first?.cards ?? 0) due today" }
      return interviews.first.map { "\(plan.count.of("day")), \($0.fitsWords)" }
        ?? plan.count.of("day")
    case .recall:
      let whole = recall.whole
      return whole.answers == 0
        ? "nothing to compare yet"
        : "\(whole.recalled.percent)%, \(whole.expected.percent)% expected"
    case .answers:
      return profiles.weakest.map { "lowest: \($0.title) \(profiles.recent[$0]?.tenths ?? "–")" }
        ?? "no story ticked lately"
    case .confidence:
      let (sure, unsure) = (calibration.sure, calibration.unsure)
      return sure.count + unsure.count == 0
        ? "not asked, or not said" : "sure: \(sure.held) of \(sure.count) came"
    case .week:
      let (again, hard) = (troubled.count { $0.again > 0 }, troubled.count { $0.hard > 0 })
      return troubled.isEmpty
        ? "nothing went wrong"
        : again > 0
          ? "\(again) did not come back"
          : hard > 0 ? "\(hard) came hard" : "\(troubled.count.of("part needs", "parts need")) work"
    case .pace:
      return speaking?.pace.map { "\(Int($0.rounded())) words a minute" }
        ?? "no spoken answer timed"
    case .reading:
      let readings = quick.readings
      return readings.all > 0 ? "\(readings.right) of \(readings.all) right" : "not tried yet"
    }
  }
}
