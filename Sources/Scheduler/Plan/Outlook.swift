/// What one practice of a card would do to recall at the interviews.
struct Prospect {
  /// Priority-weighted recall at the interviews if the card is left alone.
  var left: Double
  /// The same if it is practised now, over the answers to expect.
  var practised: Double
  /// Minutes to expect.
  var minutes: Double

  var gainPerMinute: Double { (practised - left) / minutes }
}

/// The interviews ahead, on the planner's clock, and what practice does for them.
struct Outlook<Model: MemoryModel> {
  let model: Model
  /// Days from the moment of planning to each interview.
  let interviews: [Double]
  /// What each interview counts for now; see ``setUrgency(at:)``.
  var urgency: [Double]

  init(model: Model, interviews: [Double]) {
    self.model = model
    self.interviews = interviews
    urgency = interviews.map { _ in 1 }
  }

  /// Lets later interviews count for less, by the days left to the next one over those left to them.
  ///
  /// What they gain can be gained later, too. A single interview counts whole.
  mutating func setUrgency(at time: Double) {
    guard let next = interviews.first(where: { $0 > time }) else { return }
    urgency = interviews.map { max(0.5, next - time) / max(0.5, $0 - time) }
  }

  /// Priority-weighted recall at those interviews that lie after `time`, without more practice.
  ///
  /// `priorities` hold the card's, one per interview, from `offset` on.
  @inline(__always)
  func recall(
    _ trace: Trace?, after time: Double, priorities: [Double], from offset: Int = 0
  ) -> Double {
    guard let trace else { return 0 }
    var sum = 0.0
    for index in interviews.indices where interviews[index] > time {
      let weight = urgency[index] * priorities[offset + index]
      sum += weight * model.recall(trace, at: interviews[index])
    }
    return sum
  }

  /// What practising at `time` promises: Good with the probability of recall, else Again and back.
  func prospect(
    _ trace: Trace?, at time: Double, day: Int, priorities: [Double], from offset: Int = 0,
    cost: PracticeCost
  ) -> Prospect {
    guard let trace else {
      var practised = 0.0
      for (grade, share) in zip(Grade.allCases, FirstGrades.shares) {
        let next = model.practised(nil, grade, at: time, day: day)
        practised += share * recall(next, after: time, priorities: priorities, from: offset)
      }
      return Prospect(
        left: 0, practised: practised,
        minutes: cost.answer + FirstGrades.shares[0] * cost.retry)
    }
    let now = model.recall(trace, at: time)
    let good = model.practised(trace, .good, at: time, day: day)
    let again = model.practised(trace, .again, at: time, day: day)
    return Prospect(
      left: recall(trace, after: time, priorities: priorities, from: offset),
      practised: now * recall(good, after: time, priorities: priorities, from: offset)
        + (1 - now) * recall(again, after: time, priorities: priorities, from: offset),
      minutes: cost.answer + (1 - now) * cost.retry)
  }
}
