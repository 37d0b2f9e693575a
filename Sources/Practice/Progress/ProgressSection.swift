/// What the figures of progress are about, in the order in which they are shown.
public enum ProgressSection: String, CaseIterable, Sendable {
  case days, readiness, forecast, recall, answers, confidence, week, pace, reading

  public var title: String {
    switch self {
    case .days: "Days practised"
    case .readiness: "Readiness"
    case .forecast: "What is coming"
    case .recall: "Recall and what was expected"
    case .answers: "Parts of the stories"
    case .confidence: "How sure you were"
    case .week: "What went wrong this week"
    case .pace: "Pace and pauses"
    case .reading: "What the questions are after"
    }
  }
}
