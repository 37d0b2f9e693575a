/// What counts and was never seen, in the order in which there is to be time for it before an interview:
/// what matters more for it first, and among equals what takes fewer minutes, so that most of it fits.
struct PlanFit {
  /// The place of the interview; nil before any is looked at.
  let interview: Int?
  let order: [Int]

  static let none = PlanFit(interview: nil, order: [])
}

extension PlanRun {
  /// - Parameter interview: the place of an interview ahead.
  /// - Returns: what is to fit before it.
  func fit(before interview: Int) -> PlanFit {
    func rank(_ index: Int) -> (Double, Double, Int) {
      (-priorities[index * perItem + interview], costs[index].answer, index)
    }
    return PlanFit(
      interview: interview,
      order: traces.indices.filter { counts[$0] && traces[$0] == nil }.sorted {
        rank($0) < rank($1)
      })
  }

  /// Which of what was never seen there is time for before the eve of the next interview, which brings
  /// nothing new any more; nil if all of it fits.
  func fitting(from session: PlanCalendar.Session) -> [Bool]? {
    let eve = calendar.interviewDays[nearest] - 1
    var minutes = calendar.sessions.lazy.filter { session.day <= $0.day && $0.day < eve }
      .reduce(0) { $0 + $1.minutes }
    var isFitting = Array(repeating: false, count: traces.count)
    for index in fit.order where traces[index] == nil {
      let cost = costs[index].answer + FirstGrades.shares[0] * costs[index].retry
      if minutes < cost { return isFitting }
      minutes -= cost
      isFitting[index] = true
    }
    return nil
  }
}
