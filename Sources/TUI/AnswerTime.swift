import Practice
import Scheduler

/// How long an answer has been given, and how long it may take, in milliseconds.
struct AnswerTime: Equatable {
  let passed: Int
  /// When it should come to its end; nil where that is the limit.
  let target: Int?
  let limit: Int

  /// An answer in full.
  static func whole(_ passed: Int) -> AnswerTime {
    AnswerTime(passed: passed, target: SpokenClock.target, limit: SpokenClock.limit)
  }

  /// What has passed since another moment of the same answer.
  func alarm(since before: AnswerTime) -> Alarm? {
    if before.passed < limit, passed >= limit { return .limit }
    if let target, before.passed < target, passed >= target { return .target }
    return nil
  }
}

extension App {
  /// What is to be told of the answer that is given, now that time has gone on.
  func alarm(since before: Timestamp) -> [Effect] {
    guard let then = path[top].answerTime(at: before),
      let now = path[top].answerTime(at: stage.now.time)
    else { return [] }
    return now.alarm(since: then).map { [.alarm($0)] } ?? []
  }
}
