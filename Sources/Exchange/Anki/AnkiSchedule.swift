import Practice
import Scheduler

/// What Anki keeps of how well a card is known, reckoned from its answers by FSRS-6.
struct AnkiSchedule {
  /// An answer as its log has it.
  struct Entry {
    var time: Int64
    var grade: Int
    var duration: Int
    /// 0 learning, 1 on a later day, 2 again on the day of a lapse.
    var kind: Int
    /// Days, after it and before it.
    var interval: Int
    var lastInterval: Int
    var factor: Int
  }

  private(set) var log: [Entry] = []
  private(set) var memory: Memory?
  /// Days until the card comes back, from the day of the last answer.
  var interval: Int { log.last?.interval ?? 0 }

  /// - Parameters:
  ///   - reviews: the answers, by time, with how long they took in milliseconds.
  ///   - model: FSRS-6.
  ///   - rule: when a card comes back.
  ///   - startHour: when days begin.
  init(
    _ reviews: [(review: Review, duration: Int?)], model: any MemoryModel, rule: DueRule,
    startHour: Int
  ) {
    var isLater = false
    var hasLapsed = false
    for (review, duration) in reviews {
      let before = memory
      let after = model.memory(after: review, from: before, startHour: startHour)
      let isNewDay = before.map { review.day(startHour: startHour) > $0.lastDay } ?? false
      if isNewDay {
        isLater = true
        hasLapsed = review.grade == .again
      }
      // One that begins otherwise is taken for one that was cut off.
      let kind = !isLater ? 0 : isNewDay || !hasLapsed ? 1 : 2
      log.append(
        Entry(
          time: review.time.milliseconds, grade: review.grade.rawValue, duration: duration ?? 0,
          kind: kind, interval: max(1, rule.wholeDays(of: after.state, model: model)),
          lastInterval: log.last?.interval ?? 0,
          factor: Int((1000 * ((after.state.difficulty - 1) / 9 + 0.1)).rounded())))
      memory = after
    }
  }
}
